public import Crypto
import Foundation
public import HeedModel
public import HeedNetwork
import Synchronization

/// A browser and its push service: takes only what a real one takes, and reads what it was sent. Written from RFC 8030,
/// 8188, 8291 and 8292 with no part of the desk's own code.
public final class PushDouble: Sendable {
  public struct Taken: Sendable {
    public var text: String
    public var seconds: Int
    public var topic: String
    public var contact: String
  }

  public struct Refusal: Error, CustomStringConvertible {
    public var description: String
  }

  public let endpoint: String
  private let key: P256.KeyAgreement.PrivateKey
  private let secret: [UInt8]
  private let state = Mutex([Taken]())

  public init(
    endpoint: String = "https://push.example/to/1", key: P256.KeyAgreement.PrivateKey = .init(),
    secret: [UInt8]? = nil
  ) {
    self.endpoint = endpoint
    self.key = key
    self.secret = secret ?? (0..<16).map { _ in UInt8.random(in: 0...255) }
  }

  public var taken: [Taken] { state.withLock { $0 } }
  public var publicKey: String { Self.text(Array(key.publicKey.x963Representation)) }
  public var secretText: String { Self.text(secret) }

  /// Answers as a service does: 201 for what it takes.
  public func answer(_ request: WireRequest, now: Instant) -> WireResponse {
    do {
      let taken = try take(request, now: now)
      state.withLock { $0.append(taken) }
      return WireResponse(status: 201, address: request.address)
    } catch {
      return WireResponse(
        status: 400, body: Array("\(error)".utf8), address: request.address)
    }
  }

  public func take(_ request: WireRequest, now: Instant) throws -> Taken {
    func header(_ name: String) -> String {
      request.headers.first { $0.name.lowercased() == name }?.value ?? ""
    }
    guard request.method == .post, request.address == endpoint else {
      throw Refusal(description: "nobody is subscribed at \(request.address)")
    }
    guard let seconds = Int(header("ttl")), seconds >= 0 else {
      throw Refusal(description: "no TTL (RFC 8030, 5.2)")
    }
    guard header("content-encoding") == "aes128gcm" else {
      throw Refusal(description: "no coding that a browser knows")
    }
    let topic = header("topic")
    guard topic.utf8.count <= 32, topic.utf8.allSatisfy(Self.isOfBase64URL) else {
      throw Refusal(description: "no topic (RFC 8030, 5.4)")
    }
    let contact = try Self.contact(
      header("authorization"), of: Self.origin(endpoint), now: now)
    return Taken(
      text: String(decoding: try open(request.body), as: UTF8.self), seconds: seconds,
      topic: topic, contact: contact)
  }

  /// RFC 8292, 2 and 3.
  static func contact(_ header: String, of origin: String, now: Instant) throws -> String {
    guard header.hasPrefix("vapid ") else { throw Refusal(description: "no voucher") }
    var parts: [String: String] = [:]
    for part in header.dropFirst(6).split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1)
      parts[sides[0].trimmingCharacters(in: .whitespaces)] = sides.count > 1 ? String(sides[1]) : ""
    }
    let token = (parts["t"] ?? "").split(separator: ".").map(String.init)
    guard token.count == 3, let signature = bytes(token[2]), let sender = bytes(parts["k"] ?? ""),
      let claims = bytes(token[1]), let head = bytes(token[0])
    else { throw Refusal(description: "no token") }
    let key = try P256.Signing.PublicKey(x963Representation: sender)
    guard
      key.isValidSignature(
        try P256.Signing.ECDSASignature(rawRepresentation: signature),
        for: Data("\(token[0]).\(token[1])".utf8))
    else { throw Refusal(description: "the signature does not hold") }
    let said = try JSONSerialization.jsonObject(with: Data(claims)) as? [String: Any] ?? [:]
    let kind = try JSONSerialization.jsonObject(with: Data(head)) as? [String: String] ?? [:]
    let seconds = now.milliseconds / 1000
    guard kind["alg"] == "ES256", said["aud"] as? String == origin,
      let ends = said["exp"] as? Int64 ?? (said["exp"] as? Int).map(Int64.init),
      ends > seconds, ends <= seconds + 86_400
    else { throw Refusal(description: "the token is for another service or another time") }
    return said["sub"] as? String ?? ""
  }

  /// RFC 8188, 2.1 and RFC 8291, 3.
  public func open(_ body: [UInt8]) throws -> [UInt8] {
    guard body.count > 86 + 16, body[20] == 65 else {
      throw Refusal(description: "no head of a push")
    }
    let salt = Array(body[0..<16])
    let theirs = Array(body[21..<86])
    let ours = Array(key.publicKey.x963Representation)
    let shared = try key.sharedSecretFromKeyAgreement(
      with: P256.KeyAgreement.PublicKey(x963Representation: theirs))
    func derived(_ salt: [UInt8], _ secret: [UInt8], _ info: [UInt8], _ count: Int) -> [UInt8] {
      // RFC 5869 by hand, for counts up to one hash.
      let extracted = HMAC<SHA256>.authenticationCode(
        for: secret, using: SymmetricKey(data: salt))
      let expanded = HMAC<SHA256>.authenticationCode(
        for: info + [1], using: SymmetricKey(data: Array(extracted)))
      return Array(Array(expanded).prefix(count))
    }
    let material = derived(
      secret, shared.withUnsafeBytes { Array($0) },
      Array("WebPush: info\0".utf8) + ours + theirs, 32)
    let content = derived(salt, material, Array("Content-Encoding: aes128gcm\0".utf8), 16)
    let nonce = derived(salt, material, Array("Content-Encoding: nonce\0".utf8), 12)
    let box = try AES.GCM.SealedBox(
      nonce: AES.GCM.Nonce(data: nonce), ciphertext: body[86..<(body.count - 16)],
      tag: body[(body.count - 16)...])
    var text = Array(try AES.GCM.open(box, using: SymmetricKey(data: content)))
    while text.last == 0 { text.removeLast() }
    guard text.popLast() == 2 else { throw Refusal(description: "not the last record") }
    return text
  }

  private static func origin(_ address: String) -> String {
    address.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
      .joined(separator: "/")
  }

  private static func isOfBase64URL(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 0x2D || byte == 0x5F
  }

  public static func text(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  public static func bytes(_ text: String) -> [UInt8]? {
    var plain = text.replacingOccurrences(of: "-", with: "+")
      .replacingOccurrences(of: "_", with: "/")
    while plain.count % 4 != 0 { plain += "=" }
    return Data(base64Encoded: plain).map { Array($0) }
  }
}
