/// What a place wishes of programs, by its `X-Robots-Tag` header and its `robots` meta element.
/// Source: https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
public struct RobotsWish: Sendable, Hashable {
  /// In lower case: `noindex`, `noarchive`, `noai` …
  public private(set) var words: Set<String>

  public init(words: Set<String> = []) { self.words = words }

  /// Adds what a header says to every program, or to this one by name.
  public mutating func add(header value: String) {
    var speaksToUs = true
    for part in value.lowercased().split(separator: ",").prefix(64) {
      var directive = part.trimmingSpace
      if let colon = directive.firstIndex(of: ":") {
        let agent = directive[..<colon].trimmingSpace
        // "unavailable_after: <date>" and "max-snippet: 20" are directives with a value, not
        // programs.
        if !agent.hasPrefix("max-"), agent != "unavailable_after" {
          speaksToUs = agent == "heed" || agent == "*" || agent == "robots"
          directive = directive[directive.index(after: colon)...].trimmingSpace
        }
      }
      if speaksToUs, !directive.isEmpty { words.insert(String(directive)) }
    }
  }

  /// Not to be found by programs.
  public var refusesIndex: Bool { !words.isDisjoint(with: ["noindex", "none"]) }
  /// Any wish that programs leave it alone: what is said there about us is not taken in (law 7).
  public var optsOut: Bool {
    !words.isDisjoint(with: ["noindex", "none", "noarchive", "noai", "nocache"])
  }
}

extension Substring {
  fileprivate var trimmingSpace: Substring {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
