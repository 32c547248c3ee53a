import Foundation
import HeedModel

@testable import HeedDesk

/// A network whose attention follows a law of its own, not the model's: who looks at a post, and when, by dice.
struct AttentionWorld {
  /// When one who will look does so, in minutes after they could. Never t / (t + h).
  enum Law: String, CaseIterable {
    /// Delays whose logarithm is normal.
    case logNormal
    /// A long tail, and hardly anybody looks at night.
    case dailyPower
    /// A part looks as it comes, the rest together, whenever it is talked of.
    case bursts
  }

  /// A post with every look at it.
  struct Said {
    var audience: Audience
    /// Minutes after it was said, sorted.
    var looks: [Double]
    /// Those who looked and did something with it.
    var reactions: [Double]
    /// Share of those who could see it that ever look.
    var share: Double

    func seen(by minutes: Double) -> Int { looks.count { $0 <= minutes } }

    func instant(_ minutes: Double) -> Instant {
      audience.saidAt + .milliseconds(Int64(minutes * 60_000))
    }
  }

  let law: Law
  /// Share of an audience that looks at a usual post here.
  let usualShare: Double
  /// Minutes that half of them take, about.
  let half: Double
  private var dice: SplitMix64

  init(_ law: Law, usualShare: Double, half: Double, seed: UInt64) {
    self.law = law
    self.usualShare = usualShare
    self.half = half
    dice = SplitMix64(seed: seed)
  }

  /// Of our own followers there, of shares by others, of looks: all by dice.
  mutating func say() -> Said {
    let start = Instant(seconds: 1_700_000_000 + Int64.random(in: 0..<86_400 * 300, using: &dice))
    let followers = Int(logNormal(middle: 4000, spread: 0.8))
    let share = min(logNormal(middle: usualShare, spread: 0.45), 0.9)
    let hour = Double(start.milliseconds % 86_400_000) / 60_000
    let bursts = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
      exponential(mean: half * 4)
    }
    var audience = Audience(saidAt: start, followers: followers)
    var looks = (0..<poisson(Double(followers) * share)).map { _ in
      delay(from: 0, hour: hour, bursts)
    }
    for _ in 0..<poisson(1.2) {
      let at = delay(from: 0, hour: hour, bursts)
      let theirs = Int(logNormal(middle: 300, spread: 1.2))
      audience.shares.append(
        Audience.Share(at: start + .milliseconds(Int64(at * 60_000)), followers: theirs))
      let knownAlready = Double.random(in: 0.05...0.4, using: &dice)
      looks += (0..<poisson(Double(theirs) * (1 - knownAlready) * share)).map { _ in
        at + delay(from: at, hour: hour, bursts)
      }
    }
    looks.sort()
    let reactions = looks.filter { _ in Double.random(in: 0..<1, using: &dice) < 0.01 }
    return Said(audience: audience, looks: looks, reactions: reactions, share: share)
  }

  /// When somebody puts it right: from two minutes to two days, evenly in the logarithm.
  mutating func fix() -> Double { 2 * pow(1440, Double.random(in: 0...1, using: &dice)) }

  /// - Parameter start: minutes after the post was said at which these people could see it.
  private mutating func delay(from start: Double, hour: Double, _ bursts: [Double]) -> Double {
    switch law {
    case .logNormal: return logNormal(middle: half, spread: 1.4)
    case .dailyPower:
      while true {
        // Lomax with tail 1.3 whose median is `half`.
        let scale = half / (pow(0.5, -1 / 1.3) - 1)
        let minutes = scale * (pow(Double.random(in: 1e-9..<1, using: &dice), -1 / 1.3) - 1)
        let clock = (hour + start + minutes).truncatingRemainder(dividingBy: 1440)
        let awake = 0.55 - 0.45 * cos(clock / 1440 * 2 * .pi)
        if Double.random(in: 0..<1, using: &dice) < awake { return minutes }
      }
    case .bursts:
      if Double.random(in: 0..<1, using: &dice) < 0.45 { return exponential(mean: half / 3) }
      let burst = bursts[Int.random(in: 0..<bursts.count, using: &dice)]
      return max(burst - start, 0) + exponential(mean: half / 5)
    }
  }

  private mutating func normal() -> Double {
    NormalQuantile.value(Double.random(in: 1e-12..<1, using: &dice))
  }

  private mutating func logNormal(middle: Double, spread: Double) -> Double {
    middle * exp(spread * normal())
  }

  private mutating func exponential(mean: Double) -> Double {
    -mean * log(Double.random(in: 1e-12..<1, using: &dice))
  }

  /// Knuth's way for few, the normal curve for many.
  private mutating func poisson(_ mean: Double) -> Int {
    if mean > 60 { return max(0, Int((mean + normal() * mean.squareRoot()).rounded())) }
    let end = exp(-mean)
    var (count, product) = (0, Double.random(in: 0..<1, using: &dice))
    while product > end {
      count += 1
      product *= Double.random(in: 0..<1, using: &dice)
    }
    return count
  }
}
