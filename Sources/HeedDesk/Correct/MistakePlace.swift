import HeedModel

/// What stands around a mistake, read once for all that is told of it.
struct MistakePlace: Sendable {
  let story: MistakeStory
  /// Ours that is wrong, where it is a post and theirs to see.
  let post: PostRow?
  /// Theirs that told us.
  let told: PostRow?
  /// The conversation of the post, or of what told us where the mistake stands on a page.
  let thread: [PostRow]
  /// Ours in that conversation, in the order written.
  let replies: [Reply]

  init(_ story: MistakeStory, for viewer: Viewer, _ tx: any RecordReading) throws {
    self.story = story
    post = try story.mistake.post.flatMap { try tx.post($0, for: viewer) }
    if case .person(let told) = story.mistake.noticedBy {
      self.told = try tx.post(told, for: viewer)
    } else {
      told = nil
    }
    thread = try post.map { try tx.thread($0.post.conversation, for: viewer) } ?? []
    let conversation = post?.post.conversation ?? told?.post.conversation
    replies = try conversation.map { try tx.replies(in: $0, for: viewer) } ?? []
  }

  /// What stands below the post, in order of time. By hand, for threads of strangers may be deeper than a stack.
  var below: [PostRow] {
    guard let post else { return [] }
    var above: Set<ID<Post>> = [post.id]
    // An answer is never older than what it answers, so one pass finds all.
    return thread.sorted { $0.id < $1.id }.filter { row in
      guard let parent = row.post.parent, above.contains(parent) else { return false }
      above.insert(row.id)
      return row.post.isTheirWords && row.author.map { !$0.isOurs && !$0.isBot } ?? false
        && !row.post.reading.kinds.contains(.spam)
    }
  }
}
