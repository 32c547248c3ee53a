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

  /// The service keeps no keys: whoever tries again looks first whether it stands there, and gives it the time to show.
  func say(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> Sent {
    let client = client(account)
    let prepared = try await beforeSending { () async throws -> (Sent?, WrittenPost) in
      guard message.media.isEmpty else {
        throw NetworkError(.refused, "No pictures can be sent in private there. Your text is kept.")
      }
      var post = WrittenPost(message)
      if stood(before: message) == nil, message.doubtedAt == nil {
        // Whoever keeps no mark has it as long as this process lives.
        before.note(
          try await mark(message, in: conversation, as: account), before: message.key)
      } else if let sent = try await settled(message, in: conversation, as: account) {
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

  /// Before the first attempt: what stands there by then is not this message. Of older pages only what reads the same
  /// could ever be taken for it: a reaction gives an old message a new revision.
  func mark(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> SaidBefore.Mark {
    let client = client(account)
    let text = WrittenPost(message).text
    var mark = SaidBefore.Mark(revision: "", ours: [])
    var below: String?
    for number in 0..<SaidBefore.pages {
      let (all, cursor, _) = try await page(of: conversation, below, client)
      if number == 0 { mark.revision = all.map(\.revision).max() ?? "" }
      mark.ours.formUnion(
        all.filter { $0.sender == account.remoteID.rawValue && $0.text == text }.map(\.id))
      guard let cursor, !all.isEmpty, cursor != below else { break }
      below = cursor
    }
    return mark
  }

  /// How the conversation stood before the first attempt, as the desk kept it with the message, or this process.
  private func stood(before message: OutgoingMessage) -> SaidBefore.Mark? {
    message.stoodBefore.map { SaidBefore.Mark($0) } ?? before[message.key]
  }

  /// Before a further attempt: the message, if it stands there.
  /// - Throws: `NetworkError` while it may still show, or where nobody can tell.
  private func settled(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> Sent? {
    guard message.doubtedAt != nil else {
      return try await said(message, in: conversation, as: account).sent
    }
    switch try await find(message, in: conversation, as: account) {
    case .there(let sent): return sent
    case .absent: return nil
    case .cannotTell:
      // The desk asks once more, by `find`, and gives it to a person.
      throw NetworkError(
        .refused, "It may or may not have arrived. Nothing is sent twice meanwhile.")
    }
  }

  /// The same words of ours, said there since the first attempt: by what stood there before it, else by the time at
  /// which they were written. Our clock may be ahead of the service's, whose times these are: the answer's own time says
  /// by how much, and only ever moves this back.
  /// - Returns: `isWhole` when all that was said since then was looked at.
  func said(
    _ message: OutgoingMessage, in conversation: String, as account: AccountAccess
  ) async throws -> (sent: Sent?, isWhole: Bool) {
    let client = client(account)
    let text = WrittenPost(message).text
    let mark = stood(before: message)
    var since = min(message.writtenAt, message.lookFrom, clock.now()) - .minutes(10)
    func isSince(_ view: MessageView) -> Bool {
      if let mark { return view.revision > mark.revision && !mark.ours.contains(view.id) }
      // Without a time it may be of any; to take it for another one could say it twice.
      return view.sentAt.map { $0 >= since } ?? true
    }
    func isBefore(_ view: MessageView) -> Bool {
      if let mark { return view.revision <= mark.revision }
      return view.sentAt.map { $0 < since } ?? false
    }
    var below: String?
    for number in 0..<10 {
      let (all, cursor, theirs) = try await page(of: conversation, below, client)
      if number == 0, let theirs { since = since + min(theirs - clock.now(), .zero) }
      let found = all.first {
        $0.sender == account.remoteID.rawValue && $0.text == text && isSince($0)
      }
      if let found { return (sent(found, conversation, account), true) }
      guard !all.contains(where: isBefore), let cursor, !all.isEmpty, cursor != below else {
        return (nil, true)
      }
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
    return try .absent(message, at: account.server, settling: settling, now: clock.now())
  }

  private func page(
    of conversation: String, _ below: String?, _ client: Client
  ) async throws -> (all: [MessageView], cursor: String?, at: Instant?) {
    let fields =
      [("convoId", conversation), ("limit", "100")] + (below.map { [("cursor", $0)] } ?? [])
    let response = try await client.query("chat.bsky.convo.getMessages", fields, of: .chat)
    let (all, cursor) = try MessageView.page(response, from: client.server)
    return (all, cursor, Dates.header(response.header("Date")))
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
      let (all, next, _) = try await page(of: view.id, below, client)
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
