/// What a reader, or a member correcting it, made of a post.
public struct Reading: Sendable, Hashable {
  /// BCP 47; `nil` when unsure.
  public var language: String?
  public var tone: Tone?
  public var kinds: Set<Kind>
  /// The reader's name and version, `member` for a correction, or `them` for their own word.
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

  /// What is read apart, and can be switched off apart.
  public enum Part: String, Sendable, CaseIterable { case language, tone, kind }

  /// Whether a member said it.
  public var isByMember: Bool { by == Self.member }
  public static let member = "member"

  /// Whether whoever wrote the words said it, on their own side of the desk.
  public var isByThem: Bool { by == Self.them }
  public static let them = "them"

  /// Whether somebody said it, so that no program has reasons for it.
  public var isSaid: Bool { isByMember || isByThem }
}

/// A reading with its reasons.
public struct ReadingReasons: Sendable, Hashable {
  public var reading: Reading
  /// From 0 to 1; 0 where the part is unknown.
  public var surenessOfLanguage: Double
  public var surenessOfTone: Double
  public var surenessOfKind: Double
  /// Languages of other parts of the same post, BCP 47.
  public var otherLanguages: [String]
  /// From -1, as negative as can be, to 1; 0 where the tone is unknown.
  public var strength: Double
  /// The words that spoke most for the tone, as they stand in the post, the strongest first.
  public var words: [String]

  public init(
    reading: Reading, surenessOfLanguage: Double = 0, surenessOfTone: Double = 0,
    surenessOfKind: Double = 0, otherLanguages: [String] = [], strength: Double = 0,
    words: [String] = []
  ) {
    self.reading = reading
    self.surenessOfLanguage = surenessOfLanguage
    self.surenessOfTone = surenessOfTone
    self.surenessOfKind = surenessOfKind
    self.otherLanguages = otherLanguages
    self.strength = strength
    self.words = words
  }
}

/// What a member said of a post, for a reader to learn from.
public struct Lesson: Sendable, Hashable {
  public var words: String
  public var declaredLanguage: String?
  /// Their reading.
  public var reading: Reading

  public init(words: String, declaredLanguage: String? = nil, reading: Reading) {
    self.words = words
    self.declaredLanguage = declaredLanguage
    self.reading = reading
  }
}

/// Reads posts: the port behind which better readers come.
///
/// A reader is a value: learning makes another one, so that what one desk taught is never known to another.
public protocol Reader: Sendable {
  /// Languages, BCP 47, of which each part knows more than a few telling words.
  var languages: [Reading.Part: Set<String>] { get }
  /// Cheap and without waiting: called for each post on its way in. The same words give the same reading.
  func read(_ text: String, declaredLanguage: String?) -> Reading
  /// Of what kinds a text is, given that it is no spam: a member said so, and no more than that.
  func kindsUnlessSpam(_ text: String, declaredLanguage: String?) -> Set<Reading.Kind>
  /// The same reading with its reasons, for somebody who asks.
  func explain(_ text: String, declaredLanguage: String?) -> ReadingReasons
  /// This reader after more lessons. The same lessons in the same order make the same reader.
  func taught(_ lessons: [Lesson]) -> any Reader
  /// This reader with these parts left unknown.
  func without(_ parts: Set<Reading.Part>) -> any Reader
}
