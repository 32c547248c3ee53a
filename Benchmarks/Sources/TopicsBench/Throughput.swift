import Foundation
import HeedTopics

/// Posts as a stream brings them: bytes in a row.
struct Stream {
  private let bytes: [UInt8]
  private let bounds: [Int]

  init(_ texts: some Collection<String>) {
    var bytes: [UInt8] = []
    var bounds = [0]
    for text in texts {
      bytes += Array(text.utf8)
      bounds.append(bytes.count)
    }
    self.bytes = bytes
    self.bounds = bounds
  }

  var count: Int { bounds.count - 1 }

  func eachPost(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      for index in 0..<count {
        body(UnsafeBufferPointer(rebasing: all[bounds[index]..<bounds[index + 1]]))
      }
    }
  }
}

/// How a matcher does on a stream, on one thread.
struct Throughput {
  /// For each second of processor time.
  let postsPerSecond: Double
  let hitsPerPost: Double
  /// Microseconds a post.
  let p50: Double
  let p99: Double

  static let facts = TopicDocument.Facts(
    author: "ana.example.org", network: "bluesky", language: "en")

  init(_ matcher: TopicMatcher, _ stream: Stream, rounds: Int = 3) {
    let scratch = MatcherScratch()
    var ids: [Int64] = []
    var hits = 0
    func pass() {
      stream.eachPost { text in
        matcher.match(utf8: text, Self.facts, scratch: scratch, into: &ids)
        hits += ids.count
      }
    }
    pass()
    hits = 0
    let times = (0..<rounds).map { _ in CPU.seconds(pass) }
    postsPerSecond = Double(stream.count) / (times.min() ?? 1)
    hitsPerPost = Double(hits) / Double(rounds * stream.count)
    var each: [UInt64] = []
    each.reserveCapacity(stream.count)
    stream.eachPost { text in
      let start = CPU.nanoseconds()
      matcher.match(utf8: text, Self.facts, scratch: scratch, into: &ids)
      let taken = CPU.nanoseconds() - start
      each.append(taken - min(taken, CPU.overhead))
    }
    each.sort()
    p50 = Double(each[each.count / 2]) / 1_000
    p99 = Double(each[each.count * 99 / 100]) / 1_000
  }
}
