/// A JSON value that a far side answers with.
public indirect enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue)])
  /// JSON already, as somebody wrote it.
  case raw(String)

  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  public var rendered: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): Self.quoted(text)
    case .raw(let json): json
    case .list(let items): "[" + items.map(\.rendered).joined(separator: ",") + "]"
    case .object(let fields):
      "{"
        + fields.map { Self.quoted($0.0) + ":" + $0.1.rendered }.joined(separator: ",") + "}"
    }
  }

  /// The object without some fields, as servers that leave them out answer.
  func without(_ names: Set<String>) -> JSONValue {
    guard case .object(let fields) = self else { return self }
    return .object(fields.filter { !names.contains($0.0) })
  }

  private static func quoted(_ text: String) -> String {
    let special: (UInt8) -> Bool = { $0 < 32 || $0 == 34 || $0 == 92 }
    guard text.utf8.contains(where: special) else { return "\"" + text + "\"" }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case _ where scalar.value < 32:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
