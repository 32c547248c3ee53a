import HeedMarkup

/// Where a page takes webmentions. Source: https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint
enum Endpoint {
  /// The first of its `Link` headers, else the first `<link>` or `<a>` of the page.
  static func find(in page: FoundPage) -> String? {
    for header in page.headers where header.name.lowercased() == "link" {
      for link in LinkHeader.links(in: header.value) where link.rels.contains("webmention") {
        if let address = WebAddress.resolve(link.target, against: page.address) { return address }
      }
    }
    guard page.isMarkup else { return nil }
    let links = HTMLPage(page.text, at: page.address).links
    return links.first { $0.has(rel: "webmention") }?.address
  }

  /// Where it takes pingbacks: its header, else the first `<link>` of the page.
  /// Source: http://www.hixie.ch/specs/pingback/pingback#TOC2.2
  static func pingback(in page: FoundPage) -> String? {
    let header = page.headers.first { $0.name.lowercased() == "x-pingback" }?.value
    let link = { () -> String? in
      guard page.isMarkup else { return nil }
      return HTMLPage(page.text, at: page.address).links.first {
        $0.element == .link && $0.has(rel: "pingback")
      }?.address
    }
    // The protocol knows whole addresses only.
    guard let address = header ?? link(), address.hasPrefix("http") else { return nil }
    return WebAddress.resolve(address)
  }
}

/// `Link` headers (https://www.rfc-editor.org/rfc/rfc8288#section-3), of which several may stand in
/// one.
enum LinkHeader {
  struct Link: Hashable {
    var target: String
    /// In lower case.
    var rels: [String]
  }

  static func links(in value: String) -> [Link] {
    var rest = value.prefix(16_384)[...]
    var links: [Link] = []
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">") else { break }
      let target = String(rest[..<close])
      rest = rest[rest.index(after: close)...]
      var rels: [String] = []
      while let parameter = next(&rest) {
        // Only the first counts.
        if parameter.name == "rel", rels.isEmpty {
          rels = parameter.value.lowercased().split(whereSeparator: \.isWhitespace)
            .map(String.init)
        }
      }
      links.append(Link(target: target, rels: rels))
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
    var value = ""
    if rest.first == "\"" {
      rest = rest.dropFirst()
      while let character = rest.popFirst(), character != "\"" {
        value.append(character == "\\" ? rest.popFirst() ?? character : character)
      }
    } else {
      value = String(rest.prefix { $0 != ";" && $0 != "," && !$0.isWhitespace })
      rest = rest.dropFirst(value.count)
    }
    return (name.lowercased(), value)
  }
}
