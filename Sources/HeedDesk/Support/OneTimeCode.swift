import Crypto
import Foundation
import HeedModel

/// Time-based one-time codes: RFC 6238 over RFC 4226, SHA-1, six digits, thirty seconds.
enum OneTimeCode {
  static let step: Int64 = 30

  static func code(key: [UInt8], step: Int64) -> String {
    var counter = UInt64(bitPattern: step).bigEndian
    let message = withUnsafeBytes(of: &counter) { Array($0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
    let offset = Int(mac[19] & 15)
    let number =
      (UInt32(mac[offset] & 0x7f) << 24 | UInt32(mac[offset + 1]) << 16
        | UInt32(mac[offset + 2]) << 8 | UInt32(mac[offset + 3])) % 1_000_000
    let digits = String(number)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step whose code was given, one early or late allowed; `nil` for a wrong code or one used already.
  static func accept(_ given: String, key: [UInt8], now: Instant, after last: Int64) -> Int64? {
    let given = given.filter { !$0.isWhitespace }
    let current = now.milliseconds / 1000 / step
    return (current - 1...current + 1).first { candidate in
      candidate > last && ConstantTime.isEqual(code(key: key, step: candidate).utf8, given.utf8)
    }
  }

  /// Base32 without padding (RFC 4648): what authenticator programs take.
  static func base32(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var text = ""
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[(buffer >> bits) & 31])
      }
    }
    if bits > 0 { text.append(alphabet[(buffer << (5 - bits)) & 31]) }
    return text
  }
}
