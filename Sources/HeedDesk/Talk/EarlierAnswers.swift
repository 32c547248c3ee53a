public import HeedModel
import HeedTopics

/// What we answered before to words like these, or to others that mean the same, and what came of it.
public struct EarlierAnswer: Sendable {
  /// What came back, as far as it was read; their word before any reading of ours.
  public enum Came: String, Sendable, CaseIterable {
    case solved, thanks, complaint, words
    /// Only others than whom it speaks to spoke below it.
    case others
    case nothing
  }

  public var reply: Reply
  public var asker: Handle?
  /// What they asked.
  public var asked: Post
  public var came: Came
}

extension Desk {
  /// At least this share of how rare the words are must stand in an earlier answer, and two words, where the meaning does
  /// not say that they are alike.
  static let alikeShare = 0.4

  /// The likest earlier answers to what waits in a conversation, at most three, of what the viewer may see (T1).
  public func earlierAnswers(to id: ID<Conversation>, for viewer: Viewer) async throws
    -> [EarlierAnswer]
  {
    let index = try await answered.current(record, meanings, now: clock.now())
    return try await record.read { [meanings] tx in
      guard let conversation = try tx.conversation(id, for: viewer) else { return [] }
      let theirs = try tx.thread(conversation.id, for: viewer).filter(\.post.isTheirWords)
      let terms = theirs.suffix(3).flatMap {
        TopicDocuments.prepared($0.post, author: $0.author, source: nil).indexTerms
      }
      let accounts = try tx.accounts(answeredBy: viewer.member)
      var found: [EarlierAnswer] = []
      let likest = index.alike(terms, meanings.meaning(of: terms), limit: 12, answering: accounts)
      for like in likest where like.isAlike(leastShare: Self.alikeShare) && found.count < 3 {
        guard let reply = try tx.reply(index.reply(of: like.document)),
          reply.conversation != conversation.id, reply.delivery.status == .delivered,
          try tx.conversation(reply.conversation, for: viewer) != nil,
          let asked = try tx.post(reply.inReplyTo, for: viewer), asked.post.removedAt == nil,
          !found.contains(where: { $0.reply.text == reply.text })
        else { continue }
        found.append(
          EarlierAnswer(
            reply: reply, asker: asked.author, asked: asked.post,
            came: try Self.came(back: reply, tx, for: viewer)))
      }
      return found
    }
  }

  /// What came back to a reply, from whom it speaks to; the words of others that stand below it are told apart.
  static func came(back reply: Reply, _ tx: any RecordReading, for viewer: Viewer) throws
    -> EarlierAnswer.Came
  {
    guard let post = reply.delivery.post,
      let conversation = try tx.conversation(reply.conversation)
    else { return .nothing }
    let asked = try tx.posts([reply.inReplyTo]).first { $0.direction != .ours }?.author
    let handle = try (asked ?? conversation.handle).flatMap { try tx.handles([$0]).first }
    let theirs = try tx.handlesOfSame([handle].compactMap { $0 })
    if try isSolved(by: theirs, since: reply.writtenAt, in: conversation, tx) { return .solved }
    let thread = try tx.thread(conversation.id, for: viewer)
    let below = answers(to: post, in: thread)
    let addressed = (below + beside(post, by: theirs, in: thread)).filter {
      $0.author.map { theirs.contains($0.id) } ?? false
    }
    guard let last = addressed.max(by: { $0.id < $1.id })?.post else {
      return below.isEmpty ? .nothing : .others
    }
    if last.reading.kinds.contains(.thanks) { return .thanks }
    return last.reading.kinds.contains(.complaint) ? .complaint : .words
  }

  /// What they said after a post of ours and did not hang on it, as people do who answer themselves or the top of a thread:
  /// all but what answers something else of ours.
  static func beside(
    _ id: ID<Post>, by theirs: Set<ID<Handle>>, in thread: [PostRow]
  ) -> [PostRow] {
    let known = Dictionary(thread.map { ($0.id, $0.post) }) { $1 }
    func above(_ id: ID<Post>) -> [Post] {
      var path: [Post] = []
      var next = known[id]?.parent
      while let one = next.flatMap({ known[$0] }), path.count < thread.count {
        path.append(one)
        next = one.parent
      }
      return path
    }
    let path = Set(above(id).map(\.id))
    return thread.filter { row in
      guard row.id > id, row.isSaidByPeople, row.author.map({ theirs.contains($0.id) }) ?? false
      else { return false }
      return above(row.id).first { $0.direction == .ours }.map { path.contains($0.id) } ?? true
    }
  }

  /// Whether they called it solved: in a post of theirs, or on their own side.
  private static func isSolved(
    by theirs: Set<ID<Handle>>, since: Instant, in conversation: Conversation,
    _ tx: any RecordReading
  ) throws -> Bool {
    let closures = try tx.closures(of: conversation.id).filter {
      $0.reason == .solved && $0.reopenedAt == nil && $0.closedAt >= since
    }
    guard !closures.isEmpty else { return false }
    let said = Set(
      try tx.theirWords(in: conversation.id)
        .filter { $0.kind == .solved && theirs.contains($0.handle) }.map(\.saidAt))
    return try closures.contains { closure in
      guard let post = closure.post else {
        return closure.member == nil && said.contains(closure.closedAt)
      }
      return try tx.posts([post]).first?.author.map { theirs.contains($0) } ?? false
    }
  }
}
