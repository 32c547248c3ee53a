import Foundation
import HeedModel
import HeedNetwork

/// A post is named by its topic and its place in it, which is how its own page and its answers name it, too.
struct PostName: Hashable, Sendable {
  var server: PlaceServer
  var topic: Int
  var number: Int

  var remoteID: RemoteID { RemoteID("\(server.base)/t/\(topic)/\(number)") }

  init(server: PlaceServer, topic: Int, number: Int) {
    (self.server, self.topic, self.number) = (server, topic, number)
  }

  /// `https://forum.example/t/12/3`, `/t/slug/12/3`, and a topic's own page for its first post.
  init?(_ address: String) {
    guard let server = PlaceServer(address), address.contains("://") else { return nil }
    let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
    guard path.first == "t" else { return nil }
    let rest = Array(path.dropFirst())
    let numbers = rest.suffix(2).compactMap { Int($0) }
    switch (rest.count, numbers.count) {
    case (1, 1): (topic, number) = (numbers[0], 1)
    case (2, 1) where Int(rest[1]) != nil: (topic, number) = (numbers[0], 1)
    case (2, 2), (3, 2): (topic, number) = (numbers[0], numbers[1])
    default: return nil
    }
    guard topic > 0, number > 0 else { return nil }
    self.server = server
  }
}

enum RemoteIDs {
  static func person(_ username: String, on server: PlaceServer) -> RemoteID {
    RemoteID("\(server.base)/u/\(username.lowercased())")
  }

  /// The forum's own number of a post, behind its server.
  static func local(_ id: Int, on server: PlaceServer) -> String { "\(server)/\(id)" }

  static func number(of post: RemoteReference, on server: PlaceServer) -> String? {
    guard let local = post.local, let slash = local.lastIndex(of: "/"),
      local[..<slash] == server.description
    else { return nil }
    let id = String(local[local.index(after: slash)...])
    return Int(id) == nil ? nil : id
  }
}
