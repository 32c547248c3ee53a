public import HeedModel
import HeedTopics

/// What a conversation offers to be gathered as.
public struct WishOffer: Sendable {
  /// The post of theirs that says it.
  public var post: PostRow
  /// What else they said here, the newest first.
  public var posts: [PostRow]
  /// What it was read as; a complaint is offered as a cause.
  public var kind: Wish.Kind
  /// Those that stand already and are most alike, the likest first; then the most said.
  public var alike: [WishRow]
  public var rest: [WishRow]
  /// What was gathered from this conversation before.
  public var gathered: [Wish]
}

extension Desk {
  /// At least this share of how rare the words are must stand in a wish for it to be suggested, and two words, where the
  /// meaning does not say that they are alike.
  static let alikeWish = 0.3
  static let wishesLookedAt = 500
  static let wordsOffered = 6

  /// What could be gathered from a conversation: the post that was asked for, or their last one that was read as a wish or
  /// a complaint, or their last.
  public func wishOffer(
    in id: ID<Conversation>, from post: ID<Post>?, for viewer: Viewer
  ) async throws -> WishOffer {
    try await record.read { [meanings] tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      let theirs = try tx.thread(conversation.id, for: viewer).filter {
        $0.post.isTheirWords && $0.post.direction != .aside
      }
      let asked = theirs.first { $0.id == post }
      let read = theirs.last {
        !$0.post.reading.kinds.isDisjoint(with: [.wish, .complaint])
      }
      guard let chosen = asked ?? read ?? theirs.last else {
        throw Problem(.invalid, "There are no words of theirs here to gather.")
      }
      let terms = TopicDocuments.prepared(chosen.post, author: chosen.author, source: nil)
        .indexTerms
      let standing = try tx.wishes(
        WishFilter(isOpen: true), PageRequest(limit: 200), for: viewer
      ).rows
      let names = Dictionary(standing.map { ($0.id, $0) }) { $1 }
      let alike = try Self.alike(terms, meanings, tx).compactMap { names[$0] }
      let found = Set(alike.map(\.id))
      return WishOffer(
        post: chosen,
        posts: (theirs.suffix(Self.wordsOffered).filter { $0.id != chosen.id } + [chosen]).sorted {
          $0.id > $1.id
        }, kind: chosen.post.wishKind,
        alike: alike, rest: standing.filter { !found.contains($0.id) },
        gathered: try tx.wishes(from: conversation.id, for: viewer))
    }
  }

  /// The wishes whose title and voices are most like these words, at most five: as earlier answers are found.
  private static func alike(
    _ terms: [String], _ meanings: any MeaningFinding, _ tx: any RecordReading
  ) throws -> [ID<Wish>] {
    let known = try tx.wishTerms(limit: wishesLookedAt)
    var index = AnsweredIndex()
    for one in known {
      let title = FoldedText(one.wish.title).indexTerms
      index.add(
        title + one.terms, meaning: meanings.meaning(of: title + one.terms), by: ID(0))
    }
    return index.alike(terms, meanings.meaning(of: terms), limit: 5).filter {
      $0.isAlike(leastShare: alikeWish)
    }.map { known[$0.document].wish.id }
  }

  /// Gathers a post to a wish that stands, or to a new one.
  /// - Parameters:
  ///   - wish: one that stands; `nil` for a new one of this title and kind.
  ///   - post: words of theirs in a conversation that the desk keeps.
  /// - Returns: the wish. Gathering a post twice is harmless.
  /// - Throws: `Problem(.conflict)` where whoever said it said since that they did not ask for this.
  @discardableResult
  public func gather(
    _ post: ID<Post>, to wish: ID<Wish>?, title: String, kind: Wish.Kind, by viewer: Viewer
  ) async throws -> ID<Wish> {
    try requireVoice(viewer)
    let title = try wish == nil ? Self.checkedTitle(title) : ""
    let now = clock.now()
    return try await record.write { [self] tx in
      let row = try Self.voiced(post, tx, viewer)
      let target: ID<Wish>
      if let wish {
        guard let found = try tx.wish(wish, for: viewer) else { throw Self.noSuchWish }
        target = found.id
        if let author = row.author,
          try tx.deny([author.id], found.wish.root, since: row.post.publishedAt)
        {
          throw Problem(
            .conflict,
            "They said themselves that they did not ask for this. Gather it once they say it anew.")
        }
      } else {
        target = newID()
        try tx.insert(
          Wish(
            id: target, kind: kind, title: title, gatheredBy: viewer.member, gatheredAt: now))
        try tx.append(event(.wishGathered, by: viewer.member, subject: target.value))
      }
      guard let author = row.author else { return target }
      let voice = WishVoice(
        id: newID(), wish: target, post: post, handle: author.id, gatheredBy: viewer.member,
        gatheredAt: now)
      if try tx.insert(voice) {
        try tx.append(
          event(
            .voiceAdded, by: viewer.member, in: row.post.conversation, subject: voice.id.value))
      }
      return target
    }
  }

  /// A post of somebody who spoke to us; who only spoke about us is a post and no person (law 7).
  private static func voiced(_ post: ID<Post>, _ tx: any RecordReading, _ viewer: Viewer) throws
    -> PostRow
  {
    guard let row = try tx.post(post, for: viewer), row.post.isTheirWords,
      let conversation = try tx.conversation(row.post.conversation, for: viewer)
    else { throw Problem(.notFound, "These words are gone, or they are not yours to see.") }
    guard conversation.state != .aboutUs, row.author?.person != nil else {
      throw Problem(
        .invalid,
        "They spoke about you, not to you. Take it up and answer: once they speak to you, it can be gathered."
      )
    }
    return row
  }

  static func checkedTitle(_ title: String) throws -> String {
    let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !title.isEmpty, title.count <= 200 else {
      throw Problem(
        .invalid, "Say in a few words what is asked for, in up to 200 letters.", field: "name")
    }
    return title
  }

  /// Takes a post out again: it was gathered by mistake.
  /// - Returns: the wish that it was gathered to.
  public func removeVoice(_ id: ID<WishVoice>, by viewer: Viewer) async throws -> ID<Wish> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      guard let voice = try tx.voice(id), let wish = try tx.wish(voice.wish),
        try tx.post(voice.post, for: viewer) != nil
      else { throw Problem(.notFound, "These words are gone, or they are not yours to see.") }
      try tx.delete(id)
      // What was taken out is not suggested again.
      try tx.decline([voice.post], by: viewer.member, at: now)
      try tx.append(event(.voiceRemoved, by: viewer.member, subject: voice.wish.value))
      return wish.root
    }
  }
}

extension Post {
  /// What these words are gathered as where nobody says it: a complaint as a cause, else a wish.
  public var wishKind: Wish.Kind { reading.kinds.contains(.complaint) ? .cause : .wish }
}
