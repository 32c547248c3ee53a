/// What a reader, or a member correcting it, made of a post.
public struct Reading: Sendable, Hashable {
  /// BCP 47; `nil` when unsure.
  public var language: String?
  public var tone: Tone?
  public var kinds: Set<Kind>
  /// `plain-1` for the first plain reader, `member` for a correction.
  public var by: String
  /// From 0 to 1, of the least sure part.
  public var sureness: Double

  public init(
    language: String? = nil, tone: Tone? = nil, kinds: Set<Kind> = [], by: String = "",
    sureness: Double = 0
  ) {
    self.language = language
    self.tone = tone
    self.kinds = kinds
    self.by = by
    self.sureness = sureness
  }

  public enum Tone: String, Sendable, CaseIterable { case negative, neutral, positive }

  /// More than one may hold.
  public enum Kind: String, Sendable, CaseIterable {
    case question, complaint, praise, wish, correction, thanks, spam, other
  }
}

/// Reads posts: the port behind which better readers come.
public protocol Reader: Sendable {
  /// Cheap and without waiting: called for each post on its way in.
  func read(_ text: String, declaredLanguage: String?) -> Reading
}
