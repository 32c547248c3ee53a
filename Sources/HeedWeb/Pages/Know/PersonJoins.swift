public import HeedModel

/// Which handles are one human's, and which may be.
public struct PersonJoins: Sendable {
  public var standing: [Joined]
  public var suggested: [Suggested]
  /// What a member decided against, the last first.
  public var apart: [Apart] = []
  /// What was typed and could not be joined, with what is wrong about it.
  public var typed = ""
  public var problem: Problem?

  /// Two handles that are joined.
  public struct Joined: Sendable {
    public var id: ID<HandleJoin>
    public var one: String
    public var other: String
    public var evidence: Shown
    /// `nil` where the network vouched for it.
    public var by: String?
    public var at: Instant
  }

  /// A handle that may be theirs.
  public struct Suggested: Sendable {
    public var other: ID<Handle>
    public var who: Who
    public var network: NetworkName
    /// The handle of theirs that it would be joined to.
    public var mine: String
    public var evidence: Shown
  }

  /// Two handles that are not one human's, as a member said.
  public struct Apart: Sendable {
    public var id: ID<HandleJoin>
    public var mine: String
    public var other: String
    public var evidence: Shown
    /// Never joined: what was suggested was declined.
    public var isDeclined: Bool
    /// `nil` where the network took its word back.
    public var by: String?
    public var at: Instant
  }

  /// What they gave, to be looked at.
  public struct Shown: Sendable {
    public var kind: JoinEvidence.Kind
    public var here: String
    public var there: String
    /// Where they said so, if the reader may see it.
    public var said: Route?

    public init(
      _ kind: JoinEvidence.Kind, here: String = "", there: String = "", said: Route? = nil
    ) {
      self.kind = kind
      self.here = here
      self.there = there
      self.said = said
    }
  }

  public init(standing: [Joined] = [], suggested: [Suggested] = []) {
    self.standing = standing
    self.suggested = suggested
  }
}

enum PersonJoinsView {
  static func html(_ joins: PersonJoins, of person: ID<Person>, in page: PageContext) -> HTML {
    let words = page.words.people
    return """
      \(HTML.when(!joins.standing.isEmpty, """
      <section aria-labelledby="joins"><h2 id="joins">\(words.joinsTitle)</h2>\
      <p class="soft">\(words.joinsLead)</p>
      <ul class="list">\(joins.standing.html { joined($0, in: page) })</ul></section>
      """))
      \(HTML.when(page.maySpeak && !joins.suggested.isEmpty, """
      <section aria-labelledby="perhaps"><h2 id="perhaps">\(words.suggestionsTitle)</h2>
      <ul class="list">\(joins.suggested.html { suggested($0, person, in: page) })</ul></section>
      """))
      \(HTML.when(!joins.apart.isEmpty, """
      <section aria-labelledby="apart"><h2 id="apart">\(words.apartTitle)</h2>
      <ul class="list">\(joins.apart.html { apart($0, on: person, in: page) })</ul></section>
      """))\
      \(HTML.when(page.maySpeak, byWord(joins, person, in: page)))
      """
  }

  private static func joined(_ joined: PersonJoins.Joined, in page: PageContext) -> HTML {
    let words = page.words.people
    return """
      <li><div><p class="title"><bdi>\(HTML.address(joined.one))</bdi> + <bdi>\(HTML.address(joined.other))</bdi></p>\
      <p>\(evidence(joined.evidence, in: page))</p>\
      <p class="soft">\(joined.by.map { words.joinedBy($0) } ?? words.joinedByNetwork) \
      \(SpokenTime.ago(joined.at, in: page))</p></div>\
      \(HTML.when(page.maySpeak, """
      <div class="ends">\(Form.button(
        .partHandles(joined.id), words.part, in: page,
        describes: words.partOf(joined.one, joined.other)))</div>
      """))</li>
      """
  }

  private static func suggested(
    _ found: PersonJoins.Suggested, _ person: ID<Person>, in page: PageContext
  ) -> HTML {
    let words = page.words.people
    let hidden = [
      (FieldName.handle.rawValue, found.other.description),
      (FieldName.kind.rawValue, found.evidence.kind.rawValue),
    ]
    return """
      <li><div><p class="title"><bdi>\(HTML.address(found.who.name))</bdi> \
      <span class="soft"><bdi>\(HTML.address(found.who.address))</bdi> · \(page.title(of: found.network))</span></p>\
      <p>\(evidence(found.evidence, in: page))</p></div>\
      <div class="ends">\(Form.button(
        .joinPerson(person), words.sameHuman, in: page, hidden: hidden,
        describes: words.sameHumanOf(found.who.address)))\
      \(Form.button(
        .declineJoin(person), words.notTheSame, in: page, hidden: hidden,
        describes: words.notTheSameOf(found.who.address)))</div></li>
      """
  }

  /// On their word alone it is joined anew by what they say, below.
  private static func apart(
    _ apart: PersonJoins.Apart, on person: ID<Person>, in page: PageContext
  ) -> HTML {
    let words = page.words.people
    let by = apart.by ?? page.words.talk.theDesk
    return """
      <li><div><p class="title"><bdi>\(HTML.address(apart.mine))</bdi> · <bdi>\(HTML.address(apart.other))</bdi></p>\
      <p>\(evidence(apart.evidence, in: page))</p>\
      <p class="soft">\(apart.isDeclined ? words.declinedBy(by) : words.partedBy(by)) \
      \(SpokenTime.ago(apart.at, in: page))</p></div>\
      \(HTML.when(page.maySpeak && apart.evidence.kind != .word, """
      <div class="ends">\(Form.button(
        .joinAgain(apart.id), words.joinAgain, in: page,
        hidden: [(FieldName.person.rawValue, person.description)],
        describes: words.sameHumanOf(apart.other)))</div>
      """))</li>
      """
  }

  private static func evidence(_ shown: PersonJoins.Shown, in page: PageContext) -> HTML {
    let words = page.words.people
    let text =
      switch shown.kind {
      case .links: words.links
      case .site: words.site
      case .mailAddress: words.mailAddress
      case .word: words.word
      case .moved: words.moved
      }
    let pages = [shown.here, shown.there].compactMap(ForeignAddress.safe).map { there -> HTML in
      "<a class=\"go\" href=\"\(there)\" rel=\"nofollow noopener noreferrer\"><bdi>\(there)</bdi></a>"
    }
    let said = HTML.with(shown.said) { " <a href=\"\($0)\">\(words.whereSaid)</a>" }
    return "\(text) \(HTML.join(pages, by: " · "))\(said)"
  }

  private static func byWord(_ joins: PersonJoins, _ person: ID<Person>, in page: PageContext)
    -> HTML
  {
    let words = page.words.people
    let field = Field(
      .typed, words.wordField, value: joins.typed, hint: words.wordHint,
      problem: page.wrong(joins.problem), isRequired: true)
    return """
      <details class="older"\(attribute: "open", if: joins.problem != nil)>\
      <summary>\(words.wordTitle)</summary>\(FormProblem.html(page.wrong(joins.problem)))\
      \(Form.post(.joinByWord(person), in: page, """
      \(field.input(direction: "auto"))<button class="btn">\(words.wordButton)</button>
      """))</details>
      """
  }
}
