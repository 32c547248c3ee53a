import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  private var signable: [NetworkName] {
    desk.networks.all.filter { $0 is any SigningIn }.map(\.name)
  }

  private func asksToSignIn(_ network: NetworkName) -> Bool {
    (desk.networks[network] as? any SigningIn)?.asksToSignIn ?? true
  }

  private func newAccountScreen(
    _ network: NetworkName?, server: String, problem: Problem? = nil
  ) -> NewAccountScreen {
    var screen = NewAccountScreen(
      networks: signable, network: network, server: server, problem: problem)
    screen.askingNothing = Set(signable.filter { !asksToSignIn($0) })
    return screen
  }

  func newAccount() async throws -> Answer {
    .page(
      newAccountScreen(
        query["network"].map { NetworkName($0) }, server: query["server"] ?? ""))
  }

  func beginAccount() async throws -> Answer {
    let network = NetworkName(form[.network])
    let asks = asksToSignIn(network)
    let server = asks ? form[.server] : ""
    do {
      guard !asks || server.contains(where: { !$0.isWhitespace }) else {
        throw Problem(.invalid, "Give the server or the address of the account.", field: "server")
      }
      let (step, sealed) = try await desk.beginSignIn(network, server: server, by: viewer)
      let state = AccountStep(
        network: network, server: server, isOwn: form[.state] == "own" || !page.mayLead,
        sealed: sealed)
      let screen = AccountStepScreen(
        network: network, server: server, explanation: step.explanation, address: step.page,
        answer: !asks
          ? .nothing
          : step.asksPassword
            ? .password : step.page == nil ? .token : step.pastesCode ? .code : .redirect,
        takesToken: step.takesToken, state: state.text)
      // What is pasted comes with its form; only whoever is sent away and back needs something that waits here.
      return screen.answer == .redirect ? .step(screen, state.text) : .page(screen)
    } catch let problem as Problem {
      return .page(
        newAccountScreen(network, server: server, problem: problem), status: 422)
    }
  }

  func finishAccount() async throws -> Answer {
    guard let state = AccountStep(form[.state].isEmpty ? step : form[.state]) else {
      return .see(.newAccount)
    }
    let code = form[.code].filter { !$0.isWhitespace }
    let password = form[.password]
    // A token was copied, perhaps with a line end; of a password every sign counts.
    let token = password.isEmpty ? form[.token].filter { !$0.isWhitespace } : password
    do {
      let account = try await desk.finishSignIn(
        state.network, sealed: state.sealed, answer: code.isEmpty ? .token(token) : .code(code),
        state: state.returned, issuer: state.issuer, lending: state.isOwn, by: viewer)
      return .see(.account(account), .accountConnected)
    } catch let problem as Problem {
      return .page(
        AccountStepScreen(
          network: state.network, server: state.server, explanation: "",
          answer: !asksToSignIn(state.network)
            ? .nothing : !password.isEmpty ? .password : code.isEmpty ? .token : .code,
          state: state.text,
          problem: problem),
        status: 422)
    }
  }

  /// A network sent the member back with a code. It is sent on by the member's own hand, so that no other site can
  /// connect an account here by a link.
  func accountReturn() async throws -> Answer {
    _ = try viewer
    var begun = AccountStep(step)
    begun?.returned = query["state"] ?? ""
    begun?.issuer = query["iss"]
    return .page(
      AccountReturnScreen(
        server: begun?.server ?? "", code: query["code"] ?? "", state: begun?.text ?? "",
        failure: query["error_description"] ?? query["error"]))
  }

  /// Servers read here who the desk is, before they let anybody sign in from it.
  func presentation() throws -> Answer {
    let parts = try text().split(separator: ".")
    guard parts.count == 2, parts[1] == "json",
      let network = desk.networks[NetworkName(String(parts[0]))] as? any Presenting
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    let text = network.presentation(of: desk.address)
    return .file(Array(text.utf8), type: "application/json", keep: false)
  }

  func account() async throws -> Answer {
    let (account, handle, members) = try await kept()
    let answering = try await desk.record.read { Set(try $0.answerers(of: account.id)) }
    return .page(
      AccountScreen(
        account: row(account, handle: handle, members: members),
        houseRules: account.houseRules,
        answerers: member?.role.mayLead ?? false
          ? members.filter { $0.leftAt == nil && $0.role.maySpeak }.map {
            AccountScreen.Answerer(
              colleague: colleague($0), answers: answering.contains($0.id))
          } : []))
  }

  func saveAccount() async throws -> Answer {
    let (account, _, _) = try await kept()
    guard let custom = SignatureCustom(rawValue: form[.custom]) else {
      throw Problem(.invalid, said: page.words.errors.invalidText, field: "custom")
    }
    // No box ticked sends nothing: then nobody is left who answers what is private.
    let answerers = form.all(.member).compactMap { ID<Member>($0) }
    try await desk.change(account.id, custom: custom, answerers: answerers, by: viewer)
    return .see(.account(account.id), .accountSaved)
  }

  func confirmAccount() async throws -> Answer {
    let (account, handle, _) = try await kept()
    return .page(
      ConfirmScreen(subject: .account(account.id, name: handle?.address ?? account.server)))
  }

  func deleteAccount() async throws -> Answer {
    try await desk.remove(id() as ID<Account>, by: viewer)
    return .see(.sources, .accountRemoved)
  }

  private func kept() async throws -> (Account, Handle?, [Member]) {
    let id: ID<Account> = try id()
    let words = page.words
    return try await desk.record.read { tx in
      guard let account = try tx.account(id), account.removedAt == nil else {
        throw Problem(.notFound, said: words.errors.notFoundText)
      }
      return (account, try tx.handles([account.handle]).first, try tx.members())
    }
  }
}

/// What connecting an account carries from step to step; the network's own notes in it are sealed.
struct AccountStep {
  var network: NetworkName
  var server: String
  /// The handle is the member's own, lent to the desk.
  var isOwn: Bool
  var sealed: [UInt8]
  /// What the network gave back as `state` (RFC 6749, 10.12), empty when it gave none; `nil` where the member pastes
  /// the code by hand. It must be the one inside `sealed`, or the code is of a sign-in that somebody else began.
  var returned: String?
  /// Who the network says has signed the member in (RFC 9207); `nil` where it says nothing.
  var issuer: String?

  init(network: NetworkName, server: String, isOwn: Bool, sealed: [UInt8]) {
    self.network = network
    self.server = server
    self.isOwn = isOwn
    self.sealed = sealed
  }

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      Hex.bytes($0)
    }
    guard (4...6).contains(parts.count), !parts[0].isEmpty, !parts[3].isEmpty else { return nil }
    network = NetworkName(String(decoding: parts[0], as: UTF8.self))
    server = String(decoding: parts[1], as: UTF8.self)
    isOwn = parts[2] == [1]
    sealed = parts[3]
    returned = parts.count > 4 ? String(decoding: parts[4], as: UTF8.self) : nil
    issuer = parts.count > 5 ? String(decoding: parts[5], as: UTF8.self) : nil
  }

  var text: String {
    ([Array(network.rawValue.utf8), Array(server.utf8), [isOwn ? 1 : 0], sealed]
      + [returned, returned == nil ? nil : issuer].compactMap { $0.map { Array($0.utf8) } })
      .map { Hex.text($0) }.joined(separator: "-")
  }
}
