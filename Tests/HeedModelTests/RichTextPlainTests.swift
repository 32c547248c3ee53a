import HeedModel
import Testing

@Suite struct RichTextPlainTests {
  let rich = RichText([
    .heading([.text("News")]),
    .paragraph([
      .text("Ask "), .mention(handle: "@ana@a.example", to: nil), .lineBreak,
      .text("about "), .tag(name: "owls", to: nil), .text(" "),
      .link(to: "https://b.example/x", [.text("here")]),
    ]),
    .quote([.paragraph([.text("one"), .lineBreak, .text("two")]), .paragraph([.text("three")])]),
    .list(
      ordered: true,
      items: [
        [
          .paragraph([.text("first"), .lineBreak, .text("still")]),
          .list(ordered: false, items: [[.paragraph([.text("inner")])]]),
        ],
        [.paragraph([.tag(name: "owls", to: nil)])],
      ]),
    .code("a\n  b"),
  ])

  @Test func plainHoldsAllWordsAndTheShapeOfTheText() {
    #expect(
      rich.plain == """
        News

        Ask @ana@a.example
        about #owls here

        > one
        > two
        >
        > three

        1. first
           still

           - inner
        2. #owls

        a
          b
        """)
  }

  @Test func membersWordsBecomeParagraphsAndLineBreaks() {
    #expect(
      RichText(plain: "One\r\ntwo\n \t\nThree\r\rFour\n\n\n").blocks == [
        .paragraph([.text("One"), .lineBreak, .text("two")]), .paragraph([.text("Three")]),
        .paragraph([.text("Four")]),
      ])
    #expect(RichText(plain: " \n\n").isEmpty)
  }

  @Test func mentionsTagsAndLinksComeInOrderAndOnce() {
    #expect(rich.mentions == [RichText.Mention(handle: "@ana@a.example")])
    #expect(rich.tags == ["owls"])
    #expect(rich.links == ["https://b.example/x"])
  }

  @Test func whomAPostIsAddressedToIsNoPartOfWhatItSays() {
    let us = RichText.Inline.mention(handle: "@bikes@a.example", to: nil)
    func plain(_ blocks: [RichText.Block]) -> String { RichText(blocks).withoutAddressees.plain }
    #expect(plain([.paragraph([us, .text(", do you open?")])]) == "do you open?")
    #expect(
      plain([.paragraph([.text(" "), us, .text(" "), us, .lineBreak, .text("Open?")])]) == "Open?")
    #expect(plain([.paragraph([us]), .paragraph([.text("Open?")])]) == "Open?")
    // A name inside a sentence is part of it, and somebody who only calls has said that.
    #expect(plain([.paragraph([.text("Ask "), us, .text("!")])]) == "Ask @bikes@a.example!")
    #expect(plain([.paragraph([us, .text(" ")])]) == "@bikes@a.example ")
    #expect(plain([.paragraph([.text(", so")])]) == ", so")
    #expect(plain([.quote([.paragraph([us])])]) == "> @bikes@a.example")
    #expect(plain([]) == "")
  }

  @Test(arguments: [
    ("Short.", 20, "Short."), ("Exactly ten", 11, "Exactly ten"), ("one two three", 8, "one two…"),
    ("one two three", 9, "one two…"), ("Donaudampfschiff", 6, "Donau…"), ("a  b\n\nc", 9, "a b c"),
    ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…"), ("word", 1, "…"), ("word", 0, ""), ("I Donaudampfschiff", 9, "I Donaud…"),
  ])
  func aPreviewIsNeverLongerThanItsLimit(text: String, limit: Int, expected: String) {
    #expect(RichText(plain: text).preview(limit: limit) == expected)
    #expect(expected.count <= limit)
  }
}
