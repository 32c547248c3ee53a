import Foundation
import HeedTopics

/// How long one topic more takes to be live, beside however many stand.
struct Changes {
  let median: Double
  let worst: Double

  /// Milliseconds from the written query to a snapshot that matches it, over 300 changes.
  init(_ matcher: TopicMatcher, _ sources: [String]) throws {
    var matcher = matcher
    var times: [Double] = []
    for (number, source) in sources.prefix(300).enumerated() {
      try times.append(
        1_000
          * CPU.seconds {
            matcher = matcher.adding(Int64(number * 7), try TopicQuery(source))
          })
    }
    times.sort()
    median = times[times.count / 2]
    worst = times.last ?? 0
  }
}
