import HeedModel

extension AuditScreen {
  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    <h1>\(page.words.shell.audit)</h1>
    <p class="lead">\(page.words.audit.lead)</p>
    <ol class="list section">\(rows.html { row($0, in: page) })</ol>
    \(HTML.when(rows.isEmpty, "<p class=\"empty\">\(page.words.audit.nothing)</p>"))
    \(OlderView.html(next.map { .audit(after: $0) }, in: page))
    </div>
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
