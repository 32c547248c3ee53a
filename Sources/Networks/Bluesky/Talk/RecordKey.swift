import Crypto
import Foundation
import HeedModel
import HeedNetwork

/// The name of a post, chosen before the first attempt: a time and a bit that nobody else has
/// (https://atproto.com/specs/tid).
///
/// It is made of the message alone, so each attempt has the same one and no second post can come of it.
enum RecordKey {
  private static let letters = Array("234567abcdefghijklmnopqrstuvwxyz".utf8)

  static func of(_ message: OutgoingMessage) -> String {
    let hash = SHA256.hash(data: Data(message.key.utf8)).prefix(8).reduce(0 as UInt64) {
      $0 << 8 | UInt64($1)
    }
    let milliseconds = UInt64(min(max(message.writtenAt.milliseconds, 0), 9_000_000_000_000))
    // Microseconds within the millisecond, and the number of the clock, are the key's.
    return text(microseconds: milliseconds * 1_000 + hash % 1_000, clock: hash >> 32 & 0x3FF)
  }

  /// - Parameters:
  ///   - microseconds: since 1970, less than 2^53.
  ///   - clock: less than 1,024.
  static func text(microseconds: UInt64, clock: UInt64) -> String {
    let value = microseconds << 10 | clock
    return String(
      decoding: (0..<13).map { letters[Int(value >> UInt64(60 - 5 * $0) & 31)] }, as: UTF8.self)
  }

  /// Whether this is the name of a time: thirteen letters, of which the first leaves the uppermost bit free.
  static func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 13, letters.prefix(16).contains(bytes[0]) else { return false }
    return bytes.allSatisfy { letters.contains($0) }
  }
}
