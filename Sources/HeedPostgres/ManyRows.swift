import HeedStore

/// An INSERT of one row as an INSERT of many: the server then begins and ends one statement for all of them.
struct ManyRows {
  /// So many rows go into one statement; what is left goes by the smaller number, then one by one.
  static let sizes = [64, 8]

  private var head: [UInt8] = []
  /// The row's text before each parameter, and that parameter's number; at the end what follows the last.
  private var parts: [(text: [UInt8], number: Int)] = []
  private var rest: [UInt8] = []
  private var tail: [UInt8] = []

  /// - Returns: `nil` for anything but an INSERT of one row, which passes over what is there already or fails.
  init?(_ sql: String) {
    let source = Array(sql.utf8)
    guard sql.hasPrefix("INSERT INTO "), let start = Self.row(in: source) else { return nil }
    head = Array(source[..<start])
    guard let end = readRow(source, from: start) else { return nil }
    tail = Array(source[end...])
    let words = String(decoding: tail, as: UTF8.self)
    guard !words.contains("$"), words.allSatisfy(\.isWhitespace) || words.hasSuffix("DO NOTHING")
    else { return nil }
  }

  /// Where the row begins behind its VALUES.
  private static func row(in source: [UInt8]) -> Int? {
    let mark = Array("VALUES".utf8)
    guard let values = source.firstRange(of: mark) else { return nil }
    return source[values.upperBound...].firstIndex(of: UInt8(ascii: "("))
  }

  /// - Returns: where the row ends.
  private mutating func readRow(_ source: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var isQuoted = false
    var text: [UInt8] = []
    var index = start
    while index < source.count {
      let byte = source[index]
      index += 1
      if byte == UInt8(ascii: "'") { isQuoted.toggle() }
      if byte == UInt8(ascii: "$"), !isQuoted {
        var number = 0
        while index < source.count, (0x30...0x39).contains(source[index]) {
          number = number * 10 + Int(source[index] & 15)
          index += 1
        }
        parts.append((text, number))
        text = []
        continue
      }
      text.append(byte)
      if isQuoted { continue }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 {
        rest = text
        return index
      }
    }
    return nil
  }

  /// - Parameter width: how many values a row has.
  func text(rows: Int, width: Int) -> String {
    var text = head
    for row in 0..<rows {
      if row > 0 { text += Array(", ".utf8) }
      for part in parts {
        text += part.text
        text += Array("$\(part.number + row * width)".utf8)
      }
      text += rest
    }
    return String(decoding: text + tail, as: UTF8.self)
  }
}
