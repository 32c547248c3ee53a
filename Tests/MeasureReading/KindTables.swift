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
        ["kind", "posts", "precision", "recall"],
        Reading.Kind.allCases.map { kind in
          let said = read.count { $0.contains(kind) }
          let real = apart.count { $0.kinds.contains(kind.rawValue) }
          let hit = zip(read, apart).count {
            $0.contains(kind) && $1.kinds.contains(kind.rawValue)
          }
          return [kind.rawValue, String(real), percent(hit, of: said), percent(hit, of: real)]
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
    if let path = ProcessInfo.processInfo.environment["HEED_SPAM_LIST"] {
      try flagged.joined(separator: "\n---\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
