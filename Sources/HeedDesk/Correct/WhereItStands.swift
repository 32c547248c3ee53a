public import HeedModel

/// Where the wrong words still stand, as far as the record knows.
public struct WhereItStands: Sendable {
  /// What became of the post itself.
  public enum Original: Sendable, Hashable {
    /// As it was, and nothing of ours stands below it.
    case asItWas
    /// As it was, with our correction below it.
    case correctedBelow
    case changed
    /// Changed, and the wrong words still stand in it.
    case changedAndStillWrong
    case gone
    /// On a page, which the desk cannot read for us.
    case page
  }

  public var original: Original
  /// Our other posts with the same words.
  public var ours: [PostRow] = []
  /// The newest.
  public var quotes: [PostRow] = []
  /// Whether more quote it than are shown.
  public var hasMoreQuotes = false
  /// The same words in posts of others.
  public var copies: [PostRow] = []
  /// Whether everything said was looked through; too common words are cut off.
  public var isWhole = true
  /// Whether there were words to look for.
  public var wasLookedFor = false

  public init(original: Original) { self.original = original }
}

extension Desk {
  private static let candidatesAtOnce = 200
  private static let candidatesAtMost = 2_000
  private static let shownAtMost = 50

  func whereItStands(_ place: MistakePlace, for viewer: Viewer, _ tx: any RecordReading) throws
    -> WhereItStands
  {
    let (story, mistake) = (place.story, place.story.mistake)
    let wrong = WrongWords(mistake.said)
    var found = WhereItStands(original: .page)
    if let post = place.post?.post {
      let fixes = try tx.posts(story.corrections.compactMap { $0.sending?.post })
      found.original = Self.original(
        post, story, standing: Set(fixes.filter { $0.removedAt == nil }.map(\.id)))
      let quotes = try tx.quotes(of: post.id, limit: Self.shownAtMost + 1, for: viewer)
      found.hasMoreQuotes = quotes.count > Self.shownAtMost
      found.quotes = Array(quotes.prefix(Self.shownAtMost))
    }
    guard let wrong, !wrong.terms.isEmpty else {
      try addUnsaid(place, to: &found, for: viewer, tx)
      return found
    }
    found.wasLookedFor = true
    try addUnsaid(place, to: &found, for: viewer, tx)
    // Our corrections repeat the wrong words to mend them.
    let ourFixes = Set(story.corrections.compactMap { $0.sending?.post })
    let quoting = Set(found.quotes.map(\.id))
    let search = StoredSearch(.and(wrong.terms.map { .term($0) }))
    var before: ID<Post>?
    var seen = 0
    repeat {
      let candidates = try tx.candidates(
        search, before: before, limit: Self.candidatesAtOnce, for: viewer)
      for row in candidates.rows
      where row.id != mistake.post && !ourFixes.contains(row.id) && !quoting.contains(row.id)
        && wrong.stand(in: row.post.text.plain)
      {
        if row.post.direction == .ours { found.ours.append(row) } else { found.copies.append(row) }
      }
      seen += max(candidates.rows.count, 1)
      before = candidates.reached
      if found.ours.count + found.copies.count > Self.shownAtMost { break }
    } while before != nil && seen < Self.candidatesAtMost
    found.isWhole = before == nil
    return found
  }

  /// Other posts of ours that were taken away, which was not said yet: their words are gone, what is to be done is not.
  private func addUnsaid(
    _ place: MistakePlace, to found: inout WhereItStands, for viewer: Viewer,
    _ tx: any RecordReading
  ) throws {
    let last = Dictionary(place.story.elsewhere.map { ($0.post, $0) }) { $1 }
    for correction in last.values.sorted(by: { $0.id < $1.id }) {
      guard correction.outcome == .unsaid,
        let row = try correction.post.flatMap({ try tx.post($0, for: viewer) })
      else { continue }
      found.ours.append(row)
    }
  }

  /// - Parameter standing: posts of ours that mend it and were not taken away.
  private static func original(_ post: Post, _ story: MistakeStory, standing: Set<ID<Post>>)
    -> WhereItStands.Original
  {
    if post.removedAt != nil { return .gone }
    let said = story.mistake.said
    let isStillWrong = stands(said, in: post.text.plain)
    let here = story.corrections.filter { $0.post == post.id }
    let edits = here.filter { $0.way == .edit }
    if edits.contains(where: { $0.doneSince != nil }) {
      return isStillWrong ? .changedAndStillWrong : .changed
    }
    if let editedAt = post.editedAt, !SameWords(said).isEmpty {
      if !isStillWrong { return .changed }
      if edits.contains(where: { $0.begunAt <= editedAt }) { return .changedAndStillWrong }
    }
    let isCorrected = here.contains {
      ($0.way == .reply || $0.way == .apologise) && $0.doneSince != nil
        && $0.sending?.post.map(standing.contains) ?? false
    }
    return isCorrected ? .correctedBelow : .asItWas
  }
}
