public import HeedModel

/// Why a member may not speak just now, and what it stands beside.
public struct VoiceView: Sendable {
  public var member: Member
  /// Oldest first, those that are over too: they are part of the audit.
  public var restrictions: [Restriction]
  public var members: [Member]
  /// Whether what follows may be seen: while a reason stands, or beside one that is written.
  public var showsEvidence = false
  /// What they said lately, newest first: what the reason is held against.
  public var replies: [Reply]
  /// What of it was wrong, newest first, and whether it was mended.
  public var mistakes: [MistakeStory] = []
  /// Of those that are mended, the first words since of each person whom it touched, the oldest first.
  public var wroteAgain: [ID<Mistake>: [PostRow]] = [:]
  /// When a lead wrote a reason and looked at it all, for whom it concerns; oldest first.
  public var looks: [Event] = []

  public init(member: Member, restrictions: [Restriction], members: [Member], replies: [Reply]) {
    self.member = member
    self.restrictions = restrictions
    self.members = members
    self.replies = replies
  }
}

extension Desk {
  /// Takes a member's voice for a while (R5): everyone may speak, and only one good reason stands against it.
  /// - Parameter days: thirty at the most; it ends by itself.
  public func restrict(_ id: ID<Member>, reason: String, days: Int, by viewer: Viewer) async throws
  {
    try requireLead(viewer)
    let reason = try Self.reason(reason)
    let most = Int(Restriction.longest.milliseconds / 86_400_000)
    guard (1...most).contains(days) else {
      throw Problem(.invalid, "Give a number of days, between 1 and \(most).", field: "days")
    }
    let now = clock.now()
    try await record.write { [self] tx in
      guard let member = try tx.member(id), member.leftAt == nil, member.role.maySpeak else {
        throw Problem(.notFound, "There is nobody of this number who could speak.")
      }
      guard id != viewer.member else {
        throw Problem(
          .conflict, "You cannot restrict yourself. Another lead can, with a reason that you read.")
      }
      guard try !tx.restrictions(of: id).contains(where: { $0.stands(at: now) }) else {
        throw Problem(.conflict, "A restriction stands already. Lift it first to set another.")
      }
      let restriction = Restriction(
        id: newID(), concerned: id, reason: reason, by: viewer.member, beginsAt: now,
        endsAt: now + .days(Int64(days)))
      try tx.insert(restriction)
      try tx.append(
        event(
          .voiceRestricted, by: viewer.member, subject: restriction.id.value, other: id))
    }
  }

  /// Gives a voice back early: any lead may, but for their own. Lifting what does not stand changes nothing.
  public func liftRestriction(of id: ID<Member>, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard try tx.member(id) != nil else {
        throw Problem(.notFound, "There is nobody of this number who could speak.")
      }
      guard id != viewer.member else {
        throw Problem(.forbidden, "Your own restriction is lifted by another lead.")
      }
      for restriction in try tx.restrictions(of: id) where restriction.stands(at: now) {
        try tx.lift(restriction.id, by: viewer.member, at: now)
        try tx.append(
          event(.voiceReturned, by: viewer.member, subject: restriction.id.value, other: id))
      }
    }
  }

  private static func reason(_ typed: String) throws -> String {
    let reason = trimmed(typed)
    guard (10...2000).contains(reason.count) else {
      throw Problem(
        .invalid, "Write the reason in a sentence. You sign it, and they read it.", field: "word")
    }
    return reason
  }

  /// What stands against a member's voice, for themselves and for leads. What they said, and what of it was wrong, is
  /// theirs alone (law 3): it is shown only beside a reason, one that stands or one that is written. That somebody wrote one
  /// and looked is noted, and told to whom it concerns.
  /// - Parameter reason: what a lead is about to sign.
  /// - Throws: `Problem(.invalid)` for a reason that is none.
  public func voice(of id: ID<Member>, against reason: String? = nil, for viewer: Viewer)
    async throws -> VoiceView
  {
    guard viewer.member == id || viewer.role.mayLead else {
      throw Problem(.forbidden, "Only a lead can do this. Ask one of them.")
    }
    let isWritten = try viewer.role.mayLead && reason.map(Self.reason) != nil
    let now = clock.now()
    if isWritten, id != viewer.member {
      try await record.write { [self] tx in
        guard let member = try tx.member(id), member.leftAt == nil else { return }
        let last = try tx.events(concerning: id, kind: .voiceLookedAt, limit: 1).last
        // Whoever writes at it for a while looks once.
        if let last, last.member == viewer.member, now - last.at < .hours(1) { return }
        try tx.append(event(.voiceLookedAt, by: viewer.member, other: id))
      }
    }
    return try await record.read { [self] tx in
      guard let member = try tx.member(id), member.leftAt == nil else {
        throw Problem(.notFound, "There is nobody of this number who could speak.")
      }
      var view = VoiceView(
        member: member, restrictions: try tx.restrictions(of: id), members: try tx.members(),
        replies: [])
      if id == viewer.member {
        view.looks = try tx.events(concerning: id, kind: .voiceLookedAt, limit: 20)
      }
      view.showsEvidence = isWritten || view.restrictions.contains { $0.stands(at: now) }
      guard view.showsEvidence else { return view }
      view.replies = try tx.replies(by: id, limit: 10, for: viewer)
      view.mistakes = try tx.stories(of: try tx.mistakes(by: id, limit: 10, for: viewer))
      for story in view.mistakes where story.fixedAt != nil {
        view.wroteAgain[story.mistake.id] = try wroteAgain(after: story, for: viewer, tx)
      }
      return view
    }
  }

  private static let quotesBesideAReason = 50

  /// The first words since of each person whom a mistake touched.
  private func wroteAgain(
    after story: MistakeStory, for viewer: Viewer, _ tx: any RecordReading
  ) throws -> [PostRow] {
    let place = try MistakePlace(story, for: viewer, tx)
    let quotes = try place.post.map {
      try tx.quotes(of: $0.id, limit: Self.quotesBesideAReason, for: viewer)
    }
    let touched = try touched(by: place, quotes: quotes ?? [], for: viewer, tx)
    let after = try aftermath(
      of: place, touched: touched, quotes: quotes ?? [], for: viewer, tx)
    var seen: Set<Int64> = []
    return after.wroteAgain.filter { row in
      guard let author = row.author else { return false }
      return seen.insert(author.person?.value ?? -author.id.value).inserted
    }
  }

  /// Who cannot answer just now. Why is theirs and the leads' to know, and nobody else is told.
  public func membersWhoCannotAnswer() async throws -> Set<ID<Member>> {
    let now = clock.now()
    return try await record.read { Set(try $0.restrictions(standingAt: now).map(\.concerned)) }
  }

  /// What stands against a member's voice, and the name of who signed it.
  func restriction(of member: ID<Member>, _ tx: any RecordReading) throws
    -> (Restriction, by: Message)?
  {
    let now = clock.now()
    return try tx.restrictions(of: member).last { $0.stands(at: now) }
      .map { ($0, by: try tx.name(of: $0.by)) }
  }

  /// Asked by whatever brings words of a member before others: replies, edits, what is published. Taking away what was
  /// wrong, and telling the desk what stands there already, is no speaking.
  /// - Throws: `Problem(.forbidden)` with the reason while a restriction stands.
  func requireUnrestricted(_ viewer: Viewer, _ tx: any RecordReading) throws {
    let now = clock.now()
    guard let (standing, name) = try restriction(of: viewer.member, tx) else { return }
    let days = Int((standing.endsAt - now).milliseconds / 86_400_000) + 1
    throw Problem(
      .forbidden,
      """
      \(name) asked you not to speak for now: “\(standing.reason)” It ends by itself within \
      \(days) days. Your draft is kept.
      """)
  }
}
