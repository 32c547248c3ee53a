import HeedModel
import Synchronization

/// What this desk answered, kept in memory as numbers of words, so that a conversation finds those who answered its like.
///
/// Catches up with the record each time it is asked and is made anew each hour: what was erased meanwhile leaves with
/// that, and at once where this process erased it.
final class AnsweredBook: Sendable {
  static let life = Duration.hours(1)
  /// Older answers tell of other times, and of members who left.
  static let reach = Duration.days(1095)
  static let most = 50_000
  static let step = 2_000

  private struct State: Sendable {
    var index = AnsweredIndex()
    var last: (at: Instant, reply: ID<Reply>)?
    var madeAt: Instant?
  }

  private let state = Mutex(State())

  /// Words were erased: nothing of them is kept.
  func forget() { state.withLock { $0 = State() } }

  /// The index up to now.
  func current(_ record: any Record, now: Instant) async throws -> AnsweredIndex {
    var known = state.withLock { $0 }
    let isOld = known.madeAt.map { now - $0 >= Self.life || now < $0 } ?? true
    if isOld { known = State(madeAt: now) }
    var last = known.last ?? (at: now - Self.reach, reply: ID(0))
    while known.index.count < Self.most {
      let from = last
      let answers = try await record.read { try $0.answers(after: from, limit: Self.step) }
      for answer in answers {
        known.index.add(
          answer.terms, by: answer.member, reply: answer.reply,
          privateTo: answer.isPrivate ? answer.account : nil)
      }
      guard let newest = answers.last else { break }
      last = (newest.at, newest.reply)
      known.last = last
      if answers.count < Self.step { break }
    }
    let made = known
    state.withLock { $0 = made }
    return made.index
  }
}
