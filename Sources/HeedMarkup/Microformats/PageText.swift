/// Takes words and markup out of a tree, no more than a budget allows: formats inside of formats
/// would say the same words again and again. Whoever else walks the tree does so on the same budget,
/// for parts that are named from elsewhere are walked once a naming.
struct PageText {
  let tree: PageTree
  /// Bytes that may still be taken, and nodes that may still be looked at.
  private(set) var bytes = 4 << 20
  private(set) var steps = 2_000_000
  var isSpent: Bool { bytes <= 0 || steps <= 0 }

  init(tree: PageTree) { self.tree = tree }

  /// The elements inside; none once the budget is spent.
  mutating func elements(in index: Int) -> [Int] {
    spend(steps: tree[index].children.count) ? tree.elements(in: index) : []
  }

  /// - Returns: whether so much was left.
  mutating func spend(steps count: Int) -> Bool {
    steps -= count
    return !isSpent
  }

  /// The words inside, without what is neither seen nor said.
  /// - Parameter withPictures: pictures count as what is said in their place, else their address.
  mutating func words(in index: Int, withPictures: Bool = true) -> String {
    raw(in: index, withPictures: withPictures).trimmedSpace
  }

  /// The same with the space around it.
  mutating func raw(in index: Int, withPictures: Bool = true) -> String {
    var words = ""
    for child in tree[index].children { gather(child, withPictures, into: &words) }
    return words
  }

  private mutating func gather(_ index: Int, _ withPictures: Bool, into words: inout String) {
    steps -= 1
    guard !isSpent else { return }
    let node = tree[index]
    if node.isText {
      bytes -= node.text.utf8.count
      words += node.text
    } else if node.name == "img" {
      guard withPictures else { return }
      let said = node["alt"] ?? node["src"].map { tree.absolute($0) } ?? ""
      bytes -= said.utf8.count
      words += " \(said) "
    } else if !node.isSilent {
      for child in node.children { gather(child, withPictures, into: &words) }
    }
  }

  /// The markup inside, with absolute addresses.
  mutating func markup(in index: Int) -> String {
    var markup = ""
    for child in tree[index].children { write(child, into: &markup) }
    return markup.trimmedSpace
  }

  private mutating func write(_ index: Int, into markup: inout String) {
    steps -= 1
    guard !isSpent else { return }
    let node = tree[index]
    let before = markup.utf8.count
    if node.isText {
      let parent = tree[node.parent].name
      markup += Self.unescaped.contains(parent) ? node.text : Self.escaped(node.text)
      bytes -= markup.utf8.count - before
      return
    }
    markup += "<\(node.name)"
    for (name, value) in node.attributes {
      let value = Self.addressed.contains(name) ? tree.absolute(value) : value
      markup += " \(name)=\"\(Self.escaped(value, inAttribute: true))\""
    }
    markup += ">"
    bytes -= markup.utf8.count - before
    guard !Self.empty.contains(node.name) else { return }
    for child in node.children { write(child, into: &markup) }
    markup += "</\(node.name)>"
  }

  private static let addressed: Set<String> = ["href", "src", "poster", "data", "cite"]
  private static let unescaped: Set<String> = [
    "script", "style", "xmp", "iframe", "noembed", "noframes",
  ]
  /// https://html.spec.whatwg.org/#serialising-html-fragments
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  private static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) || text.contains("\u{A0}")
    else { return text }
    var result = text.replacing("&", with: "&amp;").replacing("\u{A0}", with: "&nbsp;")
    if inAttribute { return result.replacing("\"", with: "&quot;") }
    result = result.replacing("<", with: "&lt;")
    return result.replacing(">", with: "&gt;")
  }
}

extension String {
  var trimmedSpace: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
