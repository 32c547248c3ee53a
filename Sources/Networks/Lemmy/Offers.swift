import Foundation
import HeedModel
public import HeedNetwork

extension LemmyNetwork {
  /// An address is asked what it is: a server of this kind, one of its communities, or nothing for us. A word means
  /// nothing here without a server.
  public func offers(for typed: String) async throws -> [Offer] {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.contains(where: \.isWhitespace), !text.isEmpty else { return [] }
    if text.hasPrefix("!") {
      // `!bells@lemmy.example`
      let parts = text.dropFirst().split(separator: "@").map(String.init)
      guard parts.count == 2, Self.isName(parts[0]), let place = PlaceServer(parts[1]),
        await has(community: parts[0], place)
      else { return [] }
      return [offer(community: parts[0], on: place)]
    }
    guard !text.hasPrefix("@"), !text.hasPrefix("#"), !text.contains("@") || text.contains("/c/"),
      let place = PlaceServer(text)
    else {
      return []
    }
    let bare = text.range(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let path = bare.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst()
      .map(String.init)
    if path.count >= 2, path[0] == "post" || path[0] == "comment",
      let id = Int(path[path.count - 1])
    {
      // The community in which it was said.
      return await community(of: path[0] == "post" && path.count == 2 ? .post : .comment, id, place)
        .map { [offer(community: $0, on: place)] } ?? []
    }
    guard path.isEmpty || path.count == 2 && path[0] == "c" else { return [] }
    if let name = path.last {
      guard Self.isCommunity(name), await has(community: name, place) else { return [] }
      return [offer(community: name, on: place)]
    }
    guard await isOne(place) else { return [] }
    return [
      Offer(
        network: self.name, kind: Kind.local.rawValue, target: place.description,
        name: "All that is said on \(place.host)",
        asks: "\(place.host) is asked for its newest posts and comments, again and again.",
        can: Self.can, isBroad: true)
    ]
  }

  private func offer(community: String, on place: PlaceServer) -> Offer {
    Offer(
      network: name, kind: Kind.community.rawValue, target: "\(place)/\(community)",
      name: "The community \(community) on \(place.host)",
      asks: "\(place.host) is asked for the newest of this community, again and again.",
      can: Self.can)
  }

  private static let can: Message =
    """
    Public posts and comments, changed ones and what was taken away. To answer from here, sign in \
    with an account.
    """

  /// `bells`, or `bells@lemmy.example` for one of another server as this one has it.
  private static func isCommunity(_ name: String) -> Bool {
    let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, isName(first) else { return false }
    return parts.count == 1
      || parts.count == 2 && PlaceServer(parts[1])?.host == parts[1].lowercased()
  }

  /// The name by which a server knows the community of something said there.
  private func community(of kind: LocalName.Kind, _ id: Int, _ place: PlaceServer) async -> String?
  {
    guard let server = try? await server(place) else { return nil }
    let community: Community? =
      kind == .post ? try? await server.post(id).community : try? await server.comment(id).community
    guard let community, Self.isName(community.name) else { return nil }
    let home = community.page.flatMap { PlaceServer($0) }
    let name =
      home == nil || home == place ? community.name : "\(community.name)@\(home?.host ?? "")"
    return Self.isCommunity(name) ? name : nil
  }

  private static func isName(_ name: String) -> Bool {
    (1...100).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
      }
  }

  /// A server tells nothing of a community that it does not know.
  private func has(community: String, _ place: PlaceServer) async -> Bool {
    guard let server = try? await server(place) else { return false }
    let query = [("community_name", community), ("limit", "1"), ("sort", server.newest)]
    return (try? await server.client.send(.get, "/post/list", query)) != nil
  }

  /// Somebody typed an address of any kind: that it is no server of this API is no fault.
  private func isOne(_ place: PlaceServer) async -> Bool { (try? await server(place)) != nil }
}
