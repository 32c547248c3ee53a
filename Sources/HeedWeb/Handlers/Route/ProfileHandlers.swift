import HeedDesk
import HeedModel

extension Call {
  func profile() async throws -> Answer {
    .page(screen(of: try await desk.profile(of: viewer.member)))
  }

  private func screen(of profile: MemberProfile, problem: Problem? = nil) -> ProfileScreen {
    let spoken = Set(Languages.common + profile.languages)
    return ProfileScreen(
      profile: profile,
      languages: spoken.sorted { page.words.name(of: $0) < page.words.name(of: $1) },
      problem: problem)
  }

  func saveProfile() async throws -> Answer {
    func lines(_ name: FieldName) -> [String] {
      form[name].split(whereSeparator: \.isNewline).map(String.init)
    }
    let typed = HoursView.typed(form)
    let first = SnoozeTimes.day(form[.date])
    var profile = MemberProfile(
      member: try viewer.member, languages: form.all(.speaks), knows: lines(.knows),
      likes: lines(.likes),
      minutesADay: form[.minutes].isEmpty ? nil : form.number(.minutes) ?? 0,
      absences: first.map {
        [MemberProfile.Absence(first: $0, last: SnoozeTimes.day(form[.until]) ?? $0)]
      } ?? [])
    do {
      profile.hours = try HoursView.hours(typed)
      try await desk.save(profile, by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      var refused = screen(of: profile, problem: problem)
      refused.hoursTyped = typed
      return .page(refused, status: 422)
    }
    return .see(.me, .saved)
  }

  /// Who can help, of those the desk found reasons for, and one who is new.
  func helpers(
    in conversation: ID<Conversation>, person: String, language: String?,
    members: [ID<Member>: Member]
  ) async throws -> [KnowingColleague] {
    guard member?.role.maySpeak ?? false else { return [] }
    return try await desk.suggested(in: conversation, for: viewer).compactMap { found in
      members[found.member].map {
        KnowingColleague(
          colleague: colleague($0), reasons: found.reasons, person: person, language: language,
          isElsewhere: isElsewhere($0))
      }
    }
  }
}
