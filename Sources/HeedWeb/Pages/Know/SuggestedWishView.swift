import HeedDesk
public import HeedModel

/// What several people said alike, offered to be gathered.
public struct SuggestedWishPart: Sendable {
  /// Somebody's words among them.
  public struct Said: Sendable {
    public var post: ID<Post>
    public var conversation: ID<Conversation>
    public var who: Who
    /// The human behind their handles, else the handle: whoever said it twice stands there once.
    public var speaker: String
    public var words: String
    public var at: Instant
    public var isPrivate: Bool
  }

  public var kind: Wish.Kind
  /// What gathers others who said the same.
  public var wish: Wish?
  public var people: Int
  public var title: String
  /// The newest first.
  public var said: [Said]

  public init(
    kind: Wish.Kind, wish: Wish? = nil, people: Int, title: String = "", said: [Said]
  ) {
    self.kind = kind
    self.wish = wish
    self.people = people
    self.title = title
    self.said = said
  }

  init(_ found: SuggestedWish, in page: PageContext) {
    self.init(
      kind: found.kind, wish: found.wish, people: found.people, title: found.title,
      said: found.posts.map { row in
        Said(
          post: row.id, conversation: row.post.conversation,
          who: row.author.map { Who($0, in: page) } ?? Who(name: page.words.talk.somebody),
          speaker: row.author?.person.map { "person \($0)" } ?? row.author.map { "\($0.id)" }
            ?? "post \(row.id)",
          words: row.post.warning ?? row.post.preview(limit: 140), at: row.post.publishedAt,
          isPrivate: row.post.visibility.isPrivate)
      })
  }
}

/// One key gathers what is chosen, which is all at first; another button says that all that stands there is not the same.
enum SuggestedWishView {
  /// So many are shown at once; the others open below.
  private static let shown = 4

  /// - Parameters:
  ///   - scope: tells two of them on a page apart.
  ///   - back: the conversation beside which it stands.
  static func html(
    _ part: SuggestedWishPart, scope: String, hasKey: Bool, back: ID<Conversation>? = nil,
    in page: PageContext
  ) -> HTML {
    let words = page.words.wishes
    let name = Field(
      .name, words.newTitle, value: part.title, hint: words.newHint, scope: scope,
      isRequired: true)
    let key = hasKey ? "g" : nil
    return """
      <section class="think"><p class="head">\(head(part, in: page))</p>
      \(Form.post(.gatherSuggested, in: page, """
      \(list(part, in: page))
      \(part.said.html { "<input type=\"hidden\" name=\"\(FieldName.alike.rawValue)\" value=\"\($0.post)\">" })\
      <input type="hidden" name="\(FieldName.kind.rawValue)" value="\(part.kind.rawValue)">\
      \(HTML.with(part.wish) {
        "<input type=\"hidden\" name=\"\(FieldName.wish.rawValue)\" value=\"\($0.id)\">"
      })\(HTML.with(back) {
        "<input type=\"hidden\" name=\"\(FieldName.conversation.rawValue)\" value=\"\($0)\">"
      })\(HTML.when(part.wish == nil, name.input(direction: "auto")))\
      <p class="acts"><button class="btn"\(attribute: "data-key", key)>\(act(part, words))\
      \(Keycap.html(key, in: page))</button>\
      <button class="btn quiet" formnovalidate formaction="\(Route.declineSuggested)">\
      \(words.notTheSameAct)</button></p>
      """))</section>
      """
  }

  private static func head(_ part: SuggestedWishPart, in page: PageContext) -> HTML {
    let words = page.words.wishes
    // In public only those count who said it there.
    let open = Set(part.said.filter { !$0.isPrivate }.map(\.speaker)).count
    let seen = open < part.people ? words.ofThemPublic(open) : ""
    if let wish = part.wish {
      return """
        <span>\(words.alsoSaid(part.people)) \
        <a href="\(Route.wish(wish.id))"><bdi>\(wish.title)</bdi></a>\(seen)</span>
        """
    }
    let days = Desk.suggestedWithinDays
    let said =
      part.kind == .cause
      ? words.complainedAlike(part.people, days) : words.wishedAlike(part.people, days)
    return "<span>\(said)\(seen)</span>"
  }

  private static func act(_ part: SuggestedWishPart, _ words: WishWords) -> String {
    if part.wish != nil { return words.gatherThere }
    return part.kind == .cause ? words.gatherCause : words.gatherWish
  }

  private static func list(_ part: SuggestedWishPart, in page: PageContext) -> HTML {
    let people = bySpeaker(part.said)
    let rest = people.dropFirst(shown)
    return """
      <ul>\(people.prefix(shown).html { row($0, in: page) })</ul>\
      \(HTML.when(!rest.isEmpty, """
      <details><summary>\(page.words.wishes.andMore(rest.count))</summary>\
      <ul>\(rest.html { row($0, in: page) })</ul></details>
      """))
      """
  }

  /// What each said, the newest first; in the order of these.
  private static func bySpeaker(_ said: [SuggestedWishPart.Said]) -> [[SuggestedWishPart.Said]] {
    var order: [String] = []
    var found: [String: [SuggestedWishPart.Said]] = [:]
    for one in said {
      if found[one.speaker] == nil { order.append(one.speaker) }
      found[one.speaker, default: []].append(one)
    }
    return order.compactMap { found[$0] }
  }

  /// Their newest words, and when they said it before.
  private static func row(_ all: [SuggestedWishPart.Said], in page: PageContext) -> HTML {
    guard let said = all.first else { return "" }
    let before = all.dropFirst().map { one in
      """
      <a href="\(Route.conversation(one.conversation, at: one.post))">\
      \(SpokenTime.ago(one.at, in: page))</a>
      """ as HTML
    }
    return """
      <li class="pick"><label class="box"><input type="checkbox" name="\(FieldName.post.rawValue)" \
      value="\(all.map { $0.post.description }.joined(separator: ","))" checked>\
      <span class="heard-only">\(page.words.wishes.gatherTitle(said.who.name))</span></label>\
      <div><a href="\(Route.conversation(said.conversation, at: said.post))">\
      <span class="said" dir="auto">\(said.words)</span></a> <span class="soft">\
      \(WaitingLineView.lock(said.isPrivate, in: page))<bdi>\(said.who.name)</bdi> · \
      \(SpokenTime.ago(said.at, in: page))\(HTML.when(
        !before.isEmpty, ", \(page.words.wishes.saidBefore) \(HTML.join(before, by: ", "))"))</span></div></li>
      """
  }
}
