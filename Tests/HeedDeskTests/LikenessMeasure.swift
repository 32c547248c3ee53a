import Foundation
import HeedModel
import HeedReading
import HeedTesting
import HeedTopics
import Testing

@testable import HeedDesk

/// What is found alike, measured on pairs of our own writing that nothing was tuned on, among what real customers wrote.
/// `make measure-reading` writes its table into Docs/reading.md.
@Suite struct LikenessMeasure {
  @Test(
    .enabled(
      if: Corpora.folder("conversations-ibm-care") != nil, "conversations-ibm-care is not at hand"))
  func wordsAndMeaningTogetherFindMoreThanWordsAlone() throws {
    let pairs = try AlikePairs(isApart: true)
    let words = pairs.ranks { $0.score }
    let meaning = pairs.ranks { $0.nearness }
    let both = pairs.ranks { $0.likeness }
    let table = pairs.table([
      ("words (BM25)", words), ("meaning", meaning), ("both", both),
    ])
    print(table)
    let shown = pairs.shown { $0.isAskedAlike }
    let perhaps = pairs.shown { $0.isPerhapsAskedAlike }
    let gates = """
      *Others asked alike*, beside a conversation. \(shown.text)
      On the page of those who may have asked alike. \(perhaps.text)
      """
    print(gates)
    if let page = ProcessInfo.processInfo.environment["HEED_LIKENESS_PAGE"] {
      try AlikePairs.put(table + "\n" + gates, into: page)
    }
    #expect(words.count > 90)
    // What it was chosen for: something right for every fourth question that has anything beside it, and more seldom
    // anything where nobody asked the same.
    #expect(shown.rightly * 4 > shown.helped)
    #expect(shown.idle * 2 < shown.helped)
    #expect(perhaps.right > shown.right)
    #expect(both.mean { 1 / $0 } > words.mean { 1 / $0 })
    let natural = (words.filter { $0.isNatural }, both.filter { $0.isNatural })
    #expect(natural.1.mean { $0 <= 3 ? 1 : 0 } >= natural.0.mean { $0 <= 3 ? 1 : 0 } - 0.05)
  }
}

extension LikenessMeasure {
  /// Prints what other gates would show, on the pairs that things are tuned on.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["HEED_LIKENESS_GATES"] != nil
        && Corpora.folder("conversations-ibm-care") != nil, "HEED_LIKENESS_GATES is not set"))
  func gatesOnThePairsThatThingsAreTunedOn() throws {
    let pairs = try AlikePairs(isApart: false)
    print(
      "share, likeness, words: right/shown, helped rightly/helped, like words, other words, idle")
    for share in [0.3, 0.4, 0.5, 0.6] {
      for least in [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8] {
        for words in 0...2 {
          let shown = pairs.shown {
            $0.share >= share && $0.words >= 2 || $0.likeness >= least && $0.words >= words
          }
          print("\(share), \(least), \(words): \(shown.figures)")
        }
      }
    }
    #expect(pairs.shown { _ in true }.right > pairs.shown { _ in false }.right)
  }
}

/// How right it is when at most three are shown of what passes a gate.
private struct Shown {
  /// Questions with something shown, and with something right among it.
  var (helped, rightly) = (0, 0)
  var (count, right) = (0, 0)
  /// Questions with something shown where nothing says the same, only what real customers wrote.
  var idle = 0
  var questions = 0
  /// Of what says the same, by whether in like words, how many were shown and how many there are.
  var found = [false: 0, true: 0]
  var all = [false: 0, true: 0]

  var figures: String {
    "\(right)/\(count), \(rightly)/\(helped), \(found[true] ?? 0)/\(all[true] ?? 0), "
      + "\(found[false] ?? 0)/\(all[false] ?? 0), \(idle)/\(questions)"
  }

  var text: String {
    func part(_ part: Int, _ whole: Int) -> String {
      "\(part) of \(whole) (\(whole == 0 ? 0 : 100 * part / whole) %)"
    }
    return """
      For the same questions, at most three shown: \(part(right, count)) of what \
      is shown says the same, \(part(rightly, helped)) of the questions with anything shown have something right among \
      it, \(part(found[true] ?? 0, all[true] ?? 0)) of what says the same in like words is shown, \
      \(part(found[false] ?? 0, all[false] ?? 0)) in other words. Where only what real customers wrote is there, something \
      is shown for \(part(idle, questions)); it counts as wrong, also where it is alike.

      """
  }
}

/// How high what is alike stood among all.
private struct Rank {
  var place: Double
  /// Said in words much like those asked with, not in quite other ones.
  var isNatural: Bool
}

extension [Rank] {
  fileprivate func mean(_ worth: (Double) -> Double) -> Double {
    isEmpty ? 0 : reduce(0) { $0 + worth($1.place) } / Double(count)
  }
}

/// The pairs of `Scripts/reading/labels/alike.tsv`, and the index that they are looked for in.
private struct AlikePairs {
  private struct Question {
    var words: String
    /// Where those that are alike stand; the first says it in other words, the others as people do.
    var alike: [Int] = []
    var lookAlikes: [Int] = []
  }

  private var questions: [Question] = []
  private var index = AnsweredIndex()
  private var asked = AskedIndex()
  /// What was asked most alike each of them, as many as the desk looks at.
  private var found: [[AnsweredIndex.Found]] = []
  private let vectors = WordVectors()

  init(isApart: Bool) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let rows = try String(
      contentsOf: root.appending(path: "Scripts/reading/labels/alike.tsv"), encoding: .utf8)
    var places: [String: Int] = [:]
    for row in rows.split(separator: "\n") {
      let row = row.split(separator: "\t").map(String.init)
      guard row.count == 3, (Self.crc(row[0]) % 2 == 0) == isApart else { continue }
      let place = places[row[0]] ?? questions.count
      if place == questions.count { questions.append(Question(words: row[0])) }
      places[row[0]] = place
      if row[2] == "alike" {
        questions[place].alike.append(index.count)
      } else {
        questions[place].lookAlikes.append(index.count)
      }
      add(row[1])
    }
    for text in try Self.care() where FoldedText(text).length >= 4 { add(text) }
    found = questions.map { question in
      let terms = FoldedText(question.words).indexTerms
      return asked.alike(terms, vectors.meaning(of: terms), limit: 3 * 3 + 8)
    }
  }

  private mutating func add(_ text: String) {
    let terms = FoldedText(text).indexTerms
    let meaning = vectors.meaning(of: terms)
    index.add(terms, meaning: meaning, by: ID(1))
    let number = Int64(asked.count + 1)
    asked.add(
      terms, meaning: meaning, at: AskedIndex.Place(conversation: ID(number), post: ID(number)))
  }

  /// What is shown of what was asked, by a gate.
  func shown(_ isShown: (AnsweredIndex.Found) -> Bool) -> Shown {
    zip(questions, found).reduce(into: Shown()) { shown, one in
      let (question, all) = one
      let found = all.filter(isShown).prefix(3)
      let apart = question.alike + question.lookAlikes
      shown.questions += 1
      shown.idle += all.contains { isShown($0) && !apart.contains($0.document) } ? 1 : 0
      let right = found.filter { question.alike.contains($0.document) }
      shown.count += found.count
      shown.right += right.count
      shown.helped += found.isEmpty ? 0 : 1
      shown.rightly += right.isEmpty ? 0 : 1
      for (number, document) in question.alike.enumerated() {
        shown.all[number > 0, default: 0] += 1
        if right.contains(where: { $0.document == document }) {
          shown.found[number > 0, default: 0] += 1
        }
      }
    }
  }

  func ranks(_ worth: (AnsweredIndex.Found) -> Double) -> [Rank] {
    questions.flatMap { question -> [Rank] in
      let terms = FoldedText(question.words).indexTerms
      let found = index.alike(terms, vectors.meaning(of: terms), limit: index.count)
      let worths = Dictionary(
        uniqueKeysWithValues: found.map { ($0.document, worth($0)) })
      return question.alike.enumerated().map { number, document in
        let own = worths[document] ?? 0
        let others = worths.filter { !question.alike.contains($0.key) }.values
        let above = others.count { $0 > own }
        // Of those that nothing tells apart it may be any.
        let beside = own > 0 ? others.count { $0 == own } : index.count - above
        return Rank(place: Double(above) + Double(beside) / 2 + 1, isNatural: number > 0)
      }
    }
  }

  func table(_ ways: [(name: String, ranks: [Rank])]) -> String {
    var text = """
      \(questions.count) questions that nothing was tuned on, among \(index.count) texts: those that say the same, as many \
      look-alikes that have their words, and what real customers wrote.

      | found by | in other words, among the first three | mean of 1/place | in like words, among the first three \
      | mean of 1/place |
      | --- | --- | --- | --- | --- |

      """
    for (name, ranks) in ways {
      let parts = [false, true].flatMap { isNatural -> [String] in
        let part = ranks.filter { $0.isNatural == isNatural }
        return [Self.interval(part) { $0 <= 3 ? 1 : 0 }, Self.interval(part) { 1 / $0 }]
      }
      text += "| \(name) | " + parts.joined(separator: " | ") + " |\n"
    }
    if let words = ways.first, let both = ways.last {
      let more = Self.difference(words.ranks, both.ranks)
      text += "\nBoth less words, mean of 1/place over all: \(more).\n"
    }
    return text
  }

  private static func interval(_ ranks: [Rank], _ worth: (Double) -> Double) -> String {
    let worths = ranks.map { worth($0.place) }
    let (low, high) = bounds(worths)
    return String(
      format: "%.3f (%.3f to %.3f)", worths.reduce(0, +) / Double(worths.count), low, high)
  }

  private static func difference(_ one: [Rank], _ other: [Rank]) -> String {
    let worths = zip(one, other).map { 1 / $1.place - 1 / $0.place }
    let (low, high) = bounds(worths)
    return String(
      format: "%+.3f (%+.3f to %+.3f)", worths.reduce(0, +) / Double(worths.count), low, high)
  }

  /// 95 % of 1,000 means of as many, drawn again and again.
  private static func bounds(_ worths: [Double]) -> (Double, Double) {
    var dice = SplitMix64(seed: 1)
    let means = (0..<1000).map { _ in
      (0..<worths.count).reduce(0.0) { sum, _ in
        sum + worths[Int(dice.next() % UInt64(worths.count))]
      } / Double(worths.count)
    }.sorted()
    return (means[25], means[974])
  }

  private static func care() throws -> [String] {
    guard let folder = Corpora.folder("conversations-ibm-care") else { return [] }
    struct Talk: Decodable {
      struct Turn: Decodable { var message: String? }
      var dialogContent: [Turn]
    }
    return try ["dev", "test"].flatMap { name in
      let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
      return try JSONDecoder().decode([Talk].self, from: data).flatMap { talk in
        talk.dialogContent.compactMap(\.message)
      }
    }
  }

  /// As zlib's crc32, by which half of the questions are kept apart.
  private static func crc(_ text: String) -> UInt32 {
    ~text.utf8.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
        crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
      }
    }
  }

  /// Puts a table into a page, between its marks.
  static func put(_ table: String, into path: String) throws {
    let page = try String(contentsOfFile: path, encoding: .utf8)
    guard let begin = page.range(of: "<!-- likeness measured -->\n"),
      let end = page.range(of: "<!-- until here -->", range: begin.upperBound..<page.endIndex)
    else { return }
    let whole = page[..<begin.upperBound] + "\n" + table + "\n" + page[end.lowerBound...]
    try String(whole).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
