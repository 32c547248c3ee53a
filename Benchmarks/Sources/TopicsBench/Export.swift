import Foundation
import HeedTopics

/// Writes what other engines are given the same work from: the posts, their index terms, and every
/// query as it is asked of each engine.
struct Export {
  /// Makes `posts.txt` and `terms.txt` (a post a line), `queries.tsv` (id, query, for FTS5, for
  /// PostgreSQL, anchor words of one choice) and `matches.txt` (the ids that match, a post a line).
  static func write(
    _ sources: [String], _ heard: TermFrequencies, posts: ArraySlice<String>, to directory: URL
  ) throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let queries = try sources.enumerated().map {
      (id: Int64($0.offset), query: try TopicQuery($0.element))
    }
    let matcher = TopicMatcher(queries) { heard.estimate(of: $0) }
    let scratch = MatcherScratch()
    var (plain, terms, matches) = ("", "", "")
    for post in posts {
      let document = PreparedDocument(TopicDocument(post, Throughput.facts))
      plain += post.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
      terms += document.indexTerms.joined(separator: " ") + "\n"
      let ids = matcher.matches(document, scratch: scratch)
      matches += ids.map { String($0) }.joined(separator: " ") + "\n"
    }
    let lines = queries.map { id, query in
      let plan = SearchPlan(query)
      return [
        String(id), query.canonical, plan.fts5Expression ?? "", plan.tsQueryExpression ?? "",
        anchors(plan, heard).joined(separator: " "),
      ].joined(separator: "\t")
    }
    for (name, text) in [
      ("posts.txt", plain), ("terms.txt", terms), ("matches.txt", matches),
      ("queries.tsv", lines.joined(separator: "\n") + "\n"),
    ] {
      try text.write(to: directory.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  /// Terms of which a match has at least one; `a*` for a beginning; none when nothing is sure.
  private static func anchors(_ plan: SearchPlan, _ heard: TermFrequencies) -> [String] {
    switch plan {
    case .all: []
    case .term(let term): [term]
    case .prefix(let term): ["\(term)*"]
    case .and(let plans):
      plans.map { anchors($0, heard) }.filter { !$0.isEmpty }.min {
        cost($0, heard) < cost($1, heard)
      }
        ?? []
    case .or(let plans):
      plans.map { anchors($0, heard) }.reduce(into: []) { $0 += $1 }
    }
  }

  private static func cost(_ terms: [String], _ heard: TermFrequencies) -> Int {
    terms.reduce(0) { $0 + ($1.hasSuffix("*") ? 1 << 20 : heard.estimate(of: $1)) }
  }
}
