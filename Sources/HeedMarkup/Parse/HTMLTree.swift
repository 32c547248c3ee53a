import CGumbo

/// One step of a walk through HTML.
protocol HTMLVisitor {
  /// Whether to go into it; `leave` follows only then.
  mutating func enter(_ element: HTMLElement) -> Bool
  mutating func leave(_ element: HTMLElement)
  mutating func text(_ text: String)
}

/// HTML as the HTML5 parser reads it, within limits whatever it is.
struct HTMLTree: ~Copyable {
  /// Bytes that are read of one text.
  static let bytes = 1 << 20
  static let nodes = 50_000

  private let budget: ParseBudget
  private let document: UnsafeMutablePointer<GumboNode>?
  private let isCut: Bool

  /// `html` in UTF-8; what is not UTF-8 in it becomes U+FFFD.
  init(_ html: [UInt8]) {
    let budget = ParseBudget()
    var end = min(html.count, Self.bytes)
    isCut = end < html.count
    while isCut, end > 0, html[end] & 0xC0 == 0x80 { end -= 1 }
    // The second declaration is an error by the standard, so that the budget can stop the parser.
    var bytes = Array("<!DOCTYPE html><!DOCTYPE html>".utf8)
    bytes.append(contentsOf: html[..<end])
    let count = bytes.count
    // The parser looks past the end for the semicolon of `&amp` there.
    bytes.append(contentsOf: repeatElement(0, count: 64))
    document = bytes.withUnsafeMutableBytes { bytes -> UnsafeMutablePointer<GumboNode>? in
      budget.input = UnsafeMutableRawBufferPointer(rebasing: bytes[..<count])
      defer { budget.input = nil }
      let output = gumbo_parse_with_options(
        budget.options, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), count)
      return output?.pointee.document
    }
    self.budget = budget
  }

  /// Visits every element and text in order, without recursion; false when something was left out.
  func walk(_ visitor: inout some HTMLVisitor) -> Bool {
    guard let document else { return false }
    var visited = 0
    var node = document
    var path: [(node: UnsafeMutablePointer<GumboNode>, next: Int)] = [(document, 0)]
    while let last = path.last {
      let children = Self.children(of: last.node)
      guard last.next < Int(children.length), visited < Self.nodes else {
        if last.node.pointee.type == GUMBO_NODE_ELEMENT {
          visitor.leave(HTMLElement(last.node))
        }
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      node = children.data[last.next]!.assumingMemoryBound(to: GumboNode.self)
      visited += 1
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT:
        if visitor.enter(HTMLElement(node)) { path.append((node, 0)) }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        if let text = node.pointee.v.text.text { visitor.text(String(cString: text)) }
      default: continue
      }
    }
    return !isCut && !budget.isSpent && visited < Self.nodes
  }

  private static func children(of node: UnsafeMutablePointer<GumboNode>) -> GumboVector {
    node.pointee.type == GUMBO_NODE_DOCUMENT
      ? node.pointee.v.document.children : node.pointee.v.element.children
  }
}
