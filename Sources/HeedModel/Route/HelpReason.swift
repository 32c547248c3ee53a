/// What speaks for one member, of one conversation.
public struct HelpEvidence: Sendable, Hashable {
  public var member: ID<Member>
  /// The words ask for them by name.
  public var isAskedFor: Bool
  /// Of what was answered before and is most alike, the share that they answered: 0 to 1.
  public var likeness: Double
  /// How often they and this person answered each other, each time worth half after 180 days.
  public var exchanges: Double
  /// Since when they know this person.
  public var knownSince: Instant?
  /// Answers of theirs altogether, however old.
  public var answers: Int
  public var availability: Availability
  /// What they said that they know, and the words touch.
  public var knowsAbout: String?
  /// What they would like more of, and the words touch.
  public var wouldLike: String?
  /// Whether they answer in the conversation's language; `nil` where either is not known.
  public var speaks: Bool?
  /// They gave the minutes of today already.
  public var isSpent: Bool
  /// They joined lately.
  public var isNew: Bool
  /// They said that they would like more of something, whatever it is.
  public var wouldLearn: Bool

  public init(
    member: ID<Member>, isAskedFor: Bool = false, likeness: Double = 0, exchanges: Double = 0,
    knownSince: Instant? = nil, answers: Int = 0, availability: Availability = .unknown,
    knowsAbout: String? = nil, wouldLike: String? = nil, speaks: Bool? = nil, isSpent: Bool = false,
    isNew: Bool = false, wouldLearn: Bool = false
  ) {
    self.member = member
    self.isAskedFor = isAskedFor
    self.likeness = likeness
    self.exchanges = exchanges
    self.knownSince = knownSince
    self.answers = answers
    self.availability = availability
    self.knowsAbout = knowsAbout
    self.wouldLike = wouldLike
    self.speaks = speaks
    self.isSpent = isSpent
    self.isNew = isNew
    self.wouldLearn = wouldLearn
  }
}

/// Why a member can help, in words that say nothing about how much or how fast they work.
public enum HelpReason: Sendable, Hashable {
  case askedFor
  case answeredThis
  case knows(since: Instant?)
  case knowsAbout(String)
  case speaks
  case wouldLike(String)
  /// A newcomer who joined lately.
  case newHere
  /// A newcomer who said that they would like more.
  case wouldLearn
  /// - Parameter until: when they go, if they said so.
  case here(until: Instant?)
  /// - Parameter until: days since 1970.
  case away(until: Int64)

  /// Whether it tells of when they are there, so of today alone.
  public var isOfTime: Bool {
    switch self {
    case .here, .away: true
    default: false
    }
  }
}

/// A member who can help with a conversation, and why. A suggestion assigns nothing.
public struct HelpSuggestion: Sendable, Hashable {
  public var member: ID<Member>
  public var reasons: [HelpReason]
  /// Whether more speaks for them than that they are there.
  public var isFounded: Bool
  /// Little is known of them yet, and they are here for it: one of them is suggested beside those who know.
  public var isNewcomer: Bool

  public init(
    member: ID<Member>, reasons: [HelpReason], isFounded: Bool, isNewcomer: Bool = false
  ) {
    self.isNewcomer = isNewcomer
    self.member = member
    self.reasons = reasons
    self.isFounded = isFounded
  }
}
