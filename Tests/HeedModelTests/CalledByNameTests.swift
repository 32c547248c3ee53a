import HeedModel
import Testing

/// Words said to the shop by its name, and words about it. Written for this.
@Suite struct CalledByNameTests {
  private static let us = CalledByName(names: ["Corner Bikes", "corner bikes", "CB"])

  @Test(arguments: [
    "Hey Corner Bikes, are you open on Monday?",
    "hi corner bikes my chain broke",
    "Hello Corner Bikes! Love the new bells.",
    "Thank you Corner Bikes for fixing it so fast",
    "Thanks, Corner Bikes!",
    "Corner Bikes, why do you not answer the phone?",
    "CORNER BIKES: please send it again",
    "Corner Bikes, your bell broke after a day.",
    "Good morning Corner Bikes",
    "Liebe Corner Bikes, wann macht ihr wieder auf?",
    "Corner Bikes, könnt ihr mir helfen?",
    "Danke Corner Bikes für die schnelle Hilfe!",
    "Hola Corner Bikes, ¿cuándo abren?",
    "Bonjour Corner Bikes je cherche une sonnette",
    "Olá Corner Bikes, vocês têm campainhas?",
    "Merci Corner Bikes",
  ])
  func saidToUs(_ words: String) { #expect(Self.us.calls(RichText(plain: words))) }

  @Test(arguments: [
    "Corner Bikes is great",
    "Corner Bikes, the shop in Linz, has moved.",
    "I love Corner Bikes, you should go there",
    "ok Corner Bikes is closed again",
    "Corner Bikes",
    "Corner Bikes: a review of five bells",
    "Hey, has anybody been to Corner Bikes? You can tell me.",
    "Cornerbikes, are you open?",
    "Hey Corner Bikesellers, are you open?",
    "CB, are you there?",
    "Corner Bikes ist heute zu.",
    "Danke, war heute bei Corner Bikes",
    "Corner Bikes hat mir geholfen, könnt ihr auch hin",
    "",
  ])
  func saidAboutUs(_ words: String) { #expect(!Self.us.calls(RichText(plain: words))) }

  @Test func namesBeforeItOnlyCarryThePost() {
    let text = RichText([
      .paragraph([
        .mention(handle: "@rui@a.example", to: "https://a.example/@rui"),
        .text(" Hey Corner Bikes, are you open?"),
      ])
    ])
    #expect(Self.us.calls(text))
    #expect(!CalledByName(names: ["", "CB"]).calls(RichText(plain: "Hey CB, are you open?")))
  }
}
