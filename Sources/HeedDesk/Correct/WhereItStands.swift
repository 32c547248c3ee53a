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
  public var quotes: [PostRow] = []
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
      found.original = Self.original(post, story, wrong)
      found.quotes = try tx.quotes(of: post.id, limit: Self.shownAtMost, for: viewer)
    }
    guard let wrong, !wrong.terms.isEmpty else { return found }
    found.wasLookedFor = true
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

  private static func original(_ post: Post, _ story: MistakeStory, _ wrong: WrongWords?)
    -> WhereItStands.Original
  {
    if post.removedAt != nil { return .gone }
    let done = story.corrections.filter { $0.post == post.id && $0.doneSince != nil }
    if done.contains(where: { $0.way == .edit }) {
      return wrong?.stand(in: post.text.plain) ?? false ? .changedAndStillWrong : .changed
    }
    if let wrong, post.editedAt != nil, !wrong.stand(in: post.text.plain) { return .changed }
    return done.contains { $0.way == .reply || $0.way == .apologise } ? .correctedBelow : .asItWas
  }
}
