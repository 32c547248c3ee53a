import HeedModel
import HeedNetwork
import Synchronization

/// Decides where the desk may go, before a byte leaves.
///
/// It resolves a name itself and hands on the addresses that it checked; the connection is made to
/// one of them and nothing resolves the name again. A name server that answers differently the
/// second time (DNS rebinding) is therefore never asked a second time for the same connection.
final class AddressGuard: Sendable {
  /// The way to a host that was approved.
  enum Route: Sendable {
    /// Every address that the name has; each one was checked.
    case direct([IPAddress])
    /// The proxy resolves: the guard saw the name, and literal addresses, alone.
    case proxy(ProxySettings.Server)
  }

  private let configuration: WireConfiguration
  private let allowed: AllowedHosts
  /// Those to which strangers may lead as well.
  private let open: AllowedHosts
  private let known = Mutex<[String: (addresses: [IPAddress], until: Instant)]>([:])

  init(_ configuration: WireConfiguration) {
    self.configuration = configuration
    allowed = AllowedHosts(configuration.allowedHosts)
    open = AllowedHosts(configuration.openHosts)
  }

  /// Entries of the configuration that name no host.
  var unreadable: [String] { allowed.unreadable }

  /// Whether name servers may be asked about it: what is of a private network is told to nobody, unless it was allowed.
  func mayBeAskedOf(_ host: HostName) -> Bool {
    !host.isPrivateName || allowed.contain(host, port: 53)
  }

  /// A redirect from the public internet is a stranger's word: by it nobody is led into the organisation's own network.
  func following(_ hop: Hop, by next: Hop) -> Hop {
    var next = next
    if !allowed.contain(hop.address.host, port: hop.address.port) {
      next.request.isNamedByOthers = true
    }
    return next
  }

  /// - Parameter isNamedByOthers: what is allowed to members is not, by that, to strangers who name an address.
  /// - Throws: `WireError`, always with `certainlyNotSent`.
  func approve(
    _ address: WebAddress, ports: Set<Int> = [], isNamedByOthers: Bool = false,
    within limit: Duration
  ) async throws -> Route {
    let allowed = isNamedByOthers ? open : allowed
    if isNamedByOthers, !open.contain(address.host, port: address.port),
      self.allowed.contain(address.host, port: address.port)
    {
      throw forbidden(
        """
        \(address.host.bare) is of your own network, and somebody else named it. It was not asked. If others may lead the \
        desk there, name it in hosts.linked.
        """)
    }
    let isOwn = allowed.contain(address.host, port: address.port)
    guard
      PortRules.isWeb(address.port) || ports.contains(address.port)
        || allowed.name(address.host, port: address.port)
    else { throw forbidden("Port \(address.port) is not for the web. It was not asked.") }
    if case .literal(let ip) = address.host.form {
      try check([ip], of: address.host, isOwn: isOwn)
    } else if address.host.isPrivateName, !isOwn {
      throw forbidden(
        """
        \(address.host.bare) is a name of a private network. If it is yours, add it to the \
        allowed hosts.
        """)
    }
    if let proxy = configuration.proxy.server(for: address) { return .proxy(proxy) }
    return .direct(try await resolve(address.host, isOwn: isOwn, within: limit))
  }

  /// Resolves and checks, proxy or not: for libraries that open their own sockets.
  func addresses(
    of host: HostName, port: Int, ports: Set<Int>, within limit: Duration
  ) async throws -> [IPAddress] {
    let isOwn = allowed.contain(host, port: port)
    guard PortRules.isWeb(port) || ports.contains(port) || allowed.name(host, port: port) else {
      throw forbidden("Port \(port) is not for this. It was not asked.")
    }
    if host.isPrivateName, !isOwn {
      throw forbidden("\(host.bare) is a name of a private network. It was not asked.")
    }
    return try await resolve(host, isOwn: isOwn, within: limit)
  }

  private func resolve(
    _ host: HostName, isOwn: Bool, within limit: Duration
  ) async throws -> [IPAddress] {
    guard case .name(let name) = host.form else {
      guard case .literal(let ip) = host.form else { return [] }
      try check([ip], of: host, isOwn: isOwn)
      return [ip]
    }
    let now = configuration.clock.now()
    if let found = known.withLock({ $0[name] }), found.until > now {
      try check(found.addresses, of: host, isOwn: isOwn)
      return found.addresses
    }
    let addresses: [IPAddress]
    do {
      addresses = try await configuration.resolver.addresses(
        of: name, within: min(limit, configuration.limits.resolving))
    } catch let fault as ResolvingFault {
      throw fault == .timeout
        ? WireError(
          .timeout, "The address of \(name) could not be found in time.", certainlyNotSent: true,
          cause: fault)
        : unknown(name)
    } catch  where !(error is CancellationError) {
      throw WireError(
        .unreachable, "The address of \(name) could not be found at the moment.",
        certainlyNotSent: true, cause: error)
    }
    guard !addresses.isEmpty else { throw unknown(name) }
    try check(addresses, of: host, isOwn: isOwn)
    known.withLock {
      if $0.count >= 1024 { $0 = $0.filter { $0.value.until > now } }
      if $0.count < 1024 { $0[name] = (addresses, now + .seconds(30)) }
    }
    return addresses
  }

  /// One bad address spoils the answer: a mixed one is how a check of the first address is fooled.
  private func check(_ addresses: [IPAddress], of host: HostName, isOwn: Bool) throws {
    for address in addresses where !AddressRules.isPublic(address) {
      guard isOwn, AddressRules.isOwn(address) else {
        throw forbidden(
          """
          \(host.bare) is not on the public internet (\(address)). It was not asked. If it is a \
          host of yours, add it to the allowed hosts.
          """)
      }
    }
  }

  private func forbidden(_ text: Message) -> WireError {
    WireError(.forbidden, text, certainlyNotSent: true)
  }

  private func unknown(_ name: String) -> WireError {
    WireError(
      .unreachable, "There is no host called \(name). Check how it is written.",
      certainlyNotSent: true)
  }
}
