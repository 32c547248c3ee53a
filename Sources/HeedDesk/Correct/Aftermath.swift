public import HeedModel

/// What came of a mistake once it was mended: told as it happened, and nothing is made of it.
public struct Aftermath: Sendable {
  /// Words of those to whom it was said or whom it touched, since, wherever they wrote.
  public var wroteAgain: [PostRow] = []
  /// Words of others about it, since: below it, below what mended it, and in quotes of either.
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
    let story = place.story
    guard let fixedAt = story.fixedAt else { return Aftermath() }
    let wrong = place.post?.post
    let theirs = try concerned(by: wrong, touched, for: viewer, tx)
    var after = Aftermath()
    after.wroteAgain = try tx.spoken(
      by: theirs.sorted(), since: fixedAt, limit: Self.mostWords, for: viewer
    ).filter { $0.post.publishedAt > fixedAt && !$0.post.reading.kinds.contains(.spam) }
    let told = Set(after.wroteAgain.map(\.id))
    var later = quotes + place.below
    for post in try mending(story, for: viewer, tx) where post.id != wrong?.id {
      later += Self.below(post.id, in: try tx.thread(post.conversation, for: viewer))
      later += try tx.quotes(of: post.id, limit: Self.mostWords, for: viewer)
    }
    let new = later.filter {
      $0.post.publishedAt > fixedAt && !told.contains($0.id) && $0.isSaidByPeople
    }
    var seen: Set<ID<Post>> = []
    for row in new.sorted(by: { $0.id < $1.id }) where seen.insert(row.id).inserted {
      if row.author.map({ theirs.contains($0.id) }) ?? false {
        after.wroteAgain.append(row)
      } else {
        after.bystanders.append(row)
      }
    }
    after.wroteAgain.sort { $0.id < $1.id }
    return after
  }

  /// All handles of those to whom the wrong words were said, and of those whom they touched.
  private func concerned(
    by wrong: Post?, _ touched: Touched, for viewer: Viewer, _ tx: any RecordReading
  ) throws -> Set<ID<Handle>> {
    var handles = touched.answerers.map(\.handle) + touched.known.map(\.handle)
    if let parent = wrong?.parent, let asked = try tx.post(parent, for: viewer)?.author,
      !asked.isOurs
    {
      handles.append(asked)
    }
    return try tx.handlesOfSame(handles)
  }

  /// Posts of ours that mended it by being said.
  private func mending(_ story: MistakeStory, for viewer: Viewer, _ tx: any RecordReading) throws
    -> [Post]
  {
    try story.corrections.compactMap { correction in
      try correction.sending?.post.flatMap { try tx.post($0, for: viewer)?.post }
    }
  }
}

extension RecordReading {
  /// These handles, and all others of the same people: whoever we spoke to may write from another of theirs.
  func handlesOfSame(_ handles: [Handle]) throws -> Set<ID<Handle>> {
    var all = Set(handles.map(\.id))
    for person in Set(handles.compactMap(\.person)) {
      all.formUnion(try self.handles(of: person).map(\.id))
    }
    return all
  }
}

extension PostRow {
  /// Words of somebody who is none of ours, no program and no spam.
  var isSaidByPeople: Bool {
    post.isTheirWords && author.map { !$0.isOurs && !$0.isBot } ?? false
      && !post.reading.kinds.contains(.spam)
  }
}
