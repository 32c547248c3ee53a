public import HeedModel

/// Something that somebody said on their side and that stands, with what it is about.
public struct StandingWord: Sendable {
  public var word: TheirWord
  /// Of `broken`.
  public var promise: PromiseRow?
  /// Of `notAsked`.
  public var wish: Wish?

  public var id: ID<TheirWord> { word.id }
  /// Their name is told anew and not taken back; what they did not ask for counts again once they ask for it.
  public var mayBeTakenBack: Bool { word.kind.mayBeTakenBack }

  public init(_ word: TheirWord, promise: PromiseRow? = nil, wish: Wish? = nil) {
    self.word = word
    self.promise = promise
    self.wish = wish
  }
}

extension TheirWord.Kind {
  var mayBeTakenBack: Bool {
    switch self {
    case .solved, .fine, .notToday, .broken, .readWrongly, .forgetMe: true
    // Whether we may write is said in its own place.
    case .named, .doNotWrite, .mayWrite, .notAsked: false
    }
  }
}

extension Desk {
  /// What they said that stands, the newest first: what they said twice, or with several handles, once.
  /// - Parameters:
  ///   - words: all that they ever said.
  ///   - promises: all that were made to them.
  static func standing(
    _ words: [TheirWord], of person: Person?, _ promises: [PromiseRow], at now: Instant,
    _ tx: any RecordReading
  ) throws -> [StandingWord] {
    var found: [StandingWord] = []
    var seen: Set<About> = []
    for word in words.reversed() where word.stands {
      guard let one = try standing(word, of: person, promises, at: now, tx) else { continue }
      let about = About(
        kind: word.kind, conversation: word.conversation, post: word.post, wish: word.wish,
        promise: one.promise?.id)
      if seen.insert(about).inserted { found.append(one) }
    }
    return found
  }

  private struct About: Hashable {
    var kind: TheirWord.Kind
    var conversation: ID<Conversation>?
    var post: ID<Post>?
    var wish: ID<Wish>?
    var promise: ID<Promise>?
  }

  private static func standing(
    _ word: TheirWord, of person: Person?, _ promises: [PromiseRow], at now: Instant,
    _ tx: any RecordReading
  ) throws -> StandingWord? {
    switch word.kind {
    case .fine, .forgetMe: return StandingWord(word)
    case .mayWrite: return nil
    case .named: return person?.erasedAt == nil && person != nil ? StandingWord(word) : nil
    case .doNotWrite: return person?.doNotContact == true ? StandingWord(word) : nil
    case .solved:
      let isSolved = try word.conversation.map { conversation in
        try tx.closures(of: conversation).contains { $0.isTheirs(word) && $0.reopenedAt == nil }
      }
      return isSolved == true ? StandingWord(word) : nil
    case .notToday:
      guard let until = word.restsUntil, until > now, let conversation = word.conversation,
        // Their own words end it sooner.
        try !tx.records(of: conversation).posts.contains(where: { post in
          post.direction != .ours && post.by == word.handle && post.at > word.saidAt
        })
      else { return nil }
      return StandingWord(word)
    case .broken:
      return promises.first { $0.isBroken(by: word) }.map { StandingWord(word, promise: $0) }
    case .readWrongly:
      let post = try word.post.flatMap { try tx.posts([$0]).first }
      guard let post, post.removedAt == nil, post.reading.isByThem else { return nil }
      return StandingWord(word)
    case .notAsked:
      return try word.wish.flatMap { try tx.wish($0) }.map { StandingWord(word, wish: $0) }
    }
  }
}

extension Closure {
  /// Whether it is what somebody said on their side.
  func isTheirs(_ word: TheirWord) -> Bool { member == nil && closedAt == word.saidAt }
}

extension PromiseRow {
  /// Whether this word is what it ended with.
  func isBroken(by word: TheirWord) -> Bool {
    guard let ending, ending.isTheirWord, ending.post == nil else { return false }
    return word.kind == .broken && word.conversation == promise.conversation
      && ending.saidAt == word.saidAt
  }
}
