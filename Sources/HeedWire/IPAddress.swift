import Foundation

/// An address of the internet protocol, without a port or a zone.
public enum IPAddress: Hashable, Sendable, CustomStringConvertible {
  case v4(UInt32)
  case v6(high: UInt64, low: UInt64)

  /// Reads the strict forms only: four decimal numbers, or IPv6 text without brackets or zone.
  public init?(_ text: String) {
    if let bytes = Self.bytes(of: text, family: AF_INET, count: 4) {
      self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
    } else if let bytes = Self.bytes(of: text, family: AF_INET6, count: 16) {
      self = .v6(
        high: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) },
        low: bytes[8...].reduce(0) { $0 << 8 | UInt64($1) })
    } else {
      return nil
    }
  }

  /// Four bytes or sixteen, in network order.
  public var bytes: [UInt8] {
    switch self {
    case .v4(let number):
      return (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    case .v6(let high, let low):
      return [high, low].flatMap { half in
        (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) }
      }
    }
  }

  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    var bytes = bytes
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, &bytes, &text, socklen_t(text.count)) != nil else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
    guard !text.utf8.contains(0) else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }
}
