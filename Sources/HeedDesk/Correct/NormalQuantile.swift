import Foundation
import HeedModel

/// The normal distribution's quantile: how many standard deviations below which a part `p` of all lies.
///
/// Source: Wichura, *Algorithm AS 241: The Percentage Points of the Normal Distribution*, Applied Statistics 37 (1988),
/// its form for seven digits.
enum NormalQuantile {
  static func value(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
        / (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    }
    let side = q < 0 ? p : 1 - p
    var r = sqrt(-log(max(side, 1e-300)))
    let value: Double
    if r <= 5 {
      r -= 1.6
      value =
        (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777)
        / ((0.12021132975 * r + 0.7370016425) * r + 1)
    } else {
      r -= 5
      value =
        (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115)
        / ((0.012258202635 * r + 0.24197894225) * r + 1)
    }
    return q < 0 ? -value : value
  }

  /// Of one case in twenty.
  static let twentieth = 1.6448536269514722
}

extension Spread {
  /// The value at a normal quantile: through its three points, evenly in the logarithm where it can be.
  func value(at z: Double) -> Double {
    let side = z < 0 ? low : high
    let way = abs(z) / NormalQuantile.twentieth
    if low > 0 { return likely * pow(side / likely, way) }
    return max(0, likely + (side - likely) * way)
  }
}
