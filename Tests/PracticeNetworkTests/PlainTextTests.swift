import HeedModel
import Testing

@testable import PracticeNetwork

@Suite struct PlainTextTests {
  private let people = ["ana", "cornerbikes"].compactMap { People.byID[$0] }
    .map(PracticeService.State.told)

  @Test func namesTagsAndAddressesAreFound() {
    let text = PlainText.parsed(
      "@ana see https://cornerbikes.example/hours. #Brakes!", people: people)
    #expect(
      text.blocks == [
        .paragraph([
          .mention(handle: "@ana", to: nil), .text(" see "),
          .link(
            to: "https://cornerbikes.example/hours", [.text("https://cornerbikes.example/hours")]),
          .text(". "), .tag(name: "Brakes", to: nil),
          .text("!"),
        ])
      ])
  }

  @Test func paragraphsAndLinesStay() {
    let text = PlainText.parsed("One\ntwo\n\n\nthree", people: [])
    #expect(
      text.blocks == [
        .paragraph([.text("One"), .lineBreak, .text("two")]), .paragraph([.text("three")]),
      ])
  }

  @Test(arguments: ["mail@ana", "a#b", "#", "@", "@nobody hello", "http:/x", "1 # 2 @ 3"])
  func whatOnlyLooksLikeItStaysText(text: String) {
    #expect(PlainText.parsed(text, people: people).blocks == [.paragraph([.text(text)])])
  }

  @Test func nothingMakesNothing() {
    #expect(PlainText.parsed(" \n \n", people: people).isEmpty)
  }

  @Test func namesAreFoundInAnyWritingWithOrWithoutThePlace() {
    #expect(
      Names.mentions(in: "مرحبا @layla، كيف حالك @Ana@practice.example؟") == ["layla", "ana"])
    #expect(Names.mentions(in: "@ana@elsewhere.example @ana-lytics") == [])
    #expect(Names.tags(in: "#猫 と #Brakes, #a_b.") == ["猫", "brakes", "a_b"])
  }
}
