import HeedMarkup
import HeedNetwork

/// Where a page takes webmentions. Source: https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint
enum Endpoint {
  /// The first of its `Link` headers, else the first `<link>` or `<a>` of the page.
  static func find(in page: FoundPage) -> String? {
    for link in LinkHeader.links(in: page.headers) where link.rels.contains("webmention") {
      if let address = WebAddress.resolve(link.target, against: page.address) { return address }
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
