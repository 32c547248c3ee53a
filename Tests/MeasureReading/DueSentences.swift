import Foundation
import HeedModel
import HeedReading

/// A labelled sentence of `Scripts/reading/labels/due.tsv`: when it is due, and what only says where somebody is.
struct DueSentence {
  var language: String
  var isPromise: Bool
  /// `2026-03-06` or `2026-03-05T15:00`; `nil` where no day is better than a wrong one.
  var due: String?
  var words: String
  /// No rule was written on it.
  var isApart: Bool

  static func all() throws -> [DueSentence] {
    try PromiseSentences.lines(of: "due").map { columns in
      DueSentence(
        language: columns[0], isPromise: columns[1] == "promise",
        due: columns[2] == "-" ? nil : columns[2], words: columns[3],
        isApart: PromiseSentences.hash(columns[3]) % 2 == 0)
    }
  }

  /// What the finder makes of it.
  enum Outcome { case right, missed, wrongDay, noDay, notOne, rightlyNone }

  func outcome() -> Outcome {
    let found = PromiseFinder().promises(in: words, language: language, now: PromiseSentences.now)
    guard let promise = found.first else { return isPromise ? .missed : .rightlyNone }
    guard isPromise else { return .notOne }
    let read = promise.due.map(PromiseCount.text)
    return read == due ? .right : read == nil ? .noDay : .wrongDay
  }
}

enum DueTable {
  static func write(to report: inout Report) throws {
    let all = try DueSentence.all()
    let apart = all.filter(\.isApart)
    report.head(
      "When it is due, on sentences that no rule was written on (\(apart.count) of \(all.count))")
    let groups = PromiseFinder.languages.map { language in
      (language, apart.filter { $0.language == language })
    }
    report.table(
      [
        "language", "promises", "right", "missed", "a wrong day", "no day", "look-alikes",
        "taken for one",
      ],
      (groups + [("all", apart)]).map { name, sentences in
        let outcomes = sentences.map { $0.outcome() }
        func count(_ outcome: DueSentence.Outcome) -> String {
          String(outcomes.count { $0 == outcome })
        }
        return [
          name, String(sentences.count(where: \.isPromise)), count(.right), count(.missed),
          count(.wrongDay), count(.noDay), String(sentences.count { !$0.isPromise }),
          count(.notOne),
        ]
      })
    let written = all.filter { !$0.isApart }
    report.say(
      """
      On the sentences that they were written on: \(written.count { [.right, .rightlyNone].contains($0.outcome()) }) \
      of \(written.count) as they should be.
      """)
  }
}
