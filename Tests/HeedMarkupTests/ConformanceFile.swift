import Foundation

/// As much of YAML as the conformance files use: sections of cases, each with a description, a text
/// and what is expected.
struct ConformanceFile {
  struct Case {
    var section: String
    var description = ""
    var text = ""
    /// The values of `expected`, the first value of each where it is a list of maps.
    var expected: [String] = []
    /// `indices: [a, b]` of each, in UTF-16 or scalars as the file says.
    var indices: [[Int]] = []
  }

  private(set) var cases: [Case] = []

  init(_ data: Data) {
    var section = ""
    var isExpected = false
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      let indent = line.prefix { $0 == " " }.count
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if trimmed.hasSuffix(":"), indent <= 2, !trimmed.hasPrefix("-") {
        section = String(trimmed.dropLast())
      } else if let value = Self.value(of: "- description:", in: trimmed) {
        cases.append(Case(section: section, description: Self.scalar(value)))
        isExpected = false
      } else if cases.isEmpty {
        continue
      } else if let value = Self.value(of: "text:", in: trimmed), !isExpected {
        cases[cases.count - 1].text = Self.scalar(value)
      } else if let value = Self.value(of: "expected:", in: trimmed) {
        isExpected = true
        if value.hasPrefix("[") {
          cases[cases.count - 1].expected = Self.list(value)
        } else if !value.isEmpty {
          cases[cases.count - 1].expected = [Self.scalar(value)]
        }
      } else if isExpected, let value = Self.value(of: "indices:", in: trimmed) {
        cases[cases.count - 1].indices.append(Self.list(value).compactMap { Int($0) })
      } else if isExpected, trimmed.hasPrefix("- ") {
        var value = trimmed.dropFirst(2)[...]
        for key in ["screen_name:", "hashtag:", "url:", "cashtag:"] where value.hasPrefix(key) {
          value = value.dropFirst(key.count)
        }
        cases[cases.count - 1].expected.append(Self.scalar(String(value)))
      }
    }
  }

  private static func value(of key: String, in line: String) -> String? {
    line.hasPrefix(key)
      ? line.dropFirst(key.count).trimmingCharacters(in: .whitespaces) : nil
  }

  private static func list(_ value: String) -> [String] {
    var items: [String] = []
    var item = ""
    var quote: Character?
    var escaped = false
    for character in value.dropFirst().dropLast() {
      if character == ",", quote == nil {
        items.append(item)
        item = ""
        continue
      }
      if escaped {
        escaped = false
      } else if character == "\\", quote == "\"" {
        escaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      item.append(character)
    }
    items.append(item)
    return items.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.map(scalar)
  }

  private static func scalar(_ value: String) -> String {
    let value = value.trimmingCharacters(in: .whitespaces)
    guard value.count >= 2 else { return value }
    if value.hasPrefix("'"), value.hasSuffix("'") {
      return String(value.dropFirst().dropLast().replacing("''", with: "'"))
    }
    guard value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
    var result = String.UnicodeScalarView()
    var scalars = value.dropFirst().dropLast().unicodeScalars
    while let next = scalars.popFirst() {
      guard next == "\\", let kind = scalars.popFirst() else {
        result.append(next)
        continue
      }
      switch kind {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "x", "u", "U":
        let length = kind == "x" ? 2 : kind == "u" ? 4 : 8
        let digits = String(String.UnicodeScalarView(scalars.prefix(length)))
        scalars.removeFirst(min(length, scalars.count))
        if let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) {
          result.append(scalar)
        }
      default: result.append(kind)
      }
    }
    return String(result)
  }
}
