public import HeedModel

/// Cards of facts and cautions that the team writes for itself.
public struct HouseRulesScreen: Screen {
  public var rules: [HouseRule]
  /// What was typed and not taken: `nil` as id is the new card.
  public var typed: Typed?
  public var problem: Problem?
  /// Where the words that wake the typed card cannot be read, and how to mend them.
  public var queryError: QueryError?

  /// A form that came back.
  public struct Typed: Sendable {
    public var id: ID<HouseRule>?
    public var kind: HouseRule.Kind
    public var title: String
    public var words: String
    public var query: String

    public init(
      id: ID<HouseRule>?, kind: HouseRule.Kind = .fact, title: String = "", words: String = "",
      query: String = ""
    ) {
      self.id = id
      self.kind = kind
      self.title = title
      self.words = words
      self.query = query
    }
  }

  public init(rules: [HouseRule], typed: Typed? = nil, problem: Problem? = nil) {
    self.rules = rules
    self.typed = typed
    self.problem = problem
  }

  public var room: Room? { .more }

  public func title(in page: PageContext) -> String { page.words.think.rules }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.think
    return """
      <div class="page">\(CrumbView.html(.more, page.words.shell.more))<h1>\(words.rules)</h1>
      <p class="lead">\(words.rulesLead)</p>
      \(HTML.when(rules.isEmpty, "<p class=\"empty\">\(words.noRules)</p>"))
      <ul class="list section">\(rules.html { card($0, in: page) })</ul>
      <section aria-labelledby="new-rule"><h2 id="new-rule">\(words.addRule)</h2>
      \(form(typed?.id == nil ? typed ?? Typed(id: nil) : Typed(id: nil), in: page))</section></div>
      """
  }

  private func card(_ rule: HouseRule, in page: PageContext) -> HTML {
    let words = page.words.think
    let back = typed.flatMap { $0.id == rule.id ? $0 : nil }
    let filled =
      back
      ?? Typed(
        id: rule.id, kind: rule.kind, title: rule.title, words: rule.words, query: rule.query)
    return """
      <li><div><p class="title"><b dir="auto">\(rule.title)</b> \
      \(RuleTag.html(rule, in: page))</p><p dir="auto">\(rule.words)</p>\
      <p class="soft"><code dir="auto">\(rule.query)</code></p>\
      <details\(attribute: "open", if: back != nil)><summary>\(words.changeRule)</summary>\
      \(form(filled, in: page))\
      \(Form.button(
        .removeHouseRule(rule.id), words.remove, in: page, kind: "btn quiet",
        describes: words.removeOf(rule.title)))</details></div></li>
      """
  }

  private func form(_ typed: Typed, in page: PageContext) -> HTML {
    let words = page.words.think
    let scope = typed.id?.description ?? "new"
    let wrong = self.typed?.id == typed.id && problem != nil ? page.wrong(problem) : nil
    func field(_ name: FieldName, _ label: String, _ value: String, hint: String? = nil) -> Field {
      Field(
        name, label, value: value, hint: hint, problem: wrong, scope: "rule-\(scope)",
        isRequired: true)
    }
    return Form.post(
      typed.id.map { Route.saveHouseRule($0) } ?? .addHouseRule, in: page,
      """
      \(field(.name, words.title, typed.title).input(direction: "auto"))
      \(field(.text, words.text, typed.words).area(rows: 3))
      \(field(.query, words.query, typed.query, hint: words.queryHint).input(direction: "auto"))
      \(HTML.with(wrong == nil ? nil : queryError) { error in
        QueryErrorView.html(error, in: page) { repair in
          // Its value comes after that of the field, and counts: the card is kept with it.
          """
          <button class="btn small" name="\(FieldName.query.rawValue)" value="\(repair)">\
          <code dir="ltr">\(repair)</code></button>
          """
        }
      })
      \(field(.kind, words.kind, typed.kind.rawValue).select([
        (HouseRule.Kind.fact.rawValue, words.fact), (HouseRule.Kind.caution.rawValue, words.caution),
      ]))
      <button class="btn">\(words.save)</button>
      """)
  }
}
