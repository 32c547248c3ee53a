public import HeedModel

/// Asks before somebody is erased: what goes, what stays, what backups still hold.
public struct ErasePersonScreen: Screen {
  public var person: ID<Person>
  public var name: String
  /// All that go: what is pressed erases these and no others.
  public var handles: [Handle]
  /// Others spoke in what they began.
  public var isAmongOthers: Bool
  public var hold: LegalHold?
  public var problem: Problem?

  public init(
    person: ID<Person>, name: String, handles: [Handle], isAmongOthers: Bool = false,
    hold: LegalHold? = nil, problem: Problem? = nil
  ) {
    self.person = person
    self.name = name
    self.handles = handles
    self.isAmongOthers = isAmongOthers
    self.hold = hold
    self.problem = problem
  }

  public var room: Room? { .people }

  public func title(in page: PageContext) -> String { page.words.rights.eraseTitle(name) }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.rights
    let asked: HTML =
      if let hold {
        """
        <div class="notice-box upset" role="alert"><p>\(words.eraseHeld(
          SpokenTime.atText(hold.endsAt, in: page)))</p><p dir="auto">\(hold.reason)</p></div>
        <p class="acts"><a class="btn" href="\(Route.person(person))">\(page.words.shell.cancel)</a></p>
        """
      } else {
        Form.post(
          .erasePerson(person), in: page,
          """
          \(handles.html { """
          <input type="hidden" name="\(FieldName.handle.rawValue)" value="\(String($0.id.value))">
          """ })\
          <p class="acts"><button class="btn grave">\(words.eraseYes)</button>\
          <a class="btn" href="\(Route.person(person))" data-close>\(page.words.shell.cancel)</a></p>
          """)
      }
    return """
      <div class="page">
      <h1>\(title(in: page))</h1>
      \(FormProblem.html(page.wrong(problem)))
      <p class="lead">\(words.eraseGoes)</p>
      <ul class="list">\(handles.html { "<li><bdi>\(HTML.address($0.address))</bdi></li>" })</ul>
      \(HTML.when(isAmongOthers, "<p>\(words.eraseAmongOthers)</p>"))
      <p>\(words.eraseStays)</p>
      <p>\(words.eraseBackups)</p>
      \(asked)</div>
      """
  }
}
