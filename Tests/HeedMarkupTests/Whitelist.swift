import HeedModel

@testable import HeedMarkup

/// Walks HTML of ours with the parser and names everything in it that must not be there.
struct Whitelist: HTMLVisitor {
  static let tags: Set<String> = [
    "html", "head", "body", "p", "h4", "blockquote", "ol", "ul", "li", "pre", "code", "br", "em",
    "strong", "a", "span", "bdi",
  ]
  static let attributes: [String: Set<String>] = [
    "a": ["href", "rel", "class"], "span": ["class"], "p": ["dir"], "h4": ["dir"], "ol": ["dir"],
    "ul": ["dir"], "pre": ["dir"],
  ]

  var strangers: [String] = []

  static func strangers(in html: String) -> [String] {
    var walk = Whitelist()
    _ = HTMLTree(Array(html.utf8)).walk(&walk)
    return walk.strangers
  }

  mutating func enter(_ element: HTMLElement) -> Bool {
    if !Self.tags.contains(element.name) { strangers.append("<\(element.name)>") }
    for (name, value) in element.attributes {
      if Self.attributes[element.name]?.contains(name) != true {
        strangers.append("\(element.name) \(name)")
      }
      if name == "href" {
        let isWeb = ["http://", "https://", "mailto:"].contains { value.hasPrefix($0) }
        if !isWeb { strangers.append("href \(value)") }
      }
      if name == "rel", value != "nofollow ugc noopener noreferrer" { strangers.append("rel") }
    }
    return true
  }

  mutating func leave(_ element: HTMLElement) {}
  mutating func text(_ text: String) {}
}
