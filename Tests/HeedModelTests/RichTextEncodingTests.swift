import HeedModel
import Testing

@Suite struct RichTextEncodingTests {
  @Test func whatIsReadBackIsWhatWasWrittenInItsNormalForm() {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("RichText samples: seed \(seed)")
    var samples = RichTextSamples(seed: seed)
    for _ in 0..<5_000 {
      let text = samples.next()
      let normal = text.normalised
      #expect(normal.normalised == normal, "seed \(seed): normalising twice changed \(text)")
      let read = RichText(encoded: text.encoded)
      #expect(read == normal, "seed \(seed): \(text.encoded.debugDescription)")
      if read != normal || normal.normalised != normal { break }
    }
  }

  @Test func anyStoredTextIsReadAndSettlesInOneStep() {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("Stored samples: seed \(seed)")
    var samples = RichTextSamples(seed: seed)
    for _ in 0..<5_000 {
      let stored = samples.nextStored()
      let text = RichText(encoded: stored)
      #expect(RichText(encoded: text.encoded) == text, "seed \(seed): \(stored.debugDescription)")
      if RichText(encoded: text.encoded) != text { break }
    }
  }

  @Test func plainWordsAreStoredAsTheyAre() {
    #expect(RichText([.paragraph([.text("Hello, Ana.")])]).encoded == "Hello, Ana.")
    let two = RichText([
      .paragraph([.text("One"), .lineBreak, .text("two")]), .paragraph([.text("Three")]),
    ])
    #expect(two.encoded == "One\ntwo\n\nThree")
    #expect(RichText().encoded == "")
  }

  @Test func eachShapeHasItsMark() {
    let text = RichText([
      .paragraph([
        .strong([.text("Hi")]), .text(" "), .mention(handle: "@ana", to: "https://a.example/@ana"),
        .lineBreak, .link(to: "https://b.example", [.text("b")]), .tag(name: "owls", to: nil),
      ]),
      .list(ordered: true, items: [[.paragraph([.text("x")])]]),
    ])
    #expect(
      text.encoded
        == "\u{1}1\u{1}p\u{1}sHi\u{2} \u{1}mhttps://a.example/@ana\u{3}@ana\u{2}\n"
        + "\u{1}ahttps://b.example\u{3}b\u{2}\u{1}towls\u{2}\u{2}"
        + "\u{1}o\u{1}i\u{1}px\u{2}\u{2}\u{2}")
  }

  @Test func twoLineBreaksStayTwoLineBreaks() {
    let text = RichText([.paragraph([.text("a"), .lineBreak, .lineBreak, .text("b")])])
    #expect(RichText(encoded: text.encoded) == text)
  }

  @Test func unknownShapesAndVersionsKeepTheirWords() {
    #expect(RichText(encoded: "\u{1}7\u{1}zsome \u{1}pwords").plain == "some \n\nwords")
    #expect(RichText(encoded: "\u{1}1\u{1}e\u{1}pin\u{2}side\u{2}").plain == "inside")
    #expect(RichText(encoded: "\u{2}\u{2}\u{1}").isEmpty)
    #expect(RichText(encoded: "\u{1}1\u{1}pcut \u{1}soff").plain == "cut off")
  }

  @Test func nestingBeyondTheLimitIsOpenedUpAndKeepsItsWords() {
    for mark in ["q", "u\u{1}i", "e", "a", "p\u{1}s", "z"] {
      let stored = "\u{1}1" + String(repeating: "\u{1}" + mark, count: 300_000) + "words"
      #expect(RichText(encoded: stored).plain.contains("words"), "\(mark)")
    }
  }

  @Test func readingTakesTimeInProportion() {
    func time(_ count: Int) -> Duration {
      let stored = "\u{1}1" + String(repeating: "a\u{1}eb\u{1}zc\u{1}p", count: count)
      return ContinuousClock().measure { _ = RichText(encoded: stored) }
    }
    _ = time(1_000)
    let (small, large) = (time(5_000), time(50_000))
    print("Reading 5,000 and 50,000 damaged marks: \(small), \(large)")
    #expect(large < small * 60)
  }

  @Test func noControlAndNoTurnOfDirectionIsStored() {
    let text = RichText([
      .paragraph([
        .text("a\u{0}\u{7}\u{9B}b\u{202E}c\u{2066}d\u{2069}\u{2069}e\u{2067}f"),
        .mention(handle: "@\u{202E}nimda", to: nil),
      ])
    ])
    #expect(
      text.normalised.blocks == [
        .paragraph([
          .text("abc\u{2066}d\u{2069}e\u{2067}f"), .mention(handle: "@nimda", to: nil),
          .text("\u{2069}"),
        ])
      ])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript://a.example/", "data:text/html,x", "vbscript:x", "//a", "a",
    "https:a.example", "https://", "https://:80", "https://good.example@evil.example/",
    "https://a.example/a b", "https://a.example/\n", "ftp://a.example/", "mailto:",
    "https://\u{202E}a",
    "java\u{0}script:alert(1)", " https://a.example", "https:///a", "blob:https://a.example/1",
  ])
  func aLinkElsewhereIsRefused(address: String) {
    #expect(!RichText.allows(address: address))
    let text = RichText([.paragraph([.link(to: address, [.text("words")])])])
    #expect(text.normalised.blocks == [.paragraph([.text("words")])])
  }

  @Test(arguments: [
    "https://a.example", "HTTP://A.example:8080/a?b#c", "https://[::1]/", "mailto:ana@a.example",
    "https://日本.example/ä", "https://a.example/@ana", "https://a.example?x=a@b",
  ])
  func aLinkToAPageOrAMailboxIsAllowed(address: String) {
    #expect(RichText.allows(address: address))
  }
}
