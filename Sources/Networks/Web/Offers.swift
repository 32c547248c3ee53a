import HeedMarkup
import HeedModel
public import HeedNetwork

extension WebNetwork {
  /// A site of ours, where the desk itself can be reached by those who point to it.
  public func offers(for typed: String) async throws -> [Offer] {
    guard desk.isPublic, !typed.contains(where: \.isWhitespace), typed.contains("."),
      !typed.contains("@"), typed.utf8.count <= Self.longest,
      let place = WebPlace(typed.contains("://") ? typed : "https://" + typed)
    else { return [] }
    guard let page = try? await pages.get(place.page, checksRobots: true, isOurs: true),
      page.isMarkup,
      let found = WebPlace(page.address)
    else { return [] }
    let site = found.site + "/"
    let host = WebAddress.shown(site)
    return [
      Offer(
        network: name, kind: Self.mentions, target: site,
        name: "Pages that answer or point to \(host)",
        asks: "\(found.host) is asked for its page. Pages that say they point to it are looked at.",
        can:
          """
          For a site of yours: answers, likes and links of other sites, by Webmention and Pingback. \
          Your pages have to name this desk, by a link with the rel “webmention” to \
          \(address(.webmention)).
          """)
    ]
  }
}
