import Foundation
import HeedTopics

/// Prints how fast topics are matched, loaded and changed: `TopicsBench [topics]…`. With
/// `TopicsBench export <folder>` it writes the work for `topics-compare` instead.
@main
struct TopicsBench {
  static let seed: UInt64 = 7

  static func main() throws {
    let texts: [String]
    do {
      let posts = try Posts(seed: seed)
      texts = posts.texts
      print("\(texts.count) posts, \(Int(posts.averageLength)) bytes each, seed \(seed)")
    } catch {
      print(error)
      exit(1)
    }
    let sample = texts.prefix(20_000)
    var heard = TermFrequencies()
    for text in sample { heard.count(PreparedDocument(TopicDocument(text: text))) }
    if CommandLine.arguments.dropFirst().first == "export", CommandLine.arguments.count > 2 {
      var queries = Queries(sample, heard, seed: seed)
      return try Export.write(
        queries.sources(10_000), heard, posts: texts.suffix(20_000),
        to: URL(filePath: CommandLine.arguments[2]))
    }
    let stream = Stream(texts.suffix(20_000))
    let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    print(
      "| topics | posts/s | hits a post | p50 µs | p99 µs | read s | compiled s | bytes a topic |")
    print("|---|---|---|---|---|---|---|---|")
    for count in given.isEmpty ? [1_000, 10_000, 100_000] : given {
      var queries = Queries(sample, heard, seed: seed)
      try measure(queries.sources(count), heard, stream)
    }
  }

  private static func measure(
    _ sources: [String], _ heard: TermFrequencies, _ stream: Stream
  ) throws {
    let before = Memory.residentBytes()
    var queries: [(id: Int64, query: TopicQuery)] = []
    let reading = try CPU.seconds {
      queries = try sources.enumerated().map { (Int64($0.offset), try TopicQuery($0.element)) }
    }
    var matcher = TopicMatcher()
    let compiling = CPU.seconds { matcher = TopicMatcher(queries) { heard.estimate(of: $0) } }
    queries = []
    let bytes = (Memory.residentBytes() - before) / sources.count
    let speed = Throughput(matcher, stream)
    print(
      "| \(sources.count) | \(Int(speed.postsPerSecond)) | \(tenths(speed.hitsPerPost)) "
        + "| \(tenths(speed.p50)) | \(tenths(speed.p99)) | \(thousandths(reading)) "
        + "| \(thousandths(compiling)) | \(bytes) |")
    guard sources.count == 10_000 else { return }
    try besides(matcher, sources, stream)
  }

  /// What is told of ten thousand topics only.
  private static func besides(
    _ matcher: TopicMatcher, _ sources: [String], _ stream: Stream
  ) throws {
    let changes = try Changes(matcher, sources)
    print(
      "  one topic more is live after \(thousandths(changes.median)) ms (median), "
        + "\(thousandths(changes.worst)) ms (worst of 300)")
    let scaling = Scaling(matcher, stream)
    print(
      "  posts per second of processor time: \(Int(scaling.alone)) alone, "
        + "\(Int(scaling.together)) beside another thread")
    let words = Set(sources.flatMap { Folding.fold($0).split(separator: " ").map(String.init) })
    let scan = LiteralScan(words)
    var found = 0
    let seconds = CPU.seconds { stream.eachPost { found += scan.count($0) } }
    print(
      "  bare automaton over the \(words.count) words: \(Int(Double(stream.count) / seconds)) posts/s (\(found) found)"
    )
  }

  private static func tenths(_ number: Double) -> String { String(format: "%.1f", number) }
  private static func thousandths(_ number: Double) -> String { String(format: "%.3f", number) }
}
