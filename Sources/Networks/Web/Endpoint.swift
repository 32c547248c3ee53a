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
}
