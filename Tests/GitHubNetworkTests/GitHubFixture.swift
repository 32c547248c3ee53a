import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization

struct GitHubFixture: NetworkFixture {
  let clock: ManualClock
  let double: GitHubDouble
  let wire: DoubleWire
  let github: GitHubNetwork
  let token: String
  let first: Int
  /// What changes between two pages.
  let moves: Moves

  var network: any Network { github }
  var secrets: [String] { [token] }

  init() {
    let clock = ManualClock(Instant(seconds: 1_778_000_200))
    let double = GitHubDouble(clock: clock)
    self.clock = clock
    self.double = double
    wire = DoubleWire { double.answer($0) }
    github = GitHubNetwork(wire: wire, clock: clock)
    token = SeededRandomness(seed: 9).token(bytes: 16)
    double.token(token)
    moves = Moves()
    first = double.open("All about bells.", by: "rui")
    clock.advance(by: .hours(1))
  }

  var access: AccountAccess {
    AccountAccess(
      id: ID(1), server: "github.com", remoteID: RemoteID("https://github.com/shop"),
      address: "@shop", credentials: Credentials(["token": token, "login": "shop"]))
  }
  var account: AccountAccess? { access }

  func source(_ kind: String, _ target: String = "", isOurs: Bool = true) -> ListeningSource {
    ListeningSource(
      id: ID(1), kind: kind, target: target, cursor: nil, account: isOurs ? access : nil)
  }
  var sources: [ListeningSource] {
    [
      source("repository", double.repository, isOurs: false), source("notifications"),
      source("involved"),
    ]
  }

  func reference(_ id: Int) -> RemoteReference {
    RemoteReference(remoteID: RemoteID(double.page(id)), address: double.page(id))
  }
  private func number(_ post: RemoteReference) -> Int { double.id(of: post.remoteID.rawValue) ?? 0 }

  func ground() async throws -> RemoteReference? { reference(first) }

  /// Out of the blue somebody opens an issue; comments stand below it and have no answers of their own.
  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    guard let parent else { return reference(double.open("@shop " + text)) }
    guard !parent.remoteID.rawValue.contains("#") else {
      throw NotHere("comments have no answers of their own")
    }
    return reference(double.say("@shop " + text, on: number(parent)))
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .minutes(1))
    double.change(number(post)) { $0.body = "@shop " + text }
  }
  func remove(_ post: RemoteReference) async throws {
    double.change(number(post)) { $0.isDeleted = true }
  }

  func accepted() async throws -> [AcceptedMessage] {
    double.accepted.map { entry in
      AcceptedMessage(
        id: RemoteID(double.page(entry.id)), text: entry.body, visibility: .public,
        parent: RemoteID(double.thread(entry.number)))
    }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    let method: WireRequest.Method = kind == .sending ? .post : .get
    wire.fail(DoubleWire.Fault(fault)) { $0.method == method }
  }
  func withdrawRight() async throws { double.token(token, isGood: false) }

  func signIn() async throws -> SignedIn {
    let desk = DeskAddress(base: "https://desk.example", isPublic: true)
    let step = try await github.begin(at: "", desk: desk)
    return try await github.finish(step, with: .code(token))
  }
}

final class Moves: Sendable {
  private let ids = Mutex<[Int]>([])
  func add(_ id: Int) { ids.withLock { $0.append(id) } }
  func take() -> Int? { ids.withLock { $0.popLast() } }
}
