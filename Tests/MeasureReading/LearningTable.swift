import HeedModel
import HeedReading

/// A trade whose words no model knows: members correct what is read wrong, post by post.
enum LearningTable {
  private struct Said {
    var text: String
    var tone: Reading.Tone
    var kinds: Set<Reading.Kind>
  }

  static func write(to report: inout Report) {
    report.head("Learning a new trade's language")
    let corrections = [0, 50, 200, 500]
    var sums = [(tone: Double, kind: Double)](repeating: (0, 0), count: corrections.count)
    let runs = 5
    for run in 1...runs {
      var trade = Trade(seed: UInt64(run))
      let test = (0..<400).map { _ in trade.say() }
      let stream = (0..<20_000).map { _ in trade.say() }
      var reader: any Reader = TrainedReader()
      var count = 0
      var next = stream.makeIterator()
      for (place, wanted) in corrections.enumerated() {
        while count < wanted, let said = next.next() {
          let read = reader.read(said.text, declaredLanguage: "en")
          guard read.tone != said.tone || read.kinds != said.kinds else { continue }
          reader = reader.taught([
            Lesson(
              words: said.text, declaredLanguage: "en",
              reading: Reading(
                language: "en", tone: said.tone, kinds: said.kinds, by: Reading.member, sureness: 1)
            )
          ])
          count += 1
        }
        let read = test.map { reader.read($0.text, declaredLanguage: "en") }
        let wrong = zip(read, test)
        sums[place].tone += Double(wrong.count { $0.tone != $1.tone }) / Double(test.count)
        sums[place].kind += Double(wrong.count { $0.kinds != $1.kinds }) / Double(test.count)
      }
    }
    report.say(
      "Invented posts of a trade with 60 words of its own, in many frames; a member corrects only what is read wrong. Wrong on 400 others, mean of \(runs) trades:"
    )
    report.table(
      ["corrections", "tone wrong %", "kinds wrong %"],
      zip(corrections, sums).map { count, sum in
        [
          String(count), percent(Int(sum.tone / Double(runs) * 1000), of: 1000),
          percent(Int(sum.kind / Double(runs) * 1000), of: 1000),
        ]
      })
  }

  /// Its words are made of syllables, so that no model can have met them.
  private struct Trade {
    private var dice: Dice
    private var good: [String] = []
    private var bad: [String] = []
    private var things: [String] = []

    private static let frames: [(String, Reading.Tone, Set<Reading.Kind>)] = [
      ("the # is @ today", .neutral, []), ("my # went @ on the second day", .neutral, []),
      ("honestly, # is @", .neutral, []), ("got my # back and it is @ @", .neutral, []),
      ("you sent me a @ #", .neutral, []), ("that # of yours: @", .neutral, []),
      ("all of us here say the # is @", .neutral, []),
      ("a @ # once more, says the boss", .neutral, []),
    ]

    init(seed: UInt64) {
      dice = Dice(state: seed &* 7919)
      good = (0..<20).map { _ in word() }
      bad = (0..<20).map { _ in word() }
      things = (0..<20).map { _ in word() }
    }

    private mutating func word() -> String {
      let syllables = [
        "bro", "ta", "lin", "gu", "mek", "sor", "vi", "pol", "dra", "nes", "ku", "fim",
      ]
      return (0..<Int.random(in: 2...3, using: &dice)).map { _ in
        syllables.randomElement(using: &dice) ?? "ta"
      }.joined()
    }

    mutating func say() -> Said {
      let frame = Self.frames.randomElement(using: &dice)?.0 ?? "#"
      let kind = Int.random(in: 0..<3, using: &dice)
      var text = frame.replacing("#", with: things.randomElement(using: &dice) ?? "it")
      switch kind {
      case 0:
        text = text.replacing("@", with: bad.randomElement(using: &dice) ?? "bad")
        return Said(text: text, tone: .negative, kinds: [.complaint])
      case 1:
        text = text.replacing("@", with: good.randomElement(using: &dice) ?? "good")
        return Said(text: text, tone: .positive, kinds: [.praise])
      default:
        text = text.replacing("@", with: things.randomElement(using: &dice) ?? "there")
        return Said(text: text, tone: .neutral, kinds: [.other])
      }
    }
  }
}
