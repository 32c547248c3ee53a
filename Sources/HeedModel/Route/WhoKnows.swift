import Foundation

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

  public init(
    member: ID<Member>, isAskedFor: Bool = false, likeness: Double = 0, exchanges: Double = 0,
    knownSince: Instant? = nil, answers: Int = 0, availability: Availability = .unknown,
    knowsAbout: String? = nil, wouldLike: String? = nil, speaks: Bool? = nil, isSpent: Bool = false
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
  /// - Parameter until: minutes after their midnight.
  case here(until: Int?)
  /// - Parameter until: days since 1970.
  case away(until: Int64)

  /// Whether it still holds tomorrow.
  public var lasts: Bool {
    switch self {
    case .here, .away: false
    default: true
    }
  }
}

/// A member who can help with a conversation, and why. A suggestion assigns nothing.
public struct HelpSuggestion: Sendable, Hashable {
  public var member: ID<Member>
  public var reasons: [HelpReason]
  /// Whether more speaks for them than that they are there.
  public var isFounded: Bool

  public init(member: ID<Member>, reasons: [HelpReason], isFounded: Bool) {
    self.member = member
    self.reasons = reasons
    self.isFounded = isFounded
  }
}

/// The order of those who can help.
///
/// A conditional logit: each member's chance to be who answers is proportional to e to the sum of what speaks for them.
/// The first four weights are fitted on the tuning half of the logs of a support channel (`Scripts/who-answers`, figures
/// in `Docs/routing.md`); the others are of our own judgement, since no log tells them, and stand in the same units.
public struct WhoKnows: Sendable {
  public var askedFor = 5.14
  public var likeness = 3.19
  public var exchanges = 1.24
  /// Of the logarithm of one plus the hours until they are there.
  public var off = 1.01
  public var knowsAbout = 2.5
  public var wouldLike = 1.5
  public var speaks = 1.0
  public var doesNotSpeak = -3.0
  public var spent = -1.5
  /// How much is added where little is known of a member, so that newcomers are tried: the confidence bound of UCB1
  /// (Auer, Cesa-Bianchi and Fischer, 2002).
  public var welcome = 0.25

  public init() {}

  /// Members in order, the likeliest first; those who are away come last. Ties go by id.
  /// - Parameter language: told as a reason only where it is not the desk's own.
  public func ranked(_ all: [HelpEvidence], isForeign: Bool) -> [HelpSuggestion] {
    let answers = all.reduce(0) { $0 + $1.answers }
    let scored = all.map { (evidence: $0, score: score($0, of: answers, isForeign: isForeign)) }
    return scored.sorted {
      ($0.evidence.isAway ? 1 : 0, -$0.score, $0.evidence.member)
        < ($1.evidence.isAway ? 1 : 0, -$1.score, $1.evidence.member)
    }.map { suggestion($0.evidence, isForeign: isForeign) }
  }

  func score(_ evidence: HelpEvidence, of answers: Int, isForeign: Bool) -> Double {
    var score = likeness * evidence.likeness + exchanges * log1p(evidence.exchanges)
    score -= off * log1p(evidence.availability.hoursOff ?? 72)
    if evidence.isAskedFor { score += askedFor }
    if evidence.knowsAbout != nil { score += knowsAbout }
    if evidence.wouldLike != nil { score += wouldLike }
    if evidence.speaks == true, isForeign { score += speaks }
    if evidence.speaks == false { score += doesNotSpeak }
    if evidence.isSpent { score += spent }
    score += welcome * (log1p(Double(answers)) / Double(1 + evidence.answers)).squareRoot()
    return score
  }

  /// Where a share of what is alike is worth telling.
  static let tellingLikeness = 0.2

  private func suggestion(_ evidence: HelpEvidence, isForeign: Bool) -> HelpSuggestion {
    var reasons: [HelpReason] = []
    if evidence.isAskedFor { reasons.append(.askedFor) }
    if evidence.exchanges > 0 { reasons.append(.knows(since: evidence.knownSince)) }
    if evidence.likeness >= Self.tellingLikeness { reasons.append(.answeredThis) }
    if let words = evidence.knowsAbout { reasons.append(.knowsAbout(words)) }
    if evidence.speaks == true, isForeign { reasons.append(.speaks) }
    if let words = evidence.wouldLike { reasons.append(.wouldLike(words)) }
    let isFounded = !reasons.isEmpty
    switch evidence.availability {
    case .here(let until): reasons.append(.here(until: until))
    case .away(let until): reasons.append(.away(until: until))
    case .later, .unknown: break
    }
    return HelpSuggestion(
      member: evidence.member, reasons: reasons, isFounded: isFounded && !evidence.isAway)
  }
}

extension HelpEvidence {
  var isAway: Bool { availability.hoursOff == nil }
}
