/// Mistakes and what became of them, as they are read. A mistake in a post is seen by those who may see the post.
public protocol CorrectReading {
  /// `nil` for what is not there or not the viewer's to see.
  func mistake(_ id: ID<Mistake>, for viewer: Viewer) throws -> Mistake?
  /// Newest mark first.
  func mistakes(_ page: PageRequest, for viewer: Viewer) throws -> Page<Mistake>
  /// How many are not fixed, as `MistakeStory` has it. Looks at those alone that `settleMistakes` did not pass.
  func openMistakes(for viewer: Viewer) throws -> Int
  /// The same ones, newest mark first.
  func openMistakes(_ page: PageRequest, for viewer: Viewer) throws -> Page<Mistake>
  /// In these posts of ours, in the order marked.
  func mistakes(in posts: [ID<Post>], for viewer: Viewer) throws -> [Mistake]
  /// All in one post, in the order marked: for the desk's own rules.
  func mistakes(of post: ID<Post>) throws -> [Mistake]
  /// That one of these handles told us of, reacted to, or spoke in the same conversation after; newest first.
  func mistakes(near handles: [ID<Handle>], limit: Int, for viewer: Viewer) throws -> [Mistake]
  /// With the way of their replies, in the order begun.
  func corrections(of mistakes: [ID<Mistake>]) throws -> [Correction]
  /// Those whose reply became one of these posts.
  func corrections(deliveredAs posts: [ID<Post>]) throws -> [Correction]
  /// `nil` where there is none.
  func correction(_ id: ID<Correction>) throws -> Correction?
  /// Fixes by which this post was to be mended in this way, and of which nobody knows yet whether they went through; each
  /// with the words that were marked wrong, in the order begun.
  func unsettled(_ way: Correction.Way, of post: ID<Post>) throws
    -> [(correction: Correction, said: String)]
  /// Who mended mistakes in a post by changing its words.
  func editors(of post: ID<Post>) throws -> [ID<Member>]
  /// Of any of these mistakes.
  func reopenings(of mistakes: [ID<Mistake>]) throws -> [MistakeReopening]
  /// What others said that quotes a post, newest first; until then if it is said.
  func quotes(of post: ID<Post>, until: Instant?, limit: Int, for viewer: Viewer) throws
    -> [PostRow]
  /// Who liked a post or passed it on, in the order of their reactions.
  func reactors(to post: ID<Post>, limit: Int, for viewer: Viewer) throws -> [Reactor]
  /// Whether one of these handles liked a post or passed it on.
  func anyReacted(_ handles: [ID<Handle>], to post: ID<Post>) throws -> Bool
  /// Whether one of these handles quoted a post with words of their own, until then if it is said.
  func anyQuoted(_ handles: [ID<Handle>], _ post: ID<Post>, until: Instant?) throws -> Bool
  /// What these handles said to us since, oldest first.
  func spoken(by handles: [ID<Handle>], since: Instant, limit: Int, for viewer: Viewer) throws
    -> [PostRow]
  /// Newest first; open to everybody.
  func publishedCorrections(_ page: PageRequest) throws -> Page<PublishedCorrection>
  /// In the order published.
  func publishedCorrections(of mistake: ID<Mistake>) throws -> [PublishedCorrection]
}

/// Mistakes and what became of them, as they are written.
public protocol CorrectWriting {
  func insert(_ mistake: Mistake) throws
  func insert(_ correction: Correction) throws
  /// When it was done, its trouble, its reply; nothing else changes.
  func update(_ correction: Correction) throws
  func insert(_ reopening: MistakeReopening) throws
  /// Leaves those that are fixed out of what is looked at for the open ones, until they are opened again. Changes no figure.
  /// - Returns: how many.
  @discardableResult
  func settleMistakes() throws -> Int
  func insert(_ published: PublishedCorrection) throws
}

/// Somebody who liked a post or passed it on.
public struct Reactor: Sendable, Hashable {
  public var handle: Handle
  public var kind: Reaction.Kind
  public var at: Instant

  public init(handle: Handle, kind: Reaction.Kind, at: Instant) {
    self.handle = handle
    self.kind = kind
    self.at = at
  }
}

extension CorrectReading {
  public func quotes(of post: ID<Post>, limit: Int, for viewer: Viewer) throws -> [PostRow] {
    try quotes(of: post, until: nil, limit: limit, for: viewer)
  }
}
