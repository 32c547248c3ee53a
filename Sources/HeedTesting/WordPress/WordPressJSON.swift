import Foundation
import HeedModel
import HeedNetwork

extension WordPressDouble {
  func json(_ request: WireRequest, _ value: Any) -> WireResponse {
    WireResponse(
      status: 200, headers: [("Content-Type", "application/json; charset=UTF-8")],
      body: (try? JSONSerialization.data(withJSONObject: value)).map(Array.init) ?? [],
      address: request.address)
  }

  func refuse(_ request: WireRequest, _ status: Int, _ code: String) -> WireResponse {
    var response = json(
      request, ["code": code, "message": "Sorry, no.", "data": ["status": status]])
    response.status = status
    return response
  }

  static var rootDocument: [String: Any] {
    [
      "name": "Corner Bikes", "home": "https://\(host)", "namespaces": ["oembed/1.0", "wp/v2"],
      "authentication": [
        "application-passwords": [
          "endpoints": [
            "authorization": "https://\(host)/wp-admin/authorize-application.php"
          ]
        ]
      ],
    ]
  }

  var me: [String: Any] {
    var rights = ["read": true]
    if role != .subscriber { rights["edit_posts"] = true }
    if role == .editor {
      for right in ["moderate_comments", "edit_others_posts"] { rights[right] = true }
    }
    return [
      "id": Self.me, "name": "Corner Bikes", "slug": "shop",
      "link": "https://\(Self.host)/author/shop/", "capabilities": rights,
    ]
  }

  static func post(_ id: Int) -> [String: Any] {
    [
      "id": id, "author": me, "date_gmt": "2026-01-02T03:04:05",
      "link": "https://\(host)/post-\(id)/", "title": ["rendered": "Post &amp; bell \(id)"],
      "excerpt": ["rendered": "<p>Bells are in.</p>"],
      // Posts from 900 on are for those who run the site.
      "status": id >= 900 ? "private" : "publish",
    ]
  }

  func comment(_ said: Said, isEdit: Bool) -> [String: Any] {
    var content = ["rendered": "<p>\(said.content)</p>\n"]
    if isEdit { content["raw"] = said.content }
    let face =
      said.url.contains("face")
      ? "https://secure.gravatar.com/avatar/\(said.url.suffix(32))" : "https://face.example/24"
    var told: [String: Any] = [
      "id": said.id, "post": said.post, "parent": said.parent, "author": said.author,
      "author_name": said.name, "author_url": said.url, "date_gmt": Self.time(said.at),
      "content": content, "status": said.status, "type": "comment",
      "link": "https://\(Self.host)/post-\(said.post)/#comment-\(said.id)",
      "author_avatar_urls": ["24": face, "96": face],
      "_links": ["up": [["href": "\(Self.root)wp/v2/posts/\(said.post)", "embeddable": true]]],
    ]
    if isEdit { told["author_email"] = "\(said.name.lowercased())@a.example" }
    return told
  }

  private static func time(_ instant: Instant) -> String {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds / 1000))
    return String(date.formatted(.iso8601).dropLast())
  }
}
