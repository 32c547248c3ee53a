/// Reads the fields of a JSON object by name, forgiving whatever a server gets wrong about one of
/// them.
package struct Fields {
  private let values: KeyedDecodingContainer<Name>

  package struct Name: CodingKey {
    package let stringValue: String
    package init(stringValue: String) { self.stringValue = stringValue }
    package var intValue: Int? { nil }
    package init?(intValue: Int) { nil }
  }

  package init(_ decoder: any Decoder) throws { values = try decoder.container(keyedBy: Name.self) }

  private func name(_ name: String) -> Name { Name(stringValue: name) }

  package func text(_ field: String) -> String? {
    try? values.decode(String.self, forKey: name(field))
  }

  /// A text that says something: some servers write an empty one for what they do not have.
  package func word(_ field: String) -> String? { text(field).flatMap { $0.isEmpty ? nil : $0 } }

  /// Whether the field is there and is not `null`.
  package func has(_ field: String) -> Bool {
    values.contains(name(field)) && (try? values.decodeNil(forKey: name(field))) == false
  }

  package func neededText(_ field: String) throws -> String {
    try values.decode(String.self, forKey: name(field))
  }

  /// Ids are strings in the documentation and numbers on some servers.
  package func id(_ field: String) throws -> String {
    try values.decode(Identifier.self, forKey: name(field)).text
  }

  package func ids(_ field: String) -> [String] {
    let list: [Identifier] = list(field)
    return list.map(\.text)
  }

  /// `true`, and what languages without it write: `1`, `"1"`, `"true"`.
  package func flag(_ field: String) -> Bool? {
    if let flag = try? values.decode(Bool.self, forKey: name(field)) { return flag }
    switch number(field).map(String.init) ?? text(field)?.lowercased() {
    case "1", "true": return true
    case "0", "false": return false
    default: return nil
    }
  }

  /// A whole number as far as every program reads it the same (RFC 8259, 6). What is larger is none: sums and products
  /// of such numbers never leave 64 bits, whatever a server says.
  package func number(_ field: String) -> Int? {
    let read =
      if let number = try? values.decode(Int.self, forKey: name(field)) {
        Optional(number)
      } else if let text = text(field) {
        Int(text)
      } else {
        (try? values.decode(Double.self, forKey: name(field))).flatMap {
          Int(exactly: $0.rounded(.down))
        }
      }
    return read.flatMap { Self.numbers.contains($0) ? $0 : nil }
  }

  private static let numbers = -(1 << 53)...(1 << 53)

  /// A time, as text or as the seconds or milliseconds since 1970.
  package func time(_ field: String) -> String? { word(field) ?? number(field).map(String.init) }

  package func one<T: Decodable>(_ field: String) -> T? {
    try? values.decode(T.self, forKey: name(field))
  }

  package func needed<T: Decodable>(_ field: String) throws -> T {
    try values.decode(T.self, forKey: name(field))
  }

  package func list<T: Decodable>(_ field: String) -> [T] { (try? neededList(field)) ?? [] }

  package func neededList<T: Decodable>(_ field: String) throws -> [T] {
    try values.decode(Lenient<T>.self, forKey: name(field)).items
  }
}

package struct Identifier: Decodable {
  package let text: String

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
    } else if let number = try? value.decode(Int64.self) {
      self.text = String(number)
    } else {
      self.text = String(try value.decode(UInt64.self))
    }
    guard Self.isSane(text) else {
      throw DecodingError.dataCorruptedError(in: value, debugDescription: "No id at all.")
    }
  }

  /// An id goes into addresses and cursors. `..` would ask for another address than was meant, a
  /// line break would end one, and an endless one would be kept with every post.
  private static func isSane(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".." && text.utf8.count <= 500
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
  }
}

/// A list in which an element that makes no sense costs itself, not the page.
package struct Lenient<T: Decodable>: Decodable {
  package var items: [T] = []
  /// How many came, those left aside included.
  package var count = 0

  /// `null` stood where a list belongs: nothing was said, not that there is nothing.
  package var isUnsaid = false

  package init(from decoder: any Decoder) throws {
    if let value = try? decoder.singleValueContainer(), value.decodeNil() {
      isUnsaid = true
      return
    }
    guard var list = try? decoder.unkeyedContainer() else {
      try readNumbered(decoder)
      return
    }
    while !list.isAtEnd { take(try list.decode(Attempt<T>.self)) }
  }

  /// A list with a hole in it leaves PHP as an object: `{"0": …, "2": …}`.
  private mutating func readNumbered(_ decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Fields.Name.self)
    let keys = object.allKeys.compactMap { key in Int(key.stringValue).map { ($0, key) } }
    guard keys.count == object.allKeys.count, !keys.isEmpty else {
      throw DecodingError.typeMismatch(
        [T].self, .init(codingPath: decoder.codingPath, debugDescription: "No list."))
    }
    for (_, key) in keys.sorted(by: { $0.0 < $1.0 }) {
      take(try object.decode(Attempt<T>.self, forKey: key))
    }
  }

  private mutating func take(_ element: Attempt<T>) {
    count += 1
    if let value = element.value { items.append(value) }
  }

  private struct Attempt<U: Decodable>: Decodable {
    let value: U?
    init(from decoder: any Decoder) throws { value = try? U(from: decoder) }
  }
}

extension Lenient: Sendable where T: Sendable {}
