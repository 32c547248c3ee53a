/// A text read once by the rules of `Folding`: its words, tags, handles, links and emoji in order.
///
/// Positions count words (characters in scripts without spaces). Several tokens may stand at one
/// position: `#Widget` is a tag and the word "widget", `e-mail` is "e", "mail" and the compound
/// "email" that covers both.
public struct FoldedText: Sendable, Hashable {
  /// One thing that a query can find.
  public struct Token: Sendable, Hashable {
    /// What a token is.
    public enum Kind: Sendable, Hashable {
      /// A word between spaces or marks.
      case word
      /// Words joined by hyphens or apostrophes, written together: `don't` as "dont".
      case compound
      /// One character of a script without spaces between words, or of Hangul.
      case character
      /// An emoji with all that belongs to it, without skin tone.
      case emoji
      /// A tag without its `#`.
      case tag
      /// A handle without its first `@`.
      case handle
      /// The host of a link.
      case link
    }

    public let kind: Kind
    /// The form that is compared.
    public let folded: String
    /// The first word position that it covers.
    public let position: Int
    /// How many word positions it covers.
    public let length: Int
    /// Where it stands in the text, in UTF-8 bytes; a tag's range includes the `#`.
    public let range: Range<Int>
    /// Whether nothing lies between this character and the one before.
    public let followsDirectly: Bool
  }

  /// The text as it was given.
  public let text: String
  /// In the order of their positions; the one that covers more words comes first.
  public let tokens: [Token]
  /// The number of word positions.
  public let length: Int

  /// Reads a text; takes time in proportion to its length and never fails.
  public init(_ text: String) {
    var reader = TokenReader()
    var text = text
    text.withUTF8 { reader.read($0) }
    self.text = text
    tokens = (0..<reader.buffer.tokenCount).map {
      Token(reader.buffer.tokens[$0], in: reader.buffer)
    }
    length = reader.position
  }

  /// What was written where the token stands, with its case and accents.
  public func original(of token: Token) -> Substring {
    original(in: token.range)
  }

  func original(in range: Range<Int>) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    return text[start..<end]
  }

  /// The strings to put into a database's full-text index, each once, in the order of the text:
  /// words and compounds as they are, pairs of neighbouring characters, and tags, handles and
  /// hosts in the spelling of `IndexTerm`.
  public var indexTerms: [String] {
    var seen: Set<String> = []
    return IndexTerm.terms(of: tokens).filter { seen.insert($0).inserted }
  }
}

extension FoldedText.Token {
  init(_ token: TokenBuffer.Token, in buffer: borrowing TokenBuffer) {
    self.init(
      kind: token.kind, folded: buffer.string(token), position: Int(token.position),
      length: Int(token.length), range: Int(token.start)..<Int(token.end),
      followsDirectly: token.followsDirectly)
  }
}
