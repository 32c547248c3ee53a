/// Something that the desk says to a person: an English text with numbered places, and what stands in them.
///
/// Written where it is said, as a literal: `"\(name) took this a moment before you."` has the template
/// `%1 took this a moment before you.`. Whoever shows it looks the template up in the words of the reader's language;
/// logs and the command line say the English.
public struct Message: Sendable, Hashable {
  /// What stands in a place of the template.
  public enum Argument: Sendable, Hashable {
    /// Somebody's name, an address, a server's own words: the same in every language.
    case words(String)
    case number(Int)
    /// Said in the reader's language, like the whole.
    case message(Message)
    /// The name of a language, by its code of BCP 47: each catalogue has its own, English the one given.
    case language(String, english: String)
  }

  /// English, with `%1` to `%9` for what is filled in; a percent sign of its own is written twice.
  public let template: String
  public let arguments: [Argument]

  public init(template: String, arguments: [Argument] = []) {
    self.template = template
    self.arguments = arguments
  }

  /// What somebody else wrote: a feed's title, a place's own rules.
  public init(verbatim words: String) {
    self.init(template: Self.escaped(Self.printable(words)))
  }

  public var isEmpty: Bool { template.isEmpty }

  public var english: String {
    Self.filled(template) { place in
      guard arguments.indices.contains(place - 1) else { return nil }
      return switch arguments[place - 1] {
      case .words(let words): words
      case .number(let number): String(number)
      case .message(let message): message.english
      case .language(_, let english): english
      }
    }
  }

  /// A template with its places filled; a place for which there is nothing stays as it is.
  public static func filled(_ template: String, by fill: (_ place: Int) -> String?) -> String {
    var text = ""
    var rest = template[...]
    while let sign = rest.firstIndex(of: "%") {
      text += rest[..<sign]
      rest = rest[sign...].dropFirst()
      guard let next = rest.first else { return text + "%" }
      if next == "%" {
        text += "%"
        rest = rest.dropFirst()
      } else if next.isASCII, let place = next.wholeNumberValue, place > 0, let filled = fill(place)
      {
        text += filled
        rest = rest.dropFirst()
      } else {
        text += "%"
      }
    }
    return text + rest
  }

  static func escaped(_ words: String) -> String {
    guard words.contains("%") else { return words }
    return words.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
  }
}

extension Message: CustomStringConvertible {
  public var description: String { english }
}

extension Message: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(template: Self.escaped(text)) }

  public init(stringInterpolation parts: StringInterpolation) {
    self.init(template: parts.template, arguments: parts.arguments)
  }

  /// Collects the template and what stands in its places.
  public struct StringInterpolation: StringInterpolationProtocol {
    var template = ""
    var arguments: [Argument] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + interpolationCount * 2)
    }

    public mutating func appendLiteral(_ literal: String) { template += Message.escaped(literal) }

    public mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

    public mutating func appendInterpolation(_ number: Int) { append(.number(number)) }

    public mutating func appendInterpolation(_ words: some CustomStringConvertible) {
      append(.words(Message.printable(words.description)))
    }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      template += "%\(arguments.count)"
    }
  }
}
