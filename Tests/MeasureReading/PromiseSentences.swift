import Foundation
import HeedModel
import HeedReading

/// A labelled sentence of `Scripts/reading/labels/promises.tsv`.
struct PromiseSentence {
  var language: String
  var isPromise: Bool
  /// `2026-03-06` or `2026-03-05T15:00`; empty where no calendar knows it.
  var due: String
  var words: String
  /// No rule was written on it.
  var isApart: Bool
}

enum PromiseSentences {
  /// Wednesday, when all of them were written.
  static let now = WallTime(seconds: 1_772_636_400)

  static func all() throws -> [PromiseSentence] {
    try lines(of: "promises").enumerated().map { number, columns in
      PromiseSentence(
        language: columns[0], isPromise: columns[1] == "promise", due: columns[3],
        words: columns[4], isApart: number >= 30 && hash(columns[4]) % 5 < 2)
    }
  }

  /// The columns of a table of labels.
  static func lines(of table: String) throws -> [[String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "Scripts/reading/labels/\(table).tsv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// FNV-1a.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}

/// What the finder makes of sentences.
struct PromiseCount {
  var found = 0
  var missed = 0
  var wrong = 0
  /// Found promises whose label says when.
  var due = 0
  var dueRight = 0

  var precision: Double { Double(found) / Double(max(found + wrong, 1)) }
  var recall: Double { Double(found) / Double(max(found + missed, 1)) }

  init(_ sentences: [PromiseSentence]) {
    let finder = PromiseFinder()
    for sentence in sentences {
      let promises = finder.promises(
        in: sentence.words, language: sentence.language, now: PromiseSentences.now)
      switch (sentence.isPromise, promises.isEmpty) {
      case (true, false): found += 1
      case (true, true): missed += 1
      case (false, false): wrong += 1
      case (false, true): break
      }
      guard sentence.isPromise, !promises.isEmpty, !sentence.due.isEmpty else { continue }
      due += 1
      if promises.contains(where: { $0.due.map(Self.text) == sentence.due }) { dueRight += 1 }
    }
  }

  static func text(_ due: DueTime) -> String {
    switch due {
    case .after(let minutes):
      let now = PromiseSentences.now
      let seconds = now.dayNumber * 86400 + Int64(now.hour * 3600 + (now.minute + minutes) * 60)
      let wall = WallTime(seconds: seconds)
      return "\(wall.date)T\(wall.clock)"
    case .day(let day, nil): return WallTime(dayNumber: day).date
    case .day(let day, let minute?):
      let wall = WallTime(seconds: day * 86400 + Int64(minute * 60))
      return "\(wall.date)T\(wall.clock)"
    }
  }
}
