import HeedModel
import HeedNetwork
import HeedTopics

/// Lets through what the record would keep of a source, and nothing that it would drop: by the same topics, asked of the
/// same words. It runs outside of any transaction, before anything is looked up or written.
struct Sift: Sieve {
  let desk: Desk
  let source: Source

  func sift(_ events: [RemoteEvent]) async throws -> [RemoteEvent] {
    guard source.isBroad else { return events }
    let caught = desk.caught(events, from: source)
    let unsure = zip(events, caught).filter { !$0.1 }.map(\.0)
    let known = try await known(unsure)
    var passed: Set<RemoteID> = []
    var passedPeople: Set<RemoteID> = []
    return zip(events, caught).compactMap { event, isCaught in
      switch event {
      case .post(let post):
        guard isCaught || known.concern(post) else { return nil }
        passed.insert(post.reference.remoteID)
        passedPeople.insert(post.author.remoteID)
      case .removed(let id):
        guard known.posts[id] != nil || passed.contains(id) else { return nil }
      case .reaction(let reaction), .reactionTakenBack(let reaction):
        guard known.posts[reaction.post] != nil || passed.contains(reaction.post) else {
          return nil
        }
      case .gone(let person):
        guard known.people.contains(person) || passedPeople.contains(person) else { return nil }
      case .moved: break
      }
      return event
    }
  }

  /// What the record knows of that no topic caught, in one look.
  private func known(_ events: [RemoteEvent]) async throws -> Known {
    let network = source.network
    return try await desk.record.read { tx in
      let accounts = try tx.accounts().filter { $0.network == network && $0.removedAt == nil }
      let ours = try tx.handles(accounts.map(\.handle))
      var ids: Set<RemoteID> = []
      var people: Set<RemoteID> = []
      for event in events {
        switch event {
        case .post(let post):
          if post.editedAt != nil { ids.insert(post.reference.remoteID) }
          // Where we have no voice nobody answers us.
          if !ours.isEmpty, let parent = post.parent { ids.insert(parent) }
        case .removed(let id): ids.insert(id)
        case .reaction(let reaction), .reactionTakenBack(let reaction): ids.insert(reaction.post)
        case .gone(let person): people.insert(person)
        case .moved: break
        }
      }
      let posts = ids.isEmpty ? [] : try tx.posts(network, remoteIDs: Array(ids))
      return Known(
        posts: Dictionary(posts.map { ($0.remoteID, $0) }) { $1 },
        ours: Set(ours.map(\.remoteID)),
        people: people.isEmpty
          ? [] : Set(try tx.handles(network, remoteIDs: Array(people)).map(\.remoteID)))
    }
  }

  private struct Known: Sendable {
    var posts: [RemoteID: Post]
    var ours: Set<RemoteID>
    /// Whom the record knows, of those whose account is gone.
    var people: Set<RemoteID>

    func concern(_ post: RemotePost) -> Bool {
      post.toUs || posts[post.reference.remoteID] != nil || ours.contains(post.author.remoteID)
        || post.mentions.contains { ours.contains($0) }
        || post.parent.flatMap { posts[$0] }?.direction == .ours
    }
  }
}

extension Desk {
  /// For each event whether a topic catches it; `false` for what is no post.
  func caught(_ events: [RemoteEvent], from source: Source) -> [Bool] {
    let snapshot = book.snapshot
    return events.map { event in
      guard case .post(let remote) = event else { return false }
      return snapshot.catches(read(remote, from: source).told)
    }
  }
}
