public import HeedModel

/// The first that somebody said to us after a mistake that touched them was put right.
public struct WroteAgain: Sendable, Hashable {
  public var post: ID<Post>
  public var conversation: ID<Conversation>
  public var at: Instant

  public init(post: ID<Post>, conversation: ID<Conversation>, at: Instant) {
    self.post = post
    self.conversation = conversation
    self.at = at
  }
}

extension Desk {
  /// Of each of these mistakes that is fixed: what these handles said to us next, wherever they did. A fact, and nothing is
  /// made of it; who said nothing is not in it.
  func wroteAgain(
    after stories: [MistakeStory], by handles: [ID<Handle>], for viewer: Viewer,
    _ tx: any RecordReading
  ) throws -> [ID<Mistake>: WroteAgain] {
    var found: [ID<Mistake>: WroteAgain] = [:]
    for story in stories {
      guard let fixedAt = story.fixedAt else { continue }
      let next = try tx.spoken(by: handles, since: fixedAt, limit: 5, for: viewer).first {
        $0.post.publishedAt > fixedAt && $0.isSaidByPeople
      }
      guard let next else { continue }
      found[story.mistake.id] = WroteAgain(
        post: next.id, conversation: next.post.conversation, at: next.post.publishedAt)
    }
    return found
  }
}
