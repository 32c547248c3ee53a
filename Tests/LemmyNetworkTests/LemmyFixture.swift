import HeedModel
import HeedNetwork
import HeedTesting
import LemmyNetwork

struct LemmyFixture: NetworkFixture {
  let clock: ManualClock
  let double: LemmyDouble
  let wire: DoubleWire
  let lemmy: LemmyNetwork
  let token: String
  let first: Int

  var network: any Network { lemmy }
  var secrets: [String] { [token, double.password] }

  init(_ version: LemmyDouble.Version = .v3) {
    let clock = ManualClock()
    let chance = SeededRandomness(seed: 11)
    let double = LemmyDouble(version, password: chance.token(bytes: 12), clock: clock)
    self.clock = clock
    self.double = double
    wire = DoubleWire { double.answer($0) }
    lemmy = LemmyNetwork(wire: wire, clock: clock)
    token = chance.token(bytes: 16)
    double.token(token)
    first = double.post("All about bells.")
    clock.advance(by: .hours(1))
  }

  var access: AccountAccess {
    AccountAccess(
      id: ID(1), server: double.host, remoteID: RemoteID("https://lemmy.example/u/shop"),
      address: "@shop@lemmy.example",
      credentials: Credentials(["token": token, "person": String(double.shop)]))
  }
  var account: AccountAccess? { access }

  func source(_ kind: String, _ target: String = "", isOurs: Bool = true) -> ListeningSource {
    ListeningSource(
      id: ID(1), kind: kind, target: target, cursor: nil, account: isOurs ? access : nil)
  }
  var sources: [ListeningSource] {
    [source("inbox"), source("community", "lemmy.example/bells", isOurs: false)]
  }

  func reference(_ id: Int) -> RemoteReference {
    let kind = ["post", "comment", "message"][double.entry(id)?.kind ?? 0]
    return RemoteReference(
      remoteID: RemoteID(double.name(id)), local: "lemmy.example/\(kind)/\(id)")
  }
  private func number(_ post: RemoteReference) -> Int {
    post.remoteID.rawValue.split(separator: "/").last.flatMap { Int($0) } ?? 0
  }

  func ground() async throws -> RemoteReference? { reference(first) }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let above = parent.map(number).flatMap { double.entry($0)?.kind == 1 ? $0 : nil }
    return reference(double.comment(text, on: first, above: above))
  }
  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .minutes(1))
    double.change(number(post)) { $0.content = text }
  }
  func remove(_ post: RemoteReference) async throws {
    double.change(number(post)) { $0.isDeleted = true }
  }

  func accepted() async throws -> [AcceptedMessage] {
    double.accepted.map { entry in
      let steps = entry.path.split(separator: ".")
      let parent = steps.count > 2 ? Int(steps[steps.count - 2]) ?? 0 : entry.post
      return AcceptedMessage(
        id: RemoteID(double.name(entry.id)), text: entry.content,
        visibility: entry.kind == 2 ? .private : .public,
        parent: RemoteID(double.name(parent)))
    }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    // Which API a server has is asked beforehand, so that the fault hits what it is meant for.
    _ = try? await lemmy.listen(to: source("inbox"))
    let method: WireRequest.Method = kind == .sending ? .post : .get
    guard kind == .listening else {
      return wire.fail(DoubleWire.Fault(fault)) { $0.method == method }
    }
    // An inbox of v3 is three lists: a place that is down answers none of them.
    for _ in 0..<(double.version == .v3 ? 3 : 1) { wire.fail(DoubleWire.Fault(fault)) }
  }
  func withdrawRight() async throws { double.token(token, isGood: false) }

  func signIn() async throws -> SignedIn {
    let desk = DeskAddress(base: "https://desk.example", isPublic: true)
    let step = try await lemmy.begin(at: "shop@lemmy.example", desk: desk)
    return try await lemmy.finish(step, with: .token(double.password))
  }
}
