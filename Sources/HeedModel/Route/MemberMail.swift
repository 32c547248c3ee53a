/// The way on which the desk writes to its own members: a mail server of the organisation's, as configured. Nobody
/// outside is ever written to on it.
public protocol MemberMail: Sendable {
  /// Hands one letter over. Asking again with the same letter sends it again.
  func send(_ letter: MemberLetter) async -> LetterFate
}

/// A mail to a member, in both readings.
public struct MemberLetter: Sendable, Hashable {
  /// Without brackets.
  public var messageID: String
  public var name: String
  public var address: String
  public var subject: String
  public var plain: String
  /// A whole page.
  public var html: String
  /// BCP 47.
  public var language: String
  public var at: Instant
  /// Where one click ends such mail (RFC 8058).
  public var endAddress: String

  public init(
    messageID: String, name: String, address: String, subject: String, plain: String, html: String,
    language: String, at: Instant, endAddress: String
  ) {
    self.messageID = messageID
    self.name = name
    self.address = address
    self.subject = subject
    self.plain = plain
    self.html = html
    self.language = language
    self.at = at
    self.endAddress = endAddress
  }
}

/// What became of a letter.
public enum LetterFate: Sendable, Hashable {
  case taken
  /// Certainly not taken; later it may be.
  case later(Message, after: Duration?)
  /// Certainly not taken, and it will not be.
  case refused(Message)
  /// Nobody can tell: never sent again by itself.
  case unknown(Message)
}
