import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  func setUp() async throws -> Answer {
    let token = try text()
    try await requireSetUp(token)
    let typed = query["typed"] ?? ""
    // The page's own look at what was heard meanwhile asks nobody outside again.
    let isLook = typed.isEmpty || headers[.heedLook] != nil
    let taken = try await desk.record.read { try $0.sources() }
    let found = isLook ? FoundPlaces() : await desk.places(at: typed)
    var screen = try await setUpScreen(
      token, typed: typed,
      offers: OfferRow.rows(found).filter { row in
        !taken.contains {
          $0.network == row.network && $0.kind == row.kind && $0.target == row.target
        }
      })
    screen.trouble = found.trouble
    return .page(screen)
  }

  /// A word or an address: the desk begins to listen where nothing has to be asked for, and shows what it hears.
  func listenFirst() async throws -> Answer {
    let token = try text()
    let typed = form[.typed]
    guard typed.contains(where: { !$0.isWhitespace }) else {
      return .page(
        try await setUpScreen(
          token, typed: "", offers: [],
          problem: Problem(.invalid, said: page.words.typeFirst, field: "typed")), status: 422)
    }
    try await desk.listenFirst(to: typed, token: token)
    return .see(.setUp(token: token, typed: typed))
  }

  func addFirstSource() async throws -> Answer {
    let token = try text()
    try await desk.addFirst(offer(), of: form[.typed], token: token)
    return .see(.setUp(token: token, typed: form[.typed]))
  }

  func finishSetUp() async throws -> Answer {
    let token = try text()
    try await requireSetUp(token)
    let letIn: LetIn
    do {
      letIn = try await joined(token)
    } catch let problem as Problem {
      return .page(
        try await setUpScreen(token, typed: form[.typed], offers: [], problem: problem),
        status: 422)
    }
    // The link is used from here on: whatever else fails, its member is in.
    let (organisation, contact, zone) = (form[.organisation], form[.email], knownZone)
    do {
      try await desk.changeSettings(by: Viewer(member: letIn.session.member, role: .lead)) {
        $0.organisation = organisation
        $0.contact = contact
        $0.timeZone = zone ?? $0.timeZone
      }
    } catch is Problem {
      return .letIn(letIn, .settings)
    }
    return .letIn(letIn, .today)
  }

  private func requireSetUp(_ token: String) async throws {
    guard let invitation = try await desk.invitation(token: token), invitation.invitedBy == nil
    else { throw Problem(.notFound, said: page.words.linkIsOver) }
  }

  private func setUpScreen(
    _ token: String, typed: String, offers: [OfferRow], problem: Problem? = nil
  ) async throws -> SetUpScreen {
    // Nobody has joined yet: what everybody may see.
    let nobody = Viewer(member: ID(0), role: .observer)
    let sources = try await desk.record.read { try $0.sources() }
    let heard = try await desk.heard(
      HeedModel.HeardFilter(), PageRequest(limit: 8), for: nobody)
    var screen = SetUpScreen(
      token: token, typed: typed,
      listening: sources.map {
        OfferRow(
          network: $0.network, kind: $0.kind, target: $0.target, name: $0.name, asks: "", can: "",
          isTaken: true)
      },
      offers: offers, heard: heard.rows.map { HeardRow($0, in: page) },
      organisation: form[.organisation].isEmpty ? Self.name(in: typed) : form[.organisation],
      name: form[.name],
      email: form[.email], problem: problem)
    screen.invented = Set(sources.map(\.network)).sorted().filter {
      desk.networks[$0]?.isInvented ?? false
    }
    return screen
  }

  /// A word that was typed first is often what people call the organisation; an address is not.
  private static func name(in typed: String) -> String {
    typed.count > 60 || typed.contains { "./@#".contains($0) } ? "" : typed
  }

  func offer() -> Offer {
    Offer(
      network: NetworkName(form[.network]), kind: form[.kind], target: form[.target],
      name: Message(verbatim: form[.name]), asks: "", can: "")
  }
}
