/// Reads the fields of a JSON object by name, forgiving whatever a server gets wrong about one of
/// them.
struct Fields {
  private let values: KeyedDecodingContainer<Name>

  struct Name: CodingKey {
    let stringValue: String
    init(stringValue: String) { self.stringValue = stringValue }
    var intValue: Int? { nil }
    init?(intValue: Int) { nil }
  }

  init(_ decoder: any Decoder) throws { values = try decoder.container(keyedBy: Name.self) }

  private func name(_ name: String) -> Name { Name(stringValue: name) }

  func text(_ field: String) -> String? { try? values.decode(String.self, forKey: name(field)) }

  func neededText(_ field: String) throws -> String {
    try values.decode(String.self, forKey: name(field))
  }

  /// Ids are strings in the documentation and numbers on some servers.
  func id(_ field: String) throws -> String {
    try values.decode(Identifier.self, forKey: name(field)).text
  }

  func ids(_ field: String) -> [String] {
    let list: [Identifier] = list(field)
    return list.map(\.text)
  }

  func flag(_ field: String) -> Bool? { try? values.decode(Bool.self, forKey: name(field)) }

  func number(_ field: String) -> Int? {
    (try? values.decode(Int.self, forKey: name(field))) ?? text(field).flatMap { Int($0) }
  }

  func one<T: Decodable>(_ field: String) -> T? {
    try? values.decode(T.self, forKey: name(field))
  }

  func needed<T: Decodable>(_ field: String) throws -> T {
    try values.decode(T.self, forKey: name(field))
  }

  func list<T: Decodable>(_ field: String) -> [T] { (try? neededList(field)) ?? [] }

  func neededList<T: Decodable>(_ field: String) throws -> [T] {
    try values.decode(Lenient<T>.self, forKey: name(field)).items
  }
}

struct Identifier: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
    } else if let number = try? value.decode(Int64.self) {
      self.text = String(number)
    } else {
      self.text = String(try value.decode(UInt64.self))
    }
    guard !text.isEmpty else {
      throw DecodingError.dataCorruptedError(in: value, debugDescription: "An empty id.")
    }
  }
}

/// A list in which an element that makes no sense costs itself, not the page.
struct Lenient<T: Decodable>: Decodable {
  var items: [T] = []
  /// How many came, those left aside included.
  var count = 0

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    while !list.isAtEnd {
      let element = try list.decode(Attempt<T>.self)
      count += 1
      if let value = element.value { items.append(value) }
    }
  }

  private struct Attempt<U: Decodable>: Decodable {
    let value: U?
    init(from decoder: any Decoder) throws { value = try? U(from: decoder) }
  }
}

extension Lenient: Sendable where T: Sendable {}
