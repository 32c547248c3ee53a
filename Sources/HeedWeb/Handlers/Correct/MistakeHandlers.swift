import HeedDesk
import HeedModel

extension Call {
  func mistakes() async throws -> Answer {
    let isOpen = query["open"] == "1"
    let found = try await desk.mistakes(pageRequest(), isOpen: isOpen, for: viewer)
    return .page(MistakesScreen(rows: found.rows, isOpen: isOpen, next: found.next))
  }

  func newMistake() async throws -> Answer {
    var screen = try await markScreen(
      post: named("post").flatMap { ID($0) }, told: named("told").flatMap { ID($0) })
    screen.typed.said = screen.post?.post.text.plain ?? ""
    return .page(screen)
  }

  /// - Throws: `Problem(.notFound)` for a post that is not ours or not theirs to see.
  private func markScreen(post: ID<Post>?, told: ID<Post>?) async throws -> NewMistakeScreen {
    let viewer = try viewer
    let (ours, theirs) = try await desk.record.read { tx in
      (
        try post.flatMap { try tx.post($0, for: viewer) },
        try told.flatMap { try tx.post($0, for: viewer) }
      )
    }
    guard post == nil || ours?.post.direction == .ours else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    var told = theirs?.post.direction == .ours ? nil : theirs
    if told == nil, let ours { told = try await desk.whoTold(of: ours, for: viewer) }
    return NewMistakeScreen(post: ours, told: told)
  }

  func markMistake() async throws -> Answer {
    let post: ID<Post>? = form.id(.post)
    let told: ID<Post>? = form.id(.answering)
    let noticer: Mistake.Noticer =
      switch form[.noticed] {
      case "person": told.map { .person($0) } ?? .somebody
      case "somebody": .somebody
      default: .ourselves
      }
    let since = SnoozeTimes.instant(date: form[.since], time: "00:00", page)
    let report = MistakeReport(
      post: post, page: TypedAddress.whole(form[.target]), words: form[.text], said: form[.said],
      noticedBy: noticer,
      saidAt: since, noticedAt: try await noticedAt(post, since: since))
    do {
      return .see(
        .mistake(try await desk.mark(report, by: viewer).id),
        noticer == .ourselves ? .mistakeMarked : .mistakeTold)
    } catch let problem as Problem where problem.code == .invalid {
      var screen = try await markScreen(post: post, told: told)
      screen.problem = problem
      screen.typed.words = form[.text]
      screen.typed.said = form[.said]
      screen.typed.page = form[.target]
      screen.typed.since = form[.since]
      screen.typed.noticed = form[.noticed]
      screen.typed.date = form[.date]
      screen.typed.time = form[.time]
      return .page(screen, status: 422)
    }
  }

  /// A time alone is today's. Of a day alone nobody knows the hour: it is its beginning, or when the words were said if
  /// that was on this day.
  private func noticedAt(_ post: ID<Post>?, since: Instant?) async throws -> Instant? {
    guard !form[.date].isEmpty || !form[.time].isEmpty else { return nil }
    let today = page.zone.wall(at: page.now).dayNumber
    guard let day = form[.date].isEmpty ? today : SnoozeTimes.day(form[.date]) else { return nil }
    guard form[.time].isEmpty else {
      return Clock.minutes(form[.time]).map { page.zone.instant(day: day, minute: Int($0)) }
    }
    let (begins, ends) = (
      page.zone.instant(day: day, minute: 0), page.zone.instant(day: day + 1, minute: 0)
    )
    let viewer = try viewer
    let said = try await desk.record.read { tx in
      try post.flatMap { try tx.post($0, for: viewer)?.post.publishedAt } ?? since
    }
    guard let said, said > begins, said < ends else { return begins }
    return min(said, page.now)
  }

  func mistake() async throws -> Answer {
    .page(try await mistakeScreen(id(), editing: named("edit").flatMap { ID($0) }))
  }

  func mistakeScreen(_ id: ID<Mistake>, editing: ID<Post>? = nil) async throws -> MistakeScreen {
    var screen = MistakeScreen(kept: try await desk.mistake(id, editing: editing, for: viewer))
    screen.editing = editing
    if let exposure = screen.kept.exposure {
      screen.numbersBy = try await numbersBy(exposure.wrong)
    }
    return screen
  }

  func fixMistake() async throws -> Answer {
    let id: ID<Mistake> = try id()
    guard let way = Correction.Way(rawValue: form[.way]) else {
      throw Problem(.invalid, said: page.words.errors.invalidText)
    }
    let request = fixRequest(id, way)
    do {
      let reply = try await desk.fix(request, by: viewer)
      return .see(.mistake(id), reply == nil ? .mistakeFixed : .sending, undo: reply?.undo)
    } catch let problem as Problem {
      // What was typed stands in the form again, also of those who may not speak for now. Of a mistake that is not theirs
      // to see this finds nothing either.
      var screen = try await mistakeScreen(id)
      screen.typed = request
      screen.problem = problem
      screen.look = try await thoughts(request)
      let status = problem.code == .conflict ? 409 : problem.code == .forbidden ? 403 : 422
      return .page(screen, status: status)
    }
  }

  func reopenMistake() async throws -> Answer {
    let id: ID<Mistake> = try id()
    do {
      try await desk.reopen(id, words: form[.word], by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      var screen = try await mistakeScreen(id)
      screen.problem = problem
      return .page(screen, status: problem.code == .conflict ? 409 : 422)
    }
    return .see(.mistake(id), .mistakeReopened)
  }

  func publishCorrection() async throws -> Answer {
    let id: ID<Mistake> = try id()
    do {
      try await desk.publish(id, wrong: form[.text], right: form[.word], by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      var screen = try await mistakeScreen(id)
      screen.problem = problem
      screen.publicWrong = form[.text]
      screen.publicRight = form[.word]
      return .page(screen, status: problem.code == .conflict ? 409 : 422)
    }
    return .see(.mistake(id), .correctionPublished)
  }

  func corrections() async throws -> Answer {
    do {
      let found = try await desk.publicCorrections(pageRequest())
      return .page(CorrectionsScreen(rows: found.rows, next: found.next))
    } catch let problem as Problem where problem.code == .notFound && page.mayLead {
      return notPublic(problem, .publishesCorrections)
    }
  }

  /// Whoever may turn a public page on is led to where that is done; everybody else finds nothing there.
  func notPublic(_ problem: Problem, _ setting: FieldName) -> Answer {
    var screen = ErrorScreen(code: problem.code, text: problem.text)
    screen.way = ("\(Route.settings.path)#f-\(setting.rawValue)", page.words.errors.turnOn)
    return .page(screen, status: 404)
  }
}

/// The address of a page as people type it.
enum TypedAddress {
  /// With `https://` in front, where it was left out.
  static func whole(_ typed: String) -> String {
    let bare = String(typed.drop { $0.isWhitespace })
    // A word alone is no place: "shop" is asked for anew.
    guard !bare.contains("://"), bare.prefix(while: { $0 != "/" }).dropFirst().contains(".") else {
      return typed
    }
    return "https://" + bare
  }
}
