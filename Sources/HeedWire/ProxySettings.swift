import Foundation

/// The proxies that stand between the desk and the internet.
public struct ProxySettings: Sendable, Hashable {
  /// An HTTP proxy, spoken to without TLS.
  public struct Server: Sendable, Hashable {
    public var host: String
    public var port: Int
    /// `name:password`, as the proxy wants it.
    public var credentials: String?

    public init(host: String, port: Int, credentials: String? = nil) {
      self.host = host
      self.port = port
      self.credentials = credentials
    }
  }

  public var http: Server?
  public var https: Server?
  /// Hosts that are asked directly: names with everything below them, addresses, blocks like
  /// `10.0.0.0/8`, each with or without a port, or `*` for all.
  public var exceptions: [String]
  /// Variables that could not be read, for the root to say.
  public var unreadable: [String] = []

  public static let none = ProxySettings()

  public init(http: Server? = nil, https: Server? = nil, exceptions: [String] = []) {
    self.http = http
    self.https = https
    self.exceptions = exceptions
  }

  /// Reads `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in lower case first, as curl does.
  public init(environment: [String: String]) {
    self.init()
    func value(_ name: String) -> String? {
      [environment[name.lowercased()], environment[name]].compactMap(\.self).first { !$0.isEmpty }
    }
    exceptions = (value("NO_PROXY") ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    http = value("HTTP_PROXY").flatMap { read($0, from: "HTTP_PROXY") }
    https = value("HTTPS_PROXY").flatMap { read($0, from: "HTTPS_PROXY") }
  }

  private mutating func read(_ text: String, from variable: String) -> Server? {
    let full = text.contains("://") ? text : "http://" + text
    guard let url = URL(string: full), url.scheme?.lowercased() == "http", let host = url.host,
      !host.isEmpty
    else {
      unreadable.append(variable)
      return nil
    }
    let credentials = url.user.map { user in
      (user.removingPercentEncoding ?? user) + ":"
        + (url.password.map { $0.removingPercentEncoding ?? $0 } ?? "")
    }
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    return Server(host: bare, port: url.port ?? 80, credentials: credentials)
  }

  /// The proxy for an address; `nil` means that the desk goes there itself.
  func server(for address: WebAddress) -> Server? {
    guard let server = address.scheme.isSecure ? https : http else { return nil }
    if case .literal(let ip) = address.host.form, AddressRules.isLoopback(ip) { return nil }
    if address.host.bare == "localhost" || address.host.bare.hasSuffix(".localhost") { return nil }
    return exceptions.contains { Self.matches($0, address) } ? nil : server
  }

  private static func matches(_ exception: String, _ address: WebAddress) -> Bool {
    if exception == "*" { return true }
    if let slash = exception.firstIndex(of: "/"), case .literal(let ip) = address.host.form,
      let base = IPAddress(String(exception[..<slash])),
      let bits = Int(exception[exception.index(after: slash)...])
    {
      return shares(base.bytes, ip.bytes, bits: bits)
    }
    var pattern = exception.lowercased()
    if IPAddress(pattern) == nil, let colon = pattern.lastIndex(of: ":"),
      let port = Int(pattern[pattern.index(after: colon)...])
    {
      guard port == address.port else { return false }
      pattern = String(pattern[..<colon])
    }
    if pattern.hasPrefix("[") { pattern = String(pattern.dropFirst().dropLast()) }
    if let ip = IPAddress(pattern) { return address.host.form == .literal(ip) }
    while pattern.hasPrefix("*") || pattern.hasPrefix(".") { pattern.removeFirst() }
    guard !pattern.isEmpty else { return false }
    return address.host.bare == pattern || address.host.bare.hasSuffix("." + pattern)
  }

  private static func shares(_ a: [UInt8], _ b: [UInt8], bits: Int) -> Bool {
    guard a.count == b.count, (0...(a.count * 8)).contains(bits) else { return false }
    return (0..<bits).allSatisfy { bit in
      let difference = a[bit / 8] ^ b[bit / 8]
      return difference & (0x80 >> UInt8(bit % 8)) == 0
    }
  }
}
