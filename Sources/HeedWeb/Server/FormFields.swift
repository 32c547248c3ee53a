import HeedModel

/// What a form sent, by name; files apart.
struct FormFields: Sendable {
  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  private(set) var values: [String: [String]] = [:]
  private(set) var files: [String: File] = [:]

  subscript(name: FieldName) -> String { values[name.rawValue]?.last ?? "" }
  func all(_ name: FieldName) -> [String] { values[name.rawValue] ?? [] }
  func has(_ name: FieldName) -> Bool { values[name.rawValue] != nil }
  func file(_ name: FieldName) -> File? { files[name.rawValue] }
  func id<Noun>(_ name: FieldName, of _: Noun.Type = Noun.self) -> ID<Noun>? { ID(self[name]) }
  func number(_ name: FieldName) -> Int? { Int(self[name].filter { !$0.isWhitespace }) }

  mutating func add(_ name: String, _ value: String) { values[name, default: []].append(value) }

  /// `application/x-www-form-urlencoded`, as https://url.spec.whatwg.org/#urlencoded-parsing reads it.
  static func urlEncoded(_ bytes: some Sequence<UInt8>) -> FormFields {
    var fields = FormFields()
    for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields.add(decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
    }
    return fields
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        out.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return text(out)
  }

  /// Lines end by one newline, and NUL means nothing in a form.
  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// `multipart/form-data` (RFC 7578), for forms with a file.
  static func multipart(_ bytes: [UInt8], boundary: String) -> FormFields {
    var fields = FormFields()
    let mark = Array("--\(boundary)".utf8)
    var rest = bytes[...]
    while let start = rest.firstRange(of: mark) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: mark) else { break }
      fields.add(part: rest[..<end.lowerBound])
      rest = rest[end.lowerBound...]
    }
    return fields
  }

  private mutating func add(part: ArraySlice<UInt8>) {
    guard let gap = part.firstRange(of: Array("\r\n\r\n".utf8)) else { return }
    let head = String(decoding: part[..<gap.lowerBound], as: UTF8.self)
    // The line end before the next boundary belongs to the boundary.
    let body = Array(part[gap.upperBound...].dropLast(2))
    guard let name = Self.parameter("name", in: head) else { return }
    if let file = Self.parameter("filename", in: head) {
      if !file.isEmpty || !body.isEmpty { files[name] = File(name: file, bytes: body) }
    } else {
      add(name, Self.text(body))
    }
  }

  private static func parameter(_ name: String, in head: String) -> String? {
    let disposition = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let line = disposition, let start = line.firstRange(of: " \(name)=\"") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }
}
