import HeedModel
import HeedNetwork

extension Desk {
  /// What happened just now is left a moment to be seen in the desk.
  static let mailPatience = Duration.minutes(2)
  static let mostInDigest = 50

  /// Puts what no mail tells yet into mails, for those whose time for one it is. Doing so twice at once makes one.
  func writeDigests() async throws {
    let now = clock.now()
    let wanting = try await record.read { tx in
      try tx.choicesWithMail().filter { try !Self.toMail($0, now: now, tx).isEmpty }
    }
    for choices in wanting {
      try await record.write { [self] tx in
        // Another machine, or the member, may have been quicker.
        guard let choices = try tx.tellingChoices(of: choices.member) else { return }
        let tellings = try Self.toMail(choices, now: now, tx)
        guard !tellings.isEmpty else { return }
        let id = newID(MailDigest.self)
        try tx.insert(
          MailDigest(id: id, member: choices.member, messageID: messageID(id), dueAt: now))
        for var telling in tellings {
          telling.digest = id
          try tx.update(telling)
        }
      }
    }
  }

  /// Before the first attempt, and the same in each (RFC 5322, 3.6.4).
  private func messageID(_ id: ID<MailDigest>) -> String {
    let host = address.base.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
      .prefix { $0 != "/" && $0 != ":" }
    return "told.\(id).\(randomness.token(bytes: 8))@\(host.isEmpty ? "heed.invalid" : host)"
  }

  private static func toMail(_ choices: TellingChoices, now: Instant, _ tx: any RecordReading)
    throws -> [Telling]
  {
    guard choices.mail != .never, let member = try tx.member(choices.member) else { return [] }
    let viewer = Viewer(member: member.id, role: member.role)
    // Mostly there is nothing, and hours need not be looked at.
    let untold = try tx.unmailedTellings(
      choices.mailKinds, until: now - mailPatience, for: viewer, limit: mostInDigest)
    guard !untold.isEmpty, try tx.mayBeTold(member, now: now),
      try isTime(choices, member, now: now, tx)
    else { return [] }
    return try untold.filter { try tx.holds($0, for: viewer) }
  }

  private static func isTime(
    _ choices: TellingChoices, _ member: Member, now: Instant, _ tx: any RecordReading
  ) throws -> Bool {
    let last = try tx.lastDigest(of: member.id)?.id.instant
    if choices.mail == .soon { return last.map { now - $0 >= .hours(1) } ?? true }
    let zone = Zone(member.timeZone)
    let wall = zone.wall(at: now)
    // Once a day on their own wall, whatever a clock does meanwhile.
    if let last, zone.wall(at: last).dayNumber >= wall.dayNumber { return false }
    // The hour they chose may be outside of the hours they gave: as soon as those begin.
    let at =
      try tx.profile(of: member.id)?.hours.time(wished: choices.mailAt, on: wall.dayNumber)
      ?? choices.mailAt
    return wall.hour * 60 + wall.minute >= at
  }
}
