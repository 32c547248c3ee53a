import HeedModel

extension AuditScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.audit
    return """
      <div class="page">
      <h1>\(page.words.shell.audit)</h1>
      <p class="lead">\(words.lead)</p>
      <nav class="filters" aria-label="\(words.filter)">\
      \(link(words.byMembers, everything: false))\(link(words.everything, everything: true))</nav>
      \(HTML.when(!showsEverything, "<p class=\"soft\">\(words.byMembersHint)</p>"))
      <ol class="list section">\(rows.html { row($0, in: page) })</ol>
      \(HTML.when(rows.isEmpty, "<p class=\"empty\">\(words.nothing)</p>"))
      \(OlderView.html(next.map { .audit(everything: showsEverything, after: $0) }, in: page))
      </div>
      """
  }

  private func link(_ name: String, everything: Bool) -> HTML {
    """
    <a href="\(Route.audit(everything: everything))"\
    \(attribute: "aria-current", everything == showsEverything ? "page" : nil)>\(name)</a>
    """
  }

  private func what(_ what: AuditRow.What) -> HTML {
    let name: HTML = "<bdi>\(what.name)</bdi>"
    return HTML.choose(
      what.route == nil, ": \(name)",
      else: HTML.with(what.route) { ": <a class=\"go\" href=\"\($0)\">\(name)</a>" })
  }

  private func row(_ row: AuditRow, in page: PageContext) -> HTML {
    let words = page.words.audit
    return """
      <li><p><b>\(row.by ?? (EventKind.doneOutside.contains(row.kind) ? words.outside : words.theDesk))</b> \(words.name(of: row.kind))\
      \(HTML.with(row.other) { " (\($0))" })\(HTML.with(row.what) { what($0) })\(HTML.with(row.conversation) { """
       · <a class="go" href="\(Route.conversation($0))">\(words.conversation)</a>
      """ })</p><p class="soft">\(SpokenTime.ago(row.at, in: page))</p></li>
      """
  }
}
