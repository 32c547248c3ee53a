import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization

@testable import PracticeNetwork

/// The practice network with its far side in the test's hand.
final class PracticeFixture: NetworkFixture {
  let service: PracticeService
  let network: any Network
  let account: AccountAccess?
  let clock: ManualClock

  init(keyLife: Duration? = .hours(1), clock: ManualClock = ManualClock()) throws {
    var settings = PracticeSettings.quiet
    settings.keyLife = keyLife
    service = try PracticeService(settings: settings, clock: clock)
    network = PracticeNetwork(service: service)
    account = .practice(token: service.state.withLock { $0.token })
    self.clock = clock
  }

  var secrets: [String] { account?.credentials["token"].map { [$0] } ?? [] }

  var sources: [ListeningSource] {
    [
      ListeningSource(id: ID(1), kind: "public", target: "", cursor: nil),
      ListeningSource(id: ID(2), kind: "mentions", target: "", cursor: nil, account: account),
      ListeningSource(id: ID(3), kind: "tag", target: "bells", cursor: nil),
    ]
  }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    return RemoteReference(
      remoteID: try service.say(
        "@cornerbikes \(text) #bells", as: "ana", inReplyTo: parent?.remoteID))
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .seconds(1))
    try service.edit(post.remoteID, to: text + " @cornerbikes #bells")
  }

  func remove(_ post: RemoteReference) async throws { try service.remove(post.remoteID) }

  func accepted() async throws -> [AcceptedMessage] {
    service.state.withLock { state in
      state.world.ours.compactMap { id in
        guard let entry = state.world.entries[id], entry.removedAt == nil else { return nil }
        return AcceptedMessage(
          id: RemoteIDs.post(id), text: entry.text,
          key: service.accepted.first { $0.id == id }?.key, warning: entry.warning,
          language: entry.language, visibility: entry.visibility,
          parent: entry.parent.map { RemoteIDs.post($0) },
          alternatives: entry.media.map { $0.alternative ?? "" })
      }
    }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    let practice: PracticeFault =
      switch fault {
      case .cutBeforeAccepting: .cutBefore
      case .cutAfterAccepting: .cutAfterAccepting
      case .errorAfterAccepting: .errorAfterAccepting
      case .temporarilyDown: .unavailable
      case .strangersMissing: throw NotHere("nothing stands before the practice network")
      case .rateLimitedUntil: throw NotHere("the practice network tells seconds")
      case .strangersPage: throw NotHere("nothing stands before the practice network")
      case .rateLimited(let wait): .rateLimited(retryAfter: wait)
      }
    service.faults.strike(practice, on: kind == .sending ? .writes : .reads)
  }

  func react(to post: RemoteReference, likes: Int, shares: [Int]) async throws {
    let people = People.all.filter { $0.part == .person }.map(\.id)
    for person in people.prefix(likes) { try service.like(post.remoteID, as: person) }
    for person in people.dropFirst(9).prefix(shares.count) {
      try service.share(post.remoteID, as: person)
    }
  }

  func withdrawRight() async throws { try service.revokeRights() }
  func cutStreams() async throws { service.cutStreams() }
  func streamIsOpen() async throws { await clock.waitForSleepers() }

  func signIn() async throws -> SignedIn {
    guard let network = network as? any SigningIn else { throw NotHere("no sign-in") }
    let step = try await network.begin(
      at: "", desk: DeskAddress(base: "http://127.0.0.1:8080", isPublic: false))
    return try await network.finish(step, with: .code(""))
  }
}

extension AccountAccess {
  static func practice(token: String) -> AccountAccess {
    AccountAccess(
      id: ID(1), server: "practice.example", remoteID: RemoteID("person/cornerbikes"),
      address: "@cornerbikes@practice.example", credentials: Credentials(["token": token]))
  }
}
