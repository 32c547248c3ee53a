/// How the record keeps a message in a column of text, so that everybody reads it in their own language later.
///
/// A message without arguments is its English text, and a text from before there were messages is one. Any other is its
/// template and arguments between signs that no printed text has:
///
///     message = RS template { US argument } GS
///     argument = "w" words | "n" number | "l" code " " english | message
extension Message {
  private static let begin: Unicode.Scalar = "\u{1E}"
  private static let next: Unicode.Scalar = "\u{1F}"
  private static let end: Unicode.Scalar = "\u{1D}"
  /// Nobody says one thing inside another deeper than this; a record that does was not written by us.
  private static let deepest = 8

  public var stored: String { arguments.isEmpty ? english : encoded }

  /// - Parameter stored: whatever stands in the column; what is no message of ours is taken as plain words.
  public init(stored: String) {
    var reader = Reader(rest: Array(stored.unicodeScalars)[...])
    if stored.unicodeScalars.first == Self.begin, let message = reader.message(depth: 0),
      reader.rest.isEmpty
    {
      self = message
    } else {
      self.init(verbatim: stored)
    }
  }

  /// Without the signs that the stored form is made of.
  static func printable(_ words: String) -> String {
    let isOurs = { (scalar: Unicode.Scalar) in (0x1C...0x1F).contains(scalar.value) }
    guard words.unicodeScalars.contains(where: isOurs) else { return words }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: words.unicodeScalars.filter { !isOurs($0) })
    return String(kept)
  }

  private var encoded: String {
    var text = "\(Self.begin)\(template)"
    for argument in arguments {
      text.unicodeScalars.append(Self.next)
      switch argument {
      case .words(let words): text += "w" + words
      case .number(let number): text += "n\(number)"
      case .message(let message): text += message.encoded
      case .language(let code, let english): text += "l\(code) \(english)"
      }
    }
    text.unicodeScalars.append(Self.end)
    return text
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func message(depth: Int) -> Message? {
      guard depth < Message.deepest, rest.popFirst() == Message.begin else { return nil }
      let template = text()
      var arguments: [Argument] = []
      while rest.first == Message.next {
        rest.removeFirst()
        guard let argument = argument(depth: depth) else { return nil }
        arguments.append(argument)
      }
      guard rest.popFirst() == Message.end else { return nil }
      return Message(template: template, arguments: arguments)
    }

    private mutating func argument(depth: Int) -> Argument? {
      if rest.first == Message.begin { return message(depth: depth + 1).map { .message($0) } }
      switch rest.popFirst() {
      case "w": return .words(text())
      case "n": return Int(text()).map { .number($0) }
      case "l":
        let parts = text().split(separator: " ", maxSplits: 1)
        return parts.count == 2 ? .language(String(parts[0]), english: String(parts[1])) : nil
      default: return nil
      }
    }

    private mutating func text() -> String {
      let end = rest.firstIndex { [Message.begin, Message.next, Message.end].contains($0) }
      var words = String.UnicodeScalarView()
      words.append(contentsOf: rest[..<(end ?? rest.endIndex)])
      rest = rest[(end ?? rest.endIndex)...]
      return String(words)
    }
  }
}
