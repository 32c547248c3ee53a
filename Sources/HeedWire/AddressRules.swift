/// Which addresses the desk may speak to.
///
/// The tables are IANA's special-purpose registries:
/// https://www.iana.org/assignments/iana-ipv4-special-registry and
/// https://www.iana.org/assignments/iana-ipv6-special-registry.
enum AddressRules {
  /// Whether anybody on the internet may stand behind the address.
  static func isPublic(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let number):
      return !isMetadata(address) && !specialV4.contains { $0.contains(number) }
    case .v6(let high, let low):
      // Global unicast is 2000::/3 alone. That leaves out loopback, link-local, unique local and
      // multicast, and every form that carries an IPv4 address inside: ::ffff:0:0/96, ::/96,
      // 64:ff9b::/96 and 64:ff9b:1::/48.
      guard high >> 61 == 1 else { return false }
      // ISATAP (RFC 5214) carries an IPv4 address in its lower half under any prefix.
      let interface = low >> 32
      guard interface != 0x5efe, interface != 0x0200_5efe else { return false }
      return !specialV6.contains { $0.contains(high) }
    }
  }

  /// Whether the organisation's own hosts may have the address, once they are allowed by name.
  ///
  /// Metadata services stay forbidden: whoever can make the desk ask one holds the machine's keys.
  static func isOwn(_ address: IPAddress) -> Bool {
    if isMetadata(address) { return false }
    switch address {
    case .v4(let number): return ownV4.contains { $0.contains(number) }
    case .v6(let high, let low): return (high == 0 && low == 1) || high >> 57 == 0xfc >> 1
    }
  }

  /// Loopback, for which no proxy is ever asked.
  static func isLoopback(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let number): return number >> 24 == 127
    case .v6(let high, let low): return high == 0 && low == 1
    }
  }

  private static func isMetadata(_ address: IPAddress) -> Bool { metadata.contains(address) }

  private static let metadata: Set<IPAddress> = Set(
    [
      "169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192",
      "fd00:ec2::254", "fd20:ce::254",
    ].compactMap(IPAddress.init(_:)))

  private static let ownV4 = [
    BlockV4(127, 0, 0, 0, 8), BlockV4(10, 0, 0, 0, 8), BlockV4(172, 16, 0, 0, 12),
    BlockV4(192, 168, 0, 0, 16), BlockV4(100, 64, 0, 0, 10),
  ]

  private static let specialV4 =
    ownV4 + [
      BlockV4(0, 0, 0, 0, 8),
      BlockV4(169, 254, 0, 0, 16),
      BlockV4(192, 0, 0, 0, 24),
      BlockV4(192, 0, 2, 0, 24),
      BlockV4(192, 31, 196, 0, 24),
      BlockV4(192, 52, 193, 0, 24),
      BlockV4(192, 88, 99, 0, 24),
      BlockV4(192, 175, 48, 0, 24),
      BlockV4(198, 18, 0, 0, 15),
      BlockV4(198, 51, 100, 0, 24),
      BlockV4(203, 0, 113, 0, 24),
      BlockV4(224, 0, 0, 0, 4),
      BlockV4(240, 0, 0, 0, 4),
    ]

  private static let specialV6 = [
    // Protocol assignments, Teredo and benchmarking among them.
    BlockV6(0x2001_0000_0000_0000, 23),
    // Documentation.
    BlockV6(0x2001_0db8_0000_0000, 32),
    BlockV6(0x3fff_0000_0000_0000, 20),
    // 6to4: any IPv4 address stands inside.
    BlockV6(0x2002_0000_0000_0000, 16),
    // The 6bone, given back.
    BlockV6(0x3ffe_0000_0000_0000, 16),
    BlockV6(0x2620_004f_8000_0000, 48),
  ]
}

private struct BlockV4 {
  let prefix: UInt32
  let mask: UInt32

  init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ bits: UInt32) {
    mask = ~UInt32(0) << (32 - bits)
    prefix = a << 24 | b << 16 | c << 8 | d
  }

  func contains(_ number: UInt32) -> Bool { number & mask == prefix }
}

private struct BlockV6 {
  let prefix: UInt64
  let mask: UInt64

  init(_ prefix: UInt64, _ bits: UInt64) {
    mask = ~UInt64(0) << (64 - bits)
    self.prefix = prefix
  }

  func contains(_ high: UInt64) -> Bool { high & mask == prefix }
}
