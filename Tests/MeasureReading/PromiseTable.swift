import Foundation
import HeedModel
import HeedReading

/// How right promises and their due times are found, on sentences that the rules were not written on.
enum PromiseTable {
  static func write(to report: inout Report) throws {
    let all = try PromiseSentences.all()
    let apart = all.filter(\.isApart)
    report.head("Sentences that the rules were not written on (\(apart.count) of \(all.count))")
    let groups = PromiseFinder.languages.map { language in
      (language, apart.filter { $0.language == language })
    }
    report.table(
      ["language", "promises", "look-alikes", "precision", "recall", "due right"],
      (groups + [("all", apart)]).map { name, sentences in
        let counted = PromiseCount(sentences)
        return [
          name, String(counted.found + counted.missed),
          String(sentences.count - counted.found - counted.missed), figure(counted.precision),
          figure(counted.recall), "\(counted.dueRight) of \(counted.due)",
        ]
      })
    let written = PromiseCount(all.filter { !$0.isApart })
    report.say(
      """
      On the sentences that they were written on: precision \(figure(written.precision)), recall \
      \(figure(written.recall)), \(written.dueRight) of \(written.due) due times.
      """)
    try DueTable.write(to: &report)
  }
}
