import Foundation

/// The host of an address in the one form that is compared, resolved and sent.
///
/// Every spelling of a number is read as browsers read it
/// (https://url.spec.whatwg.org/#concept-ipv4-parser), so that `127.1` or `0x7f.1` cannot slip
/// past a check that only knows `127.0.0.1`.
struct HostName: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case name(String)
    case literal(IPAddress)
  }

  let form: Form

  /// As it stands in an address: IPv6 in brackets.
  var text: String {
    switch form {
    case .name(let name): name
    case .literal(let address): address.bytes.count == 4 ? "\(address)" : "[\(address)]"
    }
  }

  /// Without brackets.
  var bare: String {
    switch form {
    case .name(let name): name
    case .literal(let address): "\(address)"
    }
  }

  init?(_ typed: String) {
    if typed.hasPrefix("[") || typed.hasSuffix("]") {
      guard typed.hasPrefix("["), typed.hasSuffix("]"),
        case .v6(let high, let low)? = IPAddress(String(typed.dropFirst().dropLast()))
      else { return nil }
      form = .literal(.v6(high: high, low: low))
      return
    }
    guard var name = DomainName.ascii(typed) else { return nil }
    if name.hasSuffix(".") { name.removeLast() }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, !labels.contains(where: \.isEmpty), name.utf8.count <= 253
    else { return nil }
    if Self.isNumber(last) {
      guard let number = Self.looseV4(labels) else { return nil }
      form = .literal(.v4(number))
      return
    }
    guard labels.allSatisfy(Self.isLabel) else { return nil }
    form = .name(name)
  }

  init(_ address: IPAddress) { form = .literal(address) }

  /// Names that never mean a host of the public internet (RFC 6761, RFC 6762, RFC 7686, RFC 8375,
  /// and what private networks are commonly called).
  var isPrivateName: Bool {
    guard case .name(let name) = form else { return false }
    guard name.contains(".") else { return true }
    let endings = [
      "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home",
      "lan", "home.arpa", "onion", "invalid", "test",
    ]
    return endings.contains { name.hasSuffix("." + $0) }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    // Underscores are no host names, and stand in names of hosts all the same.
    label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static func isNumber(_ label: Substring) -> Bool {
    label.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      || (label.hasPrefix("0x")
        && label.utf8.dropFirst(2).allSatisfy { Character(UnicodeScalar($0)).isHexDigit })
  }

  private static func looseV4(_ labels: [Substring]) -> UInt32? {
    guard labels.count <= 4 else { return nil }
    var numbers: [UInt64] = []
    for label in labels {
      guard isNumber(label) else { return nil }
      let number: UInt64?
      if label.hasPrefix("0x") {
        number = label.count == 2 ? 0 : UInt64(label.dropFirst(2), radix: 16)
      } else if label.count > 1, label.hasPrefix("0") {
        number = UInt64(label, radix: 8)
      } else {
        number = UInt64(label)
      }
      guard let number else { return nil }
      numbers.append(number)
    }
    let last = numbers.removeLast()
    guard numbers.allSatisfy({ $0 < 256 }), last < 1 << (8 * (4 - UInt64(numbers.count)))
    else { return nil }
    let head = numbers.reduce(UInt64(0)) { $0 << 8 | $1 }
    return UInt32(head << (8 * (4 - UInt64(numbers.count))) | last)
  }
}
