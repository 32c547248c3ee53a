import Foundation
import HeedModel
import HeedReading

enum KindTables {
  static func write(_ corpus: Corpus, to report: inout Report) throws {
    let labels = try Labels(corpus)
    let reader = TrainedReader()
    for (title, all) in [
      ("Kind of posts that nothing was trained on", labels.posts),
      ("Kind of own sentences that nothing was trained on", labels.own),
    ] {
      let apart = all.filter { Labels.isTest($0.id) }
      report.head("\(title) (\(apart.count) of \(all.count))")
      let read = apart.map { reader.read($0.text, declaredLanguage: nil).kinds }
      report.table(
        ["kind", "posts", "precision % (95 % interval)", "recall % (95 % interval)"],
        Reading.Kind.allCases.map { kind in
          let said = read.count { $0.contains(kind) }
          let real = apart.count { $0.kinds.contains(kind.rawValue) }
          let hit = zip(read, apart).count {
            $0.contains(kind) && $1.kinds.contains(kind.rawValue)
          }
          return [kind.rawValue, String(real), share(hit, of: said), share(hit, of: real)]
        })
    }
    let known = Set(labels.posts.map(\.id))
    var flagged: [String] = []
    var all = 0
    for posts in [try corpus.care(), try corpus.rumours(), try corpus.crises()] {
      for (id, text) in posts.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
        all += 1
        if reader.read(text, declaredLanguage: nil).kinds.contains(.spam) { flagged.append(text) }
      }
    }
    report.say(
      "Read as spam among \(all) posts without a label: \(flagged.count) (\(String(format: "%.2f", 1000 * Double(flagged.count) / Double(all))) of 1,000)."
    )
    // Of what is said to somebody, labelled or not: who is put aside there wrongly is a person not heard.
    func putAside(_ posts: [String: String]) -> String {
      let read = posts.values.count {
        reader.read($0, declaredLanguage: nil).kinds.contains(.spam)
      }
      return "\(read) of \(posts.count)"
    }
    report.say(
      """
      Said to somebody and read as spam, with or without a label: \(putAside(try corpus.care())) posts of customers and \
      brands, \(putAside(try corpus.rumours())) in threads below news.
      """)
    if let path = ProcessInfo.processInfo.environment["HEED_SPAM_LIST"] {
      try flagged.joined(separator: "\n---\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
  }

  /// With the interval of Wilson (*Probable Inference, the Law of Succession, and Statistical Inference*, 1927).
  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return percent(part, of: whole) }
    let (z, n) = (1.96, Double(whole))
    let share = Double(part) / n
    let middle = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let bounds = [middle - half, middle + half].map {
      String(format: "%.0f", 100 * max(0, min(1, $0 / (1 + z * z / n))))
    }
    return "\(percent(part, of: whole)) (\(bounds[0]) to \(bounds[1]))"
  }
}
