import HeedModel
import HeedNetwork
import Synchronization

/// Sends requests with a proof of possession, and remembers of each server the nonce that it wants next
/// (RFC 9449, sections 8 and 9) and how far its clock is from ours.
final class Proofs: Sendable {
  /// A proof is refused for its time by clocks that differ by more than this.
  private static let differs = Duration.seconds(5)

  private let clock: any DeskClock
  private let randomness: any Randomness
  private let nonces = Mutex<[String: String]>([:])
  private let differences = Mutex<[String: Duration]>([:])

  init(clock: any DeskClock, randomness: any Randomness) {
    self.clock = clock
    self.randomness = randomness
  }

  /// A server that wants another nonce, or refuses a proof for its time, did nothing yet: it is asked once more, with
  /// that nonce, and by its own clock.
  func send(
    _ request: WireRequest, token: String? = nil, key: ProofKey,
    exchange: (WireRequest) async throws -> WireResponse
  ) async throws -> WireResponse {
    let origin = Self.origin(request.address)
    var (asksForNonce, asksForTime) = (true, true)
    while true {
      var signed = request
      let nonce = nonces.withLock { $0[origin] }
      let at = clock.now() + (differences.withLock { $0[origin] } ?? .zero)
      let proof = try key.proof(
        method: request.method.rawValue, address: request.address, nonce: nonce, token: token,
        id: randomness.token(bytes: 16), at: at)
      signed.headers.append(("DPoP", proof))
      if let token { signed.headers.append(("Authorization", "DPoP " + token)) }
      let response = try await exchange(signed)
      let fresh = response.header("DPoP-Nonce").flatMap { $0.utf8.count <= 1_024 ? $0 : nil }
      if let fresh { keep(fresh, of: origin) }
      if asksForNonce, let fresh, fresh != nonce, Self.says("use_dpop_nonce", response) {
        asksForNonce = false
        continue
      }
      if asksForTime, Self.says("invalid_dpop_proof", response),
        let theirs = Dates.header(response.header("Date")),
        theirs - at > Self.differs || at - theirs > Self.differs
      {
        asksForTime = false
        keep(theirs - clock.now(), of: origin)
        continue
      }
      return response
    }
  }

  private func keep(_ difference: Duration, of origin: String) {
    differences.withLock { differences in
      if differences.count > 1_000 { differences = [:] }
      differences[origin] = difference
    }
  }

  private func keep(_ nonce: String, of origin: String) {
    nonces.withLock { nonces in
      // They are worth a question each, no more.
      if nonces.count > 1_000 { nonces = [:] }
      nonces[origin] = nonce
    }
  }

  private static func says(_ error: String, _ response: WireResponse) -> Bool {
    guard [400, 401].contains(response.status) else { return false }
    return response.header("WWW-Authenticate")?.contains(error) == true
      || Fault.complaint(response)?.error == error
  }

  private static func origin(_ address: String) -> String {
    let rest = address.drop { $0 != "/" }.dropFirst(2)
    return String(rest.prefix { $0 != "/" && $0 != "?" })
  }
}
