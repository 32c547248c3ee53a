import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  func sources() async throws -> Answer {
    let (sources, accounts, handles, members) = try await desk.record.read { tx in
      let accounts = try tx.accounts()
      return (
        try tx.sources(), accounts, try tx.handles(accounts.map(\.handle)), try tx.members()
      )
    }
    let byHandle = Dictionary(handles.map { ($0.id, $0) }) { $1 }
    let address = Dictionary(
      accounts.map { ($0.id, byHandle[$0.handle]?.address ?? $0.server) }
    ) { $1 }
    return .page(
      SourcesScreen(
        sources: sources.map { source in
          SourceRow(
            id: source.id, name: source.name, network: source.network,
            account: source.account.flatMap { address[$0] }, pausedAt: source.pausedAt,
            askedAt: source.askedAt, heardAt: source.heardAt, trouble: source.trouble,
            troubleSince: source.troubleSince, setAside: desk.setAside(at: source),
            canBeOurs: desk.canBeOurs(source.network, source.kind),
            isOurs: source.oursSince != nil)
        },
        accounts: accounts.map { account in
          row(account, handle: byHandle[account.handle], members: members)
        }))
  }

  func row(_ account: Account, handle: Handle?, members: [Member]) -> AccountRow {
    let address = handle?.address ?? account.server
    return AccountRow(
      id: account.id, network: account.network, address: address, server: account.server,
      owner: members.first { $0.id == account.owner }?.name, custom: account.custom,
      trouble: account.trouble,
      isYours: member?.role.mayLead ?? false || account.owner == member?.id,
      signsInAt: (desk.networks[account.network] as? any SigningIn)?
        .typed(toSignInAt: account.server, as: address))
  }

  func newSource() async throws -> Answer {
    let typed = query["typed"] ?? ""
    guard !typed.isEmpty else { return .page(NewSourceScreen()) }
    return .page(try await newSourceScreen(typed))
  }

  private func newSourceScreen(_ typed: String) async throws -> NewSourceScreen {
    let taken = try await desk.record.read { try $0.sources() }
    let found = await desk.places(at: typed)
    var screen = NewSourceScreen(typed: typed, trouble: found.trouble)
    screen.offers = OfferRow.rows(found).map { row in
      var row = row
      row.isTaken = taken.contains {
        $0.network == row.network && $0.kind == row.kind && $0.target == row.target
      }
      row.canBeOurs = desk.canBeOurs(row.network, row.kind)
      return row
    }
    return screen
  }

  func addSource() async throws -> Answer {
    // Asked again by what was typed: a form cannot make the desk listen to what no network offered.
    let wanted = offer()
    let typed = form[.typed].isEmpty ? wanted.target : form[.typed]
    let offered = await desk.offers(for: typed).first {
      $0.network == wanted.network && $0.kind == wanted.kind && $0.target == wanted.target
    }
    guard let offered else {
      var screen = try await newSourceScreen(typed)
      screen.problem = Problem(.notFound, said: page.words.errors.notFoundText)
      return .page(screen, status: 422)
    }
    _ = try await desk.add(offered, isOurs: !form[.ours].isEmpty, by: viewer)
    return .see(.sources, .sourceAdded)
  }

  func pauseSource(_ isPaused: Bool) async throws -> Answer {
    try await desk.pause(id(), isPaused, by: viewer)
    return .see(.sources, isPaused ? .sourcePaused : .sourceResumed)
  }

  /// The place is ours to run, or is not.
  func ownSource(_ isOurs: Bool) async throws -> Answer {
    try await desk.setOurs(id(), isOurs, by: viewer)
    return .see(.sources, isOurs ? .sourceOurs : .sourceNotOurs)
  }

  /// Somebody mended what was wrong, and does not want to wait.
  func askSource() async throws -> Answer {
    try await desk.askNow(id(), by: viewer)
    return .see(.sources, .sourceAsked)
  }

  func confirmSource() async throws -> Answer {
    let id: ID<Source> = try id()
    guard let source = try await desk.record.read({ try $0.source(id) }), source.removedAt == nil
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    return .page(ConfirmScreen(subject: .source(id, name: page.say(source.name))))
  }

  func deleteSource() async throws -> Answer {
    try await desk.remove(id() as ID<Source>, by: viewer)
    return .see(.sources, .sourceRemoved)
  }
}

extension OfferRow {
  init(_ offer: Offer, signsIn: SignIn? = nil) {
    self.init(
      network: offer.network, kind: offer.kind, target: offer.target, name: offer.name,
      asks: offer.asks, can: offer.can, signsIn: signsIn)
  }

  /// What can be listened to at once, then what an account has to be connected for.
  static func rows(_ found: FoundPlaces) -> [OfferRow] {
    found.offers.map { OfferRow($0) }
      + found.toConnect.map { OfferRow($0, signsIn: SignIn(server: $0.signsInAs ?? "")) }
  }
}
