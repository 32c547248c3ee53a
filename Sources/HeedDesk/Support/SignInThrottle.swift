import HeedModel

/// How many passwords one address may try: 25 in five minutes. Counted by address, never by member, so that nobody can
/// lock a member out; an IPv6 address counts with its whole /64, which one household or attacker holds.
actor SignInThrottle {
  static let tries = 25
  static let window = Duration.minutes(5)
  /// Codes of a second factor, for one member, from wherever: whoever gets as far as a code knows the password.
  static let codes = 10

  private let most: Int
  private var tried: [String: [Instant]] = [:]

  init(most: Int = SignInThrottle.tries) { self.most = most }

  /// Counts one try.
  /// - Throws: `Problem(.tooMany)` without counting when there were enough.
  func admit(_ address: String, now: Instant) throws {
    let key = Self.key(address)
    // A try that lies ahead was counted by a clock that was set back since.
    let recent = (tried[key] ?? []).filter { $0 > now - Self.window && $0 <= now }
    guard recent.count < most else {
      let wait = max((recent[0] + Self.window - now).milliseconds / 60_000 + 1, 1)
      throw Problem(
        .tooMany,
        "There were many tries. Wait \(wait) min, then try again; nothing is locked."
      )
    }
    tried[key] = recent + [now]
    if tried.count > 10_000 {
      tried = tried.filter { $0.value.contains { $0 > now - Self.window } }
    }
  }

  static func key(_ address: String) -> String {
    guard address.contains(":") else { return address }
    // Written out to eight groups first, as "::" may stand anywhere.
    let halves = address.prefix { $0 != "%" }.split(
      separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    let head = halves[0].split(separator: ":").map(String.init)
    let tail = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
    // An IPv4 address in IPv6 clothes (RFC 4291, 2.5.5.2): all of them share their first 64 bits.
    if let plain = (head + tail).last, plain.contains(".") { return plain }
    let missing = max(8 - head.count - tail.count, 0)
    let groups = head + Array(repeating: "0", count: halves.count > 1 ? missing : 0) + tail
    return groups.prefix(4).map { group in
      let short = group.lowercased().drop { $0 == "0" }
      return short.isEmpty ? "0" : String(short)
    }.joined(separator: ":") + "::/64"
  }
}
