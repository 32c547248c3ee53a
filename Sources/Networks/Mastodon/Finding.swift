import HeedModel
public import HeedNetwork

extension MastodonNetwork {
  /// Reads our own posts since the first attempt.
  ///
  /// `absent` is said only when the list certainly covers that time, the server would show such a
  /// post there, and it had time enough to finish what it may have begun.
  /// - Throws: `NetworkError`, `temporary` with `retryAfter` while the server may still be at it.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    let intake = try await self.intake(client(account), account: account)
    guard let me = try await ownID(account, intake.client) else { return .cannotTell }
    let parent = try await message.inReplyTo.asyncMap { try await intake.find($0) } ?? nil
    let wanted = Likeness(message.text)
    let visibility = Outgoing.narrower(
      message.visibility, parent.map { intake.visibility(of: $0) })
    var below: String?
    var met: Set<String> = []
    var reachesBack = false
    for _ in 0..<10 {
      var query = [("limit", "40"), ("exclude_reblogs", "true")]
      if let below { query.append(("max_id", below)) }
      let answer: Client.Answer<Lenient<Status>> =
        try await intake.client.get(Path.posts(of: me), query)
      let since = start(of: message, by: answer.response)
      let fresh = answer.value.items.filter { met.insert($0.id).inserted }
      for status in fresh {
        // Without a time it may be of any; to take it for another one could say it twice.
        let at = Dates.instant(status.createdAt) ?? clock.now()
        let answersTheSame =
          message.inReplyTo == nil
          ? status.parent == nil : parent == nil || status.parent == parent?.id
        if at < since {
          reachesBack = true
        } else if answersTheSame, wanted.isLike(status, domain: intake.knowledge.domain) {
          return .there(await sent(status, intake))
        }
      }
      // Nothing below; or a server without pages, which showed all it has. A list that could not be
      // read in part proves nothing.
      let isWhole = !answer.value.isUnsaid && answer.value.items.count == answer.value.count
      guard isWhole else { return .cannotTell }
      if fresh.isEmpty && answer.value.count < 40 { reachesBack = true }
      guard !reachesBack, let last = fresh.last else { break }
      below = Link.below(answer.response) ?? last.id
    }
    guard reachesBack else { return .cannotTell }
    guard intake.knowledge.ownListShows(visibility) else { return .cannotTell }
    return try settled(message, intake)
  }

  /// Whatever was accepted just now may show only in a moment; a server that keeps keys sorts out
  /// a second attempt itself.
  private func settled(_ message: OutgoingMessage, _ intake: Intake) throws -> Found {
    let now = clock.now()
    if let life = intake.knowledge.keyLife, now - message.firstTriedAt < life { return .absent }
    return try .absent(message, at: intake.server.host, settling: settling, now: now)
  }

  /// The first attempt by the server's clock, with two minutes for what clocks and queues differ,
  /// and half an hour where no clock is told. `Date` may be that of a proxy in front, and ahead of
  /// the clock that dates posts: it only ever moves this back.
  private func start(of message: OutgoingMessage, by response: WireResponse) -> Instant {
    guard let theirs = Dates.header(response.header("Date")) else {
      return message.lookFrom - .minutes(30)
    }
    return message.lookFrom + min(theirs - clock.now(), .zero) - .minutes(2)
  }

  private func ownID(_ account: AccountAccess, _ client: Client) async throws -> String? {
    if let id = account.credentials["id"] { return id }
    let me: Profile = try await client.get(Path.credentials).value
    return me.id
  }
}

/// Compares what we wrote with what a server made of it: its markup, its spaces, the names that
/// it shortened, and the name that we put in front are left aside.
struct Likeness {
  private let words: [Substring]
  private let bare: String

  init(_ text: String) {
    words = Self.words(text)
    bare = Self.bare(text)
  }

  func isLike(_ status: Status, domain: String) -> Bool {
    let text = Incoming.text(of: status, domain: domain).plain
    let theirs = Self.words(text)
    if words.isEmpty { return theirs.isEmpty && Self.bare(text) == bare }
    return words == theirs
  }

  /// Letters and digits only: servers curl quotes, drop marks of Markdown and break lines anew.
  /// Names go, as a server writes them with or without a host.
  private static func words(_ text: String) -> [Substring] {
    let kept = text.lowercased().split(whereSeparator: \.isWhitespace).filter {
      !$0.hasPrefix("@")
    }.joined(separator: " ")
    return kept.split { !($0.isLetter || $0.isNumber) }
  }

  private static func bare(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("@") }.joined()
  }
}

extension Optional where Wrapped: Sendable {
  func asyncMap<T>(_ transform: (Wrapped) async throws -> T) async rethrows -> T? {
    guard let self else { return nil }
    return try await transform(self)
  }
}
