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

  /// Theirs that the wrong post answers: to whom it was said.
  var asked: PostRow? {
    post?.post.parent.flatMap { id in thread.first { $0.id == id } }
      .flatMap { $0.isSaidByPeople ? $0 : nil }
  }

  /// What people said below the post, in order of time.
  var below: [PostRow] { post.map { Desk.below($0.id, in: thread) } ?? [] }
}
