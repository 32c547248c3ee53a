public import HeedModel

/// Who looks at which conversation, and who is writing: a courtesy, not a rule. What two members may not both do is
/// decided by the claim in the database.
///
/// One process keeps it in memory. Where several machines serve a desk, each also tells the record, which forgets it
/// within a minute.
public actor PresenceBoard {
  public typealias Activity = Presence.Activity
  public struct Seen: Sendable, Hashable {
    public var member: ID<Member>
    public var activity: Activity
  }

  private struct Mark {
    var activity: Activity
    var at: Instant
  }
  private var marks: [ID<Conversation>: [ID<Member>: Mark]] = [:]
  /// What machines share; `nil` where there is one.
  private let record: (any Record)?
  private var listeners: [AsyncStream<Void>.Continuation] = []
  public static let life = Duration.seconds(40)
  /// An open page says every few seconds that it is there; the others need not be told each time.
  private static let retelling = Duration.seconds(15)

  init(sharedBy record: (any Record)? = nil) { self.record = record }

  /// - Returns: whether others should be told: something changed.
  @discardableResult
  public func mark(
    _ member: ID<Member>, _ activity: Activity, in conversation: ID<Conversation>, now: Instant
  ) async throws -> Bool {
    let before = marks[conversation]?[member]
    let isSame = before?.activity == activity
    if record == nil || !isSame || now - (before?.at ?? now) > Self.retelling {
      marks[conversation, default: [:]][member] = Mark(activity: activity, at: now)
      try await record?.write {
        try $0.save(
          Presence(conversation: conversation, member: member, activity: activity, at: now))
      }
      if record == nil, !isSame || now - (before?.at ?? now) > Self.life { announce() }
    }
    return !isSame || now - (before?.at ?? now) > Self.life
  }

  public func leave(_ member: ID<Member>, _ conversation: ID<Conversation>) async throws {
    marks[conversation]?[member] = nil
    try await record?.write { try $0.deletePresence(of: member, in: conversation) }
    if record == nil { announce() }
  }

  /// One element for all that changed since the last one was read. Says nothing where the record is shared: what is
  /// written there is told by its commits, whichever machine wrote it.
  func changes() -> AsyncStream<Void> {
    let (stream, feed) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    listeners.append(feed)
    return stream
  }

  private func announce() {
    listeners.removeAll { listener in
      if case .terminated = listener.yield() { true } else { false }
    }
  }

  /// Who is where now, on whichever machine.
  func everybody(now: Instant) async throws -> [ID<Conversation>: Set<Seen>] {
    Dictionary(grouping: try await present(now: now), by: \.conversation).mapValues {
      Set($0.map { Seen(member: $0.member, activity: $0.activity) })
    }
  }

  public func others(in conversation: ID<Conversation>, than member: ID<Member>, now: Instant)
    async throws -> [Seen]
  {
    try await present(now: now)
      .filter { $0.conversation == conversation && $0.member != member }
      .sorted { $0.member < $1.member }
      .map { Seen(member: $0.member, activity: $0.activity) }
  }

  /// Who is writing where, for the rows of the line.
  public func writing(now: Instant) async throws -> [ID<Conversation>: ID<Member>] {
    let writing = try await present(now: now).filter { $0.activity == .writing }
    return Dictionary(writing.map { ($0.conversation, $0.member) }) { min($0, $1) }
  }

  private func present(now: Instant) async throws -> [Presence] {
    let since = now - Self.life
    if let record { return try await record.read { try $0.presences(since: since) } }
    marks = marks.compactMapValues { members in
      let fresh = members.filter { $0.value.at >= since }
      return fresh.isEmpty ? nil : fresh
    }
    return marks.flatMap { conversation, members in
      members.map {
        Presence(
          conversation: conversation, member: $0.key, activity: $0.value.activity, at: $0.value.at)
      }
    }
  }
}
