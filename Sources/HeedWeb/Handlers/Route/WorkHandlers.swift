import HeedDesk
import HeedModel

extension Call {
  func claim() async throws -> Answer {
    try await work(.claimed) { try await desk.claim($0, by: $1) }
  }
  func release() async throws -> Answer {
    try await work(.released) { try await desk.release($0, by: $1) }
  }
  func wake() async throws -> Answer { try await work(.woken) { try await desk.wake($0, by: $1) } }
  func reopen() async throws -> Answer {
    try await work(.reopened) { try await desk.reopen($0, by: $1) }
  }

  /// Does one thing to a conversation and shows it again; who lost a race is told there.
  private func work(
    _ outcome: Outcome, _ body: (ID<Conversation>, Viewer) async throws -> Void
  ) async throws -> Answer {
    let id: ID<Conversation> = try id()
    do {
      try await body(id, viewer)
    } catch let problem as Problem where problem.code == .conflict {
      return try await conversation(id, problem: problem)
    }
    return .see(.conversation(id), outcome)
  }

  func handOverForm() async throws -> Answer { .page(try await handOverScreen(nil)) }

  private func handOverScreen(_ problem: Problem?) async throws -> HandOverScreen {
    let view = try await desk.conversation(id(), for: viewer)
    let members = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    let order = try await desk.helpers(in: view.conversation.id, for: viewer)
    let known = Set(order.map(\.member))
    let silent = try await desk.membersWhoCannotAnswer()
    let rest = view.members.filter {
      $0.leftAt == nil && $0.role.maySpeak && $0.id != member?.id && !known.contains($0.id)
    }
    var screen = HandOverScreen(
      conversation: view.conversation.id, who: view.partner(self).name,
      language: OpenConversation.spoken(view).first,
      colleagues: order.compactMap { found in
        members[found.member].map { member in
          HandOverScreen.Choice(
            colleague: colleague(member),
            hereUntil: found.reasons.contains(where: \.isOfTime)
              ? nil : member.stillHereUntil(at: page.now),
            isElsewhere: isElsewhere(member), reasons: found.reasons)
        }
      }
        + rest.filter { !silent.contains($0.id) }.map {
          HandOverScreen.Choice(
            colleague: colleague($0), hereUntil: $0.stillHereUntil(at: page.now),
            isElsewhere: isElsewhere($0))
        }
        + rest.filter { silent.contains($0.id) }.map {
          HandOverScreen.Choice(colleague: colleague($0), cannotAnswer: true)
        },
      problem: problem)
    screen.doNotContact = view.person?.doNotContact ?? false
    return screen
  }

  func handOver() async throws -> Answer {
    do {
      try await desk.handOver(
        id(), to: form.id(.member) ?? ID(0), word: form[.word], by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      return .page(try await handOverScreen(problem), status: 422)
    }
    return .see(.today, .handedOver, of: try id())
  }

  func snoozeForm() async throws -> Answer { .page(try await snoozeScreen(nil)) }

  private func snoozeScreen(_ problem: Problem?) async throws -> SnoozeScreen {
    let view = try await desk.conversation(id(), for: viewer)
    return SnoozeScreen(
      conversation: view.conversation.id, who: view.partner(self).name,
      choices: SnoozeTimes.choices(page), heardAt: form.instant(.heard) ?? view.heardAt,
      problem: problem)
  }

  func snooze() async throws -> Answer {
    let chosen = SnoozeTimes.choices(page).first { $0.name.rawValue == form[.until] }?.at
    let typed = SnoozeTimes.instant(date: form[.date], time: form[.time], page)
    guard let until = chosen ?? typed else {
      return .page(
        try await snoozeScreen(
          Problem(.invalid, said: page.words.errors.invalidText, field: "until")),
        status: 422)
    }
    do {
      try await desk.snooze(id(), until: until, heard: form.instant(.heard), by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(try await snoozeScreen(problem), status: 422)
    }
    return .see(.today, .snoozed, of: try id())
  }

  func done() async throws -> Answer {
    let solvedBy: ID<Post>? = form.id(.post)
    let id: ID<Conversation> = try id()
    try await desk.close(
      id, reason: solvedBy == nil ? .done : .solved, post: solvedBy, heard: form.instant(.heard),
      by: viewer)
    return .see(.today, solvedBy == nil ? .done : .solved, of: id)
  }

  func takeUp() async throws -> Answer {
    let post: ID<Post> = try id()
    let viewer = try viewer
    guard let row = try await desk.record.read({ try $0.post(post, for: viewer) }) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    try await desk.takeUp(row.post.conversation, by: viewer)
    return .see(.conversation(row.post.conversation, at: post), .takenUp)
  }

  func addNote() async throws -> Answer {
    let id: ID<Conversation> = try id()
    try await desk.note(id, text: form[.text], by: viewer)
    return .see(.conversation(id), .noted)
  }

  func removeNote() async throws -> Answer {
    let id: ID<TeamNote> = try id()
    let conversation = try await desk.removeNote(id, by: viewer)
    return .see(.conversation(conversation), .noteRemoved)
  }
}
