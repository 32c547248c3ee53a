public import HeedModel

/// Something that several people said alike, offered to be gathered.
public struct SuggestedWish: Sendable {
  public var kind: Wish.Kind
  /// The wish or cause that gathers others who said the same; `nil` for a new one.
  public var wish: Wish?
  /// What they said, the newest first; as far as the viewer may see.
  public var posts: [PostRow]
  /// By person.
  public var people: Int
  /// In words that most of them share; empty where they share none.
  public var title: String
}

extension Desk {
  /// Over how many days people count as having said it now.
  public static let suggestedWithinDays = 90

  /// Looks for what could be gathered. Called by the janitor.
  func lookForGatherings() async throws {
    try await gatherings.look(record, meanings, now: clock.now())
  }

  /// What could be gathered, what most people said first.
  /// - Parameter conversation: only what somebody said there.
  public func suggestedWishes(
    in conversation: ID<Conversation>? = nil, limit: Int = 10, for viewer: Viewer
  ) async throws -> [SuggestedWish] {
    guard viewer.role.maySpeak else { return [] }
    let ideas = await gatherings.ideas
    guard !ideas.isEmpty else { return [] }
    let now = clock.now()
    return try await record.read { tx in
      let here = try conversation.map { id in
        Set(try tx.thread(id, for: viewer).map(\.id))
      }
      var found: [SuggestedWish] = []
      for idea in ideas {
        if let here, here.isDisjoint(with: idea.posts) { continue }
        if let one = try Self.suggested(idea, now: now, tx, viewer) { found.append(one) }
      }
      return Array(found.sorted { $0.people > $1.people }.prefix(limit))
    }
  }

  /// An idea as it stands now, for who looks; `nil` where too little of it is left.
  private static func suggested(
    _ idea: GatheringIdea, now: Instant, _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> SuggestedWish? {
    let open = try tx.ungathered(idea.posts)
    let kind: Reading.Kind = idea.kind == .cause ? .complaint : .wish
    let wish = try idea.wish.flatMap { try tx.wish($0, for: viewer)?.wish }
    let posts = try idea.posts.filter(open.contains).compactMap { try tx.post($0, for: viewer) }
      .filter { row in
        guard let author = row.author, author.person != nil, !author.optedOut,
          row.post.isTheirWords, row.post.removedAt == nil,
          row.post.reading.kinds.contains(kind),
          now - row.post.publishedAt <= GatheringBook.reach
        else { return false }
        // They said that they did not ask for this: other words of theirs from before are not offered to it either.
        return try wish.map {
          try !tx.deny([author.id], $0.root, since: row.post.publishedAt)
        } ?? true
      }
    let people = Set(posts.compactMap { $0.author?.person }).count
    guard !posts.isEmpty, wish != nil || people >= AlikeWords.severalPeople else { return nil }
    return SuggestedWish(
      kind: wish?.kind ?? idea.kind, wish: wish, posts: posts, people: people,
      title: wish == nil ? sharedWords(posts.map(\.post.text.plain)) : "")
  }

  /// Up to three words that at least half of the texts share, the longest, in the order of the first text; no handles and
  /// no addresses, for somebody's name is no title.
  static func sharedWords(_ texts: [String]) -> String {
    let words = texts.map { text in
      text.split(whereSeparator: \.isWhitespace).filter { !isAddress($0) }
        .flatMap { $0.split { !$0.isLetter } }.filter { $0.count >= 5 }.map { $0.lowercased() }
    }
    var times: [String: Int] = [:]
    for text in words { for word in Set(text) { times[word, default: 0] += 1 } }
    let least = max(2, (texts.count + 1) / 2)
    let shared = times.filter { $0.value >= least }
      .sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }.prefix(3).map(\.key)
    let order = words.joined().enumerated().reduce(into: [String: Int]()) {
      $0[$1.element] = $0[$1.element] ?? $1.offset
    }
    return shared.sorted { order[$0, default: 0] < order[$1, default: 0] }.joined(separator: " ")
  }

  /// `@ana`, `ana@mail.example`, `ana.bsky.social`, `https://…`: parts that hang together without a space.
  private static func isAddress(_ piece: Substring) -> Bool {
    if piece.contains("@") || piece.contains("://") { return true }
    let bare = Array(piece)
    return bare.indices.dropFirst().dropLast().contains { index in
      bare[index] == "." && (bare[index - 1].isLetter || bare[index - 1].isNumber)
        && (bare[index + 1].isLowercase || bare[index + 1].isNumber)
    }
  }

  /// Gathers what was suggested, as far as it is there still.
  /// - Parameters:
  ///   - others: what was suggested with it and is not the same: that is not suggested again.
  ///   - wish: one that stands; `nil` for a new one of this title and kind.
  /// - Returns: the wish. Gathering a post twice is harmless.
  @discardableResult
  public func gather(
    suggested posts: [ID<Post>], besides others: [ID<Post>] = [], to wish: ID<Wish>?,
    title: String, kind: Wish.Kind, by viewer: Viewer
  ) async throws -> ID<Wish> {
    if wish == nil { _ = try Self.checkedTitle(title) }
    var target = wish
    var gathered = false
    var refused = Self.wordsGone
    for post in try await visible(posts, viewer) {
      do {
        target = try await gather(post, to: target, title: title, kind: kind, by: viewer)
        gathered = true
      } catch let problem as Problem
        where [.notFound, .invalid, .conflict].contains(problem.code)
      {
        // They took it back or did not ask for this: the others are gathered.
        refused = problem
      }
    }
    guard gathered, let target else { throw refused }
    let leftOut = try await visible(others.filter { !posts.contains($0) }, viewer)
    if !leftOut.isEmpty { try await decline(leftOut, by: viewer) }
    return target
  }

  /// These people did not say the same: it is not suggested again.
  public func declineGathering(_ posts: [ID<Post>], by viewer: Viewer) async throws {
    let there = try await visible(posts, viewer)
    guard !there.isEmpty else { throw Self.wordsGone }
    try await decline(there, by: viewer)
  }

  private func decline(_ posts: [ID<Post>], by viewer: Viewer) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      try tx.decline(posts, by: viewer.member, at: now)
      try tx.append(
        event(.gatheringDeclined, by: viewer.member, subject: posts.first?.value))
    }
  }

  private static let wordsGone = Problem(
    .notFound, "These words are gone, or they are not yours to see.")

  /// More than an idea holds is not taken.
  private func visible(_ posts: [ID<Post>], _ viewer: Viewer) async throws -> [ID<Post>] {
    try requireVoice(viewer)
    return try await record.read { tx in
      try posts.prefix(AlikeWords.mostAlike * 2).filter { id in
        try tx.post(id, for: viewer).map { $0.post.isTheirWords } ?? false
      }
    }
  }
}
