import HeedModel
import HeedNetwork

extension PracticeService {
  /// Only of the caller's own posts, and not of what was taken away.
  func counts(_ call: PracticeCall, _ state: State) -> WireResponse {
    guard let asked = call.body(Told.Ids.self) else {
      return call.failure(400, "That is not understood.", false)
    }
    let world = state.world
    let counts = asked.ids.prefix(100).compactMap { id -> Told.Count? in
      guard let entry = world.entries[id], entry.author == Place.shop, entry.removedAt == nil
      else { return nil }
      let reacted = world.reacted(to: id)
      let sharers = reacted.filter { $0.kind == .shared }
      return Told.Count(
        id: id, views: world.readers(of: entry), liked: reacted.count { $0.kind == .liked },
        shared: sharers.count, answered: world.children[id]?.count ?? 0,
        followers: world.followers(of: Place.shop),
        sharerFollowers: sharers.reduce(0) { $0 + world.followers(of: $1.by) })
    }
    return call.answer(Told.Counts(counts: counts))
  }
}
