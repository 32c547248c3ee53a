import HTTPTypes

/// What goes out with every answer.
enum Headers {
  /// Nothing of a page may come from elsewhere, and no page of the desk stands inside another.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "media-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// Besides, for what members and strangers gave: should a browser show it all the same, it runs nothing and belongs
  /// to no origin.
  static let sandbox = "default-src 'none'; frame-ancestors 'none'; sandbox"

  static func secure(_ headers: inout HTTPFields, isSecure: Bool, type: String?) {
    if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = policy }
    headers[.xContentTypeOptions] = "nosniff"
    set("Referrer-Policy", "same-origin", &headers)
    set("Cross-Origin-Opener-Policy", "same-origin", &headers)
    set("Cross-Origin-Resource-Policy", "same-origin", &headers)
    set("Permissions-Policy", "camera=(), geolocation=(), microphone=()", &headers)
    set("X-Frame-Options", "DENY", &headers)
    if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
    if let type { headers[.contentType] = type }
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }

  static func set(_ name: String, _ value: String, _ headers: inout HTTPFields) {
    if let name = HTTPField.Name(name) { headers[name] = value }
  }
}
