import HeedModel

/// Reasons as stored: a line a reason, its name and what it says apart by a space.
enum HelpReasonText {
  static func write(_ reasons: [HelpReason]) -> String {
    reasons.map(line).joined(separator: "\n")
  }

  /// Unknown reasons are passed over.
  static func read(_ text: String) -> [HelpReason] {
    text.split(separator: "\n").compactMap(reason)
  }

  private static func line(_ reason: HelpReason) -> String {
    switch reason {
    case .askedFor: "askedFor"
    case .answeredThis: "answeredThis"
    case .knows(let since): "knows \(since.map { String($0.milliseconds) } ?? "")"
    case .knowsAbout(let words): "knowsAbout \(words)"
    case .speaks: "speaks"
    case .wouldLike(let words): "wouldLike \(words)"
    case .newHere: "newHere"
    case .wouldLearn: "wouldLearn"
    case .here(let until): "here \(until.map { String($0.milliseconds) } ?? "")"
    case .away(let until): "away \(until)"
    }
  }

  private static func reason(_ line: Substring) -> HelpReason? {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let said = parts.count > 1 ? String(parts[1]) : ""
    return switch parts[0] {
    case "askedFor": .askedFor
    case "answeredThis": .answeredThis
    case "knows": .knows(since: Int64(said).map { Instant(milliseconds: $0) })
    case "knowsAbout": .knowsAbout(said)
    case "speaks": .speaks
    case "wouldLike": .wouldLike(said)
    case "newHere": .newHere
    case "wouldLearn": .wouldLearn
    // Minutes of some day were written once: until when is known no more.
    case "here": .here(until: Int64(said).flatMap { $0 > 1440 ? Instant(milliseconds: $0) : nil })
    case "away": Int64(said).map { .away(until: $0) }
    default: nil
    }
  }
}
