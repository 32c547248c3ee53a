public import HeedModel

/// That nearly these words were said before (T3).
public struct SaidBefore: Sendable {
  /// How often; at least so often where it is `isAtLeast`.
  public var times: Int
  public var isAtLeast: Bool
  /// To how many people.
  public var people: Int
  /// What came back to the newest of them.
  public var came: [EarlierAnswer.Came: Int]
  /// The newest, at most three.
  public var replies: [SaidReply]
}

extension Desk {
  /// From this share of the draft's shingles in one earlier reply on, it is shown.
  static let saidShare = 0.6
  static let saidReach = Duration.days(365)
  /// So many of each band and so many together are looked at while somebody types.
  static let saidEach = 60
  static let saidMost = 120
  private static let cameMost = 12

  /// Replies like a draft, of the last twelve months and of what the viewer may see; `nil` where there are none.
  public func saidBefore(
    _ text: String, to name: String, for viewer: Viewer
  ) async throws -> SaidBefore? {
    let draft = SaidShingles(String(text.prefix(10_000)), leavingOut: [name])
    // A greeting is nobody's hymn: a few shingles have to be there.
    guard draft.all.count >= 3 else { return nil }
    let since = clock.now() - Self.saidReach
    return try await record.read { tx in
      let alike = try tx.repliesAlike(
        bands: draft.bands, each: Self.saidEach, limit: Self.saidMost, for: viewer
      ).filter { said in
        said.at >= since
          && draft.containment(in: SaidShingles(said.words, leavingOut: [said.name]))
            >= Self.saidShare
      }.sorted { ($1.at, $1.reply) < ($0.at, $0.reply) }
      guard !alike.isEmpty else { return nil }
      var came: [EarlierAnswer.Came: Int] = [:]
      for said in alike.prefix(Self.cameMost) {
        guard let reply = try tx.reply(said.reply) else { continue }
        came[try Self.came(back: reply, tx, for: viewer), default: 0] += 1
      }
      return SaidBefore(
        times: alike.count, isAtLeast: alike.count >= Self.saidEach / 2,
        people: Set(alike.map { $0.handle?.value ?? $0.conversation.value }).count, came: came,
        replies: Array(alike.prefix(3)))
    }
  }

  /// Learns what went out since. Called by the janitor.
  func rememberSaid() async throws {
    let since = clock.now() - Self.saidReach
    while true {
      let replies = try await record.read { try $0.repliesToRemember(since: since, limit: 500) }
      guard !replies.isEmpty else { break }
      let known = replies.map {
        ($0.reply, $0.at, SaidShingles($0.words, leavingOut: [$0.name]).bands)
      }
      try await record.write { tx in
        for (reply, at, bands) in known { try tx.remember(reply, at: at, bands: bands) }
      }
      if replies.count < 500 { break }
    }
  }

  /// Lets go of what was said longer ago than it looks back.
  func forgetSaid() async throws {
    let since = clock.now() - Self.saidReach
    while try await record.write({ try $0.forgetSaid(before: since, limit: 200) }) == 200 {}
  }
}
