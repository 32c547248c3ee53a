import HTTPTypes

/// The desk's cookies. `__Host-` binds them to this very host; it wants HTTPS, which a desk at home has not.
enum Cookies {
  static func session(isSecure: Bool) -> String { isSecure ? "__Host-heed" : "heed" }
  static func form(isSecure: Bool) -> String { isSecure ? "__Host-heed-form" : "heed-form" }
  static func flash(isSecure: Bool) -> String { isSecure ? "__Host-heed-said" : "heed-said" }

  static func step(isSecure: Bool) -> String { isSecure ? "__Host-heed-step" : "heed-step" }

  /// Of somebody outside who is about to prove a handle, and who proved it.
  static func proof(isSecure: Bool) -> String { isSecure ? "__Host-heed-proof" : "heed-proof" }
  static func visit(isSecure: Bool) -> String { isSecure ? "__Host-heed-visit" : "heed-visit" }

  static func read(_ headers: HTTPFields) -> [String: String] {
    var cookies: [String: String] = [:]
    for line in headers[values: .cookie] {
      for pair in line.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        cookies[String(parts[0].drop { $0 == " " })] = String(parts[1])
      }
    }
    return cookies
  }

  /// - Parameter seconds: how long it lives; 0 takes it away.
  static func set(_ name: String, _ value: String, seconds: Int64, isSecure: Bool) -> String {
    "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
      + (isSecure ? "; Secure" : "")
  }
}
