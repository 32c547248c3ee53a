import HeedDesk
import HeedModel

extension Call {
  func houseRules() async throws -> Answer {
    .page(HouseRulesScreen(rules: try await desk.houseRules(for: viewer)))
  }

  func saveHouseRule(_ id: ID<HouseRule>?) async throws -> Answer {
    let kind = HouseRule.Kind(rawValue: form[.kind]) ?? .fact
    do {
      try await desk.saveHouseRule(
        id, kind: kind, title: form[.name], words: form[.text], query: form[.query], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      let typed = HouseRulesScreen.Typed(
        id: id, kind: kind, title: form[.name], words: form[.text], query: form[.query])
      return .page(
        HouseRulesScreen(
          rules: try await desk.houseRules(for: viewer), typed: typed, problem: problem),
        status: 422)
    }
    return .see(.houseRules, .houseRuleSaved)
  }

  func removeHouseRule() async throws -> Answer {
    try await desk.removeHouseRule(id(), by: viewer)
    return .see(.houseRules, .houseRuleRemoved)
  }

  /// What there is to think of before a draft goes: what everybody would read, house rules, what was said before.
  func thoughts(
    _ look: ComposerLook, text: String, visibility: Visibility?, language: String?,
    in id: ID<Conversation>, partner: String
  ) async throws -> ComposerLook {
    guard !text.allSatisfy(\.isWhitespace) else { return look }
    var look = look
    let viewer = try viewer
    look.unsaid = try await desk.unsaid(in: text, visibility: visibility, of: id, for: viewer)
    look.cross = desk.mayReadCross(text, language: language)
    look.rules = try await desk.houseRules(touching: text, language: language, for: viewer)
    if let said = try await desk.saidBefore(text, to: partner, for: viewer) {
      look.saidBefore = SaidBeforeNote(
        times: said.times, isAtLeast: said.isAtLeast, people: said.people,
        came: EarlierAnswer.Came.allCases.compactMap { came in
          said.came[came].map { (came: came, times: $0) }
        },
        replies: said.replies.map {
          (
            conversation: $0.conversation, post: $0.post,
            name: $0.name.isEmpty ? page.words.talk.somebody : $0.name, at: $0.at
          )
        },
        search: said.replies.first.map { Self.tellingWords($0.words) } ?? "")
    }
    return look
  }

  /// The three longest words, to search for what they answer.
  private static func tellingWords(_ text: String) -> String {
    let words = text.split { !$0.isLetter }.filter { $0.count > 4 }.map { $0.lowercased() }
    return Set(words).sorted { ($1.count, $0) < ($0.count, $1) }.prefix(2).joined(separator: " ")
  }
}
