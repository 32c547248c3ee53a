import Foundation

/// RSS written as JSON
/// (https://github.com/scripting/Scripting-News/blob/master/rss-in-json/README.md): the same
/// elements by the same names, so it becomes the same tree.
enum RSSInJSON {
  static func root(of object: [String: Any], base: String?) -> Element? {
    guard let rss = object["rss"] as? [String: Any] else { return nil }
    return element(named: "rss", rss, base: base, depth: 0)
  }

  private static func element(
    named written: String, _ value: Any, base: String?, depth: Int
  ) -> Element {
    let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
    var element = Element(
      namespace: parts.count == 2 ? Namespace(prefix: parts[0]) : .none, name: parts.last ?? "",
      attributes: [], children: [], base: base, language: nil)
    switch value {
    case let object as [String: Any] where depth < FeedLimits.depth:
      for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
        if key == "#value" {
          element.children.append(.text("\(inner)"))
        } else if let list = inner as? [Any] {
          element.children += list.map {
            .element(Self.element(named: key, $0, base: base, depth: depth + 1))
          }
        } else {
          // A leaf may have been an attribute or an element; it is offered as both.
          if let text = inner as? String {
            element.attributes.append(.init(name: key, value: text))
          }
          element.children.append(
            .element(Self.element(named: key, inner, base: base, depth: depth + 1)))
        }
      }
    case let text as String: element.children = [.text(text)]
    case let number as NSNumber: element.children = [.text(number.stringValue)]
    default: break
    }
    return element
  }
}
