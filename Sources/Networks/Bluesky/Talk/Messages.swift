import HeedModel
import HeedNetwork

/// Messages in private: `chat.bsky.convo`, which an account's own server hands on to the service that keeps them.
extension BlueskyNetwork {
  /// The conversation that a message goes to: the one that it answers in, or one with the author of a post that is
  /// answered in private. `nil` for what is said in public.
  func conversation(
    for message: OutgoingMessage, _ account: AccountAccess
  ) async throws -> String? {
    guard let parent = message.inReplyTo else {
      guard message.visibility == .private else { return nil }
      throw NetworkError(.refused, "A private message needs somebody to go to. Your text is kept.")
    }
    // What was said in private is answered there, whatever was chosen.
    if let conversation = RemoteIDs.conversation(of: parent.remoteID) { return conversation }
    guard message.visibility == .private else { return nil }
    guard let author = RecordAddress(parent.remoteID.rawValue)?.repository else {
      throw NetworkError(.refused, "Nobody is known who wrote what you answer. Your text is kept.")
    }
    let client = client(account)
    let response = try await client.query(
      "chat.bsky.convo.getConvoForMembers", [("members", author)], of: .chat)
    guard let found = try ConversationView.page(response, from: client.server).all.first else {
      throw NetworkError(.malformed, "\(client.server) named no conversation with them.")
    }
    return found.id
  }

  /// The service keeps no keys: whoever tries again looks first whether it stands there.
  func say(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> Sent {
    let client = client(account)
    let prepared = try await beforeSending { () async throws -> (Sent?, WrittenPost) in
      guard message.media.isEmpty else {
        throw NetworkError(.refused, "No pictures can be sent in private there. Your text is kept.")
      }
      var post = WrittenPost(message)
      if let sent = try await said(message, in: conversation, as: account).sent {
        return (sent, post)
      }
      post.facets = try await facets(of: post.text)
      return (nil, post)
    }
    if let sent = prepared.0 { return sent }
    var body: [String: any Sendable] = ["text": prepared.1.text]
    if !prepared.1.facets.isEmpty { body["facets"] = prepared.1.facets }
    let response = try await client.procedure(
      "chat.bsky.convo.sendMessage", .json(["convoId": conversation, "message": body]), of: .chat)
    let view = try MessageView.one(response, from: client.server)
    return sent(view, conversation, account)
  }

  /// The same words of ours, said there since they were written here. Clocks may differ by a few seconds.
  /// - Returns: `isWhole` when all that was said since then was looked at.
  func said(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> (sent: Sent?, isWhole: Bool) {
    let client = client(account)
    let text = WrittenPost(message).text
    let since = message.writtenAt - .seconds(10)
    var below: String?
    for _ in 0..<10 {
      let (all, cursor) = try await page(of: conversation, below, client)
      for view in all where view.sender == account.remoteID.rawValue && view.text == text {
        if let at = view.sentAt, at >= since { return (sent(view, conversation, account), true) }
      }
      let reachesBack = all.contains { $0.sentAt.map { $0 < since } ?? false }
      guard !reachesBack, let cursor, !all.isEmpty, cursor != below else { return (nil, true) }
      below = cursor
    }
    return (nil, false)
  }

  /// Not found is absent only once the service had its time: it may show a message a moment after it took it.
  func find(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> Found {
    let found = try await said(message, in: conversation, as: account)
    if let sent = found.sent { return .there(sent) }
    guard found.isWhole else { return .cannotTell }
    return try .absent(
      at: account.server, firstTriedAt: message.firstTriedAt, settling: settling, now: clock.now())
  }

  private func page(
    of conversation: String, _ below: String?, _ client: Client
  ) async throws -> (all: [MessageView], cursor: String?) {
    let fields =
      [("convoId", conversation), ("limit", "100")] + (below.map { [("cursor", $0)] } ?? [])
    let response = try await client.query("chat.bsky.convo.getMessages", fields, of: .chat)
    return try MessageView.page(response, from: client.server)
  }

  private func sent(
    _ view: MessageView, _ conversation: String, _ account: AccountAccess
  ) -> Sent {
    Sent(
      reference: RemoteReference(remoteID: RemoteIDs.message(conversation, view.id)),
      at: view.sentAt ?? clock.now())
  }

  /// What was said in one conversation lately, oldest first: each message answers the one before it.
  func messages(
    in conversation: String, _ client: Client, _ account: AccountAccess
  ) async throws -> [RemoteEvent] {
    let response = try await client.query(
      "chat.bsky.convo.getConvo", [("convoId", conversation)], of: .chat)
    guard let view = try ConversationView.page(response, from: client.server).all.first else {
      throw NetworkError(.gone, "This conversation is not there any more.")
    }
    let all = try await page(of: conversation, nil, client).all
    return events(all.reversed(), in: view, account, after: nil)
  }

  /// What changed since the cursor, which is the newest revision that is known. It moves only when all was read.
  func messages(of client: Client, since cursor: String?) async throws -> Heard {
    guard let account = client.account else { return Heard(cursor: cursor) }
    let known = cursor.flatMap { RecordKey.isTime($0) ? $0 : nil }
    var newest = known ?? ""
    var events: [RemoteEvent] = []
    var below: String?
    var pages = 0
    while true {
      let fields = [("limit", "50")] + (below.map { [("cursor", $0)] } ?? [])
      let response = try await client.query("chat.bsky.convo.listConvos", fields, of: .chat)
      let (all, next) = try ConversationView.page(response, from: client.server)
      let changed = all.filter { known == nil || $0.revision > known ?? "" }
      for view in changed {
        newest = max(newest, view.revision)
        events += try await changes(in: view, since: known, client, account)
      }
      pages += 1
      guard changed.count == all.count, !all.isEmpty, let next, next != below,
        known != nil || pages < 2, pages < 100
      else { break }
      below = next
    }
    return Heard(events: events, cursor: newest.isEmpty ? cursor : newest)
  }

  private func changes(
    in view: ConversationView, since known: String?, _ client: Client, _ account: AccountAccess
  ) async throws -> [RemoteEvent] {
    var found: [MessageView] = []
    var below: String?
    while true {
      let (all, next) = try await page(of: view.id, below, client)
      found += all
      let isKnown = known.map { known in all.contains { $0.revision <= known } } ?? true
      guard !isKnown, !all.isEmpty, let next, next != below, found.count < 10_000 else { break }
      below = next
    }
    return events(found.reversed(), in: view, account, after: known)
  }

  /// - Parameters:
  ///   - all: oldest first.
  ///   - known: what is not newer than this was told before.
  private func events(
    _ all: [MessageView], in view: ConversationView, _ account: AccountAccess, after known: String?
  ) -> [RemoteEvent] {
    let people = Dictionary(view.members.map { ($0.did, $0.known) }) { first, _ in first }
    let me = account.remoteID.rawValue
    let now = clock.now()
    var previous: RemoteID?
    var events: [RemoteEvent] = []
    for message in all {
      let id = RemoteIDs.message(view.id, message.id)
      defer { previous = id }
      if let known, message.revision <= known { continue }
      guard let words = message.text else {
        events.append(.removed(id))
        continue
      }
      let (text, mentions) = PostText.richText(words, message.facets)
      events.append(
        .post(
          RemotePost(
            reference: RemoteReference(remoteID: id),
            author: Incoming.author(message.sender, people[message.sender]),
            publishedAt: min(message.sentAt ?? now, now), parent: previous,
            toUs: message.sender != me, visibility: .private, text: text,
            mentions: mentions.compactMap(RemoteIDs.person))))
    }
    return events
  }

  /// Whether the account's right covers private messages; no failure.
  func mayTalkInPrivate(_ account: AccountAccess) async -> Bool {
    var client = client(account)
    client.renews = false
    return
      (try? await client.query("chat.bsky.convo.listConvos", [("limit", "1")], of: .chat)) != nil
  }

  /// What somebody is called; `nil` when it cannot be asked now.
  func profile(of did: String, through account: AccountAccess) async -> Known? {
    var client = client(account)
    client.renews = false
    guard
      let response = try? await client.query(
        "app.bsky.actor.getProfile", [("actor", did)], of: .view),
      let person = try? JSONReader.read(response, from: client.server, { try PersonView(&$0) }),
      person.did == did
    else { return nil }
    return person.known
  }
}
