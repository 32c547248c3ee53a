import HeedModel

extension AuditScreen {
  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    <h1>\(page.words.shell.audit)</h1>
    <p class="lead">\(page.words.audit.lead)</p>
    <nav class="filters" aria-label="\(page.words.audit.parts)">\
    \(AuditPart.allCases.html { link($0, in: page) })</nav>
    <ol class="list section">\(rows.html { row($0, in: page) })</ol>
    \(HTML.when(rows.isEmpty, "<p class=\"empty\">\(page.words.audit.nothing)</p>"))
    \(OlderView.html(next.map { .audit(part, after: $0) }, in: page))
    </div>
    """
  }

  private func link(_ part: AuditPart, in page: PageContext) -> HTML {
    let words = page.words.audit
    let name =
      switch part {
      case .done: words.partDone
      case .access: words.partAccess
      case .all: words.partAll
      }
    return """
      <a href="\(Route.audit(part))"\
      \(attribute: "aria-current", part == self.part ? "page" : nil)>\(name)</a>
      """
  }

  private func row(_ row: AuditRow, in page: PageContext) -> HTML {
    let words = page.words.audit
    return """
      <li><p><b>\(row.by ?? words.theDesk)</b> \(words.name(of: row.kind))\
      \(HTML.with(row.other) { " (\($0))" })\(HTML.with(row.conversation) { """
       · <a class="go" href="\(Route.conversation($0))">\(words.conversation)</a>
      """ })</p><p class="soft">\(SpokenTime.ago(row.at, in: page))</p></li>
      """
  }
}
