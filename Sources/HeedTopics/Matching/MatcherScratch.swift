/// The memory that a matcher writes while it reads a document; kept from one document to the next,
/// so that none is asked of the system.
///
/// One thread uses it at a time; several threads match at once with one each. It fits itself to
/// whatever matcher it is used with, which takes a moment when that is another one than before.
public final class MatcherScratch {
  let document = AskedDocument()
  private(set) var tiers: [TierScratch] = []

  public init() {}

  /// Gets ready for this matcher; what was there for a tier of it already is kept.
  func fit(_ matcher: [TopicMatcher.Tier]) {
    let fits =
      tiers.count == matcher.count
      && matcher.indices.allSatisfy { tiers[$0].topics === matcher[$0].topics }
    if fits { return }
    tiers = matcher.map { tier in
      tiers.first { $0.topics === tier.topics } ?? TierScratch(tier.topics, document)
    }
  }
}
