import Foundation
import HeedModel
import HeedReading

enum LanguageTables {
  private struct Row {
    var words: Int
    var isRight: Bool
    var isKnown: Bool
    var sureness: Double
  }

  static func write(_ corpus: Corpus, to report: inout Report) throws {
    let reader = TrainedReader()
    report.head("Language of posts")
    var rows: [[String]] = []
    var pooled: [Row] = []
    for (name, tag) in Corpus.toneLanguages {
      let read = try corpus.toned(name).map { row(reader, $0.text, tag) }
      let long = read.filter { $0.words >= 5 }
      rows.append([
        tag, String(long.count), percent(long.count { $0.isKnown }, of: long.count),
        percent(long.count { $0.isRight }, of: long.count { $0.isKnown }),
      ])
      if tag != "hi-Latn" { pooled += read }
    }
    report.table(["language", "posts of 5 words and more", "read %", "right of these %"], rows)
    report.say(
      "Hindi in Latin letters stands apart: many of these posts are in English with a Hindi word or none, and count as wrong here."
    )
    report.table(
      ["words", "posts", "read %", "right of these %"],
      [(1, 2), (3, 4), (5, 7), (8, 12), (13, 20), (21, 999)].map { low, high in
        let part = pooled.filter { (low...high).contains($0.words) }
        return [
          high == 999 ? "\(low) and more" : "\(low) to \(high)", String(part.count),
          percent(part.count { $0.isKnown }, of: part.count),
          percent(part.count { $0.isRight }, of: part.count { $0.isKnown }),
        ]
      })
    let sure = pooled.filter { $0.words >= 5 }.sorted { $0.sureness > $1.sureness }
    let part = sure.prefix(sure.count * 95 / 100)
    report.say(
      "Of the seven languages together, posts of five words and more: at 95 % coverage \(percent(part.count { $0.isRight }, of: part.count)) % are right."
    )
    try sentences(corpus, reader, to: &report)
  }

  private static func sentences(
    _ corpus: Corpus, _ reader: TrainedReader, to report: inout Report
  ) throws {
    report.head("Language of sentences in 75 languages, a tenth that was kept apart")
    var weak: [String] = []
    var (all, known, right) = (0, 0, 0)
    for language in (reader.languages[.language] ?? []).sorted() where corpus.has(language) {
      let apart = try corpus.sentences(language).filter { Labels.crc($0) % 10 == 0 }
      let read = apart.map { row(reader, $0, language) }
      all += read.count
      known += read.count { $0.isKnown }
      right += read.count { $0.isRight }
      let share = Double(read.count { $0.isRight }) / Double(max(1, read.count { $0.isKnown }))
      if share < 0.95 { weak.append("\(language) \(Int(share * 100))") }
    }
    report.say(
      "\(all) sentences: \(percent(known, of: all)) % read, \(percent(right, of: known)) % of these right. Under 95 % right: \(weak.joined(separator: ", "))."
    )
  }

  private static func row(_ reader: TrainedReader, _ text: String, _ tag: String) -> Row {
    let reasons = reader.explain(text, declaredLanguage: nil)
    return Row(
      words: ReadWords.count(text), isRight: reasons.reading.language == tag,
      isKnown: reasons.reading.language != nil, sureness: reasons.surenessOfLanguage)
  }
}
