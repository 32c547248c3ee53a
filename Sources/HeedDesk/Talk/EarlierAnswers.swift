public import HeedModel
import HeedTopics

/// What we answered before to words like these, or to others that mean the same, and what came of it.
public struct EarlierAnswer: Sendable {
  /// What came back, as far as it was read; their word before any reading of ours.
  public enum Came: String, Sendable, CaseIterable {
    case solved, thanks, complaint, words, nothing
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

  static func came(back reply: Reply, _ tx: any RecordReading, for viewer: Viewer) throws
    -> EarlierAnswer.Came
  {
    let after = try tx.thread(reply.conversation, for: viewer).map(\.post).filter {
      $0.isTheirWords && $0.publishedAt > reply.writtenAt
    }
    let closures = try tx.closures(of: reply.conversation)
    if closures.contains(where: { $0.reason == .solved && $0.reopenedAt == nil }) { return .solved }
    guard let last = after.last else { return .nothing }
    if last.reading.kinds.contains(.thanks) { return .thanks }
    return last.reading.kinds.contains(.complaint) ? .complaint : .words
  }
}
