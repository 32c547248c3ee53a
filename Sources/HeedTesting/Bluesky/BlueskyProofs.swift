import Crypto
import Foundation
import HeedModel
public import HeedNetwork

/// Proofs of possession, checked as RFC 9449, section 4.3 demands.
extension BlueskyDouble {
  /// A question with a token that is bound to a key.
  func bound(_ token: String, _ asked: BlueskyAsked, _ state: inout State) throws -> Right {
    let key = try proof(asked, token: token, &state)
    guard let session = state.authority.sessions.first(where: { $0.access == token }) else {
      throw BlueskyAnswer(401, "InvalidToken", "Token could not be verified")
    }
    guard session.key == key else {
      throw BlueskyAnswer(401, "invalid_dpop_proof", "Another key")
    }
    guard !session.isOver else {
      var answer = BlueskyAnswer(401, "invalid_token", "exp claim")
      answer.headers = [("WWW-Authenticate", "DPoP error=\"invalid_token\"")]
      throw answer
    }
    return Right(
      did: session.did, forMessages: session.scope.contains("transition:chat.bsky"))
  }

  /// - Returns: the thumbprint of the key that signed (RFC 7638).
  func proof(
    _ asked: BlueskyAsked, token: String?, _ state: inout State
  ) throws -> String {
    let isResource = token != nil
    func refuse(_ why: String) -> BlueskyAnswer {
      BlueskyAnswer(isResource ? 401 : 400, "invalid_dpop_proof", why)
    }
    let parts = (asked.header("DPoP") ?? "").split(separator: ".").map(String.init)
    guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
      let signature = Self.bytes(parts[2])
    else { throw refuse("no proof") }
    guard header["typ"] as? String == "dpop+jwt", header["alg"] as? String == "ES256",
      let jwk = header["jwk"] as? [String: String], jwk["d"] == nil, jwk["kty"] == "EC",
      jwk["crv"] == "P-256", let x = jwk["x"], let y = jwk["y"], let xs = Self.bytes(x),
      let ys = Self.bytes(y), xs.count == 32, ys.count == 32
    else { throw refuse("no key") }
    let point = Data([4] + xs + ys)
    guard let key = try? P256.Signing.PublicKey(x963Representation: point),
      let signed = try? P256.Signing.ECDSASignature(rawRepresentation: Data(signature)),
      key.isValidSignature(signed, for: Data((parts[0] + "." + parts[1]).utf8))
    else { throw refuse("a wrong signature") }
    let address = String(asked.request.address.prefix { $0 != "?" })
    guard claims["htm"] as? String == asked.request.method.rawValue,
      claims["htu"] as? String == address
    else { throw refuse("of another request") }
    guard let at = claims["iat"] as? Int,
      abs(Int64(at) - clock.now().milliseconds / 1_000) < 300
    else { throw refuse("of another time") }
    if let token {
      guard claims["ath"] as? String == Self.url(SHA256.hash(data: Data(token.utf8))) else {
        throw refuse("of another token")
      }
    }
    guard let nonce = claims["nonce"] as? String, state.authority.nonces.contains(nonce) else {
      var answer = BlueskyAnswer(isResource ? 401 : 400, "use_dpop_nonce", "Use the nonce")
      answer.headers = [("DPoP-Nonce", state.authority.nonces[0])]
      if isResource { answer.headers.append(("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")) }
      throw answer
    }
    guard let id = claims["jti"] as? String, id.utf8.count >= 16,
      state.authority.proofs.insert(id).inserted
    else { throw refuse("seen before") }
    let canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"\(x)\",\"y\":\"\(y)\"}"
    return Self.url(SHA256.hash(data: Data(canonical.utf8)))
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
    return Data(base64Encoded: padded).map(Array.init)
  }

  private static func object(_ text: String) -> [String: Any]? {
    bytes(text).flatMap {
      try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }
}

/// Leads every question to one double, whatever host it names; nothing leaves the process.
public final class BlueskyWire: Wire {
  private let double: BlueskyDouble

  public init(_ double: BlueskyDouble) { self.double = double }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    guard let response = double.handle(request) else {
      throw WireError(.cut, "The connection broke.", certainlyNotSent: false)
    }
    return response
  }

  public func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.nothing) }
  }

  public func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.nothing) }
  }

  private static let nothing = WireError(.unreachable, "Nobody is there.", certainlyNotSent: true)
}
