import Foundation
import Testing

@testable import HeedTopics

/// The reader finds in bytes what the reference finds scalar by scalar.
struct ReaderTests {
  let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["HEED_SEED"].flatMap { UInt64($0) }
    return given ?? UInt64.random(in: 0..<1_000_000)
  }()

  static let pieces = [
    "a", "B", "wid", "é", "\u{301}", "_", "__", "-", "'", "’", "#", "＃", "@", "＠", ".", ":", "/",
    "&",
    " ", " ", " ", "\n", "\u{AD}", "\u{200D}", "\u{200B}", "\u{FE0F}", "\u{20E3}", "1", "*", "(",
    ")",
    "http://", "HTTPS://", "www.", "acct:", "東", "京", "か", "\u{3099}", "ｶ", "ﾞ", "㌖", "가",
    "\u{1100}",
    "\u{1161}", "\u{11A8}", "ᄀ", "ค", "ุ", "😂", "👍", "🏽", "👩", "💻", "🇵", "🇱", "\u{E0067}", "™", "ﬁ",
    "ß", "и", "\u{306}", "क", "\u{93C}", "\u{94D}", "İ", "ı", "Ｗ", "²", "…", "\u{0}", "\u{7F}", "ﷺ",
    "ⓐ",
    "\u{202E}", "\u{05B8}", "א", "م", "\u{064F}", "𝐖", "\u{1F1E6}", "ㅎ", "々", "ー", "℡", "㊗", "Ⓜ",
    "\u{0F71}", "\u{0F72}", "\u{0F74}", "\u{0334}", "\u{0345}", "x-y", "snake_case",
  ]

  @Test func theReaderAgreesWithTheReference() {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Corpora.count(4_000) {
      let length = Int.random(in: 0...14, using: &generator)
      let text = (0..<length).map { _ in Self.pieces.randomElement(using: &generator)! }.joined()
      guard agrees(text) else { return }
    }
  }

  @Test func theReaderAgreesOnEveryScalar() {
    for value in UInt32(0)..<0x20000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      guard agrees("a\(scalar)b \(scalar)1 #\(scalar)") else { return }
    }
  }

  @Test func theReaderAgreesOnRealPosts() throws {
    guard let directory = Corpora.directory("topics-crisislex") else { return }
    let events = try CrisisLexTests.events(in: directory.appending(path: "CrisisLexT26"))
    for event in events {
      for post in event.posts.prefix(Corpora.count(40)) {
        guard agrees(post) else { return }
      }
    }
  }

  private func agrees(_ text: String) -> Bool {
    var reference = ReferenceTokenizer(text)
    reference.run()
    let read = FoldedText(text)
    let isSame =
      read.tokens.map(\.scalars) == reference.tokens.map(\.scalars)
      && read.tokens == reference.tokens && read.length == reference.position
    #expect(
      isSame,
      "seed \(seed): \(text.debugDescription)\n\(read.tokens)\n\(reference.tokens)")
    return isSame
  }
}

extension FoldedText.Token {
  fileprivate var scalars: [Unicode.Scalar] { Array(folded.unicodeScalars) }
}
