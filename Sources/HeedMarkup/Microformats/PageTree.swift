import CGumbo

/// A page as a tree that can be looked at in any direction, no deeper than `depth`.
struct PageTree {
  /// Elements inside of one another; what lies deeper is left out.
  static let depth = 150
  /// Words of a `class` that are looked at.
  static let classes = 64

  struct Node {
    /// In lower case; empty for text, `span` for an element that the standard does not know.
    var name: String
    var text: String
    var attributes: [(name: String, value: String)]
    var classes: [String]
    var parent: Int
    var children: [Int]

    var isText: Bool { name.isEmpty }
    /// Neither seen nor said.
    var isSilent: Bool { name == "script" || name == "style" || name == "template" }
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var nodes: [Node]
  /// What relative addresses stand on.
  private(set) var base: String?
  private(set) var isWhole: Bool
  private(set) var byID: [String: Int]

  /// The node that holds the page.
  static let root = 0

  init(_ html: [UInt8], at address: String?) {
    var builder = Builder(base: address.flatMap { WebAddress.resolve($0) })
    let isRead = HTMLTree(html).walk(&builder)
    nodes = builder.nodes
    base = builder.base
    byID = builder.byID
    isWhole = isRead && !builder.isTooDeep
  }

  subscript(index: Int) -> Node { nodes[index] }

  func elements(in index: Int) -> [Int] { nodes[index].children.filter { !nodes[$0].isText } }

  func isInside(_ index: Int, _ outer: Int) -> Bool {
    var place = index
    while place > Self.root {
      if place == outer { return true }
      place = nodes[place].parent
    }
    return false
  }

  /// Absolute where it leads to the web; else as it is written: `tel:`, `mailto:`, a name.
  func absolute(_ address: String) -> String {
    WebAddress.resolve(address, against: base) ?? address
  }

  private struct Builder: HTMLVisitor {
    var nodes = [
      Node(name: "html", text: "", attributes: [], classes: [], parent: 0, children: [])
    ]
    var base: String?
    var byID: [String: Int] = [:]
    var isTooDeep = false
    private var path = [PageTree.root]
    private var hasBase = false

    init(base: String?) { self.base = base }

    mutating func enter(_ element: HTMLElement) -> Bool {
      guard path.count <= PageTree.depth else {
        isTooDeep = true
        return false
      }
      if element.tag == GUMBO_TAG_TEMPLATE { return false }
      if element.tag == GUMBO_TAG_BASE, !hasBase, let href = element["href"],
        let address = WebAddress.resolve(href, against: base)
      {
        hasBase = true
        base = address
      }
      let name = element.name
      let attributes = element.attributes
      let classes = attributes.first { $0.name == "class" }?.value
        .unicodeScalars.split { " \t\n\u{C}\r".unicodeScalars.contains($0) }
        .prefix(PageTree.classes).map { String($0) }
      let index = add(
        Node(
          name: name.isEmpty ? "span" : name, text: "", attributes: attributes,
          classes: classes ?? [], parent: path[path.count - 1], children: []))
      if let id = element["id"], !id.isEmpty, byID[id] == nil { byID[id] = index }
      path.append(index)
      return true
    }

    mutating func leave(_ element: HTMLElement) { if path.count > 1 { path.removeLast() } }

    mutating func text(_ text: String) {
      _ = add(
        Node(
          name: "", text: text, attributes: [], classes: [], parent: path[path.count - 1],
          children: []))
    }

    private mutating func add(_ node: Node) -> Int {
      nodes.append(node)
      nodes[node.parent].children.append(nodes.count - 1)
      return nodes.count - 1
    }
  }
}
