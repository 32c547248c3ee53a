import Foundation
import HeedTopics

/// What threads lose by sharing one matcher: posts for each second of processor time, alone and
/// with another thread beside.
struct Scaling {
  let alone: Double
  let together: Double

  init(_ matcher: TopicMatcher, _ stream: Stream) {
    _ = Self.rate(matcher, stream, threads: 2)
    alone = (0..<3).map { _ in Self.rate(matcher, stream, threads: 1) }.max() ?? 0
    together = (0..<3).map { _ in Self.rate(matcher, stream, threads: 2) }.max() ?? 0
  }

  private static func rate(_ matcher: TopicMatcher, _ stream: Stream, threads: Int) -> Double {
    let seconds = Seconds()
    let group = DispatchGroup()
    for _ in 0..<threads {
      DispatchQueue.global().async(group: group) {
        let scratch = MatcherScratch()
        var ids: [Int64] = []
        let used = CPU.seconds {
          stream.eachPost { text in
            matcher.match(utf8: text, Throughput.facts, scratch: scratch, into: &ids)
          }
        }
        seconds.add(used)
      }
    }
    group.wait()
    return Double(threads * stream.count) / seconds.sum
  }
}

private final class Seconds: @unchecked Sendable {
  private let lock = NSLock()
  private var total = 0.0

  var sum: Double { lock.withLock { total } }
  func add(_ seconds: Double) { lock.withLock { total += seconds } }
}
