import HeedModel

enum KnowingView {
  /// Under the head of a conversation: at most three, each with the reasons.
  static func line(_ helpers: [KnowingColleague], in page: PageContext) -> HTML {
    guard !helpers.isEmpty else { return "" }
    return """
      <p class="helpers"><span class="soft">\(page.words.help.couldKnow):</span> \
      \(HTML.join(helpers.prefix(3).map { one($0, in: page) }, by: " · "))</p>
      """
  }

  private static func one(_ helper: KnowingColleague, in page: PageContext) -> HTML {
    """
    <b><bdi>\(helper.colleague.name)</bdi></b> \
    <span class="soft">(\(reasons(helper.reasons, helper, in: page)))</span>
    """
  }

  static func reasons(_ reasons: [HelpReason], _ helper: KnowingColleague, in page: PageContext)
    -> String
  {
    reasons.map {
      text(
        $0, person: helper.person, language: helper.language, isElsewhere: helper.isElsewhere,
        in: page)
    }
    .joined(separator: ", ")
  }

  static func text(
    _ reason: HelpReason, person: String, language: String?, isElsewhere: Bool = false,
    in page: PageContext
  ) -> String {
    let words = page.words.help
    switch reason {
    case .askedFor: return words.askedFor
    case .answeredThis: return words.answeredThis
    case .knows(let since):
      return since.map { words.knowsSince(person, SpokenTime.day($0, in: page)) }
        ?? words.knows(person)
    case .knowsAbout(let said): return words.knowsAbout(said)
    case .speaks: return words.speaks(language.map { page.words.name(of: $0) } ?? "")
    case .wouldLike(let said): return words.wouldLike(said)
    case .newHere: return words.newHere
    case .wouldLearn: return words.wouldLearn
    case .here(let until):
      return until.map {
        words.isHereUntil(SpokenTime.until($0, isElsewhere: isElsewhere, in: page))
      } ?? words.isHere
    case .away(let until):
      return words.isAwayUntil(SpokenTime.date(ofDay: until, in: page))
    }
  }
}
