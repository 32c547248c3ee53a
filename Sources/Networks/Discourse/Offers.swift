import Foundation
import HeedModel
public import HeedNetwork

extension DiscourseNetwork {
  /// An address is asked what it is: a forum of this kind, one of its topics, or nothing for us. A word means nothing
  /// here: there is no list of all forums.
  public func offers(for typed: String) async throws -> [Offer] {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.contains(where: \.isWhitespace), !text.hasPrefix("@"), !text.hasPrefix("#"),
      !text.contains("@"), let server = PlaceServer(text)
    else { return [] }
    let address = text.contains("://") ? text : server.base + text.dropFirst(server.host.count)
    // Somebody typed an address of any kind: that it is no forum is no fault.
    guard let site = try? await site(of: forum(server)) else { return [] }
    let whole = offer(posts: server, title: site.title)
    guard let name = PostName(address), let topic = try? await forum(server).topic(name.topic)
    else {
      return [whole]
    }
    return [offer(topic: name.topic, title: topic.title, on: server), whole]
  }

  func offer(posts server: PlaceServer, title: String) -> Offer {
    Offer(
      network: name, kind: Kind.posts.rawValue, target: server.description,
      name: "All that is said on \(title)",
      asks: "\(server.host) is asked for its newest posts, again and again.",
      can:
        """
        Public topics and answers, changed ones and what was taken away; how many read a post. To \
        answer from here, sign in with an account.
        """, isBroad: true)
  }

  func offer(topic: Int, title: String? = nil, on server: PlaceServer) -> Offer {
    let name: Message =
      title.map { "“\($0)” on \(server.host)" } ?? "Topic \(String(topic)) on \(server.host)"
    return Offer(
      network: self.name, kind: Kind.topic.rawValue, target: "\(server)/\(topic)", name: name,
      asks: "\(server.host) is asked for this topic, again and again.",
      can: "Every answer in it. To answer from here, sign in with an account.")
  }
}
