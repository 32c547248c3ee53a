import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization

@testable import BlueskyNetwork

/// Bluesky with its far side in the test's hand.
final class BlueskyFixture: NetworkFixture {
  let server: JetstreamDouble
  let clock = ManualClock()
  let network: any Network
  private let count = Mutex(0)

  init() {
    server = JetstreamDouble(clock)
    network = BlueskyNetwork(
      wire: server, clock: clock, randomness: SeededRandomness(), jetstream: ["stream.example"])
  }

  var bluesky: any Sifting {
    get throws {
      guard let network = network as? any Sifting else { throw NotHere("no stream") }
      return network
    }
  }

  var sources: [ListeningSource] {
    [ListeningSource(id: ID(1), kind: "everything", target: "everything", cursor: nil)]
  }

  var now: Int64 { clock.now().milliseconds * 1_000 }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let key = count.withLock { count in
      count += 1
      return "3l3qo2vuowo\(count)"
    }
    server.tell(Written.post(key, text, at: now, parent: parent?.remoteID.rawValue), at: now)
    let address = server.world.post(
      by: Written.did, text, inReplyTo: parent?.remoteID.rawValue, key: key)
    return RemoteReference(remoteID: RemoteID(address), local: server.world.cid(of: address))
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .seconds(1))
    server.tell(Written.post(key(post), text, at: now, operation: "update"), at: now)
    server.world.edit(post.remoteID.rawValue, text)
  }

  func remove(_ post: RemoteReference) async throws {
    clock.advance(by: .seconds(1))
    server.tell(Written.removal(key(post), at: now), at: now)
    server.world.delete(post.remoteID.rawValue)
  }

  private func key(_ post: RemoteReference) -> String {
    post.remoteID.rawValue.split(separator: "/").last.map { String($0) } ?? ""
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    guard case .temporarilyDown = fault else {
      throw NotHere("a refused stream does not say when to come again")
    }
    server.strike(WireError(.unreachable, "Nobody is there.", certainlyNotSent: true))
  }

  func cutStreams() async throws { server.cut() }

  func streamIsOpen() async throws {
    while server.openStreams == 0 { try await Task.sleep(for: .milliseconds(1)) }
  }
}
