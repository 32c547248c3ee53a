public import HeedModel

/// What came of a mistake once it was mended: told as it happened, and nothing is made of it.
public struct Aftermath: Sendable {
  /// Words of those to whom it was said or whom it touched, since, wherever they wrote.
  public var wroteAgain: [PostRow] = []
  /// Words of others about it, since: below it, below what mended it, and in quotes of either.
  public var bystanders: [PostRow] = []
  /// Where it was spoken of: whatever they said elsewhere without naming it is about something else.
  public var about = Place()

  /// What tells that words are about the mistake.
  public struct Place: Sendable {
    public var conversations: Set<ID<Conversation>> = []
    /// The wrong words, and what mended them.
    public var posts: Set<ID<Post>> = []
    /// Where these stand, as people link to them.
    public var addresses: Set<String> = []

    public init() {}

    func holds(_ post: Post) -> Bool {
      conversations.contains(post.conversation) || post.quoted.map { posts.contains($0) } ?? false
        || post.text.links.contains { addresses.contains($0) }
    }
  }

  public init() {}

  public var isEmpty: Bool { wroteAgain.isEmpty && bystanders.isEmpty }
  /// Of those who wrote again, what belongs to it.
  public var aboutIt: [PostRow] { wroteAgain.filter { about.holds($0.post) } }
  /// Of those who wrote again, what they said about other things.
  public var aboutElse: [PostRow] { wroteAgain.filter { !about.holds($0.post) } }
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
    let mending = try mending(story, for: viewer, tx)
    after.about = place.about(
      [wrong].compactMap { $0 } + mending, touched.answerers.map(\.post) + quotes.map(\.post))
    for post in mending where post.id != wrong?.id {
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

extension MistakePlace {
  /// - Parameters:
  ///   - ours: the wrong words, and what mended them.
  ///   - theirs: what people said to or about these before.
  fileprivate func about(_ ours: [Post], _ theirs: [Post]) -> Aftermath.Place {
    var about = Aftermath.Place()
    about.conversations = Set((ours + theirs + [told?.post].compactMap { $0 }).map(\.conversation))
    about.posts = Set(ours.map(\.id))
    about.addresses = Set(ours.compactMap(\.address) + [story.mistake.page].compactMap { $0 })
    return about
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
