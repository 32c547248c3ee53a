import HeedModel
public import HeedNetwork

extension MailNetwork {
  /// Brings what came since the cursor, at most a hundred mails in one go.
  ///
  /// A folder that was numbered anew (its UIDVALIDITY changed) is read again from two days before the last pass:
  /// what comes twice has the same id, and nothing is missed.
  public func listen(to source: ListeningSource) async throws -> Heard {
    var (mailbox, client) = try await enter(source.account)
    do {
      let heard = try await hear(source, mailbox, &client)
      await client.leave()
      return heard
    } catch {
      await client.close()
      throw error
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

  /// - Parameter client: another one afterwards where its connection broke.
  func hear(
    _ source: ListeningSource, _ mailbox: Mailbox, _ client: inout ImapClient
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
    let before = try await start(MailCursor(source.cursor), in: folder, client)
    let now = clock.now()
    var reading = FolderReading(
      client, limit: pace.mailBytes, at: before, turn: Self.turn(at: now)
    ) {
      try await reopened(folder, of: source.account)
    }
    defer { client = reading.client }
    var cursor = before
    guard let due = try await due(from: &cursor, in: folder, &reading) else {
      return try brokenOff(reading, before)
    }
    let again = cursor.heldNow(now)
    try await reading.read(due.taken.map(\.uid), isInDoubt: before.doubt > 0)
    try await reading.readAgain(again, isInDoubt: before.doubt > 0)
    await reading.complete(upTo: pace.wholeBytes)
    let isAsked = !due.taken.isEmpty || !again.isEmpty
    guard !isAsked || reading.isWitnessed || reading.fault == nil else {
      return try brokenOff(reading, before)
    }
    cursor.settle(reading.asked, unread: reading.unread, day: before.day, now: now)
    cursor.next = reading.untried.first ?? cursor.next
    cursor.doubt = reading.untried.isEmpty ? 0 : 1
    if !due.isMore, reading.untried.isEmpty { cursor.day = now.day }
    var finder = ParentFinder(
      client: reading.client, folders: ["INBOX"] + (sent.map { [$0] } ?? []), ours: ours(mailbox),
      budget: pace.searches, open: name)
    let posts = try await posts(
      of: reading.messages.sorted { $0.uid < $1.uid }, in: folder,
      Incoming(ours: ours(mailbox), isSent: isSent, now: now), &finder, &reading)
    let isMore = due.isMore || !reading.untried.isEmpty
    return Heard(
      events: posts.map { .post($0) }, cursor: cursor.text,
      next: isMore && !reading.isStopped ? .zero : isSent ? .minutes(5) : .seconds(60))
  }

  /// Scattered, and not counted up: a server that lets nobody in every second minute would meet the same turn each time.
  private static func turn(at now: Instant) -> Int {
    var bits = UInt64(bitPattern: now.minute) &* 0x9E37_79B9_7F4A_7C15
    bits ^= bits >> 29
    return Int((bits &* 0xBF58_476D_1CE4_E5B9) >> 33)
  }

  private func posts(
    of messages: [ImapMessage], in folder: ImapFolder, _ incoming: Incoming,
    _ finder: inout ParentFinder, _ reading: inout FolderReading
  ) async throws -> [RemotePost] {
    let mails = messages.map {
      ($0, MimeReader().read($0.body, isCut: reading.cut.contains($0.uid)))
    }
    finder.known = Set(mails.compactMap(\.1.messageID))
    var posts: [RemotePost] = []
    for (message, mail) in mails {
      let place = RemoteIDs.Place(
        validity: folder.validity, uid: message.uid, folder: folder.name,
        mark: RemoteIDs.mark(mail))
      posts.append(
        incoming.post(
          mail, id: RemoteIDs.post(mail, raw: message.body), local: place.text,
          parent: try await parent(of: mail, in: folder, &finder, &reading),
          arrivedAt: message.arrivedAt))
    }
    return posts
  }

  /// Looking for what a mail answers reads other mails, and the server may stumble at those: then what it says by itself
  /// has to do.
  private func parent(
    of mail: MailMessage, in folder: ImapFolder, _ finder: inout ParentFinder,
    _ reading: inout FolderReading
  ) async throws -> RemoteID? {
    for _ in 0..<2 {
      let before = reading.client
      guard await reading.mend() else { break }
      if reading.client !== before { finder.goOn(with: reading.client, open: folder.name) }
      do {
        return try await finder.parent(of: mail)
      } catch let error as NetworkError {
        reading.note(error)
      }
    }
    return ParentFinder.said(by: mail)
  }

  /// Where a pass came to nothing: the next one is careful at the same place, a few times; then it is said.
  private func brokenOff(_ reading: FolderReading, _ before: MailCursor) throws -> Heard {
    guard let fault = reading.fault else { return Heard(cursor: before.text, next: .seconds(60)) }
    guard reading.isStopped, before.doubt < MailCursor.mostDoubt else { throw fault }
    var cursor = before
    cursor.doubt += 1
    return Heard(cursor: cursor.text, next: fault.retryAfter ?? .seconds(60))
  }

  private func reopened(
    _ folder: ImapFolder, of account: AccountAccess?
  ) async throws -> ImapClient {
    let (_, client) = try await enter(account)
    do {
      guard try await client.examine(folder.name).validity == folder.validity else {
        throw MailFault.away(client.host)
      }
      return client
    } catch {
      await client.close()
      throw error
    }
  }

  func ours(_ mailbox: Mailbox) -> Set<String> { [MailAddress.key(mailbox.address)] }

  /// Where to begin.
  private func start(
    _ cursor: MailCursor?, in folder: ImapFolder, _ client: ImapClient
  ) async throws -> MailCursor {
    if let cursor, cursor.validity == folder.validity { return cursor }
    // What was set aside is looked for as well: its number means nothing any more.
    let day = cursor.map { ([$0.day] + $0.held.map(\.day)).min() ?? $0.day }
    let since = day.map { Instant(day: max(0, $0 - 2)) } ?? (clock.now() - pace.past)
    let recent = try await client.search([.text("SINCE \(ImapDate.text(since))")])
    return MailCursor(
      validity: folder.validity, next: recent.first ?? folder.next, day: since.day)
  }

  /// Messages between two numbers. Where the server stumbles at telling their sizes, their numbers alone.
  private func listed(
    _ low: UInt32, _ high: UInt32, isInDoubt: Bool, _ reading: inout FolderReading
  ) async throws -> [ImapMessage]? {
    if !isInDoubt {
      do {
        return try await reading.client.sizes(of: "\(low):\(high)").filter { $0.uid >= low }
      } catch let error as NetworkError {
        reading.note(error)
      }
    }
    guard await reading.mend() else { return nil }
    return try await reading.client.search([.text("UID \(low):\(high) UNDELETED UNDRAFT")])
      .filter { $0 >= low }.map { ImapMessage(uid: $0, size: pace.mailBytes) }
  }

  /// The messages of this pass; moves the cursor behind them. `nil` where the server let nobody in any more.
  private func due(
    from cursor: inout MailCursor, in folder: ImapFolder, _ reading: inout FolderReading
  ) async throws -> (taken: [ImapMessage], isMore: Bool)? {
    // Without anything to come a server answers `n:*` with its last message, which was heard.
    guard folder.count > 0 else {
      cursor.next = max(cursor.next, folder.next)
      return ([], false)
    }
    let isInDoubt = cursor.doubt > 0
    var end = cursor.next.addingReportingOverflow(UInt32(pace.messages * 4)).partialValue
    if end < cursor.next { end = .max }
    guard var found = try await listed(cursor.next, end, isInDoubt: isInDoubt, &reading) else {
      return nil
    }
    if found.isEmpty, end < folder.next &- 1 {
      // A wide gap: numbers of messages that are gone.
      let later = try await reading.client.search([.text("UID \(end):*")]).filter { $0 > end }
      guard let first = later.first else {
        cursor.next = max(cursor.next, folder.next)
        return ([], false)
      }
      cursor.next = first
      end = first.addingReportingOverflow(UInt32(pace.messages * 4)).partialValue
      if end < first { end = .max }
      guard let there = try await listed(first, end, isInDoubt: isInDoubt, &reading) else {
        return nil
      }
      found = there
    }
    var taken: [ImapMessage] = []
    var bytes = 0
    for message in found {
      bytes += min(message.size, pace.wholeBytes)
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
