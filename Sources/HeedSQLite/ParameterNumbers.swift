import Synchronization

/// Rewrites `$1` to `?1`, which SQLite binds by number; it takes `$1` for a name.
///
/// What stands in strings, quoted names and comments is left as it is. Each text is rewritten once
/// and remembered; past `capacity` texts, which only texts made while running can reach, they are
/// rewritten each time and their statements are not kept.
final class ParameterNumbers: Sendable {
  private static let capacity = 2_000
  private let known = Mutex<[String: String]>([:])

  /// - Returns: the text for SQLite, and whether to keep its prepared statement.
  func numbered(_ sql: String) -> (sql: String, keep: Bool) {
    known.withLock { known in
      if let text = known[sql] { return (text, true) }
      let text = Self.rewrite(sql)
      guard known.count < Self.capacity else { return (text, false) }
      known[sql] = text
      return (text, true)
    }
  }

  static func rewrite(_ sql: String) -> String {
    let source = Array(sql.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      let next = index + 1 < source.count ? source[index + 1] : 0
      var end = index + 1
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        // A doubled quote inside ends one string and begins the next: the same for our purpose.
        end = (source[end...].firstIndex(of: byte) ?? source.count - 1) + 1
      case UInt8(ascii: "-") where next == byte:
        end = source[end...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        end = endOfComment(in: source, from: index + 2)
      case UInt8(ascii: "$") where isDigit(next) && !isName(result.last):
        result.append(UInt8(ascii: "?"))
        index = end
        continue
      default:
        break
      }
      result.append(contentsOf: source[index..<end])
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func endOfComment(in source: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < source.count {
      if source[index] == UInt8(ascii: "*"), source[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return source.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// A `$` after a letter, digit or `_` belongs to a name.
  private static func isName(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }
}
