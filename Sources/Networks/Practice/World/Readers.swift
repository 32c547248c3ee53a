import Foundation
import HeedModel

/// Who reads what the shop says: invented, like everybody here, and counted to the last of them.
///
/// Attention follows laws of its own, by dice, and none of them is the one that the desk estimates by: so that practising
/// shows how far an estimate can be from the truth.
extension World {
  private enum Attention: Int {
    /// Delays whose logarithm is normal.
    case logNormal
    /// A long tail, and hardly anybody looks at night.
    case nightly
    /// Some as it comes, the rest together when it is talked of.
    case bursts
  }

  /// How many follow somebody here.
  func followers(of person: String) -> Int {
    var chance = chance("followers \(person)")
    let range: ClosedRange<Int> = person == Place.shop ? 1_800...7_500 : 20...1_400
    return chance.number(range)
  }

  /// How many have read a post of the shop by now.
  func readers(of entry: Entry) -> Int {
    var chance = chance("readers \(entry.id)")
    let law = Attention(rawValue: chance.number(0...2)) ?? .logNormal
    let share = 0.04 * exp(0.45 * normal(&chance))
    let bursts = [exponential(&chance) * 240, exponential(&chance) * 240]
    // An answer is shown to those who follow both.
    let shown = entry.parent == nil ? 1.0 : 0.08
    var readers = looks(
      "looks \(entry.id)", since: entry.at,
      Int(Double(followers(of: Place.shop)) * shown * share), law, bursts)
    for reaction in reacted(to: entry.id) where reaction.kind == .shared {
      readers += looks(
        "looks \(entry.id) \(reaction.by)", since: reaction.at,
        Int(Double(followers(of: reaction.by)) * 0.8 * share), law, bursts)
    }
    // Whoever did something with it read it.
    let did = Set(reacted(to: entry.id).map(\.by))
      .union((children[entry.id] ?? []).compactMap { entries[$0]?.author })
    return max(readers, did.count)
  }

  /// How many of those who will ever look did so by now: each at an instant of their own.
  private func looks(
    _ name: String, since start: Instant, _ people: Int, _ law: Attention, _ bursts: [Double]
  ) -> Int {
    var chance = chance(name)
    var looked = 0
    for _ in 0..<people {
      let at = start + .milliseconds(Int64(minutes(law, bursts, from: start, &chance) * 60_000))
      if at <= now { looked += 1 }
    }
    return looked
  }

  /// As people here live it: the pace shortens it.
  private func minutes(
    _ law: Attention, _ bursts: [Double], from start: Instant, _ chance: inout Chance
  ) -> Double {
    let slow: Double
    switch law {
    case .logNormal: slow = 80 * exp(1.4 * normal(&chance))
    case .nightly:
      let tail = 140 * (pow(max(chance.fraction(), 1e-9), -1 / 1.3) - 1)
      let hour = (Double(start.milliseconds % 86_400_000) / 3_600_000 + tail / 60)
        .truncatingRemainder(dividingBy: 24)
      // Who would look at night looks in the morning.
      slow = hour < 6 ? tail + (6 - hour) * 60 : tail
    case .bursts:
      slow =
        chance.happens(0.45)
        ? exponential(&chance) * 25
        : (chance.pick(bursts) ?? 0) + exponential(&chance) * 12
    }
    return slow / (settings.pace > 0 ? settings.pace : 1)
  }

  private func exponential(_ chance: inout Chance) -> Double {
    -log(max(chance.fraction(), 1e-12))
  }

  /// Box and Muller, *A Note on the Generation of Random Normal Deviates*, 1958.
  private func normal(_ chance: inout Chance) -> Double {
    (-2 * log(max(chance.fraction(), 1e-12))).squareRoot() * cos(2 * .pi * chance.fraction())
  }
}
