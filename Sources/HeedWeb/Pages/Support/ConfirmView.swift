import HeedModel

extension ConfirmScreen {
  public var room: Room? {
    switch subject {
    case .topic: .topics
    case .source, .account: .sources
    case .member, .password: .members
    }
  }

  public func title(in page: PageContext) -> String {
    let words = page.words.confirm
    return switch subject {
    case .topic(_, let name): words.topic(name)
    case .source(_, let name): words.source(name)
    case .account(_, let name): words.account(name)
    case .member(_, let name): words.member(name)
    case .password(_, let name): page.words.members.newPasswordAsk(name)
    }
  }

  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    <h1>\(title(in: page))</h1>
    <p class="lead">\(what(in: page.words))</p>
    \(Form.post(action, in: page, """
    <p class="acts"><button class="btn grave">\(button(in: page.words))</button>\
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
    case .password(let id, _): .newPassword(id)
    }
  }

  private var back: Route {
    switch subject {
    case .topic(let id, _): .topic(id)
    case .source: .sources
    case .account(let id, _): .account(id)
    case .member, .password: .members
    }
  }

  /// What goes and what stays.
  private func what(in words: Words) -> String {
    switch subject {
    case .topic: words.confirm.topicText
    case .source: words.confirm.sourceText
    case .account: words.confirm.accountText
    case .member: words.confirm.memberText
    case .password: words.members.newPasswordAskText
    }
  }

  private func button(in words: Words) -> String {
    switch subject {
    case .topic, .source, .account: words.confirm.remove
    case .member(_, let name): words.confirm.leaves(name)
    case .password: words.members.newPasswordYes
    }
  }
}
