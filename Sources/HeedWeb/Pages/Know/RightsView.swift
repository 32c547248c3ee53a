public import HeedModel

/// What a lead can do for somebody who asks, and what stands.
public struct PersonRights: Sendable {
  public var person: ID<Person>
  public var doNotContact: Bool
  public var hold: LegalHold?
  /// Who signed the hold.
  public var heldBy: String
  public var problem: Problem?
  /// They said themselves, on their side, that they are not to be written to.
  public var isTheirWord = false
  /// The reason of a hold that was not taken.
  public var typed = ""

  public init(
    person: ID<Person>, doNotContact: Bool, hold: LegalHold? = nil, heldBy: String = "",
    problem: Problem? = nil
  ) {
    self.person = person
    self.doNotContact = doNotContact
    self.hold = hold
    self.heldBy = heldBy
    self.problem = problem
  }
}

enum RightsView {
  static func html(_ rights: PersonRights, in page: PageContext) -> HTML {
    let words = page.words.rights
    return """
      <section aria-labelledby="rights"><h2 id="rights">\(words.title)</h2>
      <p class="soft">\(words.lead)</p>
      \(FormProblem.html(page.wrong(rights.problem)))
      \(HTML.when(page.mayLead, """
      <p class="acts"><a class="btn" href="\(Route.personEverything(rights.person))">\
      \(words.everything)</a><a class="btn" href="\(Route.personFile(rights.person))" download>\
      \(words.asFile)</a></p>
      """))
      \(HTML.when(page.maySpeak, """
      <p class="acts">\(HTML.when(!rights.isTheirWord, Form.button(
        .setContact(rights.person), rights.doNotContact ? words.mayWrite : words.noteDontWrite,
        in: page, hidden: [(FieldName.allowed.rawValue, rights.doNotContact ? "1" : "0")])))\
      \(HTML.when(rights.isTheirWord, HTML(escaping: words.theirWordNotToWrite)))</p>
      <p class="soft">\(words.dontWriteHint)</p>
      """))
      \(HTML.when(page.mayLead, hold(rights, in: page)))
      \(HTML.when(page.mayLead, """
      <p class="older"><a class="btn grave" href="\(Route.erasePersonForm(rights.person))">\
      \(words.erase)</a></p>
      """))</section>
      """
  }

  private static func hold(_ rights: PersonRights, in page: PageContext) -> HTML {
    let words = page.words.rights
    guard let hold = rights.hold else {
      return """
        <details\(attribute: "open", if: rights.problem != nil)><summary>\(words.holdTitle)</summary>
        \(Form.post(.holdPerson(rights.person), in: page, """
        \(Field(.word, words.holdReason, value: rights.typed, hint: words.holdHint, problem: page.wrong(rights.problem), isRequired: true)
          .area(rows: 2))
        \(Field(.days, words.holdDays, value: "365", problem: page.wrong(rights.problem))
          .number(1...3650, unit: page.words.settings.days))
        <button class="btn">\(words.setHold)</button>
        """))</details>
        """
    }
    return """
      <div class="notice-box"><p><b>\(words.holdTitle)</b></p>
      <p>\(words.holdStands(SpokenTime.atText(hold.endsAt, in: page), rights.heldBy))</p>
      <p dir="auto">\(hold.reason)</p>
      \(Form.button(.liftHold(rights.person), words.liftHold, in: page))</div>
      """
  }
}

enum TheirWordText {
  /// What somebody said on their side, to follow their name.
  static func text(_ word: TheirWord, in page: PageContext) -> String {
    let words = page.words.rights
    return switch word.kind {
    case .solved: words.saidSolved
    case .fine: words.saidFine
    case .notToday:
      words.saidNotToday(SpokenTime.atText(word.restsUntil ?? word.saidAt, in: page))
    case .broken: words.saidBroken
    case .named: words.saidNamed
    case .doNotWrite: words.saidDontWrite
    case .mayWrite: words.saidMayWrite
    case .forgetMe: words.saidForgetMe
    case .readWrongly:
      words.saidReadWrongly(
        ReadingText.text(
          word.reading ?? Reading(), unknown: page.words.theirSide.notRead, in: page))
    case .notAsked: words.saidNotAsked
    }
  }

  static func list(_ said: [TheirWord], in page: PageContext) -> HTML {
    """
    <ul>\(said.reversed().html { word in
      """
      <li>\(text(word, in: page)) <span class="soft">\(SpokenTime.ago(word.saidAt, in: page))</span></li>
      """
    })</ul>
    """
  }
}
