import HeedModel
import Testing

@testable import PracticeNetwork

/// An invented person says what somebody at the shop asks them to say.
@Suite struct FavourTests {
  private static func asked(_ text: String, _ visibility: Visibility = .public) -> (World, Entry) {
    var scene = TurnsTests.Scene("maud", .price)
    let ours = scene.world.say(
      Saying(
        author: Place.shop, text: text, parent: scene.opening, visibility: visibility,
        language: "en"))
    scene.world.takeNotice(of: ours)
    scene.world.move(to: scene.world.now + .minutes(1))
    return (scene.world, ours)
  }

  @Test(arguments: [Visibility.public, .private])
  func whatIsAskedForIsSaidWordForWord(_ visibility: Visibility) throws {
    let (world, ours) = Self.asked("Please say “heed-k3m9q-x7wdp”, Maud.", visibility)
    let said = try #require((world.children[ours.id] ?? []).compactMap { world.entries[$0] }.first)
    #expect(said.author == "maud")
    #expect(said.text.hasSuffix("heed-k3m9q-x7wdp"))
    #expect(said.visibility == visibility)
    #expect(said.mentions.contains(Place.shop))
  }

  @Test(arguments: [
    ("Please say “A”, and please say “B”", "A"), ("BITTE SAG „Guten Tag“", "Guten Tag"),
    ("Would you please write \"Oh, it works\"?", "Oh, it works"),
  ])
  func theWordsBetweenTheMarksAreMeant(_ text: String, _ words: String) {
    #expect(Favour.words(askedIn: text) == words)
  }

  @Test(arguments: [
    "Please say when you come by.", "They say “it rings”", "Please say “", "Please say “”",
    "Please say “it never ends",
  ])
  func whereNothingIsAskedForNothingIsSaid(_ text: String) {
    #expect(Favour.words(askedIn: text) == nil)
  }
}
