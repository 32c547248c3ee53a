import HeedModel
public import HeedNetwork

extension HackerNewsNetwork: Threading {
  /// So many items of a thread are read at most.
  static let most = 300

  /// What stands above a post up to its story, and what stands below it, item by item.
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    guard let number = RemoteIDs.number(of: post) else {
      throw NetworkError(.unsupported, "That is no post of Hacker News.")
    }
    guard let item = try await self.item(number), !item.isGone else {
      throw NetworkError(.gone, "It is no longer on Hacker News.")
    }
    var above: [Item] = []
    var met: Set<Int> = [item.id]
    var parent = item.parent
    while let number = parent, met.insert(number).inserted, met.count < Self.most {
      guard let next = try await self.item(number) else { break }
      above.append(next)
      parent = next.parent
    }
    var below: [Item] = []
    var waiting = item.kids[...]
    while let number = waiting.popFirst(), met.count < Self.most {
      guard met.insert(number).inserted, let kid = try await self.item(number) else { continue }
      below.append(kid)
      // Below what was taken away others go on talking.
      waiting += kid.kids
    }
    return (above.reversed() + [item] + below).compactMap { Incoming.post($0).map { .post($0) } }
  }

  /// - Returns: `nil` for one that never was.
  func item(_ number: Int) async throws -> Item? {
    let answer: PlaceClient.Answer<MaybeItem> = try await items.get("/item/\(number).json")
    return answer.value.item
  }
}

extension HackerNewsNetwork: Rechecking {
  /// Tells what was taken away or killed. What was changed is heard by listening: an item does not say that it was.
  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for post in posts {
      guard let number = RemoteIDs.number(of: post), let item = try await item(number),
        item.isGone
      else { continue }
      events.append(.removed(post.remoteID))
    }
    return events
  }
}

extension HackerNewsNetwork: HandingOff {
  /// The form below a single item; a story's own page has one, too.
  public func page(toAnswer post: RemoteReference) -> String? {
    RemoteIDs.number(of: post).map { "\(Self.page)/item?id=\($0)" }
  }

  public func reference(at address: String) -> RemoteReference? {
    RemoteIDs.number(in: address).map(RemoteIDs.reference)
  }

  public func post(
    _ reference: RemoteReference, as account: AccountAccess?, isNamedByOthers: Bool
  ) async throws -> RemotePost {
    guard let number = RemoteIDs.number(of: reference), let item = try await item(number),
      let post = Incoming.post(item)
    else { throw NetworkError(.gone, "It is no longer on Hacker News.") }
    return post
  }

  /// All that is said below the same story.
  public func offer(following post: RemotePost) async throws -> Offer? {
    var number = RemoteIDs.number(of: post.reference)
    var story: Item?
    for _ in 0..<Self.most {
      guard let next = number, let item = try await item(next) else { break }
      story = item
      number = item.parent
    }
    return story.map { offer(thread: $0.id, title: $0.title) }
  }
}
