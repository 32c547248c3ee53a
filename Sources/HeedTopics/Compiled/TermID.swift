/// A term of the compiled queries: a word, a prefix, a run of characters, something known about a
/// document. Terms are numbered within one `CompiledTopics`.
typealias TermID = UInt32

/// What the compiler interns and the matcher looks up: bytes in a space of their own.
struct Term: Hashable {
  enum Space: Hashable {
    /// Found as it is in the table: a token behind its sign (see `TermKey`), or a fact behind the
    /// sign of its field.
    case whole
    /// The beginning of a word or tag.
    case prefix
    /// Characters in a row.
    case run
    /// An address with a path, behind its host.
    case address
  }

  let space: Space
  let bytes: [UInt8]

  static func key(_ key: String) -> Term { Term(space: .whole, bytes: Array(key.utf8)) }
  static func prefix(_ key: String) -> Term { Term(space: .prefix, bytes: Array(key.utf8)) }
  static func run(_ characters: [String]) -> Term {
    Term(space: .run, bytes: Array(characters.joined().utf8))
  }

  static func fact(_ field: TopicQuery.Attribute.Field, _ value: String) -> Term {
    Term(space: .whole, bytes: [field.sign] + Array(value.utf8))
  }

  static func address(_ address: String) -> Term {
    Term(space: .address, bytes: Array(address.utf8))
  }
}

extension TopicQuery.Attribute.Field {
  /// Stands in front of a value as `#` stands in front of a tag: no word begins with it.
  var sign: UInt8 {
    switch self {
    case .from: 1
    case .to: 2
    case .network: 3
    case .language: 4
    case .link: 5
    case .kind: 6
    case .tone: 7
    case .has: 8
    case .source: 11
    }
  }
}
