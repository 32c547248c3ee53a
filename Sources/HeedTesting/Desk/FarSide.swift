public import HeedModel
public import HeedNetwork
import Synchronization

/// The other side of a fake network: what it accepted is the truth that a test compares the record
/// with.
public final class FarSide: Sendable {
  /// What happens to one message.
  public enum Fate: Sendable, Hashable {
    case arrives
    /// Not accepted, and said so.
    case refused(NetworkError.Kind, retryAfter: Duration? = nil)
    /// Not accepted, and nobody can know.
    case lostBefore
    /// Accepted, and the answer is lost.
    case lostAfter
    /// The answer is lost; accepted so much later.
    case acceptedLater(Duration)
    /// The same, and it is worked on meanwhile: its key was looked for when it came, and is known once it is accepted, as
    /// on Mastodon.
    case workedOn(Duration)
  }

  /// What looking for a message comes to.
  public enum Sight: Sendable, Hashable { case clear, blind, away }

  public struct Accepted: Sendable, Hashable {
    public var id: RemoteID
    public var key: String
    public var text: String
    public var parent: RemoteID?
    public var visibility: Visibility
    public var media: [RemoteID]
    public var at: Instant
  }

  private struct State {
    var accepted: [Accepted] = []
    var later: [(at: Instant, message: OutgoingMessage, begunAt: Instant)] = []
    var fates: [Fate] = []
    var sight = Sight.clear
    var showsAfter = Duration.zero
    var settling = Duration.zero
    var tries = 0
    var doubts: [Instant?] = []
    var looks = 0
    var edits: [RemoteID: String] = [:]
    var wordingsAsked: [RemoteID] = []
    var wordingTakes = Duration.zero
    var warnings: [RemoteID: String] = [:]
    var changeFates: [Fate] = []
    var deleted: Set<RemoteID> = []
    var byHand: [RemoteID: RemotePost] = [:]
    var counts: [RemoteID: RemoteCounts] = [:]
    var asked: [[RemoteID]] = []
    var countFault: NetworkError?
  }

  /// For how long keys are honoured; `nil` when they are ignored.
  public let keyLife: Duration?
  private let clock: any DeskClock
  private let state = Mutex(State())

  public init(clock: any DeskClock, keyLife: Duration?) {
    self.clock = clock
    self.keyLife = keyLife
  }

  /// In the order of acceptance; doubles included, deleted ones too.
  public var accepted: [Accepted] {
    state.withLock { state in
      arrive(&state)
      return state.accepted
    }
  }
  /// How many messages reached it, accepted or not.
  public var tries: Int { state.withLock { $0.tries } }
  /// Of each of them: since when an attempt before it is in doubt.
  public var doubts: [Instant?] { state.withLock { $0.doubts } }
  /// How often it was asked whether a message is there.
  public var looks: Int { state.withLock { $0.looks } }
  public var deleted: Set<RemoteID> { state.withLock { $0.deleted } }
  /// Somebody posts by hand, on its own page.
  public func stand(_ post: RemotePost) {
    state.withLock { $0.byHand[post.reference.remoteID] = post }
  }
  func standing(_ id: RemoteID) -> RemotePost? { state.withLock { $0.byHand[id] } }
  public func wording(of id: RemoteID) -> String? { state.withLock { $0.edits[id] } }
  /// How a post is written there, which its page may not show.
  public func write(_ text: String, as id: RemoteID) { state.withLock { $0.edits[id] = text } }
  /// Of which posts it was asked how they are written, in order.
  public var wordingsAsked: [RemoteID] { state.withLock { $0.wordingsAsked } }
  /// How long it takes to say so from now on.
  public func wordingTakes(_ time: Duration) { state.withLock { $0.wordingTakes = time } }
  func written(_ id: RemoteID) async throws -> String? {
    let time = state.withLock { state in
      state.wordingsAsked.append(id)
      return state.wordingTakes
    }
    try await clock.sleep(for: time)
    return wording(of: id)
  }
  /// Before words that were changed there.
  public func warning(of id: RemoteID) -> String? { state.withLock { $0.warnings[id] } }

  /// What it counts of a post from now on; nothing is told of those that are not set.
  public func count(_ counts: RemoteCounts) {
    state.withLock { $0.counts[counts.post] = counts }
  }
  /// Every question for counts, oldest first.
  public var askedForCounts: [[RemoteID]] { state.withLock { $0.asked } }
  /// What is said to whoever asks for counts, until it is `nil` again.
  public func refuseCounts(_ error: NetworkError?) { state.withLock { $0.countFault = error } }
  func counts(of posts: [RemoteID]) throws -> [RemoteCounts] {
    try state.withLock { state in
      state.asked.append(posts)
      if let error = state.countFault { throw error }
      return posts.compactMap { state.counts[$0] }
    }
  }

  /// What becomes of the next messages; afterwards all arrive.
  public func plan(_ fates: [Fate]) { state.withLock { $0.fates += fates } }
  public func clear() { state.withLock { $0.fates = [] } }

  public var sight: Sight {
    get { state.withLock { $0.sight } }
    set { state.withLock { $0.sight = newValue } }
  }

  /// What arrives shows only after a while; its network calls nothing absent before it had so long.
  public func show(after wait: Duration, settling: Duration) {
    state.withLock { ($0.showsAfter, $0.settling) = (wait, settling) }
  }
  /// What nobody finds there.
  func absent(_ message: OutgoingMessage) throws -> Found {
    let settling = state.withLock { $0.settling }
    return try .absent(message, at: "fake.example", settling: settling, now: clock.now())
  }

  func take(_ message: OutgoingMessage) throws -> Accepted {
    try state.withLock { state in
      arrive(&state)
      state.tries += 1
      state.doubts.append(message.doubtedAt)
      let fate = state.fates.isEmpty ? .arrives : state.fates.removeFirst()
      let lost = NetworkError(.temporary, "The connection broke.")
      switch fate {
      case .arrives: return accept(message, at: clock.now(), &state)
      case .refused(let kind, let retryAfter):
        throw NetworkError(
          kind, "The far side said \(kind.rawValue).", certainlyNotSent: true,
          retryAfter: retryAfter)
      case .lostBefore: throw lost
      case .lostAfter:
        _ = accept(message, at: clock.now(), &state)
        throw lost
      case .acceptedLater(let wait):
        state.later.append((clock.now() + wait, message, clock.now() + wait))
        throw lost
      case .workedOn(let wait):
        state.later.append((clock.now() + wait, message, clock.now()))
        throw lost
      }
    }
  }

  /// Without keys: how many messages it accepted by now.
  func mark() -> String? {
    guard keyLife == nil else { return nil }
    return state.withLock { state in
      arrive(&state)
      return String(state.accepted.count)
    }
  }

  func find(_ message: OutgoingMessage) throws -> Accepted?? {
    try state.withLock { state in
      arrive(&state)
      state.looks += 1
      switch state.sight {
      case .away: throw NetworkError(.temporary, "The far side is away.")
      case .blind: return .none
      case .clear:
        return .some(
          state.accepted.dropFirst(message.stoodBefore.flatMap { Int($0) } ?? 0).last {
            $0.text == message.text && $0.parent == message.inReplyTo?.remoteID
              && $0.at >= message.lookFrom
              && clock.now() - $0.at >= state.showsAfter
          })
      }
    }
  }

  /// What becomes of the next edits and deletions; afterwards all are carried out.
  public func planChanges(_ fates: [Fate]) { state.withLock { $0.changeFates += fates } }

  func edit(_ id: RemoteID, to text: String, warning: String?) throws {
    try change { ($0.edits[id], $0.warnings[id]) = (text, warning) }
  }
  func delete(_ id: RemoteID) throws { try change { _ = $0.deleted.insert(id) } }

  private func change(_ body: (inout State) -> Void) throws {
    try state.withLock { state in
      let fate = state.changeFates.isEmpty ? .arrives : state.changeFates.removeFirst()
      switch fate {
      case .arrives: body(&state)
      case .refused(let kind, _):
        throw NetworkError(
          kind, "The far side said \(kind.rawValue).", certainlyNotSent: true)
      case .lostBefore: throw NetworkError(.temporary, "The connection broke.")
      case .lostAfter, .acceptedLater, .workedOn:
        body(&state)
        throw NetworkError(.temporary, "The connection broke.")
      }
    }
  }

  /// A message that this process gave up on may still come in.
  public func comesLater(_ message: OutgoingMessage, in wait: Duration) {
    let at = clock.now() + wait
    state.withLock { $0.later.append((at, message, at)) }
  }

  private func arrive(_ state: inout State) {
    let now = clock.now()
    let due = state.later.filter { $0.at <= now }.sorted { $0.at < $1.at }
    state.later.removeAll { $0.at <= now }
    for (at, message, begunAt) in due { _ = accept(message, at: at, begunAt: begunAt, &state) }
  }

  private func accept(
    _ message: OutgoingMessage, at instant: Instant, begunAt: Instant? = nil,
    _ state: inout State
  ) -> Accepted {
    if let keyLife,
      let there = state.accepted.last(where: {
        $0.key == message.key && instant - $0.at <= keyLife && $0.at <= begunAt ?? instant
      })
    {
      return there
    }
    let post = Accepted(
      id: RemoteID("ours-\(state.accepted.count + 1)"), key: message.key, text: message.text,
      parent: message.inReplyTo?.remoteID, visibility: message.visibility, media: message.media,
      at: instant)
    state.accepted.append(post)
    return post
  }
}
