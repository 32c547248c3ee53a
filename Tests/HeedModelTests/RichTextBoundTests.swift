import HeedModel
import Testing

@Suite struct RichTextBoundTests {
  @Test func whatPeopleWriteStaysAsItIs() {
    let text = RichText(plain: String(repeating: "A bell rings at noon.\n", count: 400))
    #expect(text.bounded == text)
    let whole = RichText([.paragraph([.text(String(repeating: "a", count: RichText.longest))])])
    #expect(whole.bounded == whole)
  }

  @Test func ofWhatIsFarTooLongTheBeginningStays() throws {
    let text = RichText([.paragraph([.text(String(repeating: "é", count: RichText.longest))])])
    let plain = text.bounded.plain
    #expect(plain.utf8.count <= RichText.longest + 2)
    #expect(plain.hasPrefix("éé"))
    #expect(plain.hasSuffix("…"))
    #expect(text.bounded.bounded == text.bounded)
  }

  @Test func aHeapOfLinksIsBounded() {
    let link = RichText.Inline.link(to: "https://a.example/", [.text("a")])
    let heap = RichText([
      .quote([.list(ordered: false, items: Array(repeating: [.paragraph([link])], count: 20_000))]),
      .paragraph([.text("The end.")]),
    ])
    let bounded = heap.bounded
    #expect(bounded.links == ["https://a.example/"])
    #expect(!bounded.plain.contains("The end."))
    #expect(bounded.plain.utf8.filter { $0 == UInt8(ascii: "a") }.count <= RichText.mostParts)
    #expect(bounded.bounded == bounded)
    // Long addresses count as words do.
    let long = RichText.Inline.link(
      to: "https://a.example/" + String(repeating: "x", count: 8_000), [.text("a")])
    let many = RichText([.paragraph(Array(repeating: long, count: 1_000))])
    #expect(many.bounded.encoded.utf8.count < 2 * RichText.longest)
  }
}
