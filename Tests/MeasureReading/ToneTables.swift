import Foundation
import HeedModel
import HeedReading

enum ToneTables {
  static func write(_ corpus: Corpus, to report: inout Report) throws {
    report.head("Tone: recall averaged over the three tones, posts that nothing was trained on")
    let reader = TrainedReader()
    let lexicon = PlainReader()
    var rows: [[String]] = []
    for (name, tag) in Corpus.toneLanguages {
      let posts = try corpus.toned(name)
      // Its author's language is declared, as networks do; it is read all the same.
      let read = posts.map { place(reader.read($0.text, declaredLanguage: tag).tone) }
      let plain = posts.map { place(lexicon.read($0.text, declaredLanguage: tag).tone) }
      let truth = posts.map(\.tone)
      let (low, high) = interval(read, truth)
      rows.append([
        tag, String(posts.count), figure(recall(read, truth)), "\(figure(low)) to \(figure(high))",
        figure(recall(plain, truth)),
      ])
    }
    report.table(
      ["language", "posts", "read", "95 % interval (1,000 draws)", "telling words alone"], rows)
  }

  /// What is unknown counts as neutral.
  private static func place(_ tone: Reading.Tone?) -> Int {
    Reading.Tone.allCases.firstIndex(of: tone ?? .neutral) ?? 1
  }

  private static func recall(_ read: [Int], _ truth: [Int]) -> Double {
    var (hits, all) = ([0.0, 0, 0], [0.0, 0, 0])
    for (read, truth) in zip(read, truth) {
      all[truth] += 1
      if read == truth { hits[truth] += 1 }
    }
    return zip(hits, all).map { $1 == 0 ? 0 : $0 / $1 }.reduce(0, +) / 3
  }

  private static func interval(_ read: [Int], _ truth: [Int]) -> (Double, Double) {
    var dice = Dice(state: 1)
    let found = (0..<1000).map { _ in
      let drawn = read.indices.map { _ in Int.random(in: read.indices, using: &dice) }
      return recall(drawn.map { read[$0] }, drawn.map { truth[$0] })
    }.sorted()
    return (found[25], found[974])
  }
}
