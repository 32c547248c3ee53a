import HeedModel

/// What we said we would do, by due date. No figure about anybody stands here (law 3).
public struct PromisesScreen: Screen {
  /// A list and the key that continues it.
  public struct Part: Sendable {
    public var lines: [PromiseLine]
    public var next: String?

    public init(_ lines: [PromiseLine] = [], next: String? = nil) {
      self.lines = lines
      self.next = next
    }
  }

  public var own: Part
  /// Which of the lists alone, where one was asked for.
  public var list = ""
  public var others: Part
  public var ended: Part

  public init(own: Part = Part(), others: Part = Part(), ended: Part = Part()) {
    self.own = own
    self.others = others
    self.ended = ended
  }

  public var room: Room? { .promises }
  public var live: [LiveTopic] { [.today] }

  public func title(in page: PageContext) -> String { page.words.promises.title }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.promises
    let isEmpty = own.lines.isEmpty && others.lines.isEmpty && ended.lines.isEmpty
    return """
      <div class="page"><h1>\(words.title)</h1>
      <p class="lead">\(words.lead)</p>
      <div id="promises" data-fragment>
      \(part(own, "own", words.yours, in: page))
      \(part(others, "others", words.colleagues, in: page))
      \(part(ended, "ended", words.ended, in: page))
      \(HTML.when(isEmpty, """
      <div class="empty"><p class="said">\(words.none)</p><p>\(words.noneHint)</p></div>
      """))
      </div></div>
      """
  }

  private func part(_ part: Part, _ name: String, _ title: String, in page: PageContext) -> HTML {
    guard !part.lines.isEmpty else { return "" }
    return """
      <section aria-labelledby="promises-\(name)"><h2 id="promises-\(name)">\(title)</h2>
      <ol class="list">\(part.lines.html { PromiseLineView.html(
        $0, isLong: true, back: .list(list), in: page) })</ol>
      \(HTML.with(part.next) { """
      <p><a class="go" href="\(Route.promises(list: name, after: $0))">\(page.words.promises.more)</a></p>
      """ })</section>
      """
  }
}

/// The pages on which a promise stands and is ended: whoever does it comes back there, and nowhere else.
enum PromisePage: Hashable {
  case list(String)
  case person(ID<Person>)

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    switch parts.first {
    case "promises":
      let list = parts.dropFirst().first ?? ""
      guard ["", "own", "others", "ended"].contains(list) else { return nil }
      self = .list(list)
    case "person":
      guard let person = parts.dropFirst().first.flatMap({ ID<Person>($0) }) else { return nil }
      self = .person(person)
    default: return nil
    }
  }

  var text: String {
    switch self {
    case .list(let list): "promises/" + list
    case .person(let person): "person/\(person)"
    }
  }

  var route: Route {
    switch self {
    case .list(let list): .promises(list: list)
    case .person(let person): .person(person)
    }
  }
}
