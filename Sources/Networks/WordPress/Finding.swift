import Foundation
import HeedMarkup
import HeedModel
public import HeedNetwork

/// Finds WordPress at what somebody typed.
/// Source: https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
struct Finding {
  let wire: any Wire

  /// - Returns: `nil` when what was typed is no address, or no WordPress answers there.
  func site(at typed: String) async throws -> (site: Site, root: Root)? {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count < 2_000, !text.contains(where: \.isWhitespace), !text.contains("@"),
      text.contains("."),
      let page = WebAddress.resolve(text.contains("://") ? text : "https://" + text),
      page.hasPrefix("http")
    else { return nil }
    let response: WireResponse
    do {
      response = try await wire.send(
        WireRequest(.get, page, headers: [("accept", "text/html")], maximumBytes: 2 << 20))
    } catch let error as WireError {
      throw NetworkError(.temporary, error.text, certainlyNotSent: true, cause: error)
    }
    guard (200..<300).contains(response.status), let root = root(of: response),
      let site = Site(root), let told = await self.told(by: site)
    else { return nil }
    return (site, told)
  }

  /// The site that is called so in ids: where its page says that the interface stands, else in one of the usual places.
  /// - Returns: `nil` when no WordPress of that name answers there.
  func site(called key: String, at page: String) async throws -> Site? {
    var fault: NetworkError?
    do {
      if let (site, _) = try await site(at: page), site.key == key { return site }
    } catch let error as NetworkError {
      fault = error
    }
    for place in ["wp-json/", "?rest_route=/"] where fault == nil {
      if let site = Site(page + place), site.key == key, await told(by: site) != nil {
        return site
      }
    }
    if let fault { throw fault }
    return nil
  }

  /// What stands there, where it is WordPress's interface.
  private func told(by site: Site) async -> Root? {
    let client = Client(wire: wire, site: site, key: nil)
    guard
      let answer = try? await client.exchange(client.request(.get, site.root)),
      (200..<300).contains(answer.status),
      let told = try? JSONDecoder().decode(Root.self, from: Data(answer.body)),
      told.namespaces.contains("wp/v2")
    else { return nil }
    return told
  }

  /// Where a page says that the interface stands: in its headers, else in its head.
  private func root(of response: WireResponse) -> String? {
    let rel = "https://api.w.org/"
    if let link = LinkHeader.links(in: response.headers).first(where: { $0.rels.contains(rel) }) {
      return WebAddress.resolve(link.target, against: response.address)
    }
    let page = HTMLPage(utf8: response.body, at: response.address)
    return page.first(rel: rel)?.address
  }
}

extension WordPressNetwork {
  /// The comments of a WordPress that stands at an address, as far as everybody may read them.
  public func offers(for typed: String) async throws -> [Offer] {
    guard let (site, root) = try await Finding(wire: wire).site(at: typed) else { return [] }
    let client = Client(wire: wire, site: site, key: nil)
    guard (try? await client.send(.get, Client.comments, [("per_page", "1")])) != nil else {
      return []
    }
    let place = root.name.map { HTMLReader.text($0) } ?? ""
    return [
      Offer(
        network: name, kind: Self.comments, target: site.root,
        name: "Comments on \(place.isEmpty ? site.key : place)",
        asks: "The address \(site.root) is asked, without a name and without cookies.",
        can:
          """
          Comments on all posts of this WordPress site, with what they answer. Connect an account \
          there to hear held ones and to answer from here.
          """)
    ]
  }
}
