import HeedModel

/// How our values stand in a statement.
extension SQLValue {
  static func id<Noun>(_ id: ID<Noun>) -> SQLValue { .integer(id.value) }
  static func id<Noun>(_ id: ID<Noun>?) -> SQLValue { id.map { .integer($0.value) } ?? .null }
  static func at(_ instant: Instant) -> SQLValue { .integer(instant.milliseconds) }
  static func at(_ instant: Instant?) -> SQLValue {
    instant.map { .integer($0.milliseconds) } ?? .null
  }
  static func flag(_ flag: Bool) -> SQLValue { .integer(flag ? 1 : 0) }
  static func int(_ number: Int) -> SQLValue { .integer(Int64(number)) }
  static func int(_ number: Int?) -> SQLValue { number.map { .integer(Int64($0)) } ?? .null }
  /// Drivers leave out NUL, see `storable`.
  static func words(_ text: String) -> SQLValue { .text(text) }
  static func words(_ message: Message) -> SQLValue { .words(message.stored) }
  static func words(_ message: Message?) -> SQLValue { .words(message?.stored) }
  static func words(_ text: String?) -> SQLValue { text.map { .words($0) } ?? .null }
  static func name<T: RawRepresentable>(_ value: T) -> SQLValue where T.RawValue == String {
    .text(value.rawValue)
  }
  static func name<T: RawRepresentable>(_ value: T?) -> SQLValue where T.RawValue == String {
    value.map { .text($0.rawValue) } ?? .null
  }
  static func sealed(_ bytes: [UInt8]?) -> SQLValue { bytes.map { .bytes($0) } ?? .null }
}

/// A list for `IN`, in pieces of a few fixed lengths, so that few texts are prepared.
enum InList {
  static let most = 256

  /// Calls `body` with the placeholders and arguments of each piece; `from` is the first free parameter number.
  static func each<T>(
    _ values: [SQLValue], from: Int = 1, _ body: (String, [SQLValue]) throws -> [T]
  ) rethrows -> [T] {
    var found: [T] = []
    var start = 0
    while start < values.count {
      let piece = Array(values[start..<min(start + most, values.count)])
      var length = 1
      while length < piece.count { length *= 2 }
      let padded = piece + Array(repeating: piece[piece.count - 1], count: length - piece.count)
      let places = (from..<(from + length)).map { "$\($0)" }.joined(separator: ", ")
      found += try body(places, padded)
      start += most
    }
    return found
  }
}

/// Keys of pages: numbers, the last one the id.
enum PageKey {
  static func text(_ numbers: Int64...) -> String {
    numbers.map(String.init).joined(separator: ".")
  }

  /// - Throws: `Problem(.invalid)` for a key that no page of ours gave.
  static func numbers(_ key: String, _ count: Int) throws -> [Int64] {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int64($0) }
    guard parts.count == count, numbers.count == count else {
      throw Problem(.invalid, "This page of the list is not known. Go back to its start.")
    }
    return numbers
  }
}

/// What the viewer may see, for the WHERE clause: `$1` is the member, `$2` whether private talk is open to the role.
enum Visible {
  static func arguments(_ viewer: Viewer) -> [SQLValue] {
    [.id(viewer.member), .flag(viewer.role.maySpeak)]
  }

  /// Whether they answer what is private in a conversation row `c`; null, so no, where there is none.
  static let answered = """
    ($2 = 1 AND (
      EXISTS (SELECT 1 FROM account_answerers aa
        WHERE aa.account_id = c.account_id AND aa.member_id = $1)
      OR EXISTS (SELECT 1 FROM hand_overs ho
        WHERE ho.conversation_id = c.id AND ho.to_member = $1)))
    """

  /// Of a conversation row `c`: law 7 lets private messages be seen by those who answer them.
  static let conversation = "(c.is_private = 0 OR \(answered))"

  /// Of a post row `p` beside its conversation's row `c`, which may be missing. What is private itself
  /// stays so in a conversation that began in public.
  static let post = """
    ((p.visibility IN ('public', 'unlisted') AND COALESCE(c.is_private, 0) = 0) OR \(answered))
    """

  /// The same of a post row `p` alone, in one look at its conversation: where many rows are counted, a join would have
  /// PostgreSQL read all conversations for it.
  static let postAlone = """
    COALESCE(
      (SELECT CASE WHEN \(post) THEN 1 ELSE 0 END FROM conversations c WHERE c.id = p.conversation_id),
      CASE WHEN p.visibility IN ('public', 'unlisted') THEN 1 ELSE 0 END) = 1
    """

  /// Of a reply row `r` beside its conversation's row `c`.
  static let reply = """
    ((r.visibility IN ('public', 'unlisted') AND c.is_private = 0) OR \(answered))
    """
}
