import Foundation
import HeedModel

/// The order of those who can help.
///
/// A conditional logit: each member's chance to be who answers is proportional to e to the sum of what speaks for them.
/// The first four weights are fitted on the tuning half of the logs of a support channel (`Scripts/who-answers`, figures
/// in `Docs/routing.md`); the others are of our own judgement, since no log tells them, and stand in the same units.
struct WhoKnows: Sendable {
  var askedFor = 5.14
  var likeness = 3.19
  var exchanges = 1.24
  /// Of the logarithm of one plus the hours until they are there.
  var off = 1.01
  var knowsAbout = 2.5
  var wouldLike = 1.5
  var speaks = 1.0
  var doesNotSpeak = -3.0
  var spent = -1.5
  /// How much is added where little is known of a member, so that newcomers are tried: the confidence bound of UCB1
  /// (Auer, Cesa-Bianchi and Fischer, 2002).
  var welcome = 0.25

  /// Members in order, the likeliest first; those who are away come last. Ties go by id.
  /// - Parameter language: told as a reason only where it is not the desk's own.
  func ranked(_ all: [HelpEvidence], isForeign: Bool) -> [HelpSuggestion] {
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

  /// How much an answer teaches of who knows, by what came back to it: what was wrong nothing, what they called solved or
  /// thanked for half as much again, what they were angry about half. Our judgement, as no log tells it.
  static func worth(of outcome: AnswerOutcome) -> Double {
    switch outcome {
    case .mistake: 0
    case .solved, .thanked: 1.5
    case .angered: 0.5
    case .open: 1
    }
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
    let isNewcomer = isNewcomer(evidence)
    if isNewcomer { reasons.append(evidence.isNew ? .newHere : .wouldLearn) }
    switch evidence.availability {
    case .here(let until): reasons.append(.here(until: until))
    case .away(let until): reasons.append(.away(until: until))
    case .later, .unknown: break
    }
    return HelpSuggestion(
      member: evidence.member, reasons: reasons, isFounded: isFounded && !evidence.isAway,
      isNewcomer: isNewcomer)
  }

  /// With so many answers they are known by what they answered.
  static let fewAnswers = 10
  /// So long somebody is new.
  static let newFor = Duration.days(90)

  /// Somebody of whom the desk knows little, who could do this and is here for it: they came lately, or said that they would
  /// like more than they answer yet.
  private func isNewcomer(_ evidence: HelpEvidence) -> Bool {
    guard case .here = evidence.availability else { return false }
    return evidence.answers < Self.fewAnswers && (evidence.isNew || evidence.wouldLearn)
      && evidence.speaks != false && !evidence.isSpent
  }

  /// So many are suggested.
  static let places = 3

  /// The likeliest of those for whom something speaks. One of the places goes to a newcomer, if none has one by what speaks
  /// for them: another one by another conversation, each as often as the others, and the same whoever looks.
  func suggested(_ ranked: [HelpSuggestion], in conversation: ID<Conversation>) -> [HelpSuggestion]
  {
    let first = Array(ranked.filter(\.isFounded).prefix(Self.places))
    let newcomers = ranked.filter(\.isNewcomer)
    guard !newcomers.isEmpty, !first.contains(where: \.isNewcomer) else { return first }
    let turn = newcomers.min {
      Self.turn($0.member, conversation) < Self.turn($1.member, conversation)
    }
    return first.prefix(Self.places - 1) + [turn].compactMap { $0 }
  }

  /// Whose turn it is, by highest random weight (Thaler and Ravishankar, 1998): whoever comes or goes moves nobody else's.
  private static func turn(_ member: ID<Member>, _ conversation: ID<Conversation>) -> UInt64 {
    var dice = SplitMix64(
      seed: UInt64(bitPattern: conversation.value) &* 0x9e37_79b9_7f4a_7c15
        ^ UInt64(bitPattern: member.value))
    return dice.next()
  }
}

extension HelpEvidence {
  var isAway: Bool { availability.hoursOff == nil }
}
