import HeedModel
public import HeedNetwork

extension BlueskyNetwork: Answering {
  /// Sends one message. A post's name is made of its key, so it is looked for first: an attempt that arrived without our
  /// knowing is found there, and none makes a second one.
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    if let conversation = try await beforeSending({ try await conversation(for: message, account) })
    {
      return try await say(message, in: conversation, as: account)
    }
    let client = client(account)
    let key = RecordKey.of(message)
    let address = "at://\(account.remoteID.rawValue)/\(Collection.post)/\(key)"
    let written = try await beforeSending { () async throws -> Prepared in
      if let there = try await arrived(address, message, client) { return .there(there) }
      let written = try await self.written(message, client)
      try points.spend(.create, by: account.remoteID.rawValue, now: clock.now())
      return .new(written)
    }
    switch written {
    case .there(let view): return sent(view, account)
    case .new(let post):
      let now = clock.now()
      let record = post.record(at: now)
      let response = try await client.procedure(
        "com.atproto.repo.createRecord",
        .json([
          "repo": account.remoteID.rawValue, "collection": Collection.post, "rkey": key,
          "record": record,
        ]))
      let made: Made = try client.read(response)
      let own = try? JSONReader.read(
        WireResponse(status: 200, body: JSON.bytes(record), address: ""), from: client.server
      ) { try PostRecord(&$0) }
      return sent(RecordView(address: made.uri, cid: made.cid, record: own), account, at: now)
    }
  }

  private enum Prepared: Sendable {
    case there(RecordView)
    case new(WrittenPost)
  }

  private struct Made: Decodable {
    var uri: String
    var cid: String?
  }

  /// - Throws: `NetworkError` where another post stands under this name: nothing may be put in its place.
  private func arrived(
    _ address: String, _ message: OutgoingMessage, _ client: Client
  ) async throws -> RecordView? {
    guard let place = RecordAddress(address), let view = try await record(at: place, client) else {
      return nil
    }
    guard let record = view.record, record.text == WrittenPost(message).text,
      message.inReplyTo.map({ $0.remoteID.rawValue == record.parent }) ?? true
    else {
      throw NetworkError(
        .refused,
        "Another post of this account has the name that was chosen for this one. Write it anew.")
    }
    return view
  }

  private func written(_ message: OutgoingMessage, _ client: Client) async throws -> WrittenPost {
    var post = WrittenPost(message)
    post.facets = try await facets(of: post.text)
    if let parent = message.inReplyTo { post.reply = try await reply(to: parent, client) }
    let pictures = message.media.compactMap { Picture($0) }
    guard pictures.count == message.media.count else {
      throw NetworkError(.refused, "A picture of this reply is of another place. Add it again.")
    }
    if !pictures.isEmpty {
      post.embed = ["$type": "app.bsky.embed.images", "images": pictures.map(\.json)]
    } else if let link = FacetFinder(post.text).link {
      post.embed = await card(of: link, client)
    }
    return post
  }

  /// The root of the thread and the post itself, in the wordings that they have now.
  private func reply(
    to parent: RemoteReference, _ client: Client
  ) async throws -> (root: StrongReference, parent: StrongReference) {
    let address = parent.remoteID.rawValue
    guard RemoteIDs.post(address) != nil else {
      throw NetworkError(.refused, "What you answer is no post of Bluesky. Answer it where it is.")
    }
    let gone = NetworkError(
      .gone,
      "What you answer is no longer on Bluesky, or hidden from this account. Your text is kept.")
    var found: RecordView?
    do {
      if let view = try await posts([address], client)[address] {
        if view.isClosed {
          throw NetworkError(
            .refused,
            "Its author lets only some people answer, and not this account. Your text is kept.")
        }
        found = RecordView(address: address, cid: view.cid, record: view.record)
      }
    } catch let error as NetworkError where error.isOfNoSuchPath {
      // A server without a view of others: the record itself is asked for.
    }
    if found == nil, let place = RecordAddress(address) {
      found = try await record(at: place, client)
    }
    guard let found, let cid = found.cid, let record = found.record else { throw gone }
    let own = StrongReference(address: address, cid: cid)
    guard let root = record.root, let rootCID = record.rootCID, RemoteIDs.post(root) != nil else {
      return (own, own)
    }
    return (StrongReference(address: root, cid: rootCID), own)
  }

  private func sent(_ view: RecordView, _ account: AccountAccess, at now: Instant? = nil) -> Sent {
    let at = PostTime.instant(view.record?.createdAt) ?? now ?? clock.now()
    let did = account.remoteID.rawValue
    let key = RecordAddress(view.address)?.key ?? ""
    let known = Known(
      handle: account.address.hasPrefix("@") ? String(account.address.dropFirst()) : nil)
    let post = view.record.flatMap {
      incoming(account).post(did, key, $0, cid: view.cid, received: clock.now(), known)
    }
    return Sent(
      reference: RemoteReference(
        remoteID: RemoteID(view.address), local: view.cid, address: Page.post(did, key)),
      at: at, post: post)
  }

  /// Asks for the post by its name: there it is, or it certainly did not arrive.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    if let conversation = try await conversation(for: message, account) {
      return try await find(message, in: conversation, as: account)
    }
    let address =
      "at://\(account.remoteID.rawValue)/\(Collection.post)/\(RecordKey.of(message))"
    guard let view = try await arrived(address, message, client(account)) else { return .absent }
    return .there(sent(view, account))
  }
}

extension BlueskyNetwork: Deleting {
  public func mayDelete(_ post: RemoteReference) -> Bool {
    RemoteIDs.conversation(of: post.remoteID) == nil
  }

  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    guard RemoteIDs.conversation(of: post.remoteID) == nil else {
      throw NetworkError(
        .unsupported, "Private messages cannot be taken away there: the other side keeps them.")
    }
    guard let address = RecordAddress(post.remoteID.rawValue), let key = address.key,
      address.repository == account.remoteID.rawValue
    else { throw NetworkError(.refused, "That is no post of this account.") }
    try points.spend(.delete, by: account.remoteID.rawValue, now: clock.now())
    let client = client(account)
    do {
      _ = try await client.procedure(
        "com.atproto.repo.deleteRecord",
        .json([
          "repo": address.repository, "collection": address.collection ?? Collection.post,
          "rkey": key,
        ]))
    } catch let error as NetworkError where error.kind == .refused || error.kind == .gone {
      // arroba takes it away and then stumbles over its own answer: what counts is whether it stands.
      guard try await record(at: address, client) == nil else { throw error }
    }
  }
}

/// A record as the server that keeps it tells it.
struct RecordView: Sendable {
  var address: String
  var cid: String?
  var record: PostRecord?
}

extension BlueskyNetwork {
  /// - Returns: `nil` when the server says that there is none.
  func record(at address: RecordAddress, _ client: Client) async throws -> RecordView? {
    let response: WireResponse
    do {
      response = try await client.query(
        "com.atproto.repo.getRecord",
        [
          ("repo", address.repository), ("collection", address.collection ?? ""),
          ("rkey", address.key ?? ""),
        ])
    } catch let error as NetworkError where error.kind == .gone {
      return nil
    }
    return try JSONReader.read(response, from: client.server) { reader in
      var view = RecordView(address: "")
      try reader.object { reader, key in
        switch key {
        case "uri": view.address = try reader.string() ?? ""
        case "cid": view.cid = try reader.string()
        case "value": view.record = try PostRecord(&reader)
        default: break
        }
      }
      return view
    }
  }
}

extension FacetFinder {
  /// The first one.
  var link: String? {
    found.lazy.compactMap { if case .link(let address) = $0.what { address } else { nil } }.first
  }
}
