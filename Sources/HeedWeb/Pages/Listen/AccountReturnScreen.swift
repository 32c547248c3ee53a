import HeedModel

/// A network sent the member back with a code. Their own hand sends it on, so that a link from
/// elsewhere cannot connect an account here.
public struct AccountReturnScreen: Screen {
  public var server: String
  public var code: String
  /// What the first step left with the browser, sealed.
  public var state: String
  /// What the network said when it refused.
  public var failure: String?

  public init(server: String, code: String, state: String, failure: String? = nil) {
    self.server = server
    self.code = code
    self.state = state
    self.failure = failure
  }

  public var room: Room? { .sources }
  public func title(in page: PageContext) -> String { page.words.account.signInTo(server) }
}

extension AccountReturnScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.account
    let isReady = !code.isEmpty && !state.isEmpty
    return """
      <div class="page">
      \(CrumbView.html(.newAccount, words.new))
      <h1>\(title(in: page))</h1>
      \(HTML.with(failure) { "<p class=\"notice-box upset\">\(Icon.trouble)\($0)</p>" })
      \(HTML.when(isReady, Form.post(.finishAccount, in: page, """
      <input type="hidden" name="\(FieldName.state.rawValue)" value="\(state)">
      <input type="hidden" name="\(FieldName.code.rawValue)" value="\(code)">
      <button class="btn main">\(words.finish)</button>
      """)))
      \(HTML.when(!isReady, "<p><a class=\"go\" href=\"\(Route.newAccount)\">\(words.new)</a></p>"))
      </div>
      """
  }
}
