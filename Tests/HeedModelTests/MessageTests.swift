import HeedModel
import Testing

@Suite struct MessageTests {
  private let kept: Message = "Your draft is kept."

  @Test func aLiteralIsItsTemplateAndWhatStandsInIt() {
    let message: Message = "\("Ana") took \(2) of these, 100 %. \(kept)"
    #expect(message.template == "%1 took %2 of these, 100 %%. %3")
    #expect(message.arguments == [.words("Ana"), .number(2), .message(kept)])
    #expect(message.english == "Ana took 2 of these, 100 %. Your draft is kept.")
    #expect("\(message)" == message.english)
  }

  @Test func wordsOfOthersAreNeverPlaces() {
    let title = Message(verbatim: "50%1 off, 100%% sure %")
    #expect(title.english == "50%1 off, 100%% sure %")
    let message: Message = "They say: \("%1 %2 \\(x)")"
    #expect(message.english == "They say: %1 %2 \\(x)")
  }

  @Test func aPlaceWithNothingForItStays() {
    #expect(Message(template: "%1 and %2", arguments: [.number(1)]).english == "1 and %2")
    #expect(Message.filled("%0 %a %") { _ in "x" } == "%0 %a %")
  }

  @Test(
    arguments: [
      "Somebody else", "", "\("Ana") has this. \(3) wait.", "%", "\("\u{1E}w\u{1F}") is odd",
      "\("a" as Message) and \("\("b") %" as Message)", "\("") \(-7)",
      Message(template: "in %1", arguments: [.language("nb", english: "Norwegian Bokmål")]),
    ] as [Message])
  func whatIsStoredIsReadAgain(_ message: Message) {
    let again = Message(stored: message.stored)
    #expect(again == message)
    #expect(again.english == message.english)
  }

  @Test func whatWasStoredAsPlainTextStillReads() {
    #expect(Message(stored: "No answer. 100 % lost.").english == "No answer. 100 % lost.")
    #expect(Message(stored: "Sign in first.") == "Sign in first.")
    #expect(("Sign in first." as Message).stored == "Sign in first.")
  }

  @Test(arguments: [
    "\u{1E}", "\u{1E}%1", "\u{1E}%1\u{1F}", "\u{1E}%1\u{1F}wx", "\u{1E}%1\u{1F}nx\u{1D}",
    "\u{1E}%1\u{1F}qx\u{1D}", "\u{1E}%1\u{1F}len\u{1D}", "\u{1E}%1\u{1F}wx\u{1D}more",
    "\u{1D}\u{1F}",
    String(repeating: "\u{1E}%1\u{1F}", count: 10_000),
  ])
  func whatIsNoMessageOfOursIsPlainWords(_ stored: String) {
    let read = Message(stored: stored)
    #expect(read.arguments.isEmpty)
    #expect(!read.english.unicodeScalars.contains { (0x1C...0x1F).contains($0.value) })
  }
}
