import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  func setUp() async throws -> Answer {
    let token = try text()
    try await requireSetUp(token)
    return .page(try await setUpScreen(token, typed: query["typed"] ?? "", offers: []))
  }

  /// A word or an address: the desk begins to listen where nothing has to be asked for, and shows what it hears.
  func listenFirst() async throws -> Answer {
    let token = try text()
    let left = try await desk.listenFirst(to: form[.typed], token: token)
    return .page(
      try await setUpScreen(
        token, typed: form[.typed], offers: left,
        problem: left.isEmpty && form[.typed].isEmpty
          ? Problem(.invalid, said: page.words.typeFirst, field: "typed") : nil))
  }

  func addFirstSource() async throws -> Answer {
    let token = try text()
    try await desk.addFirst(
      offer(), token: token)
    return .page(try await setUpScreen(token, typed: form[.typed], offers: []))
  }

  func finishSetUp() async throws -> Answer {
    let token = try text()
    try await requireSetUp(token)
    do {
      let letIn = try await joined(token)
      let viewer = Viewer(member: letIn.session.member, role: .lead)
      var settings = try await desk.settings()
      settings.organisation = form[.organisation]
      settings.contact = form[.email]
      if !form[.timeZone].isEmpty { settings.timeZone = form[.timeZone] }
      try await desk.save(settings, by: viewer)
      return .letIn(letIn, .today)
    } catch let problem as Problem {
      return .page(
        try await setUpScreen(token, typed: form[.typed], offers: [], problem: problem),
        status: 422)
    }
  }

  private func requireSetUp(_ token: String) async throws {
    guard let invitation = try await desk.invitation(token: token), invitation.invitedBy == nil
    else { throw Problem(.notFound, said: page.words.linkIsOver) }
  }

  private func setUpScreen(
    _ token: String, typed: String, offers: [Offer], problem: Problem? = nil
  ) async throws -> SetUpScreen {
    // Nobody has joined yet: what everybody may see.
    let nobody = Viewer(member: ID(0), role: .observer)
    let sources = try await desk.record.read { try $0.sources() }
    let heard = try await desk.heard(
      HeedModel.HeardFilter(), PageRequest(limit: 8), for: nobody)
    return SetUpScreen(
      token: token, typed: typed,
      listening: sources.map {
        OfferRow(
          network: $0.network, kind: $0.kind, target: $0.target, name: $0.name, asks: "", can: "",
          isTaken: true)
      },
      offers: offers.map { OfferRow($0) }, heard: heard.rows.map { HeardRow($0) },
      organisation: form[.organisation].isEmpty ? typed : form[.organisation], name: form[.name],
      email: form[.email], problem: problem)
  }

  func offer() -> Offer {
    Offer(
      network: NetworkName(form[.network]), kind: form[.kind], target: form[.target],
      name: Message(verbatim: form[.name]), asks: "", can: "")
  }
}
