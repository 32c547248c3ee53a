public import HeedModel

/// Says what concerns a member, in their language: what stands in a mail or a push. Pages have words of their own.
public protocol MemberWords: Sendable {
  /// - Parameters:
  ///   - words: whether what people said, and who, may stand in it; nothing of what is private ever does.
  ///   - endToken: stands in the link that ends such mail.
  func letter(_ items: [ToldItem], for member: Member, words: Bool, endToken: String, now: Instant)
    -> LetterText
  func push(_ items: [ToldItem], for member: Member, words: Bool) -> PushText
}

public struct LetterText: Sendable, Hashable {
  public var subject: String
  public var plain: String
  public var html: String
  /// Where one click ends such mail.
  public var endAddress: String

  public init(subject: String, plain: String, html: String, endAddress: String) {
    self.subject = subject
    self.plain = plain
    self.html = html
    self.endAddress = endAddress
  }
}

public struct PushText: Sendable, Hashable {
  public var title: String
  public var body: String
  /// Where it leads, on the desk: `/told`.
  public var path: String

  public init(title: String, body: String, path: String) {
    self.title = title
    self.body = body
    self.path = path
  }
}
