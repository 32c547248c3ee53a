import CryptoExtras
import Foundation
import HeedModel
import HeedNetwork
import Synchronization

/// The forum's own page on which somebody gives a program a key
/// (https://meta.discourse.org/t/user-api-keys-specification/48536).
extension DiscourseDouble {
  private static let scopes: Set<String> = [
    "read", "write", "message_bus", "push", "notifications", "session_info", "one_time_password",
  ]
  private static let needed = ["public_key", "nonce", "scopes", "client_id", "application_name"]

  /// Gives no keys to anybody any more, as an administrator may set it.
  public func close() { state.withLock { $0.isClosed = true } }

  /// What somebody gets who presses the button on the page that the desk sent them to.
  /// - Returns: the text to copy, or what the forum says instead.
  public func authorize(_ page: String) -> String {
    let fields = page.split(separator: "?", maxSplits: 1).last.map(String.init) ?? ""
    let answer = answer(
      WireRequest(
        .post, "https://\(host)/user-api-key",
        headers: [("Content-Type", "application/x-www-form-urlencoded")], body: Array(fields.utf8)))
    let shown = String(decoding: answer.body, as: UTF8.self)
    guard let start = shown.range(of: "<pre>"), let end = shown.range(of: "</pre>") else {
      return shown
    }
    return String(shown[start.upperBound..<end.lowerBound])
  }

  /// What the keys that were given away may do, in the order of their names.
  public var granted: [[String]] {
    state.withLock {
      $0.given.values.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  public func takeBack() { state.withLock { $0.given = [:] } }

  func mayUse(_ key: String, _ asked: Asked, _ state: State) -> Bool {
    if asked.header("User-Api-Key") == nil { return state.keys.contains(key) }
    guard let scopes = state.given[key] else { return state.keys.contains(key) }
    let isReading = asked.method == .get
    return scopes.contains("write") || isReading && scopes.contains("read")
  }

  func page(_ asked: Asked, _ state: inout State) -> WireResponse {
    if state.isClosed { return html("Not found", asked, status: 404) }
    if asked.method == .head {
      return WireResponse(
        status: 200, headers: [("Auth-Api-Version", "4")], address: asked.request.address)
    }
    let given = asked.method == .post ? asked.form : asked.query
    guard Self.needed.allSatisfy({ given[$0]?.isEmpty == false }) else {
      return html("param is missing", asked, status: 400)
    }
    let scopes = Set((given["scopes"] ?? "").split(separator: ",").map(String.init))
    let key = try? _RSA.Encryption.PublicKey(pemRepresentation: given["public_key"] ?? "")
    guard scopes.isSubset(of: Self.scopes), !scopes.isEmpty, let key else {
      return html("You are not permitted to view the requested resource.", asked, status: 403)
    }
    // Redirects lead only where an administrator allowed it, which is to nobody's desk by default.
    guard given["auth_redirect"] == nil else { return html("no", asked, status: 403) }
    guard asked.method == .post else {
      let fields = Self.needed.map { name in
        "<input type=hidden name=\(name) value=\"\(Self.escaped(given[name] ?? ""))\">"
      }.joined()
      let name = Self.escaped(given["application_name"] ?? "")
      return html(
        "<form method=post action=/user-api-key>\(name) asks for access.\(fields)<button>Authorize</button></form>",
        asked)
    }
    state.serial += 1
    let made = String((0..<32).map { _ in "0123456789abcdef".randomElement() ?? "0" })
    state.given[made] = scopes
    let told: JSONValue = [
      "key": .text(made), "nonce": .text(given["nonce"] ?? ""), "push": false, "api": 4,
    ]
    guard
      let sealed = try? key.encrypt(
        Data(told.rendered.utf8), padding: ._WEAK_AND_INSECURE_PKCS_V1_5)
    else { return html("the key is too short", asked, status: 500) }
    let lines = sealed.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    return html("<pre>\(lines)\n</pre>", asked)
  }

  private func html(_ body: String, _ asked: Asked, status: Int = 200) -> WireResponse {
    WireResponse(
      status: status, headers: [("Content-Type", "text/html; charset=utf-8")],
      body: Array("<!doctype html><title>Forum</title>\(body)".utf8),
      address: asked.request.address)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
