import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  func cameBack() async throws -> Answer {
    let found = try await desk.whatCameBack(pageRequest(), for: viewer)
    return .page(CameBackScreen(rows: found.rows, next: found.next))
  }

  func askColleagueForm() async throws -> Answer { .page(try await askScreen(nil)) }

  private func askScreen(_ problem: Problem?) async throws -> AskColleagueScreen {
    let view = try await desk.conversation(id(), for: viewer)
    let colleagues = try await desk.colleaguesToAsk(in: view.conversation.id, for: viewer)
    var screen = AskColleagueScreen(
      conversation: view.conversation.id, partner: view.partner(self).name,
      text: view.draft?.text ?? "", colleagues: colleagues.map { colleague($0) },
      question: problem == nil ? "" : form[.word], problem: problem)
    screen.chosen = form.id(.member)
    return screen
  }

  /// From the composer it keeps what is written there and leads to the choice; from the choice it asks.
  func askColleague() async throws -> Answer {
    let id: ID<Conversation> = try id()
    guard form.has(.member) else {
      if form.has(.text) {
        try await desk.save(draft(id), by: viewer)
        // There is nothing to look at yet: it is said where the words are written.
        guard form[.text].contains(where: { !$0.isWhitespace }) else {
          return try await conversation(
            id, problem: Problem(.invalid, "Write something first.", field: "text"))
        }
      }
      return .see(.askColleagueForm(id))
    }
    do {
      // The choice has a field for the words where none were written.
      if form[.text].contains(where: { !$0.isWhitespace }) {
        try await desk.save(draft(id), by: viewer)
      }
      let look = try await desk.ask(
        form.id(.member) ?? ID(0), toLookAtDraftOf: id, question: form[.word], by: viewer)
      return .see(.conversation(look.conversation), .lookAsked)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(try await askScreen(problem), status: 422)
    }
  }

  func secondLook() async throws -> Answer {
    let kept = try await desk.secondLook(id(), for: viewer)
    // The scripts' own look at a page is nobody's.
    if headers[.heedLook] == nil { try await desk.noteToldSeen(kept.row.look, by: viewer) }
    return .page(SecondLookScreen(kept: kept))
  }

  func answerSecondLook() async throws -> Answer {
    let id: ID<SecondLook> = try id()
    let isFine = form[.anyway] == "1"
    do {
      try await desk.answer(
        id, proposing: isFine ? "" : form[.text], word: form[.word], by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      let kept = try await desk.secondLook(id, for: viewer)
      return .page(
        SecondLookScreen(kept: kept, typed: (form[.text], form[.word]), problem: problem),
        status: problem.code == .conflict ? 409 : 422)
    }
    return .see(.secondLook(id), .lookAnswered)
  }

  func takeSecondLook() async throws -> Answer {
    try await keepTyped()
    return .see(.conversation(try await desk.take(id(), by: viewer)), .lookTaken)
  }

  func putBackSecondLook() async throws -> Answer {
    try await keepTyped()
    return .see(.conversation(try await desk.putBack(id(), by: viewer)), .lookPutBack)
  }

  func endSecondLook() async throws -> Answer {
    try await keepTyped()
    return .see(.conversation(try await desk.endLook(id(), by: viewer)), .lookEnded)
  }

  /// These buttons stand in the composer: what is written there comes with them, and is kept first.
  private func keepTyped() async throws {
    guard form.has(.text) else { return }
    let look: ID<SecondLook> = try id()
    let row = try await desk.secondLook(look, for: viewer).row
    guard row.look.member == member?.id, !form[.text].allSatisfy(\.isWhitespace) else { return }
    try await desk.save(draft(row.look.conversation), by: viewer)
  }
}
