/// A sentence of the query language and what was filled into it, for those who show it in another language.
public struct Wording: Sendable, Hashable {
  /// What stands in a place of the template.
  public enum Argument: Sendable, Hashable {
    /// Somebody's own words: the same in every language.
    case words(String)
    case number(Int)
    /// A part of the sentence, to be said in the same language as the whole.
    case wording(Wording)
    /// The name of a language, by its code of BCP 47; `english` is what the text says.
    case language(String, english: String)
  }

  /// English, with `%1` to `%9` for what is filled in; a percent sign of its own is written twice.
  public private(set) var template = ""
  public private(set) var arguments: [Argument] = []
  /// English.
  public private(set) var text = ""

  private mutating func fill(_ argument: Argument, _ words: String) {
    arguments.append(argument)
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
    public mutating func appendInterpolation(_ words: String) { wording.fill(.words(words), words) }
    public mutating func appendInterpolation(_ number: Int) {
      wording.fill(.number(number), String(number))
    }
    public mutating func appendInterpolation(_ part: Wording) {
      wording.fill(.wording(part), part.text)
    }
    /// - Parameter english: the name that the language of this code has in English.
    public mutating func appendInterpolation(language code: String, english: String) {
      wording.fill(.language(code, english: english), english)
    }
  }
}
