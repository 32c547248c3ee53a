public import HeedModel

/// A member chooses a new password by a link that a lead made.
public struct NewPasswordScreen: Screen {
  public var token: String
  /// `nil` where the link was used or is over.
  public var name: String?
  public var problem: Problem?

  public init(token: String, name: String?, problem: Problem? = nil) {
    self.token = token
    self.name = name
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.members.newPasswordTitle }

  public func body(in page: PageContext) -> HTML {
    let (words, join) = (page.words.members, page.words.join)
    guard let name else {
      return """
        <div class="page"><p class="brand">Heed</p><h1>\(words.passwordLinkOver)</h1>
        <p class="lead">\(words.passwordLinkOverHint)</p></div>
        """
    }
    return """
      <div class="page"><p class="brand">Heed</p>
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.newPasswordLead(name))</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.setPassword(token: token), in: page, """
      \(Field(.password, join.password, hint: join.passwordHint, problem: page.wrong(problem), isRequired: true)
        .input(type: "password", autocomplete: "new-password", direction: "ltr", autofocus: true))
      <button class="btn main">\(words.newPasswordKeep)</button>
      """))</div>
      """
  }
}
