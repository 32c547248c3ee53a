public import HeedModel

/// Who looks at which conversation, and who is writing: a courtesy, not a rule, and never kept. What two members may not
/// both do is decided by the claim in the database.
public actor PresenceBoard {
  public enum Activity: String, Sendable { case looking, writing }
  public struct Seen: Sendable, Hashable {
    public var member: ID<Member>
    public var activity: Activity
  }

  private struct Mark {
    var activity: Activity
    var at: Instant
  }
  private var marks: [ID<Conversation>: [ID<Member>: Mark]] = [:]
  static let life = Duration.seconds(40)

  /// - Returns: whether others should be told: something changed.
  public func mark(
    _ member: ID<Member>, _ activity: Activity, in conversation: ID<Conversation>, now: Instant
  ) -> Bool {
    let before = marks[conversation]?[member]
    marks[conversation, default: [:]][member] = Mark(activity: activity, at: now)
    return before?.activity != activity || now - (before?.at ?? now) > Self.life
  }

  public func leave(_ member: ID<Member>, _ conversation: ID<Conversation>) {
    marks[conversation]?[member] = nil
  }

  public func others(in conversation: ID<Conversation>, than member: ID<Member>, now: Instant)
    -> [Seen]
  {
    let fresh = (marks[conversation] ?? [:]).filter { now - $0.value.at <= Self.life }
    marks[conversation] = fresh.isEmpty ? nil : fresh
    return fresh.filter { $0.key != member }.sorted { $0.key < $1.key }
      .map { Seen(member: $0.key, activity: $0.value.activity) }
  }

  /// Who is writing where, for the rows of the line.
  public func writing(now: Instant) -> [ID<Conversation>: ID<Member>] {
    marks.compactMapValues { members in
      members.filter { $0.value.activity == .writing && now - $0.value.at <= Self.life }.keys.min()
    }
  }
}
