/// A sentence of the query language and what was filled into it, for those who show it in another language.
public struct Wording: Sendable, Hashable {
  /// English, with `%1` to `%9` for what is filled in; a percent sign of its own is written twice.
  public private(set) var template = ""
  public private(set) var arguments: [String] = []
  /// English.
  public private(set) var text = ""

  private mutating func fill(_ words: String) {
    arguments.append(words)
    template += "%\(arguments.count)"
    text += words
  }

  private mutating func add(_ literal: String) {
    template += literal.split(separator: "%", omittingEmptySubsequences: false).joined(
      separator: "%%")
    text += literal
  }
}

extension Wording: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { add(text) }
  public init(stringInterpolation parts: StringInterpolation) { self = parts.wording }

  /// Collects the sentence and what was filled into it.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var wording = Wording()

    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ literal: String) { wording.add(literal) }
    public mutating func appendInterpolation(_ words: String) { wording.fill(words) }
    public mutating func appendInterpolation(_ number: Int) { wording.fill(String(number)) }
  }
}
