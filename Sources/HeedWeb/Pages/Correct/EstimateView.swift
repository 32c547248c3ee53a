import HeedModel

/// What an estimate rests on, in the words of whoever reads it.
enum EstimateView {
  static func html(
    _ estimate: Exposure.Estimate, _ exposure: Exposure, by who: String?, in page: PageContext
  ) -> HTML {
    let words = page.words.seen
    let rule = estimate.rule
    let network = page.title(of: exposure.network)
    let counts = exposure.samples.contains { $0.views != nil }
    let theirs = estimate.audience.shares.reduce(0) { $0 + $1.followers }
    let share = hundred(rule.share, words)
    let life = plain(rule.halfLife, words)
    let audience = words.from(
      words.number(estimate.audience.followers),
      theirs > 0 ? max(exposure.sharers, 1) : 0, words.number(theirs))
    return """
      <p>\(counts ? words.isEstimatedWhileUncounted(network) : words.isEstimated(network)) \
      \(audience)\(words.share(share.low, share.likely, share.high)) \
      \(words.halfLife(life.low, life.likely, life.high))</p>
      \(HTML.when(theirs > 0 && rule.overlap.high > 0, overlap(rule, words)))\
      \(HTML.when(estimate.audience.isReply, replies(rule, words)))\
      <p class="soft">\(words.meaning) \(origin(rule, by: who, in: page))</p>
      """
  }

  private static func overlap(_ rule: AttentionRule, _ words: SeenWords) -> HTML {
    let numbers = hundred(rule.overlap, words)
    return "<p>\(words.overlap(numbers.low, numbers.likely, numbers.high))</p>"
  }

  private static func replies(_ rule: AttentionRule, _ words: SeenWords) -> HTML {
    let numbers = hundred(rule.replies, words)
    return "<p>\(words.replyShare(numbers.low, numbers.likely, numbers.high))</p>"
  }

  /// Whose numbers they are.
  static func origin(_ rule: AttentionRule, by who: String?, in page: PageContext) -> HTML {
    let words = page.words.seen
    if let change = rule.change {
      return """
        \(words.isChanged(who ?? page.words.talk.somebody)) \(SpokenTime.ago(change.at, in: page)): \
        <q dir="auto">\(change.note)</q>
        """
    }
    return HTML(escaping: rule.posts > 0 ? words.isFitted(rule.posts) : words.isPublished)
  }

  typealias Three = (low: String, likely: String, high: String)

  /// Shares in a hundred.
  static func hundred(_ spread: Spread, _ words: SeenWords) -> Three {
    plain(Spread(spread.low * 100, spread.likely * 100, spread.high * 100), words)
  }

  /// Two figures after the point at most, and none below the first that says something.
  static func plain(_ spread: Spread, _ words: SeenWords) -> Three {
    (figure(spread.low, words), figure(spread.likely, words), figure(spread.high, words))
  }

  static func figure(_ number: Double, _ words: SeenWords) -> String {
    guard number.isFinite else { return "0" }
    if number >= 10 { return String(Int(min(number, 1e9).rounded())) }
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    if rest == 0 { return String(hundredths / 100) }
    let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? String(rest / 10) : String(rest)
    return "\(hundredths / 100)\(words.decimalMark)\(digits)"
  }
}
