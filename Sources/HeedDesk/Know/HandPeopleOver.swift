public import HeedModel

/// Somebody whom a leaving member knows, to be introduced to a colleague.
public struct PersonToHandOver: Sendable {
  public var person: Person
  public var handle: Handle?
  /// Where they and the member spoke last, and when.
  public var conversation: ID<Conversation>
  /// What of theirs the member answered there.
  public var post: ID<Post>?
  public var lastAt: Instant
  /// Colleagues who are still there and know them too, best first.
  public var others: [Acquaintance]
  /// Who spoke with them since the member left.
  public var metBy: ID<Member>?
}

/// Those whom a leaving member knows.
public struct PeopleToHandOver: Sendable {
  public var member: Member
  /// Those whom nobody met since come first, in the order in which the member knows them.
  public var people: [PersonToHandOver]
  /// How many wish not to be contacted, and so are left alone.
  public var leftAlone: Int
  public var members: [Member]
}

extension Desk {
  /// How many of a member's newest replies are looked through, and how many people are named whom nobody met since: of
  /// these the next follow as soon as somebody met them.
  static let meetingsLookedAt = 2_000
  static let peopleHandedOver = 100

  /// With whom a member spoke, so that whoever stays can introduce themselves, one by one. Seen by that member alone while
  /// they are here (law 3), by all who may speak once they left.
  public func peopleToHandOver(of member: ID<Member>, for viewer: Viewer) async throws
    -> PeopleToHandOver
  {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.read { tx in
      guard let leaving = try tx.member(member) else {
        throw Problem(.notFound, "There is no such member any more.")
      }
      guard leaving.leftAt != nil || member == viewer.member else {
        throw Problem(.notFound, "Whom a colleague knows is theirs to tell, while they are here.")
      }
      let members = try tx.members()
      let present = Set(members.filter { $0.leftAt == nil && $0.id != member }.map(\.id))
      let met = try tx.meetings(of: member, limit: Self.meetingsLookedAt, for: viewer)
      let groups = Dictionary(grouping: met, by: \.person).sorted {
        (Self.worth($1.value, now), $1.key) < (Self.worth($0.value, now), $0.key)
      }
      // Those who were met since, or wish to be left alone, take nobody's place.
      var (found, metSince): ([PersonToHandOver], [PersonToHandOver]) = ([], [])
      var leftAlone = 0
      for (id, meetings) in groups {
        guard found.count < Self.peopleHandedOver else { break }
        guard let person = try tx.person(id, for: viewer), let last = meetings.first else {
          continue
        }
        if person.doNotContact {
          leftAlone += 1
          continue
        }
        let others = try tx.acquaintances(with: id, now: now, for: viewer).filter {
          present.contains($0.member)
        }
        let row = PersonToHandOver(
          person: person, handle: try tx.handles(of: id, for: viewer).first,
          conversation: last.conversation, post: last.post, lastAt: last.at, others: others,
          metBy: leaving.leftAt.flatMap { left in
            others.filter { $0.last > left }.max { $0.last < $1.last }?.member
          })
        if row.metBy == nil { found.append(row) } else { metSince.append(row) }
      }
      return PeopleToHandOver(
        member: leaving, people: found + metSince.prefix(Self.peopleHandedOver),
        leftAlone: leftAlone, members: members)
    }
  }

  private static func worth(_ meetings: [Meeting], _ now: Instant) -> Double {
    meetings.reduce(0) { $0 + Fading.worth(of: now - $1.at) }
  }
}
