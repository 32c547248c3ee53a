public import HeedModel

/// What people ask for, and what keeps hurting them.
public struct WishesScreen: Screen {
  public var filter: WishFilter
  public var rows: [WishRow]
  public var next: String?
  /// What was settled and said in public; on the first page of the settled ones alone.
  public var saidAndDone: [WishRow]
  /// What several people said alike; on the first page of the open ones alone.
  public var suggested: [SuggestedWishPart] = []
  /// Nothing is open, but something of it was settled.
  public var hasSettled = false
  public var problem: Problem?

  public init(
    filter: WishFilter = WishFilter(), rows: [WishRow], next: String? = nil,
    saidAndDone: [WishRow] = []
  ) {
    self.filter = filter
    self.rows = rows
    self.next = next
    self.saidAndDone = saidAndDone
  }

  public var room: Room? { .wishes }

  public func title(in page: PageContext) -> String { page.words.wishes.title }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.wishes
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      <p class="lead">\(words.lead)</p>
      <nav class="filters" aria-label="\(words.status)">\
      \(link(words.open, WishFilter(kind: filter.kind, isOpen: true), in: page))\
      \(link(words.settled, WishFilter(kind: filter.kind, isOpen: false), in: page))</nav>
      <nav class="filters" aria-label="\(words.kind)">\
      \(link(words.both, WishFilter(kind: nil, isOpen: filter.isOpen), in: page))\
      \(link(words.wishesOnly, WishFilter(kind: .wish, isOpen: filter.isOpen), in: page))\
      \(link(words.causesOnly, WishFilter(kind: .cause, isOpen: filter.isOpen), in: page))</nav>
      \(FormProblem.html(page.wrong(problem)))
      \(suggestions(in: page))
      <ol class="list section" data-rows>\(rows.html { row($0, in: page) })</ol>
      \(HTML.when(rows.isEmpty, empty(in: page)))
      \(OlderView.html(next.map { .wishes(filter, after: $0) }, in: page))
      \(HTML.when(!saidAndDone.isEmpty, """
      <section aria-labelledby="done"><h2 id="done">\(words.saidAndDone)</h2>\
      <p class="soft">\(words.saidAndDoneLead)</p>
      <ul class="list">\(saidAndDone.html { said($0, in: page) })</ul></section>
      """))
      </div>
      """
  }

  private func link(_ name: String, _ filter: WishFilter, in page: PageContext) -> HTML {
    """
    <a href="\(Route.wishes(filter))"\
    \(attribute: "aria-current", filter == self.filter ? "page" : nil)>\(name)</a>
    """
  }

  private func suggestions(in page: PageContext) -> HTML {
    guard !suggested.isEmpty else { return "" }
    let words = page.words.wishes
    return """
      <section aria-labelledby="suggested"><h2 id="suggested">\(words.suggested)</h2>\
      <p class="soft">\(words.suggestedLead)</p>\
      \(suggested.enumerated().html {
        SuggestedWishView.html(
          $0.element, scope: "s\($0.offset)", hasKey: $0.offset == 0, in: page)
      })</section>
      """
  }

  private func row(_ row: WishRow, in page: PageContext) -> HTML {
    let words = page.words.wishes
    return """
      <li><div><p class="title"><a href="\(Route.wish(row.id))" dir="auto">\(row.wish.title)</a></p>\
      <p class="soft"><a href="\(Route.wish(row.id))#voices">\(words.people(row.people))</a>\
      \(HTML.with(row.lastSaidAt) { ", \(words.lastSaid) \(SpokenTime.ago($0, in: page))" })</p>\
      \(HTML.when(!row.wish.reason.isEmpty, "<p dir=\"auto\">\(row.wish.reason)</p>"))</div>\
      <span class="ends">\(WishPieces.tags(row.wish, in: page))</span></li>
      """
  }

  private func said(_ row: WishRow, in page: PageContext) -> HTML {
    """
    <li><div><p class="title" dir="auto">\(row.wish.title)</p>\
    <p dir="auto">\(row.wish.reason)</p>\
    <p class="soft"><a href="\(Route.wish(row.id))#voices">\
    \(page.words.wishes.publicPeople(row.people))</a>\
    \(HTML.with(row.wish.changedAt) { " · \(SpokenTime.ago($0, in: page))" })</p></div>\
    <span class="ends">\(TagView.html(page.words.name(of: row.wish.status), row.wish.status.tint))</span></li>
    """
  }

  private func empty(in page: PageContext) -> HTML {
    let words = page.words.wishes
    if filter.isOpen, hasSettled {
      let settled = Route.wishes(WishFilter(kind: filter.kind, isOpen: false))
      return """
        <div class="empty"><p class="said">\(words.noneOpen)</p>\
        <p><a class="go" href="\(settled)">\(words.settled)</a></p></div>
        """
    }
    return HTML.choose(
      filter.isOpen,
      "<div class=\"empty\"><p class=\"said\">\(words.none)</p><p>\(words.noneHint)</p></div>",
      else: "<div class=\"empty\"><p class=\"said\">\(words.noneSettled)</p></div>")
  }
}

/// What several pages show of a wish.
enum WishPieces {
  static func tags(_ wish: Wish, in page: PageContext) -> HTML {
    let kind = wish.kind == .wish ? page.words.wishes.wish : page.words.wishes.cause
    return """
      \(TagView.html(kind, wish.kind == .cause ? .upset : .plain)) \
      \(TagView.html(page.words.name(of: wish.status), wish.status.tint))
      """
  }

  static func line(_ wish: Wish, in page: PageContext) -> HTML {
    """
    <li><p class="title"><a href="\(Route.wish(wish.id))" dir="auto">\(wish.title)</a></p>\
    <span class="ends">\(tags(wish, in: page))</span></li>
    """
  }
}

extension Wish.Status {
  var tint: TagView.Tint {
    switch self {
    case .heard, .considering: .plain
    case .doing: .knows
    case .done: .mended
    case .no: .late
    }
  }
}

extension Words {
  func name(of status: Wish.Status) -> String {
    switch status {
    case .heard: wishes.heard
    case .considering: wishes.considering
    case .doing: wishes.doing
    case .done: wishes.done
    case .no: wishes.no
    }
  }
}
