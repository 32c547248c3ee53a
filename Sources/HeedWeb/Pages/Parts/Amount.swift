import Foundation
import HeedModel

/// How much a search found: counted where it was looked through to the end, else judged by its newest posts.
public enum Amount: Sendable, Hashable {
  case exactly(Int)
  /// In 30 days, to two figures, judged by so many of the newest, which were said within so long.
  case about(Int, judgedBy: Int, within: Duration)

  /// Fewer tell nothing.
  static let least = 5
  private static let month = Duration.days(30)

  /// - Parameters:
  ///   - instants: when the newest matches were said, the newest first.
  ///   - goesOn: whether there are more.
  /// - Returns: `nil` where neither can be told.
  static func of(_ instants: [Instant], goesOn: Bool, now: Instant) -> Amount? {
    guard goesOn else { return .exactly(instants.count) }
    guard instants.count >= least, let last = instants.last, now - last < month else { return nil }
    let span = max(now - last, .seconds(1))
    let judged = Double(instants.count) * Double(month.milliseconds) / Double(span.milliseconds)
    return .about(rounded(judged), judgedBy: instants.count, within: span)
  }

  /// Two figures are all that such a guess is good for.
  static func rounded(_ number: Double) -> Int {
    var step = 1.0
    while number / step >= 100 { step *= 10 }
    return Int((number / step).rounded() * step)
  }
}

extension Amount {
  /// Thousands apart, as the page's language has them.
  static func spoken(_ number: Int, in page: PageContext) -> String {
    number.formatted(.number.locale(.init(identifier: page.words.language)))
  }
}
