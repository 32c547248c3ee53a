import HeedMarkup
import HeedModel
import HeedNetwork

extension BlueskyNetwork {
  /// A card of the page that a post leads to, as the page introduces itself
  /// (https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/embed/external.json).
  ///
  /// The page is asked once, by the desk; nothing of it is shown here. A card that cannot be made is no failure: the link
  /// in the words stays.
  func card(of address: String, _ client: Client) async -> [String: any Sendable]? {
    let request = WireRequest(
      .get, address, headers: [("Accept", "text/html")], maximumBytes: 1 << 20,
      timeout: .seconds(8))
    guard let response = try? await wire.send(request), response.status == 200,
      response.header("Content-Type")?.lowercased().contains("html") == true
    else { return nil }
    let page = HTMLPage(HTMLCharset.decode(response.body), at: response.address)
    let title = page.introductions["og:title"] ?? page.title ?? ""
    guard !title.isEmpty else { return nil }
    let about = page.introductions["og:description"] ?? page.introductions["description"] ?? ""
    var external: [String: any Sendable] = [
      "uri": address, "title": String(title.prefix(300)),
      "description": String(about.prefix(1_000)),
    ]
    if let picture = page.introductions["og:image"],
      let address = WebAddress.resolve(picture, against: response.address),
      let blob = await thumbnail(address, client)
    {
      external["thumb"] = blob.json
    }
    return ["$type": "app.bsky.embed.external", "external": external]
  }

  private func thumbnail(_ address: String, _ client: Client) async -> Blob? {
    let request = WireRequest(
      .get, address, headers: [("Accept", "image/jpeg, image/png, image/webp")],
      maximumBytes: 1_000_000, timeout: .seconds(8))
    guard let response = try? await wire.send(request), response.status == 200,
      let type = PictureShape(response.body)?.type
    else { return nil }
    return try? await blob(response.body, type: type, client)
  }
}
