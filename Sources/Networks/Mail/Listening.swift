import HeedModel
public import HeedNetwork

extension MailNetwork {
  /// Brings what came since the cursor, at most a hundred mails in one go.
  ///
  /// A folder that was numbered anew (its UIDVALIDITY changed) is read again from two days before the last pass:
  /// what comes twice has the same id, and nothing is missed.
  public func listen(to source: ListeningSource) async throws -> Heard {
    try await with(source.account) { mailbox, client in
      try await hear(source, mailbox, client)
    }
  }

  /// An address may be a mailbox of ours: it is heard after signing in to it, and nobody is asked before.
  public func offers(for typed: String) async throws -> [Offer] {
    let address = MailAddress.canonical(typed)
    let domain = MailAddress.domain(address)
    guard MailAddress.isUsable(typed.trimmed), domain.contains("."), !domain.contains("/") else {
      return []
    }
    return [
      Offer(
        network: name, kind: Kind.inbox, target: address, name: "Mail to \(address)",
        asks:
          "Once you go on, \(domain) is asked where its mail is kept, and you for its password.",
        can: """
          For a mailbox of yours: what people write to it, and answers from here. What passes there stays between whoever \
          wrote and those who answer.
          """, isBroad: true, needsAccount: true, signsInAs: address)
    ]
  }

  func hear(
    _ source: ListeningSource, _ mailbox: Mailbox, _ client: ImapClient
  ) async throws -> Heard {
    let isSent = source.kind == Kind.sent
    guard isSent || source.kind == Kind.inbox else {
      throw NetworkError(.unsupported, "Mailboxes are heard at “inbox” and “sent” alone.")
    }
    let sent = try await client.sentFolder()
    guard let name = isSent ? sent : "INBOX" else {
      // Nothing was ever sent from it, or its server keeps no copies.
      return Heard(cursor: source.cursor, next: .minutes(15))
    }
    let folder = try await client.examine(name)
    var cursor = try await start(MailCursor(source.cursor), in: folder, client)
    let due = try await due(from: &cursor, in: folder, client)
    let bodies = try await bodies(of: due.taken.map(\.uid), &cursor, client)
    var finder = ParentFinder(
      client: client, folders: ["INBOX"] + (sent.map { [$0] } ?? []), ours: ours(mailbox),
      budget: pace.searches, open: name)
    let incoming = Incoming(ours: ours(mailbox), isSent: isSent, now: clock.now())
    let mails = bodies.map { ($0, MimeReader().read($0.body)) }
    finder.known = Set(mails.compactMap(\.1.messageID))
    var events: [RemoteEvent] = []
    for (message, mail) in mails {
      let place = RemoteIDs.Place(validity: folder.validity, uid: message.uid, folder: name)
      events.append(
        .post(
          incoming.post(
            mail, id: RemoteIDs.post(mail, raw: message.body), local: place.text,
            parent: try await finder.parent(of: mail))))
    }
    cursor.day = clock.now().day
    return Heard(
      events: events, cursor: cursor.text,
      next: due.isMore ? .zero : isSent ? .minutes(5) : .seconds(60))
  }

  /// What is due, and what did not come before; notes in the cursor what did not come now.
  private func bodies(
    of uids: [UInt32], _ cursor: inout MailCursor, _ client: ImapClient
  ) async throws -> [ImapMessage] {
    let now = clock.now()
    let again = cursor.heldNow(now)
    var (messages, unread) = try await client.readable(uids, limit: pace.mailBytes)
    // Each by itself: what is spoilt is not asked for beside what is whole.
    for uid in again {
      let (found, still) = try await client.readable([uid], limit: pace.mailBytes)
      messages += found
      unread += still
    }
    cursor.settle(uids + again, unread: unread, now: now)
    return messages.sorted { $0.uid < $1.uid }
  }

  func ours(_ mailbox: Mailbox) -> Set<String> { [MailAddress.key(mailbox.address)] }

  /// Where to begin.
  private func start(
    _ cursor: MailCursor?, in folder: ImapFolder, _ client: ImapClient
  ) async throws -> MailCursor {
    if let cursor, cursor.validity == folder.validity { return cursor }
    let since =
      cursor.map { Instant(day: max(0, $0.day - 2)) } ?? (clock.now() - pace.past)
    let recent = try await client.search([.text("SINCE \(ImapDate.text(since))")])
    return MailCursor(
      validity: folder.validity, next: recent.first ?? folder.next, day: clock.now().day)
  }

  /// The messages of this pass; moves the cursor behind them.
  private func due(
    from cursor: inout MailCursor, in folder: ImapFolder, _ client: ImapClient
  ) async throws -> (taken: [ImapMessage], isMore: Bool) {
    // Without anything to come a server answers `n:*` with its last message, which was heard.
    guard folder.count > 0 else {
      cursor.next = max(cursor.next, folder.next)
      return ([], false)
    }
    var end = cursor.next.addingReportingOverflow(UInt32(pace.messages * 4)).partialValue
    if end < cursor.next { end = .max }
    var found = try await client.sizes(of: "\(cursor.next):\(end)").filter { $0.uid >= cursor.next }
    if found.isEmpty, end < folder.next &- 1 {
      // A wide gap: numbers of messages that are gone.
      let later = try await client.search([.text("UID \(end):*")]).filter { $0 > end }
      guard let first = later.first else {
        cursor.next = max(cursor.next, folder.next)
        return ([], false)
      }
      cursor.next = first
      end = first.addingReportingOverflow(UInt32(pace.messages * 4)).partialValue
      if end < first { end = .max }
      found = try await client.sizes(of: "\(first):\(end)").filter { $0.uid >= first }
    }
    var taken: [ImapMessage] = []
    var bytes = 0
    for message in found {
      bytes += min(message.size, pace.mailBytes)
      guard taken.isEmpty || (taken.count < pace.messages && bytes <= pace.passBytes) else {
        cursor.next = message.uid
        return (taken.filter(\.isHeard), true)
      }
      taken.append(message)
    }
    let isMore = end < folder.next &- 1
    let behind = (taken.last?.uid).map { $0 == .max ? $0 : $0 + 1 } ?? cursor.next
    cursor.next = max(behind, isMore ? end : folder.next)
    return (taken.filter(\.isHeard), isMore)
  }
}

extension ImapMessage {
  /// What is not yet sent, or is about to go, says nothing.
  var isHeard: Bool { !flags.contains("\\draft") && !flags.contains("\\deleted") }
}

extension MailNetwork: Streaming {
  /// Stays in the folder and is told of each new mail (IDLE, RFC 2177), on one connection.
  ///
  /// A server without IDLE is asked once a minute.
  public func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    let follower = Follower(network: self, source: source)
    return AsyncThrowingStream { try await follower.next() }
  }
}

/// Follows one folder for as long as somebody asks it for more.
private actor Follower {
  private let network: MailNetwork
  private var source: ListeningSource
  private var client: ImapClient?
  private var mailbox: Mailbox?

  init(network: MailNetwork, source: ListeningSource) {
    self.network = network
    self.source = source
  }

  deinit {
    // Whoever listened went away; the server need not wait for half an hour. Closing does not wait for anything.
    if let client { Task { await client.close() } }
  }

  func next() async throws -> Heard? {
    guard source.kind == MailNetwork.Kind.inbox else {
      throw NetworkError(.unsupported, "What was sent is looked at now and then.")
    }
    do {
      while true {
        try Task.checkCancellation()
        let (mailbox, client) = try await begun()
        let heard = try await network.hear(source, mailbox, client)
        let isNew = !heard.events.isEmpty || heard.cursor != source.cursor
        source.cursor = heard.cursor
        if isNew { return heard }
        // What came since is told by this, what comes from now on by the waiting.
        let folder = try await client.examine("INBOX")
        if let at = MailCursor(source.cursor), at.validity == folder.validity,
          folder.next <= at.next
        {
          try await wait(client)
        }
      }
    } catch {
      await client?.close()
      client = nil
      throw error
    }
  }

  private func begun() async throws -> (Mailbox, ImapClient) {
    if let mailbox, let client { return (mailbox, client) }
    let (mailbox, client) = try await network.enter(source.account)
    (self.mailbox, self.client) = (mailbox, client)
    guard await client.has("IDLE") else {
      throw NetworkError(
        .unsupported, "This server tells nothing by itself. It is asked once a minute.")
    }
    return (mailbox, client)
  }

  private func wait(_ client: ImapClient) async throws {
    try await withTaskCancellationHandler {
      _ = try await client.idle(for: network.pace.idle)
    } onCancel: {
      // The one thing that ends a wait for the other side. Nothing else is done with the client any more.
      Task { await client.close() }
    }
  }
}
