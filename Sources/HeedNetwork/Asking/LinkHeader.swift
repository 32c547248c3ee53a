/// `Link` headers (https://www.rfc-editor.org/rfc/rfc8288#section-3), of which several may stand in one.
///
/// Forgives what servers get wrong, in one pass: a header of nothing but `<` costs no more than its length.
package enum LinkHeader {
  /// Bytes of one header that are read.
  package static let longest = 16_384

  package struct Link: Hashable, Sendable {
    /// As it is written: relative to the answer's address, and anything that a stranger likes.
    package var target: String
    /// In lower case.
    package var rels: [String]
    /// In lower case, without what is added to it.
    package var type: String?
  }

  /// The links of all `Link` headers among `headers`, in their order.
  package static func links(in headers: [(name: String, value: String)]) -> [Link] {
    headers.filter { $0.name.lowercased() == "link" }.flatMap { links(in: $0.value) }
  }

  package static func links(in value: String) -> [Link] {
    var rest = String(decoding: value.utf8.prefix(longest), as: UTF8.self)[...]
    var links: [Link] = []
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">") else { break }
      var link = Link(target: String(rest[..<close]), rels: [], type: nil)
      rest = rest[rest.index(after: close)...]
      while let parameter = next(&rest) {
        let value = parameter.value.lowercased()
        // Of each only the first counts.
        switch parameter.name {
        case "rel" where link.rels.isEmpty:
          link.rels = value.split(whereSeparator: \.isWhitespace).map(String.init)
        case "type":
          link.type = link.type ?? String(value.prefix { $0 != ";" && !$0.isWhitespace })
        default: break
        }
      }
      links.append(link)
    }
    return links
  }

  private static func next(_ rest: inout Substring) -> (name: String, value: String)? {
    rest = rest.drop { $0.isWhitespace }
    guard rest.first == ";" else { return nil }
    rest = rest.dropFirst().drop { $0.isWhitespace }
    let name = rest.prefix { $0 != "=" && $0 != ";" && $0 != "," && !$0.isWhitespace }
    rest = rest[name.endIndex...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return (name.lowercased(), "") }
    rest = rest.dropFirst().drop { $0.isWhitespace }
    // Apostrophes are no quotes by the grammar; some servers write them so.
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let value = rest.prefix { $0 != ";" && $0 != "," && !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return (name.lowercased(), String(value))
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst(), character != quote {
      value.append(character == "\\" ? rest.popFirst() ?? character : character)
    }
    return (name.lowercased(), value)
  }
}
