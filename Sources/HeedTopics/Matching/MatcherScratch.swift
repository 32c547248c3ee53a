/// The memory that a matcher writes while it reads a document; kept from one document to the next,
/// so that none is asked of the system.
///
/// One thread uses it at a time; several threads match at once with one each. It fits itself to
/// whatever matcher it is used with, which takes a moment when that is another one than before.
public final class MatcherScratch {
  let document = AskedDocument()
  private var tiers: [TierScratch] = []

  public init() {}

  /// The scratch of each of these, kept where it was there already.
  func tiers(for matcher: [TopicMatcher.Tier]) -> [TierScratch] {
    let fits =
      tiers.count == matcher.count
      && zip(tiers, matcher).allSatisfy { $0.topics === $1.topics }
    if !fits {
      tiers = matcher.map { tier in
        tiers.first { $0.topics === tier.topics } ?? TierScratch(tier.topics, document)
      }
    }
    return tiers
  }
}
