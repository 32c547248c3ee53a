import HeedModel
import HeedNetwork
import Synchronization

/// Sends requests with a proof of possession, and remembers the nonce that each server wants next
/// (RFC 9449, sections 8 and 9).
final class Proofs: Sendable {
  private let clock: any DeskClock
  private let randomness: any Randomness
  private let nonces = Mutex<[String: String]>([:])

  init(clock: any DeskClock, randomness: any Randomness) {
    self.clock = clock
    self.randomness = randomness
  }

  /// A server that wants another nonce did nothing yet, so it is asked once more with that one.
  func send(
    _ request: WireRequest, token: String? = nil, key: ProofKey,
    exchange: (WireRequest) async throws -> WireResponse
  ) async throws -> WireResponse {
    let origin = Self.origin(request.address)
    for attempt in 0..<2 {
      var signed = request
      let nonce = nonces.withLock { $0[origin] }
      let proof = try key.proof(
        method: request.method.rawValue, address: request.address, nonce: nonce, token: token,
        id: randomness.token(bytes: 16), at: clock.now())
      signed.headers.append(("DPoP", proof))
      if let token { signed.headers.append(("Authorization", "DPoP " + token)) }
      let response = try await exchange(signed)
      let fresh = response.header("DPoP-Nonce").flatMap { $0.utf8.count <= 1_024 ? $0 : nil }
      if let fresh { keep(fresh, of: origin) }
      guard attempt == 0, let fresh, fresh != nonce, Self.wantsNonce(response) else {
        return response
      }
    }
    throw NetworkError(.temporary, "\(origin) could not be asked. The desk tries again.")
  }

  private func keep(_ nonce: String, of origin: String) {
    nonces.withLock { nonces in
      // They are worth a question each, no more.
      if nonces.count > 1_000 { nonces = [:] }
      nonces[origin] = nonce
    }
  }

  private static func wantsNonce(_ response: WireResponse) -> Bool {
    guard [400, 401].contains(response.status) else { return false }
    return response.header("WWW-Authenticate")?.contains("use_dpop_nonce") == true
      || Fault.complaint(response)?.error == "use_dpop_nonce"
  }

  private static func origin(_ address: String) -> String {
    let rest = address.drop { $0 != "/" }.dropFirst(2)
    return String(rest.prefix { $0 != "/" && $0 != "?" })
  }
}
