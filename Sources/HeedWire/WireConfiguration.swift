public import HeedModel

/// How the desk goes out.
public struct WireConfiguration: Sendable {
  /// Sent with every request; names Heed and where the desk says what it does.
  public var userAgent: String
  public var proxy: ProxySettings
  /// The organisation's own hosts: names or addresses, each with or without a port. Their private
  /// addresses are permitted; a port that is written down may also be none of the web.
  public var allowedHosts: [String]
  /// Those of them to which addresses that strangers name may lead as well.
  public var openHosts: [String]
  /// Certificates of the organisation's own authority, as PEM text, trusted beside the system's.
  public var trustedCertificates: String?
  public var resolver: any NameResolver
  public var clock: any DeskClock
  public var randomness: any Randomness
  public var limits: WireLimits
  /// Asked for what the resolver does not tell; those of the system where it is `nil`.
  var nameServers: [NameServer]?
  /// How long one of them is waited for.
  var nameServerPatience: Duration = .seconds(2)

  public init(
    userAgent: String, proxy: ProxySettings = .none, allowedHosts: [String] = [],
    openHosts: [String] = [], trustedCertificates: String? = nil,
    resolver: any NameResolver = SystemResolver(), clock: any DeskClock, randomness: any Randomness,
    limits: WireLimits = WireLimits()
  ) {
    self.userAgent = userAgent
    self.proxy = proxy
    self.allowedHosts = allowedHosts
    self.openHosts = openHosts
    self.trustedCertificates = trustedCertificates
    self.resolver = resolver
    self.clock = clock
    self.randomness = randomness
    self.limits = limits
  }

  /// `Heed/1.2 (+https://desk.example/notice)`: who asks, and where its owner can be read about.
  public static func userAgent(version: String, noticePage: String) -> String {
    "Heed/\(version) (+\(noticePage))"
  }
}

/// Where the way out ends.
public struct WireLimits: Sendable, Hashable {
  /// For finding a name.
  public var resolving: Duration = .seconds(10)
  /// For a connection, TLS included, to one address.
  public var connecting: Duration = .seconds(10)
  public var redirects = 5
  /// Addresses of one host that are tried one after the other.
  public var addresses = 3
  public var headers = 200
  /// All names and values of an answer's headers, in bytes.
  public var headerBytes = 64 << 10
  /// Failures in a row before a host is left alone.
  public var failures = 5
  /// The first rest; each one after it is twice as long.
  public var rest: Duration = .seconds(10)
  public var longestRest: Duration = .minutes(15)
  /// The longest wait that a host can ask for. After it the desk looks for itself.
  public var longestWait: Duration = .hours(1)
  /// Clients with open connections that are kept, over all hosts.
  public var clients = 64
  /// How long `shutdown` waits for exchanges under way.
  public var grace: Duration = .seconds(5)

  public init() {}
}
