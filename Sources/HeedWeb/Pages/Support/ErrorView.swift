import HeedModel

extension ErrorScreen {
  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    <h1>\(title(in: page))</h1>
    <p class="lead">\(text.map(page.say) ?? page.words.errors.text(of: code))</p>
    \(HTML.with(way) { "<p class=\"older\"><a class=\"go\" href=\"\($0.href)\">\($0.label)</a></p>" })
    <p class="older"><a class="btn main" href="\(Route.home)">\(page.words.errors.home)</a></p>
    </div>
    """
  }
}

extension ErrorsWords {
  func title(of code: Problem.Code) -> String {
    switch code {
    case .invalid: invalid
    case .signedOut: signedOut
    case .forbidden: forbidden
    case .notFound: notFound
    case .conflict: conflict
    case .tooMany: tooMany
    case .unavailable: unavailable
    case .broken: broken
    }
  }

  func text(of code: Problem.Code) -> String {
    switch code {
    case .invalid: invalidText
    case .signedOut: signedOutText
    case .forbidden: forbiddenText
    case .notFound: notFoundText
    case .conflict: conflictText
    case .tooMany: tooManyText
    case .unavailable: unavailableText
    case .broken: brokenText
    }
  }
}
