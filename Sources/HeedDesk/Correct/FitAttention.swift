import Foundation
import HeedModel

/// A post of ours whose readers its network counted.
struct CountedPost: Sendable {
  var audience: Audience
  /// The oldest first.
  var views: [Sample]

  struct Sample: Sendable {
    var at: Instant
    var views: Int
  }
}

extension AttentionRule {
  /// From so many counted posts on, what is likely is the desk's own.
  static let fitsFrom = 5
  /// From so many on, how far posts differ is the desk's own, too.
  static let spreadsFrom = 20
  /// So many have to be expected before a sample tells of a post's half-life.
  private static let telling = 10.0
  /// Only a count after so long tells the share of an audience that ever sees a post.
  private static let ripe = Duration.hours(6)

  /// The same rule with the desk's own numbers in place of the published ones, as far as its counters tell them.
  ///
  /// The half-life is the one whose curve lies nearest to what was counted, post by post (least absolute deviations, each
  /// post's own share left free). The share of a post is its last count over all that it was shown to. What is left over
  /// at a post's other samples says how far half-lives differ. At last the spread of the share is widened until one
  /// sample in thirty at most lies beyond each end.
  func fitted(to counted: [CountedPost]) -> AttentionRule {
    let posts = counted.filter { post in
      !post.audience.isReply && post.audience.followers > 0
        && post.views.contains { $0.at - post.audience.saidAt >= Self.ripe && $0.views > 0 }
    }
    guard posts.count >= Self.fitsFrom else { return self }
    let best = Self.nearestHalfLife(posts, overlap: overlap.likely)
    let shares = posts.map { Self.share(of: $0, halfLife: best, overlap: overlap.likely) }.sorted()
    let likely = min(ExposureRange.quantile(0.5, of: shares), 1)
    guard likely > 0 else { return self }

    var rule = self
    rule.posts = posts.count
    rule.change = nil
    guard posts.count >= Self.spreadsFrom else {
      rule.share = share.moved(to: likely).capped
      rule.halfLife = halfLife.moved(to: best)
      return rule
    }
    rule.share = Spread(Self.low(of: shares), likely, Self.high(of: shares)).capped
    let lives = Self.impliedHalfLives(posts, near: best, overlap: overlap.likely).sorted()
    if lives.count >= Self.spreadsFrom {
      let middle = ExposureRange.quantile(0.5, of: lives)
      rule.halfLife = Spread(
        min(Self.low(of: lives), middle), middle, max(Self.high(of: lives), middle))
    } else {
      rule.halfLife = halfLife.moved(to: best)
    }
    return rule.widened(by: posts)
  }

  /// One in twenty of further posts lies below, by what these say.
  private static func low(of sorted: [Double]) -> Double {
    ExposureRange.quantile(0.05 - 0.5 / Double(sorted.count), of: sorted)
  }

  private static func high(of sorted: [Double]) -> Double {
    ExposureRange.quantile(0.95 + 0.5 / Double(sorted.count), of: sorted)
  }

  private static func shown(_ post: CountedPost, _ halfLife: Double, _ overlap: Double, at: Instant)
    -> Double
  {
    AttentionNumbers(share: 1, halfLife: halfLife, overlap: overlap, replies: 1)
      .shown(post.audience, by: at)
  }

  private static func share(of post: CountedPost, halfLife: Double, overlap: Double) -> Double {
    guard let last = post.views.last else { return 0 }
    let shown = shown(post, halfLife, overlap, at: last.at)
    return shown > 0 ? min(Double(last.views) / shown, 1) : 0
  }

  private static let halfLives: [Double] = (0...64).map { pow(10, Double($0) / 14) }

  private static func nearestHalfLife(_ posts: [CountedPost], overlap: Double) -> Double {
    var best = (life: halfLives[0], miss: Double.infinity)
    for life in halfLives {
      var miss = 0.0
      for post in posts {
        let left = post.views.compactMap { sample -> (Double, Double)? in
          let shown = shown(post, life, overlap, at: sample.at)
          guard shown > 0 else { return nil }
          let weight = min(1, Double(sample.views).squareRoot() / 5)
          return (log((Double(sample.views) + 0.5) / shown), weight)
        }
        let middle = ExposureRange.quantile(0.5, of: left.map(\.0).sorted())
        miss += left.reduce(0) { $0 + abs($1.0 - middle) * $1.1 }
      }
      if miss < best.miss { best = (life, miss) }
    }
    return best.life
  }

  /// Which half-life each sample but the last would ask for, its post's share given.
  private static func impliedHalfLives(_ posts: [CountedPost], near best: Double, overlap: Double)
    -> [Double]
  {
    posts.flatMap { post -> [Double] in
      let share = share(of: post, halfLife: best, overlap: overlap)
      guard share > 0 else { return [] }
      return post.views.dropLast().compactMap { sample in
        let age = Double((sample.at - post.audience.saidAt).milliseconds) / 60_000
        // Of a few people chance says more than the half-life; late samples hardly depend on it.
        guard age > 0, age <= best * 3,
          share * shown(post, best, overlap, at: sample.at) >= Self.telling
        else { return nil }
        // Longer lives mean fewer so far: halved until the bracket is a hundredth wide.
        var (short, long) = (0.01, 100_000.0)
        while long / short > 1.01 {
          let middle = (short * long).squareRoot()
          let expected = share * shown(post, middle, overlap, at: sample.at)
          if expected > Double(sample.views) { short = middle } else { long = middle }
        }
        return (short * long).squareRoot()
      }
    }
  }

  /// Wider where more of the samples than should lie beyond an end.
  private func widened(by posts: [CountedPost]) -> AttentionRule {
    var below: [Double] = []
    var above: [Double] = []
    for post in posts.suffix(200) {
      for sample in post.views {
        let range = ExposureRange.estimated(
          post.audience, self, from: post.audience.saidAt, until: sample.at, draws: .few)
        let views = Double(sample.views) + 0.5
        below.append(log((Double(range.low) + 0.5) / views))
        above.append(log(views / (Double(range.high) + 0.5)))
      }
    }
    let part = 1 - 1.0 / 30
    var rule = self
    rule.share.low *= exp(-max(0, ExposureRange.quantile(part, of: below.sorted())))
    rule.share.high *= exp(max(0, ExposureRange.quantile(part, of: above.sorted())))
    rule.share = rule.share.capped
    return rule
  }
}

extension Spread {
  /// As wide as before, around another likely value.
  fileprivate func moved(to value: Double) -> Spread {
    guard likely > 0 else { return Spread(value) }
    return Spread(low / likely * value, value, high / likely * value)
  }

  /// Of a share: never more than all.
  fileprivate var capped: Spread { Spread(min(low, 1), min(likely, 1), min(high, 1)) }
}
