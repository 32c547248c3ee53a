public import HeedDesk
import HeedModel

/// Everything about one person, to read.
public struct PersonEverythingScreen: Screen {
  public var export: PersonExport

  public init(export: PersonExport) { self.export = export }

  public var room: Room? { .people }

  private var name: String {
    let name = export.person?.name ?? ""
    return name.isEmpty ? export.handles.first?.address ?? "" : name
  }

  public func title(in page: PageContext) -> String { page.words.rights.exportTitle(name) }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.rights
    let names = Dictionary(export.members.map { ($0.id, $0.name) }) { $1 }
    return """
      <div class="page">
      \(HTML.with(export.person) { CrumbView.html(.person($0.id), name) })
      <h1><bdi>\(title(in: page))</bdi></h1>
      <p class="lead">\(words.exportLead)</p>
      \(HTML.when(export.hidden > 0, "<p class=\"soft\">\(words.exportHidden(export.hidden))</p>"))
      \(HTML.when(export.withheldNotes > 0, """
      <p class="soft">\(words.exportWithheld(export.withheldNotes))</p>
      """))\
      \(HTML.with(export.person) { """
      <p class="older"><a class="btn" href="\(Route.personFile($0.id))" download>\
      \(words.asFile)</a></p>
      """ })
      <section><h2>\(page.words.person.knownAs)</h2>\(export.handles.html { handle in
        PersonAsideView.knownAs(
          PersonAside.KnownAs(network: handle.network, address: handle.address, page: handle.page),
          in: page)
      })</section>
      \(part(words.exportSaid, export.posts.filter { isBetweenUs($0) }, in: page))
      \(part(words.exportHeard, export.posts.filter { isTheirs($0) && !isBetweenUs($0) }, in: page))
      \(part(words.askedNaming, export.posts.filter { !isTheirs($0) && !isBetweenUs($0) }, in: page))
      \(HTML.when(!export.theirWords.isEmpty, """
      <section><h2>\(words.theirWord)</h2>\(TheirWordText.list(export.theirWords, in: page))</section>
      """))
      \(HTML.when(!export.notes.isEmpty, """
      <section><h2>\(words.exportNotes)</h2><ol class="list">\(export.notes.html { note in
        """
        <li><div><p dir="auto">\(note.text)</p><p class="soft">\
        \(names[note.member] ?? page.words.talk.somebody) · \(SpokenTime.ago(note.at, in: page))</p>\
        </div></li>
        """
      })</ol></section>
      """))
      <section><h2>\(words.exportRows)</h2><p class="soft">\(words.exportRowsHint)</p>
      <dl class="facts">\(export.tables.html { "<dt>\(words.what($0.name))</dt><dd>\($0.rows.count)</dd>" })</dl>\
      </section></div>
      """
  }

  private func isTheirs(_ row: PostRow) -> Bool {
    row.post.author.map { id in export.handles.contains { $0.id == id } } ?? false
  }

  /// What they said to us and we said. What they said elsewhere was only heard.
  private func isBetweenUs(_ row: PostRow) -> Bool {
    row.post.direction == .ours || isTheirs(row) && row.post.direction == .toUs
  }

  private func part(_ title: String, _ rows: [PostRow], in page: PageContext) -> HTML {
    HTML.when(
      !rows.isEmpty,
      """
      <section><h2>\(title)</h2><ol class="list">\(rows.html { said($0, in: page) })</ol></section>
      """)
  }

  private func said(_ row: PostRow, in page: PageContext) -> HTML {
    """
    <li><div><p class="said" dir="auto">\(row.post.removedAt == nil ? row.post.text.plain : page.words.theirSide.gone)</p>\
    <p class="soft">\(AskedView.direction(row.post, in: page)) · \
    \(page.words.name(of: row.post.visibility)) · \(page.title(of: row.post.network)) · \
    \(SpokenTime.ago(row.post.publishedAt, in: page))</p></div></li>
    """
  }
}
