public import HeedModel

/// What came of a mistake once it was mended: told as it happened, and nothing is made of it.
public struct Aftermath: Sendable {
  /// Words of those whom it touched, since.
  public var wroteAgain: [PostRow] = []
  /// Words of others about it, since: below it, and in quotes.
  public var bystanders: [PostRow] = []

  public init() {}

  public var isEmpty: Bool { wroteAgain.isEmpty && bystanders.isEmpty }
}

extension Desk {
  private static let mostWords = 20

  func aftermath(
    of place: MistakePlace, touched: Touched, quotes: [PostRow], for viewer: Viewer,
    _ tx: any RecordReading
  ) throws -> Aftermath {
    guard let fixedAt = place.story.fixedAt else { return Aftermath() }
    let handles = touched.answerers.map(\.handle) + touched.known.map(\.handle)
    // Whoever it touched may write from another handle of theirs.
    let all = try handles.flatMap { handle in
      try handle.person.map { try tx.handles(of: $0).map(\.id) } ?? [handle.id]
    }
    let theirs = Set(all)
    var after = Aftermath()
    after.wroteAgain = try tx.spoken(
      by: theirs.sorted(), since: fixedAt, limit: Self.mostWords, for: viewer
    ).filter { $0.post.publishedAt > fixedAt && !$0.post.reading.kinds.contains(.spam) }
    guard place.post != nil else { return after }
    let told = Set(after.wroteAgain.map(\.id))
    let later = (place.below + quotes).filter {
      $0.post.publishedAt > fixedAt && !told.contains($0.id) && $0.post.isTheirWords
    }
    var seen: Set<ID<Post>> = []
    for row in later.sorted(by: { $0.id < $1.id }) where seen.insert(row.id).inserted {
      if row.author.map({ theirs.contains($0.id) }) ?? false {
        after.wroteAgain.append(row)
      } else {
        after.bystanders.append(row)
      }
    }
    after.wroteAgain.sort { $0.id < $1.id }
    return after
  }
}
