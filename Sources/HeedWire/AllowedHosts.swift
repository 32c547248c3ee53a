/// The hosts of the organisation's own network that the desk may ask although their addresses are
/// private.
///
/// An entry is a name or an address, with or without a port: `mastodon.lan`, `10.0.0.5:8443`,
/// `[fd12::1]`. Nothing else is allowed along with it: no subdomain, no other name of the address.
struct AllowedHosts: Sendable {
  private var entries: [HostName: Set<Int?>] = [:]
  /// Entries that name no host.
  private(set) var unreadable: [String] = []

  init(_ entries: [String]) {
    for entry in entries {
      guard let address = try? WebAddress("http://\(entry)"), address.target == "/" else {
        unreadable.append(entry)
        continue
      }
      // `:80` is the default of the scheme that was put before it, but it was said.
      let saysPort = address.port != 80 || entry.hasSuffix(":80")
      self.entries[address.host, default: []].insert(saysPort ? address.port : nil)
    }
  }

  func contain(_ host: HostName, port: Int) -> Bool {
    entries[host].map { $0.contains(nil) || $0.contains(port) } ?? false
  }

  /// Whether the port itself was written down: then it may even be none of the web.
  func name(_ host: HostName, port: Int) -> Bool { entries[host]?.contains(port) ?? false }
}
