import HeedModel

/// What this desk could gather, looked for now and then: kept as ids alone, and found again from the record after a restart.
actor GatheringBook {
  /// So far back people count as having said it now.
  static let reach = Duration.days(90)
  /// So many of the newest complaints, and as many wishes, are compared.
  static let most = 1_000

  private(set) var ideas: [GatheringIdea] = []
  private var seen: [Wish.Kind: Int] = [:]
  private var found: [Wish.Kind: [GatheringIdea]] = [:]

  /// Compares what was said, where anything changed since. Two queries, whatever the desk holds.
  func look(_ record: any Record, _ meanings: any MeaningFinding, now: Instant) async throws {
    for kind in Wish.Kind.allCases {
      let words = try await record.read {
        try $0.pressing(kind, since: now - Self.reach, limit: Self.most)
      }.filter { !Chasing.isAll($0.terms) }
      // Kept are a number and ids: of the words nothing stays in memory.
      var hasher = Hasher()
      for one in words { hasher.combine(one) }
      let state = hasher.finalize()
      guard seen[kind] != state else { continue }
      found[kind] = await AlikeWords.ideas(kind, among: words, meanings)
      seen[kind] = state
    }
    ideas = Wish.Kind.allCases.reversed().flatMap { found[$0] ?? [] }
  }
}
