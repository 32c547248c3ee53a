/// One element of a feed's document.
struct Element {
  struct Attribute {
    var name: String
    var value: String
  }

  enum Node {
    case element(Element)
    case text(String)
    /// A CDATA section: kept apart, because beside naked markup it is markup already.
    case raw(String)
  }

  var namespace: Namespace
  var name: String
  var attributes: [Attribute]
  var children: [Node]
  /// What `xml:base` makes of the address of the document, here.
  var base: String?
  /// `xml:lang` as it holds here.
  var language: String?

  var elements: [Element] {
    children.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  var hasElements: Bool {
    children.contains { if case .element = $0 { true } else { false } }
  }

  /// - Parameter name: in any case.
  func all(_ name: String, _ namespace: Namespace = .none) -> [Element] {
    var found: [Element] = []
    visit(name, namespace) {
      found.append($0)
      return true
    }
    return found
  }

  func first(_ name: String, _ namespace: Namespace = .none) -> Element? {
    var found: Element?
    visit(name, namespace) {
      found = $0
      return false
    }
    return found
  }

  /// Without copies of what does not fit: a hostile feed has a hundred thousand children.
  private func visit(_ name: String, _ namespace: Namespace, _ body: (Element) -> Bool) {
    let lowered = name.lowercased()
    for case .element(let child) in children where child.namespace == namespace {
      guard child.name == name || child.name.lowercased() == lowered else { continue }
      guard body(child) else { return }
    }
  }

  subscript(attribute name: String) -> String? {
    attributes.first { $0.name.lowercased() == name.lowercased() }?.value.trimmed.nonEmpty
  }

  /// Its words without any markup around them, trimmed; `nil` when there are none.
  var words: String? {
    children.reduce(into: "") { words, child in
      switch child {
      case .text(let text), .raw(let text): words += text
      case .element(let element): words += element.words ?? ""
      }
    }.trimmed.nonEmpty
  }

  /// An address inside it, made absolute.
  var address: String? { words.map { FeedAddress.resolve($0, against: base) } }

  /// What stands in it, as HTML if elements do.
  var markup: String? {
    guard hasElements else { return words }
    return inner.trimmed.nonEmpty
  }

  /// Its children written as HTML.
  var inner: String {
    children.reduce(into: "") { html, child in
      switch child {
      case .text(let text): html += escaped(text)
      case .raw(let text): html += text
      case .element(let element): element.write(to: &html)
      }
    }
  }

  private func write(to html: inout String) {
    html += "<\(name)"
    for attribute in attributes {
      html += " \(attribute.name)=\"\(escaped(attribute.value, quotes: true))\""
    }
    if children.isEmpty, Self.voids.contains(name.lowercased()) {
      html += ">"
    } else {
      html += ">\(inner)</\(name)>"
    }
  }

  private static let voids: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}

private func escaped(_ text: String, quotes: Bool = false) -> String {
  guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else {
    return text
  }
  return text.reduce(into: "") { escaped, character in
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"" where quotes: escaped += "&quot;"
    default: escaped.append(character)
    }
  }
}
