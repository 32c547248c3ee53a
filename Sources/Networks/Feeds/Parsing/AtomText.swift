import Foundation

extension FeedText {
  /// An Atom text construct or content (RFC 4287, 3.1 and 4.1.3), with the `mode` of Atom 0.3.
  init?(atom element: Element) {
    let type = element[attribute: "type"]?.lowercased() ?? "text"
    let mode = element[attribute: "mode"]?.lowercased()
    let base = element.base
    if mode == "base64" || Self.isBinary(type), let words = element.words,
      let data = Data(base64Encoded: words, options: .ignoreUnknownCharacters),
      let text = String(data: data, encoding: .utf8)
    {
      self.init(text, text.looksLikeHTML ? .html : .plain, base: base)
      return
    }
    if type.contains("xhtml") || (element.hasElements && mode != "escaped" && type != "html") {
      let inner = Self.unwrapped(element)
      guard let html = inner.trimmed.nonEmpty else { return nil }
      self.init(html, .html, base: base)
      return
    }
    let isHTML = type.contains("html")
    let value = isHTML && element.hasElements ? Self.escapedHTML(in: element) : element.words
    guard let value, !value.isEmpty else { return nil }
    // Atom 0.3 escapes HTML under a type of text too, and so do careless programs later.
    self.init(
      value, isHTML || (mode == "escaped" && value.looksLikeHTML) ? .html : .plain, base: base)
  }

  /// XHTML without the `div` that RFC 4287 puts around it.
  private static func unwrapped(_ element: Element) -> String {
    let elements = element.elements
    guard elements.count == 1, elements[0].name.lowercased() == "div",
      element.children.allSatisfy({
        if case .text(let text) = $0 { text.trimmed.isEmpty } else { true }
      })
    else { return element.inner }
    return elements[0].inner
  }

  /// HTML that should have been escaped and was not, or only inside a `div`.
  private static func escapedHTML(in element: Element) -> String? {
    let elements = element.elements
    if elements.count == 1, elements[0].name.lowercased() == "div", !elements[0].hasElements {
      return elements[0].words
    }
    return element.children.reduce(into: "") { html, child in
      switch child {
      case .text(let text), .raw(let text): html += text
      case .element(let child):
        html +=
          Element(
            namespace: .none, name: "", attributes: [], children: [.element(child)], base: nil,
            language: nil
          ).inner
      }
    }.trimmed.nonEmpty
  }

  private static func isBinary(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml")
      && !type.hasSuffix("json")
  }

  /// RSS words, whose form nobody states.
  init?(rss element: Element?) {
    guard let element, let value = element.markup else { return nil }
    self.init(value, value.looksLikeHTML ? .html : .plain, base: element.base)
  }
}
