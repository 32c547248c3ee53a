/// What a place says to programs: the `X-Robots-Tag` header and the `robots` meta element.
/// Source: https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
enum RobotsMark {
  /// Whether `noindex` or `none` is said to every program, or to this one by name.
  static func optsOut(_ value: String) -> Bool {
    var speaksToUs = true
    for part in value.lowercased().split(separator: ",") {
      var directive = part.trimmed
      if let colon = directive.firstIndex(of: ":") {
        let agent = String(directive[..<colon]).trimmed
        // "unavailable_after: <date>" and "max-snippet: 20" are directives with a value, not
        // programs.
        if !agent.hasPrefix("max-"), agent != "unavailable_after" {
          speaksToUs = agent == "heed" || agent == "*" || agent == "robots"
          directive = String(directive[directive.index(after: colon)...]).trimmed
        }
      }
      if speaksToUs, directive == "noindex" || directive == "none" { return true }
    }
    return false
  }
}
