import Foundation
import HeedTopics

/// Prints how fast topics are matched, loaded and changed.
@main
struct TopicsBench {
  static func main() throws {
    let seed: UInt64 = 7
    let posts: Posts
    do {
      posts = try Posts(seed: seed)
    } catch {
      print(error)
      exit(1)
    }
    let texts = posts.texts
    print("\(texts.count) posts, \(Int(posts.averageLength)) bytes on average, seed \(seed)")
    var frequencies = TermFrequencies()
    let sample = texts.prefix(20_000)
    for text in sample { frequencies.count(PreparedDocument(TopicDocument(text: text))) }
    let stream = Stream(texts.suffix(50_000))
    let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    for count in given.isEmpty ? [1_000, 10_000, 100_000] : given {
      var queries = Queries(sample, frequencies, seed: seed)
      let sources = queries.sources(count)
      var parsed: [(id: Int64, query: TopicQuery)] = []
      let parsing = try CPU.seconds {
        parsed = try sources.enumerated().map { (Int64($0.offset), try TopicQuery($0.element)) }
      }
      var matcher = TopicMatcher()
      let compiling = CPU.seconds { matcher = TopicMatcher(parsed) { frequencies.count(of: $0) } }
      let figures = Throughput(matcher, stream)
      print(
        "\(count) topics: \(Int(figures.postsPerSecond)) posts/s, \(figures.hitsPerPost) hits a post, p50 \(figures.p50) p99 \(figures.p99), parse \(parsing) compile \(compiling)"
      )
    }
  }
}
