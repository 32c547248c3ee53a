public import HeedModel
import HeedTopics

extension Desk {
  public func houseRules(for viewer: Viewer) async throws -> [HouseRule] {
    try requireVoice(viewer)
    return try await record.read { try $0.houseRules() }
  }

  /// Adds a card, or changes one.
  /// - Throws: `Problem(.invalid)` naming the field.
  public func saveHouseRule(
    _ id: ID<HouseRule>?, kind: HouseRule.Kind, title: String, words: String, query: String,
    by viewer: Viewer
  ) async throws {
    try requireVoice(viewer)
    let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = Self.trimmed(words)
    let query = query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !title.isEmpty, title.count <= 120 else {
      throw Problem(.invalid, "Give the card a short title.", field: "name")
    }
    guard !words.isEmpty, words.count <= 2000 else {
      throw Problem(.invalid, "Say the fact or the caution in a few sentences.", field: "text")
    }
    guard !query.isEmpty else {
      throw Problem(
        .invalid, "Say which words wake the card, as in a topic: charger OR \"power supply\".",
        field: "query")
    }
    _ = try Self.read(query)
    let now = clock.now()
    let fresh: ID<HouseRule> = newID()
    try await record.write { [self] tx in
      var rule = HouseRule(
        id: fresh, kind: kind, title: title, words: words, query: query,
        addedBy: viewer.member, addedAt: now)
      if let id {
        guard let known = try tx.houseRule(id), known.removedAt == nil else {
          throw Problem(.notFound, "That card was removed.")
        }
        rule.id = known.id
        rule.addedBy = known.addedBy
        rule.addedAt = known.addedAt
      }
      try tx.save(rule)
      try tx.append(event(.houseRuleChanged, by: viewer.member, subject: rule.id.value))
    }
  }

  public func removeHouseRule(_ id: ID<HouseRule>, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard var rule = try tx.houseRule(id), rule.removedAt == nil else { return }
      rule.removedAt = now
      rule.changedBy = viewer.member
      rule.changedAt = now
      try tx.save(rule)
      try tx.append(event(.houseRuleRemoved, by: viewer.member, subject: id.value))
    }
  }

  /// Cards that a draft touches, cautions first. They stand beside it and never in its way.
  static func touched(
    by text: String, language: String?, among rules: [HouseRule]
  ) -> [HouseRule] {
    guard !rules.isEmpty else { return [] }
    let document = PreparedDocument(
      TopicDocument(text: String(text.prefix(20_000)), language: language))
    return rules.filter { (try? TopicQuery($0.query))?.matches(document) ?? false }
      .sorted { ($0.kind == .caution ? 0 : 1, $0.title) < ($1.kind == .caution ? 0 : 1, $1.title) }
  }
}
