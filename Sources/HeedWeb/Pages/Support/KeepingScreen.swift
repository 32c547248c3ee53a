public import HeedModel

/// How long words are kept, by network and kind, and what for.
public struct KeepingScreen: Screen {
  public var rules: [RetentionRule]
  public var networks: [NetworkName]
  public var showsNotes: Bool
  public var problem: Problem?

  public init(
    rules: [RetentionRule], networks: [NetworkName], showsNotes: Bool, problem: Problem? = nil
  ) {
    self.rules = rules
    self.networks = networks
    self.showsNotes = showsNotes
    self.problem = problem
  }

  public var room: Room? { .settings }

  public func title(in page: PageContext) -> String { page.words.rights.keepingTitle }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.rights
    return """
      <div class="page">
      \(CrumbView.html(.settings, page.words.shell.settings))
      <h1>\(words.keepingTitle)</h1>
      <p class="lead">\(words.keepingLead)</p>
      <p><a class="go" href="\(Route.notice)">\(page.words.settings.seeNotice)</a></p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.saveKeeping, in: page, """
      \(rules.enumerated().map { ($0, $1) }.html { rule($0.1, number: $0.0, in: page) })\
      \(rule(nil, number: rules.count, in: page))
      \(Field(.showsNotes, words.showNotes, hint: words.showNotesHint).box(isOn: showsNotes))
      <button class="btn main">\(page.words.shell.save)</button>
      """))</div>
      """
  }

  private func rule(_ rule: RetentionRule?, number: Int, in page: PageContext) -> HTML {
    let words = page.words.rights
    let scope = String(number)
    return """
      <fieldset class="group"><legend>\(rule == nil ? words.keepingNew : words.keepingRule)</legend>
      \(Field(.network, words.keepingWhere, value: rule?.network.rawValue ?? "", scope: scope)
        .select([("", words.keepingNone)] + networks.map { ($0.rawValue, page.title(of: $0)) }))
      \(Field(.kind, words.keepingWhat, value: rule?.kind.rawValue ?? "", scope: scope)
        .select(RetentionKind.allCases.map { ($0.rawValue, page.words.name(of: $0)) }))
      \(Field(.days, words.holdDays, value: String(rule?.days ?? 30), scope: scope)
        .number(1...36500, unit: page.words.settings.days))
      \(Field(.purpose, words.keepingPurpose, value: rule?.purpose ?? "", hint: rule == nil ? words.keepingNewHint : words.keepingPurposeHint, scope: scope)
        .input(direction: "auto", data: " maxlength=\"500\""))
      </fieldset>
      """
  }
}

extension Words {
  func name(of kind: RetentionKind) -> String {
    switch kind {
    case .aboutUs: rights.aboutUs
    case .conversations: rights.conversations
    case .privateTalk: rights.privateTalk
    }
  }
}
