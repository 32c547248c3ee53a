import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// What was taken away before an erasure and stands there again after it brings nobody back.
@Suite struct RestoredErasureTests {
  private static func restored(_ post: RemotePost) -> RemoteEvent {
    var post = post
    post.isRestored = true
    return .post(post)
  }

  @Test(arguments: TestDatabases.all())
  func whatComesBackNamesNobodyWhoWasErased(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      let now = test.clock.now()
      try await test.says("My quokka is ill.", id: "q")
      // Elsewhere by an address and by a link, beside them by a name, and their very words.
      let naming = FakeNetwork.post(
        "n", "Look at @ana@fake.example, she knows.", by: "otto", at: now, toUs: false)
      let beside = FakeNetwork.post(
        "b", "Poor Ana!", by: "otto", at: now, parent: RemoteID("q"), toUs: false)
      let quoting = FakeNetwork.post(
        "w", "She says: “My quokka is ill.”", by: "rui", at: now, parent: RemoteID("q"),
        toUs: false)
      let other = FakeNetwork.post(
        "x", "The shop opens at nine.", by: "xenia", at: now, toUs: false)
      let all = [naming, beside, quoting, other]
      let own = FakeNetwork.post("q", "My quokka is ill.", at: now)
      try await test.hear(all.map { .post($0) })
      test.pass(.minutes(1))
      try await test.hear((all + [own]).map { .removed($0.reference.remoteID) })
      let person = try await test.personOf("q")
      test.pass(.minutes(1))
      try await test.desk.erase(person, by: test.lead)
      test.pass(.minutes(1))
      try await test.hear((all + [own]).map(Self.restored))
      try await test.desk.purgeErased()
      for word in ["ana@fake.example", "Ana", "quokka"] {
        let found = try await Grep.places(of: word, database)
        #expect(found.isEmpty, "\(word) in \(found)")
      }
      // What tells of nobody comes back.
      #expect(try await test.post("x").text.plain == "The shop opens at nine.")
      // What is said anew is heard.
      var edited = naming
      edited.text = RichText(plain: "Look at the shop.")
      edited.editedAt = test.clock.now()
      try await test.hear([Self.restored(edited)])
      #expect(try await test.post("n").text.plain == "Look at the shop.")
    }
  }

  @Test func whatIsToldOfAMentionIsLookedAtToo() async throws {
    let test = try await TestDesk()
    try await test.says("My quokka is ill.", id: "q")
    var naming = FakeNetwork.post(
      "n", "She knows.", by: "otto", at: test.clock.now(), toUs: false)
    naming.mentions = [RemoteID("ana")]
    try await test.hear([.post(naming)])
    try await test.hear([.removed(RemoteID("n"))])
    test.pass(.minutes(1))
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    test.pass(.minutes(1))
    try await test.hear([Self.restored(naming)])
    #expect(try await test.post("n").removedAt != nil)
  }

  @Test(arguments: [
    ("Look at @Ana@fake.example, she knows", "ana@fake.example"),
    ("(https://there.example/@ana/123?x=1)", "https://there.example/@ana"),
    ("x<a href=\"https://there.example/ana\">", "https://there.example/ana"),
  ])
  func anAddressIsFoundWhereAnErasureWouldFindIt(_ text: String, _ needle: String) {
    let handle = Handle(
      id: ID(1), network: FakeNetwork.name, remoteID: RemoteID("1"), address: needle, name: "")
    let forgetting = Forgetting(handles: [handle], said: [])
    #expect(forgetting.needles == [needle])
    #expect(forgetting.rewrite(text, isTheirs: false) != text)
    #expect(Forgetting.addresses(in: [text])?.contains(needle) == true)
  }

  @Test func aTextMadeToBeLongIsNotLookedThroughWithoutEnd() {
    let text = (0..<2_000).map { "a.b.c.d.e.f.g\($0)@h/i" }.joined(separator: " ")
    #expect(Forgetting.addresses(in: [text]) == nil)
    #expect(Forgetting.addresses(in: [String(repeating: "a@b.", count: 100_000)]) == [])
  }
}
