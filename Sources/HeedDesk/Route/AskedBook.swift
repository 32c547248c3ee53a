import HeedModel

/// What people asked this desk, kept in memory as numbers of words and of what they mean.
///
/// Begins with the newest conversations and reaches further back each time it is asked, so that nobody waits long for a
/// page; catches up with the record, and is made anew each hour: what went meanwhile leaves with that, and at once where
/// this process erased it or let it go.
actor AskedBook {
  static let life = Duration.hours(1)
  /// Older talk tells of other times.
  static let reach = Duration.days(1095)
  /// So many steps back are made at once.
  static let stepsBack = 3

  private typealias Place = (at: Instant, conversation: ID<Conversation>)

  /// So many are kept.
  private let most: Int
  /// So many are read at a time.
  private let step: Int
  private var index = AskedIndex()
  /// The newest and the oldest that were read.
  private var newest: Place?
  private var oldest: Place?
  private var isWhole = false
  private var madeAt: Instant?
  /// Moves whenever words went: what was asked of the record before is not added to what stands after.
  private var generation = 0

  init(most: Int = 100_000, step: Int = 2_000) {
    self.most = most
    self.step = step
  }

  /// How many stand in memory.
  var count: Int { index.count }

  /// Words were erased: nothing of them is kept.
  func forget() {
    index = AskedIndex()
    newest = nil
    oldest = nil
    isWhole = false
    madeAt = nil
    generation += 1
  }

  /// The words of these posts went. Where none of them stands in it, it stays: talk about us goes all the time.
  func forget(_ posts: [ID<Post>]) {
    if index.has(anyOf: Set(posts)) { forget() } else { generation += 1 }
  }

  /// The index up to now.
  func current(_ record: any Record, _ meanings: any MeaningFinding, now: Instant) async throws
    -> AskedIndex
  {
    if madeAt.map({ now - $0 >= Self.life || now < $0 }) ?? true {
      forget()
      madeAt = now
    }
    try await catchUp(record, meanings, now: now)
    var steps = 0
    while !isWhole, steps < Self.stepsBack {
      try await goBack(record, meanings, now: now)
      steps += 1
    }
    return index
  }

  private func catchUp(_ record: any Record, _ meanings: any MeaningFinding, now: Instant)
    async throws
  {
    while let from = newest {
      let asked = generation
      let step = step
      let found = try await record.read { try $0.asked(after: from, limit: step) }
      // Whoever asked meanwhile got there first, or it began anew.
      guard asked == generation, let known = newest, known == from else { continue }
      for one in found { add(one, meanings) }
      newest = found.last.map { ($0.at, $0.conversation) } ?? known
      if found.count < step { return }
    }
  }

  private func goBack(_ record: any Record, _ meanings: any MeaningFinding, now: Instant)
    async throws
  {
    let asked = generation
    // Networks say when something was written, and clocks differ: what is said to come from tomorrow counts as well.
    let from = oldest ?? (at: now + .days(2), conversation: ID(.max))
    let isFirst = oldest == nil
    let step = step
    let found = try await record.read { try $0.asked(before: from, limit: step) }
    guard asked == generation, isFirst == (oldest == nil),
      isFirst || oldest.map({ $0 == from }) ?? false
    else { return }
    if isFirst {
      newest =
        found.first.map { ($0.at, $0.conversation) } ?? (at: now - Self.reach, conversation: ID(0))
    }
    let within = found.prefix { now - $0.at < Self.reach }
    for one in within { add(one, meanings) }
    oldest = found.last.map { ($0.at, $0.conversation) } ?? from
    isWhole = found.count < step || within.count < found.count || index.count >= most
  }

  private func add(_ asked: AskedWords, _ meanings: any MeaningFinding) {
    guard let post = asked.post else { return }
    index.add(
      asked.terms, meaning: meanings.meaning(of: asked.terms),
      at: AskedIndex.Place(
        conversation: asked.conversation, post: post,
        privateTo: asked.isPrivate ? asked.account ?? ID(0) : nil))
  }
}
