import HeedModel

extension ConfirmScreen {
  public var room: Room? {
    switch subject {
    case .topic: .topics
    case .source, .account: .sources
    case .member: .members
    }
  }

  public func title(in page: PageContext) -> String {
    let words = page.words.confirm
    return switch subject {
    case .topic(_, let name): words.topic(name)
    case .source(_, let name): words.source(name)
    case .account(_, let name): words.account(name)
    case .member(_, let name): words.member(name)
    }
  }

  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    <h1>\(title(in: page))</h1>
    <p class="lead">\(what(in: page.words.confirm))</p>
    \(Form.post(action, in: page, """
    <p class="acts"><button class="btn grave">\(button(in: page.words.confirm))</button>\
    <a class="btn" href="\(back)" data-close>\(page.words.shell.cancel)</a></p>
    """))</div>
    """
  }

  private var action: Route {
    switch subject {
    case .topic(let id, _): .deleteTopic(id)
    case .source(let id, _): .deleteSource(id)
    case .account(let id, _): .deleteAccount(id)
    case .member(let id, _): .leave(id)
    }
  }

  private var back: Route {
    switch subject {
    case .topic(let id, _): .topic(id)
    case .source: .sources
    case .account(let id, _): .account(id)
    case .member: .members
    }
  }

  /// What goes and what stays.
  private func what(in words: ConfirmWords) -> String {
    switch subject {
    case .topic: words.topicText
    case .source: words.sourceText
    case .account: words.accountText
    case .member: words.memberText
    }
  }

  private func button(in words: ConfirmWords) -> String {
    if case .member(_, let name) = subject { words.leaves(name) } else { words.remove }
  }
}
