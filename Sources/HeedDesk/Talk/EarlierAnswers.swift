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
    try came(back: [reply], tx, for: viewer)[reply.id] ?? .nothing
  }

  /// The same of several, in a few questions. What was not sent is left out.
  static func came(back replies: [Reply], _ tx: any RecordReading, for viewer: Viewer) throws
    -> [ID<Reply>: EarlierAnswer.Came]
  {
    let sent = replies.filter { $0.delivery.post != nil }
    let ids = Array(Set(sent.map(\.conversation)))
    let talks = Dictionary(try tx.conversations(among: ids).map { ($0.id, $0) }) { $1 }
    let asked = Dictionary(
      try tx.posts(sent.map(\.inReplyTo)).compactMap { post in
        post.direction == .ours ? nil : post.author.map { (post.id, $0) }
      }
    ) { $1 }
    let speakers = sent.compactMap { asked[$0.inReplyTo] ?? talks[$0.conversation]?.handle }
    let handles = Dictionary(
      try tx.handles(Array(Set(speakers))).map { ($0.id, $0) }
    ) { $1 }
    let people = Dictionary(
      grouping: try tx.handles(of: Array(Set(handles.values.compactMap(\.person)))), by: \.person)
    let closures = Dictionary(grouping: try tx.closures(of: ids), by: \.conversation)
    let threads = Dictionary(
      grouping: try tx.threads(ids, for: viewer), by: \.conversation)
    var came: [ID<Reply>: EarlierAnswer.Came] = [:]
    for reply in sent {
      guard let post = reply.delivery.post, let talk = talks[reply.conversation] else { continue }
      let handle = (asked[reply.inReplyTo] ?? talk.handle).flatMap { handles[$0] }
      var theirs = Set([handle?.id].compactMap { $0 })
      if let person = handle?.person { theirs.formUnion(people[person, default: []].map(\.id)) }
      let isSolved = try isSolved(
        by: theirs, since: reply.writtenAt, closures[talk.id, default: []], in: talk.id, tx)
      came[reply.id] =
        isSolved ? .solved : read(post, by: theirs, in: threads[talk.id, default: []])
    }
    return came
  }

  /// What was said to a post of ours, as it was read.
  private static func read(
    _ post: ID<Post>, by theirs: Set<ID<Handle>>, in thread: [WordlessPost]
  ) -> EarlierAnswer.Came {
    let below = answers(to: post, in: thread)
    let addressed = (below + beside(post, by: theirs, in: thread)).filter {
      $0.author.map(theirs.contains) ?? false
    }
    guard let last = addressed.max(by: { $0.id < $1.id }) else {
      return below.isEmpty ? .nothing : .others
    }
    if last.kinds.contains(.thanks) { return .thanks }
    return last.kinds.contains(.complaint) ? .complaint : .words
  }

  /// Whether they called it solved: in a post of theirs, or on their own side.
  private static func isSolved(
    by theirs: Set<ID<Handle>>, since: Instant, _ closures: [Closure],
    in conversation: ID<Conversation>, _ tx: any RecordReading
  ) throws -> Bool {
    let closures = closures.filter {
      $0.reason == .solved && $0.reopenedAt == nil && $0.closedAt >= since
    }
    guard !closures.isEmpty else { return false }
    let said = Set(
      try tx.theirWords(in: conversation)
        .filter { $0.kind == .solved && theirs.contains($0.handle) }.map(\.saidAt))
    return try closures.contains { closure in
      guard let post = closure.post else {
        return closure.member == nil && said.contains(closure.closedAt)
      }
      return try tx.posts([post]).first?.author.map { theirs.contains($0) } ?? false
    }
  }
}
