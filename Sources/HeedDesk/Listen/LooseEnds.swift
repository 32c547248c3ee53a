import HeedModel
import HeedNetwork

extension Desk {
  /// Posts among these that speak to us and answer something that the desk never received, a few at a time.
  func looseEnds(_ heard: Heard, network: NetworkName) async throws -> [RemoteReference] {
    let toUs = heard.events.compactMap { event -> RemotePost? in
      guard case .post(let post) = event, post.toUs, post.parent != nil else { return nil }
      return post
    }.prefix(5)
    guard !toUs.isEmpty else { return [] }
    let parents = toUs.compactMap(\.parent)
    let known = try await record.read { tx in
      Set(
        try tx.posts(network, remoteIDs: parents).filter {
          !$0.isPlaceholder || $0.removedAt != nil
        }
        .map(\.remoteID))
    }
    return toUs.filter { $0.parent.map { !known.contains($0) } ?? false }.map(\.reference)
  }
}
