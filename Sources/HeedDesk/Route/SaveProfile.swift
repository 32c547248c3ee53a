public import HeedModel

extension Desk {
  /// So many entries of a list, and so long, are kept.
  static let profileEntries = 40
  static let profileLetters = 80

  /// What a member says of themselves; theirs alone to say.
  /// - Throws: `Problem(.invalid)` naming the field.
  public func save(_ profile: MemberProfile, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    var profile = profile
    profile.member = viewer.member
    profile.knows = Self.entries(profile.knows)
    profile.likes = Self.entries(profile.likes)
    profile.languages = Self.entries(profile.languages)
    if let minutes = profile.minutesADay, !(1...1440).contains(minutes) {
      throw Problem(
        .invalid, "Say how many minutes of a day, between 1 and 1440.", field: "minutes")
    }
    guard profile.absences.allSatisfy({ $0.first <= $0.last }) else {
      throw Problem(.invalid, "The last day away comes after the first.", field: "until")
    }
    let today = Zone.utc(at: clock.now()).dayNumber
    profile.absences = Array(profile.absences.filter { $0.last >= today - 1 }.prefix(20))
    let saved = profile
    let happened = event(.memberChanged, by: viewer.member, subject: viewer.member.value)
    try await record.write { tx in
      try tx.save(saved)
      try tx.append(happened)
    }
  }

  private static func entries(_ all: [String]) -> [String] {
    var seen: Set<String> = []
    return all.map { entry in
      String(
        entry.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(profileLetters))
    }.filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(profileEntries).map { $0 }
  }
}
