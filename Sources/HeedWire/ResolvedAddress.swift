import HeedModel
import HeedNetwork

/// A host that was resolved and approved, for libraries that open their own sockets.
public struct ResolvedAddress: Sendable, Hashable {
  /// What the certificate has to name.
  public var host: String
  public var port: Int
  /// Connect to one of these and resolve nothing again; in the system's order of preference.
  public var addresses: [IPAddress]

  public init(host: String, port: Int, addresses: [IPAddress]) {
    self.host = host
    self.port = port
    self.addresses = addresses
  }
}

/// Guards connections that HeedWire does not make itself: mail.
public protocol AddressApproving: Sendable {
  /// Resolves a host and checks every address that it has.
  ///
  /// No proxy is asked. Ports of the web and of mail are approved.
  /// - Throws: `WireError`, with `certainlyNotSent`.
  func approve(_ host: String, port: Int) async throws -> ResolvedAddress
}

extension HTTPWire: AddressApproving {
  public func approve(_ host: String, port: Int) async throws -> ResolvedAddress {
    let isV6 = host.contains(":") && !host.hasPrefix("[")
    guard let name = HostName(isV6 ? "[\(host)]" : host), (1...65535).contains(port) else {
      throw WireError(.forbidden, AddressFault.host.text, certainlyNotSent: true)
    }
    let addresses = try await gate.addresses(
      of: name, port: port, ports: PortRules.mail, within: configuration.limits.resolving)
    return ResolvedAddress(host: name.bare, port: port, addresses: addresses)
  }
}
