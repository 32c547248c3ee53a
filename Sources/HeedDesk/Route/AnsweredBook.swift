import HeedModel

/// What this desk answered, kept in memory as numbers of words and of what they mean, so that a conversation finds those who answered its like.
///
/// Catches up with the record each time it is asked and is made anew each hour: what was erased meanwhile leaves with
/// that, and at once where this process erased it. What came back since an answer was read counts from then on, a mistake at
/// once.
actor AnsweredBook {
  static let life = Duration.hours(1)
  /// Older answers tell of other times, and of members who left.
  static let reach = Duration.days(1095)
  static let step = 2_000

  /// So many of the newest are kept.
  private let most: Int
  private var index = AnsweredIndex()
  private var last: (at: Instant, reply: ID<Reply>)?
  private var madeAt: Instant?
  /// Moves whenever it begins anew: what was asked of the record before is not added to what came after.
  private(set) var generation = 0

  init(most: Int = 50_000) { self.most = most }

  /// Words were erased: nothing of them is kept.
  func forget() {
    index = AnsweredIndex()
    last = nil
    madeAt = nil
    generation += 1
  }

  /// The index up to now.
  func current(
    _ record: any Record, _ meanings: any MeaningFinding = NoMeanings(), now: Instant
  ) async throws -> AnsweredIndex {
    if madeAt.map({ now - $0 >= Self.life || now < $0 }) ?? true {
      forget()
      madeAt = now
    }
    while true {
      let (asked, from) = (generation, last)
      let most = most
      let (beginning, answers) = try await record.read { tx in
        let reach = (at: now - Self.reach, reply: ID<Reply>(0))
        let newest = try from ?? tx.answer(before: most)
        let beginning = newest.map { $0.at > reach.at ? $0 : reach } ?? reach
        return (beginning, try tx.answers(after: beginning, limit: Self.step))
      }
      // Whoever asked meanwhile got there first, or it began anew.
      guard asked == generation, from?.reply == last?.reply else { continue }
      for answer in answers {
        index.add(
          answer.terms, meaning: meanings.meaning(of: answer.asked), by: answer.member,
          reply: answer.reply, privateTo: answer.isPrivate ? answer.account : nil,
          worth: WhoKnows.worth(of: answer.outcome))
      }
      last = answers.last.map { ($0.at, $0.reply) } ?? beginning
      if answers.count < Self.step { return index }
    }
  }
}
