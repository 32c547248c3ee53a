public import HeedModel
import HeedTopics

/// Somebody else who asked us what is asked in a conversation, or something like it.
public struct AskedAlike: Sendable {
  public var conversation: Conversation
  public var asker: Handle?
  /// Their first words to us there.
  public var asked: Post
}

/// Who else asked, and what was gathered from them.
public struct OthersAsked: Sendable {
  /// The likest first.
  public var rows: [AskedAlike] = []
  /// There are more than were wanted, or some that only may be alike.
  public var hasMore = false
  /// Wishes and causes that these conversations were gathered to, those of the likest first.
  public var wishes: [Wish] = []
}

extension Desk {

  /// Conversations with others in which the same was asked, answered or not, of what the viewer may see.
  /// - Parameters:
  ///   - limit: how many are wanted.
  ///   - perhaps: whether those that only may be alike are wanted as well.
  public func othersAsked(
    likeIn id: ID<Conversation>, limit: Int, perhaps: Bool = false, for viewer: Viewer
  ) async throws -> OthersAsked {
    let index = try await asked.current(record, meanings, now: clock.now())
    return try await record.read { [meanings] tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      // A thread may hold many people: it is who waits that others are sought for (decision 21).
      let asker = try tx.speaker(of: conversation)
      let terms = try Self.askedTerms(in: conversation, by: asker, tx, viewer)
      guard !terms.isEmpty else { return OthersAsked() }
      let found = index.alike(
        terms, meanings.meaning(of: terms), limit: limit * 3 + 8,
        answering: try tx.accounts(answeredBy: viewer.member))
      let person = try asker.flatMap { try tx.handles([$0]).first?.person }
      var others = OthersAsked()
      for like in found where like.isPerhapsAskedAlike {
        let place = index.places[like.document]
        guard place.conversation != conversation.id,
          let row = try Self.alike(place, apartFrom: asker, person, tx, viewer)
        else { continue }
        if others.rows.count == limit {
          others.hasMore = true
          break
        }
        guard perhaps || like.isAskedAlike else {
          others.hasMore = true
          continue
        }
        others.rows.append(row)
        for wish in try tx.wishes(from: row.conversation.id, for: viewer)
        where !others.wishes.contains(where: { $0.id == wish.id }) { others.wishes.append(wish) }
      }
      return others
    }
  }

  /// What they first asked us here, and what waits.
  private static func askedTerms(
    in conversation: Conversation, by asker: ID<Handle>?, _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> [String] {
    let all = try tx.thread(conversation.id, for: viewer).filter(\.post.isTheirWords)
    let own = all.filter { $0.post.author == asker }
    let theirs = own.isEmpty ? all : own
    let first = theirs.first { $0.post.direction == .toUs } ?? theirs.first
    let waiting = theirs.first { $0.id == conversation.waitingPost && $0.id != first?.id }
    return [first, waiting].compactMap { $0 }.flatMap {
      TopicDocuments.prepared($0.post, author: $0.author, source: nil).indexTerms
    }
  }

  /// The conversation at a place in the index, as far as it stands, is somebody else's and may be seen.
  private static func alike(
    _ place: AskedIndex.Place, apartFrom asker: ID<Handle>?, _ person: ID<Person>?,
    _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> AskedAlike? {
    guard let other = try tx.conversation(place.conversation, for: viewer),
      other.id == place.conversation, other.state != .aboutUs,
      let asked = try tx.post(place.post, for: viewer), asked.post.removedAt == nil,
      asked.post.conversation == other.id, asked.author?.optedOut != true
    else { return nil }
    if let asker, asked.post.author == asker { return nil }
    if let person, asked.author?.person == person { return nil }
    return AskedAlike(conversation: other, asker: asked.author, asked: asked.post)
  }
}
