import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What is public, and never changed, names nobody: neither by their whole name, nor by a part of it.
@Suite struct NobodyNamedTests {
  @Test(arguments: [
    "Teo told us.", "It was Teo’s.", "We thank TEO for it.", "Castellános found it.",
    "Our Mr. Castellanos was wrong.", "It is right (Teo).", "Teo\nsaw it.", "Dr. Teo saw it.",
    "Anne wrote it.", "It was said by Marie.", "It is fixed.Will told us.",
    "Thanks to Will, it is.",
  ])
  func aPartOfANameNames(_ text: String) {
    let parts = NameParts(["Teo Castellanos", "Anne-Marie", "Will Hope"])
    #expect(parts.first(in: text) != nil, "\(text)")
  }

  @Test(arguments: [
    "The store is open.", "Will you forgive us? It is fixed.", "We hope so.", "It will be there.",
    "Theo is another.", "a teo is a word there", "Our shop has it.", "Der Laden hat es.",
    "She has it. The rest follows: Not here.", "",
  ])
  func aWordIsAWord(_ text: String) {
    let parts = NameParts(["Teo Castellanos", "The Store Not", "Will Hope", "Laden Shop", "Li Bo"])
    #expect(parts.first(in: text) == nil, "\(text)")
  }

  @Test func aPublishedDeedNamesNobodyByAPartOfTheirName() async throws {
    let test = try await TestDesk()
    var settings = try await test.desk.settings()
    settings.publishesDeeds = true
    try await test.desk.save(settings, by: test.lead)
    _ = try await test.desk.addMember(
      name: "Mira Oyelaran", email: "mira@desk.example", password: TestDesk.password,
      role: .member)
    var post = FakeNetwork.post(
      "a", "Please keep bells for wide bars.", by: "teo", at: test.clock.now())
    post.author.name = "Teo Castellanos"
    try await test.hear([.post(post)])
    let wish = try await test.desk.gather(
      try await test.post("a").id, to: nil, title: "Bells", kind: .wish, by: test.alicia)
    test.pass(.minutes(1))
    try await test.desk.change(wish, to: .done, reason: "Teo has one.", by: test.alicia)
    #expect(try await test.desk.wish(wish, PageRequest(), for: test.alicia).deeds.names != nil)
    func publish(_ wished: String, _ done: String) async -> Problem? {
      await problem {
        try await test.desk.publishDeed(wish, wished: wished, done: done, by: test.alicia)
      }
    }
    for name in ["Teo", "Castellanos", "Mira", "Oyelaran", "Teo Castellanos", "teo castellanos"] {
      #expect(await publish("Bells.", "Thanks to \(name).")?.field == "word", "\(name)")
      #expect(await publish("\(name) told us.", "Here.")?.field == "said", "\(name)")
    }
    let told = await publish("Teo told us.", "Here.")
    #expect(told?.text.description.contains("write it in small letters") == true)
    #expect(told?.text.description.contains("Teo Castellanos") == true)
    #expect(await publish("Somebody told us.", "They are here.") == nil)
  }

  @Test func aPublicCorrectionNamesNobodyByAPartOfTheirName() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    var settings = try await test.desk.settings()
    settings.publishesCorrections = true
    try await test.desk.save(settings, by: test.lead)
    var post = FakeNetwork.post(
      "t", "There is no charger in it.", by: "teo", at: test.clock.now(),
      parent: scene.wrong.remoteID)
    post.author.name = "Teo Castellanos"
    try await test.hear([.post(post)])
    let mistake = try await scene.mark(told: try await test.post("t").id)
    try await scene.fixed(mistake)
    func publish(_ wrong: String, _ right: String) async -> Problem? {
      await problem {
        try await test.desk.publish(mistake, wrong: wrong, right: right, by: test.alicia)
      }
    }
    #expect(await publish("Teo told us.", "It is not.")?.field == "text")
    #expect(await publish("We said it is.", "It is not, as Castellanos says.")?.field == "word")
    #expect(await publish("We said it is.", "It is sold apart.") == nil)
  }
}
