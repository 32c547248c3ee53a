import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  func settings() async throws -> Answer {
    .page(try await settingsScreen(try await desk.settings()))
  }

  private func settingsScreen(_ settings: Settings, problem: Problem? = nil) async throws
    -> SettingsScreen
  {
    let names = try await names()
    let by = settings.headStartsChange.flatMap { names[$0.by]?.name }
    return SettingsScreen(
      settings: settings, lineChangedBy: by, lineNote: problem == nil ? "" : form[.lineNote],
      paces: try await desk.record.read { try $0.paces() }, problem: problem)
  }

  func saveSettings() async throws -> Answer {
    let typed = form
    let hours = HoursView.typed(form)
    let change: @Sendable (inout Settings) -> Void = { settings in
      settings.organisation = typed[.organisation]
      settings.contact = typed[.contact]
      settings.notice = typed[.notice]
      settings.timeZone = typed[.timeZone].isEmpty ? settings.timeZone : typed[.timeZone]
      settings.language = typed[.language].isEmpty ? settings.language : typed[.language]
      settings.undoSeconds = typed.number(.undoSeconds) ?? -1
      settings.daysAboutUs = typed.number(.daysAboutUs) ?? 0
      settings.daysConversations = typed.number(.daysConversations) ?? 0
      settings.daysDrafts = typed.number(.daysDrafts) ?? 0
      if !typed[.daysPeople].isEmpty { settings.daysPeople = typed.number(.daysPeople) ?? 0 }
      settings.openHours = (try? HoursView.hours(hours)) ?? settings.openHours
      settings.publishesCorrections = typed[.publishesCorrections] == "1"
      settings.publishesDeeds = typed[.publishesDeeds] == "1"
      for (reason, field) in Self.headStarts {
        if let minutes = typed.number(field), (0...10_080).contains(minutes) {
          settings.headStarts[reason] = minutes
        }
      }
    }
    do {
      _ = try HoursView.hours(hours)
      try await desk.changeSettings(note: form[.lineNote], by: viewer, change)
    } catch let problem as Problem where problem.code == .invalid {
      var settings = try await desk.settings()
      change(&settings)
      var screen = try await settingsScreen(settings, problem: problem)
      screen.hoursTyped = hours
      return .page(screen, status: 422)
    }
    return .see(.settings, .saved)
  }

  private static let headStarts: [(WaitingReason, FieldName)] = [
    (.correctsUs, .headStartCorrectsUs), (.promiseDue, .headStartPromiseDue),
    (.complaint, .headStartComplaint), (.firstWords, .headStartFirstWords),
    (.quickCustom, .headStartQuickCustom),
  ]

  func notice() async throws -> Answer {
    let (settings, sources) = try await desk.record.read {
      (try $0.settings(), try $0.sources())
    }
    return .page(
      NoticeScreen(
        settings: settings,
        sources: sources.map { NoticeScreen.Place(name: $0.name, purpose: $0.purpose) }))
  }

  func names() async throws -> [ID<Member>: Member] {
    let members = try await desk.record.read { try $0.members() }
    return Dictionary(members.map { ($0.id, $0) }) { $1 }
  }

  func colleague(_ member: Member) -> Colleague {
    Colleague(
      id: member.id, name: member.name, initials: member.initials,
      isYou: member.id == self.member?.id)
  }

  func storybookPage() throws -> Answer {
    guard let sample = Storybook.sample(try text()) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    return .fragment(sample.html(words: page.words))
  }

  func asset() throws -> Answer {
    guard let file = PublicFiles.file(try text(1)) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    return .file(file.bytes, type: file.type, keep: try text() == PublicFiles.hash)
  }

  func ready() async throws -> Answer {
    do {
      _ = try await desk.settings()
    } catch {
      return .plain("not ready: the record does not answer\n", status: 503)
    }
    return .plain("ready\n", status: 200)
  }

  /// What changes from here on, and what did since the page was made; a stream that was cut names what it told last.
  func news() async throws -> AsyncStream<LiveNews> {
    let since = (headers[.lastEventID] ?? query["since"]).flatMap { ID<Event>($0) }
    return try await live.news(for: try viewer, since: since)
  }

  func presence() async throws -> Answer {
    guard let conversation: ID<Conversation> = form.id(.conversation) else { return .nothing }
    let viewer = try viewer
    guard viewer.role.maySpeak else { return .nothing }
    // Only where they may look anyway: presence tells no more than the conversation does.
    let visible = try await desk.record.read { try $0.conversation(conversation, for: viewer) }
    if visible != nil {
      try await desk.presence.mark(
        viewer.member, form[.writing] == "1" ? .writing : .looking, in: conversation,
        now: page.now)
    }
    return .nothing
  }
}
