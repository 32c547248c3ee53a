/// When an hour holds far more than is usual: the median of the same hour of the week, with the median of the distances
/// from it (MAD) as its spread.
public struct SpikeRule: Sendable {
  /// An hour with fewer posts is never one.
  public static let leastPosts = 8
  /// So much is looked back upon.
  public static let weeks = 8
  static let week = 168

  public var usual: Double
  /// Of one usual step away: MAD times 1.4826, never less than chance alone would give.
  public var spread: Double

  /// What an hour has to reach.
  public var bound: Double {
    max(usual + 5 * spread, 2 * usual, Double(Self.leastPosts))
  }

  /// Below this it has fallen back.
  public var calm: Double { usual + 2 * spread }

  /// - Parameter past: posts an hour, oldest first, the last one just before the hour in question. What lies before the
  ///   first post is no silence, it was not listened to.
  /// - Returns: `nil` where less than three days are known.
  public init?(past: [Int]) {
    guard let begin = past.firstIndex(where: { $0 > 0 }) else { return nil }
    let known = past.count - begin
    guard known >= 72 else { return nil }
    // The same hour of the week; while fewer than three weeks are known, of the day.
    let step = known >= 3 * Self.week ? Self.week : 24
    var sample: [Double] = []
    var back = step
    while back <= known {
      // With the hours beside it: a habit is no clockwork.
      for near in -1...1 {
        let index = past.count - back + near
        if index >= begin, index < past.count { sample.append(Double(past[index])) }
      }
      back += step
    }
    usual = Self.median(sample)
    let middle = usual
    let distance = Self.median(sample.map { abs($0 - middle) })
    spread = max(1.4826 * distance, usual.squareRoot(), 1)
  }

  private static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
