import HeedDesk
import HeedModel

/// For somebody who asks by letter or mail, and may never have spoken to us.
extension Call {
  func asked() async throws -> Answer {
    let typed = query["q"] ?? ""
    guard !typed.isEmpty else { return .page(AskedScreen()) }
    do {
      return .page(AskedScreen(try await desk.askedAbout(typed, by: viewer)))
    } catch let problem as Problem where problem.code == .invalid {
      return .page(AskedScreen(typed: typed, problem: problem), status: 422)
    }
  }

  private var chosen: ID<Handle>? { (query["handle"]).flatMap { ID($0) } }

  func askedFile() async throws -> Answer {
    let export = try await desk.exportAsked(query["q"] ?? "", chosen, by: viewer)
    return .download(try export.json(), type: "application/json")
  }

  func eraseAskedForm() async throws -> Answer {
    let typed = query["q"] ?? ""
    let asked = try await desk.askedAbout(typed, by: viewer)
    let hold = asked.called.first { $0.handle.id == chosen }?.hold
    return .page(AskedEraseScreen(typed: asked.typed, handle: chosen, hold: hold))
  }

  func eraseAsked() async throws -> Answer {
    try await desk.eraseAsked(form[.typed], form.id(.handle), by: viewer)
    return .see(.asked(), .personErased)
  }

  func holdAsked() async throws -> Answer {
    let typed = form[.typed]
    let handle = form.id(.handle, of: Handle.self)
    do {
      try await desk.holdAsked(
        typed, handle, reason: form[.word], days: form.number(.days) ?? 0, by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      var screen = AskedScreen(try await desk.askedAbout(typed, by: viewer), problem: problem)
      screen.holding = handle.map { ($0, form[.word]) }
      return .page(screen, status: 422)
    }
    return .see(.asked(typed), .holdSet)
  }

  func liftAsked() async throws -> Answer {
    let typed = form[.typed]
    try await desk.liftAsked(typed, form.id(.handle), by: viewer)
    return .see(.asked(typed), .holdLifted)
  }
}
