import Foundation
import HeedModel
import HeedNetwork
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Row 29: who is erased is in no table, index, event, draft, file or memory any more.
@Suite struct ErasureTests {
  @Test(arguments: TestDatabases.all())
  func whoIsErasedIsInNoTableAnyMore(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let planted = try await Planted(database)
      // The search itself can fail: before, everything is found.
      for word in planted.words {
        #expect(try await Grep.holds(word, database), "\(word) was never stored")
      }
      // So can what is looked through: each of these tables names them, in one way or another.
      for table in Planted.named {
        var found: [String] = []
        for word in planted.words { found += try await Grep.places(of: word, database) }
        #expect(found.contains { $0.hasPrefix("\(table).") }, "nothing stands in \(table)")
      }
      try await planted.test.desk.erase(planted.person, by: planted.test.lead)
      try await planted.test.desk.purgeErased()
      for word in planted.words {
        let found = try await Grep.places(of: word, database)
        #expect(found.isEmpty, "\(word) in \(found)")
      }
      #expect(planted.test.media.names.allSatisfy { !$0.hasPrefix("face-") })
      #expect(try await database.integrity() == [])
      // What others said is theirs.
      #expect(try await Grep.holds(planted.others, database))
    }
  }

  @Test func theFilesHoldNothingOfThemEither() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "heed-erase-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try SQLiteDatabase(path: folder.appending(path: "desk.sqlite").path)
    let planted = try await Planted(database, besides: 400)
    func inFiles(_ word: String) throws -> [String] {
      let needle = Data(word.utf8)
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
        try Data(contentsOf: folder.appending(path: name)).range(of: needle) != nil
      }
    }
    for word in planted.words where word.utf8.allSatisfy({ $0 < 128 }) {
      #expect(try !inFiles(word).isEmpty, "\(word) was never written")
    }
    try await planted.test.desk.erase(planted.person, by: planted.test.lead)
    try await planted.test.desk.purgeErased()
    for word in planted.words { #expect(try inFiles(word).isEmpty, "\(word)") }
    try await database.close()
    for word in planted.words { #expect(try inFiles(word).isEmpty, "\(word)") }
  }

  @Test func whatWeSaidStaysAndThatSomethingWasThere() async throws {
    let test = try await TestDesk()
    let id = try await test.says("My grey bicycle squeaks since Tuesday, it is loud.", id: "q")
    _ = try await test.write(
      "Dear Ana, “My grey bicycle squeaks since Tuesday” sounds bad. Bring it in.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let person = try await test.personOf("q")
    try await test.desk.erase(person, by: test.lead)
    let view = try await test.desk.conversation(id, for: test.alicia)
    let theirs = view.posts.filter { $0.post.direction == .toUs }
    #expect(theirs.count == 1)
    #expect(theirs[0].post.removedAt != nil)
    #expect(theirs[0].post.text.isEmpty)
    #expect(theirs[0].author?.isErased == true)
    let ours = view.posts.filter { $0.post.direction == .ours }.map(\.post.text.plain)
    #expect(ours == ["Dear […], “[…]” sounds bad. Bring it in."])
    #expect(view.replies.map(\.text) == ours)
    #expect(try await test.desk.people("", PageRequest(), for: test.alicia).rows.isEmpty)
    // It is found by what we said, and by nothing of theirs.
    #expect(try await test.desk.search("sounds", PageRequest(), for: test.alicia).rows.count == 1)
    #expect(try await test.desk.search("squeaks", PageRequest(), for: test.alicia).rows.isEmpty)
    #expect(try await test.events(of: id).contains(.replyDelivered))
    let audit = try await test.store.read { [lead = test.lead] in
      try $0.audit(PageRequest(), kinds: [.personErased], for: lead)
    }
    #expect(audit.rows.map(\.member) == [test.lead.member])
  }

  @Test func whatTheySaidBeforeDoesNotComeBackByBeingHeardAgain() async throws {
    let test = try await TestDesk()
    let old = FakeNetwork.post("q", "My quokka is ill.", at: test.clock.now())
    let older = FakeNetwork.post("never-heard", "My wombat too.", at: test.clock.now())
    try await test.hear([.post(old)])
    let thread = try await test.post("q").conversation
    test.pass(.minutes(5))
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    test.pass(.minutes(5))
    // A fetched thread, an edit, a late copy, a reaction: none of it brings anything back.
    var edited = old
    edited.text = RichText(plain: "My quokka is better.")
    edited.editedAt = test.clock.now()
    let answer = FakeNetwork.post(
      "a", "Poor thing.", by: "otto", at: test.clock.now(), parent: RemoteID("q"), toUs: false)
    let liked = RemoteReaction(
      kind: .liked, post: RemoteID("a"), by: FakeNetwork.handle("ana"), at: old.publishedAt)
    try await test.hear([
      .post(old), .post(older), .post(edited), .post(answer), .reaction(liked),
    ])
    for word in ["quokka", "wombat", "Ana", "@ana"] {
      #expect(try await Grep.holds(word, test.database) == false, "\(word)")
    }
    // What others answer still hangs where it hung.
    #expect(try await test.post("a").conversation == thread)
    #expect(try await test.desk.people("", PageRequest(), for: test.alicia).rows.isEmpty)
  }

  @Test(arguments: TestDatabases.all())
  func whatNamesThemDoesNotComeBackByBeingHeardAgain(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      let id = try await test.says("My quokka is ill.", id: "q")
      _ = try await test.write("Bring it in.", in: id)
      test.pass(.seconds(11))
      try await Deliveries(test).look()
      let accepted = try #require(test.far.accepted.first)
      let echo = FakeNetwork.echo(accepted, edited: "@ana@fake.example Bring it in, Ana.")
      var others = FakeNetwork.post(
        "o", "Ask @ana@fake.example about it.", by: "otto", at: test.clock.now(), toUs: false)
      others.parent = accepted.id
      try await test.hear([.post(echo), .post(others)])
      #expect(try await Grep.holds("@ana@fake.example", database))
      try await test.desk.erase(test.personOf("q"), by: test.lead)
      test.pass(.minutes(5))
      var edited = others
      edited.text = RichText(plain: "Ask @ana@fake.example about it, please.")
      edited.editedAt = others.publishedAt
      try await test.hear([.post(echo), .post(others), .post(edited)])
      try await test.desk.purgeErased()
      for word in ["ana@fake.example", "Ana"] {
        let found = try await Grep.places(of: word, database)
        #expect(found.isEmpty, "\(word) in \(found)")
      }
      // What is said anew of the same post is heard.
      edited.text = RichText(plain: "Ask at the shop about it.")
      edited.editedAt = test.clock.now()
      var ours = echo
      ours.text = RichText(plain: "Bring it in on Monday.")
      ours.editedAt = test.clock.now()
      try await test.hear([.post(edited), .post(ours)])
      #expect(try await test.post("o").text.plain == "Ask at the shop about it.")
      #expect(try await test.post(accepted.id.rawValue).text.plain == "Bring it in on Monday.")
    }
  }

  @Test func whatArrivesAfterAnErasureNamesNobody() async throws {
    let test = try await TestDesk()
    let id = try await test.says("My quokka is ill.", id: "q")
    let reply = try await test.reply(test.write("Bring it in, Ana.", in: id))
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    test.pass(.minutes(1))
    let told = FakeNetwork.post(
      "late", "@ana@fake.example Bring it in, Ana.", by: "shop", at: test.clock.now(),
      parent: RemoteID("q"), toUs: false)
    try await test.desk.noteDelivered(
      reply, Sent(reference: told.reference, at: told.publishedAt, post: told), by: nil)
    #expect(try await test.post("late").text.plain == "Bring it in, […].")
    test.pass(.minutes(1))
    try await test.hear([.post(told)])
    for word in ["ana@fake.example", "Ana"] {
      #expect(try await Grep.places(of: word, test.database) == [], "\(word)")
    }
  }

  @Test func whoSpeaksAnewIsHeardAndIsSomebodyNew() async throws {
    let test = try await TestDesk()
    try await test.says("My quokka is ill.", id: "q")
    let before = try await test.personOf("q")
    test.pass(.minutes(5))
    try await test.desk.erase(before, by: test.lead)
    test.pass(.minutes(5))
    let id = try await test.says("Hello again!", id: "q2")
    #expect(try await test.conversation(id).state == .waiting)
    let after = try await test.personOf("q2")
    #expect(after != before)
    #expect(try await test.conversation(id).reasons.contains(.firstWords))
    // And may be erased again.
    test.pass(.minutes(5))
    try await test.desk.erase(after, by: test.lead)
    #expect(try await Grep.holds("Hello again", test.database) == false)
  }

  @Test(arguments: TestDatabases.all())
  func whoWasJoinedGoesAsOneAndPartingBringsNothingBack(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      let (joined, join) = try await joinedPair(test)
      _ = try await test.desk.gather(
        test.post("q").id, to: nil, title: "Wide bells", kind: .wish, by: test.alicia)
      // The number of either is the number of both.
      let alone = try #require(
        try await test.store.read { try $0.handles(joined).compactMap(\.ownPerson).max() })
      try await test.desk.erase(alone, by: test.lead)
      let handles = try await test.store.read { try $0.handles(joined) }
      #expect(handles.allSatisfy { $0.isErased && $0.ownPerson == nil && $0.movedTo == nil })
      #expect(try await test.store.read { try $0.joins(of: joined) }.isEmpty)
      #expect(
        await problem { _ = try await test.desk.partHandles(join, by: test.alicia) }?.code
          == .notFound)
      for word in ["quokka", "wombat", "Ana", "Rui", "@rui"] {
        #expect(try await Grep.places(of: word, database) == [], "\(word)")
      }
      for list in [PeopleList.all, .waiting, .quiet(before: test.clock.now() + .days(1))] {
        #expect(
          try await test.desk.people("", in: list, PageRequest(), for: test.alicia).rows.isEmpty)
      }
      // Ours stays, without anybody who said so.
      let wishes = try await test.desk.wishes(WishFilter(), PageRequest(), for: test.alicia)
      #expect(wishes.rows.map(\.wish.title) == ["Wide bells"])
      #expect(wishes.rows.map(\.people) == [0])
    }
  }

  @Test(arguments: TestDatabases.all())
  func whoProvedOneHandleOfTwoIsErasedAndTheOtherStaysWhoTheyAre(_ kind: TestDatabase)
    async throws
  {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      let (joined, _) = try await joinedPair(test)
      let now = test.clock.now()
      try await test.desk.forgetThem(
        Visit(
          id: test.desk.newID(), tokenHash: [1], way: .post, handles: [joined[0]], identities: [],
          madeAt: now, endsAt: now + .minutes(30)))
      let handles = try await test.store.read { try $0.handles(joined) }.sorted { $0.id < $1.id }
      #expect(handles.map(\.isErased) == [true, false])
      #expect(handles[0].person != handles[1].person)
      #expect(handles[1].person == handles[1].ownPerson)
      let people = try await test.desk.people("", PageRequest(), for: test.alicia)
      #expect(people.rows.map(\.person.name) == ["Rui"])
      for word in ["quokka", "Ana"] {
        #expect(try await Grep.places(of: word, database) == [], "\(word)")
      }
      #expect(try await Grep.holds("wombat", database))
    }
  }

  @Test func aHoldStandsForAllJoinedHandlesAndOnceTheyAreParted() async throws {
    let test = try await TestDesk()
    let (joined, join) = try await joinedPair(test)
    let person = try await test.personOf("q")
    try await test.desk.hold(person, reason: "Claim 12 of 2026", days: 30, by: test.lead)
    _ = try await test.desk.partHandles(join, by: test.alicia)
    for handle in try await test.store.read({ try $0.handles(joined) }) {
      let id = try #require(handle.person)
      #expect(await problem { try await test.desk.erase(id, by: test.lead) }?.code == .conflict)
    }
  }

  @Test func whatWasSaidBeforeIsKnownByWhatIsLeftOfIt() async throws {
    let test = try await TestDesk()
    let id = try await test.says("My grey bicycle squeaks since Tuesday, it is loud.", id: "q")
    let reply = try await test.write(
      "“My grey bicycle squeaks since Tuesday” sounds bad. Bring it in and we look at it.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await test.desk.rememberSaid()
    func bands() async throws -> Set<Int64> {
      let rows = try await test.database.read { connection in
        try connection.rows(
          "SELECT band FROM said_bands WHERE reply_id = $1", .integer(reply.value))
      }
      return Set(
        rows.compactMap { row in
          if case .integer(let band) = row.values[0] { band } else { nil }
        })
    }
    let before = try await test.reply(reply)
    #expect(try await bands() == Set(SaidShingles(before.text, leavingOut: ["Ana"]).bands))
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    let after = try await test.reply(reply)
    #expect(after.text != before.text)
    #expect(try await bands() == Set(SaidShingles(after.text, leavingOut: []).bands))
  }

  /// Ana and Rui, who are one human: their handles in the order in which they spoke, and the join.
  private func joinedPair(_ test: TestDesk) async throws -> ([ID<Handle>], ID<HandleJoin>) {
    try await test.says("My quokka is ill.", id: "q")
    test.pass(.minutes(1))
    try await test.says("My wombat is well.", id: "w", by: "rui")
    test.pass(.minutes(1))
    let handles = [
      try #require(try await test.post("q").author), try #require(try await test.post("w").author),
    ]
    let join = HandleJoin(
      id: test.desk.newID(), handles[0], handles[1],
      evidence: JoinEvidence(.word, here: "https://ana.example/"), joinedBy: test.lead.member,
      joinedAt: test.clock.now())
    #expect(try await test.store.write { try $0.insert(join) })
    return (handles, join.id)
  }

  @Test func onlyALeadErasesAndNobodyTwice() async throws {
    let test = try await TestDesk()
    try await test.says("Hello?", id: "q")
    let person = try await test.personOf("q")
    for viewer in [test.alicia, test.observer] {
      #expect(
        await problem { try await test.desk.erase(person, by: viewer) }?.code == .forbidden)
    }
    try await test.desk.erase(person, by: test.lead)
    #expect(await problem { try await test.desk.erase(person, by: test.lead) }?.code == .notFound)
  }

  @Test func aLegalHoldStopsErasureAndRetentionAndSaysSo() async throws {
    let test = try await TestDesk()
    try await test.says("You broke my window.", id: "q")
    let person = try await test.personOf("q")
    #expect(
      await problem {
        try await test.desk.hold(person, reason: "Claim 12 of 2026", days: 30, by: test.alicia)
      }?.code == .forbidden)
    try await test.desk.hold(person, reason: "Claim 12 of 2026", days: 1200, by: test.lead)
    let refused = await problem { try await test.desk.erase(person, by: test.lead) }
    #expect(refused?.code == .conflict)
    test.pass(.days(1100))
    try await test.desk.letWordsGo()
    #expect(try await test.post("q").text.plain == "You broke my window.")
    try await test.desk.liftHold(of: person, by: test.lead)
    try await test.desk.letWordsGo()
    #expect(try await test.post("q").text.plain == "")
    let audit = try await test.store.read { [lead = test.lead] in
      try $0.audit(PageRequest(), kinds: [.holdSet, .holdLifted], for: lead)
    }
    #expect(audit.rows.map(\.kind) == [.holdLifted, .holdSet])
  }

  /// Whoever is called like a word of ours breaks nothing by being erased.
  @Test(arguments: [
    "Delivered", "delivered", "public", "toUs", "mastodon", "%", "'; DROP TABLE posts",
  ])
  func noNameBreaksTheRecord(_ name: String) async throws {
    let test = try await TestDesk()
    var post = FakeNetwork.post("q", "delivered public toUs en 48151623", at: test.clock.now())
    post.author.name = name
    try await test.hear([.post(post)])
    let id = try await test.post("q").conversation
    let reply = try await test.write("We are open.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(try await test.reply(reply).visibility == .public)
    _ = try await test.desk.conversation(id, for: test.alicia)
    _ = try await test.desk.today(PageRequest(), for: test.lead)
  }

  @Test func everythingAboutThemIsInTheirFile() async throws {
    let test = try await TestDesk()
    let planted = try await Planted(test.database, on: test)
    let export = try await test.desk.export(planted.person, by: test.lead)
    let file = String(decoding: try export.json(), as: UTF8.self)
    for word in planted.words where !planted.drafted.contains(word) {
      #expect(file.contains(word), "\(word) is missing")
    }
    for word in planted.drafted { #expect(!file.contains(word)) }
    for table in Planted.named + ["wish_voices", "promise_endings"] {
      #expect(file.contains("\"\(table)\" : {"), "\(table) is missing")
    }
    #expect(!file.contains(planted.others))
    #expect(
      await problem { _ = try await test.desk.export(planted.person, by: test.alicia) }?.code
        == .forbidden)
  }

  @Test func aLeadWhoDoesNotAnswerPrivateTalkGetsTheRestAndItsNumber() async throws {
    let test = try await TestDesk()
    let member = try await test.desk.addMember(
      name: "Nora", email: "nora@desk.example", password: TestDesk.password, role: .lead)
    let nora = Viewer(member: member.id, role: .lead)
    try await test.says("Where is the blue bell?", id: "open")
    try await test.says("My number is kumquat", id: "shut", visibility: .private)
    try await test.says("And it is rhubarb", id: "also", visibility: .private)
    try await test.says("Nobody sees the quince", id: "alone", by: "dora", visibility: .private)

    let export = try await test.desk.export(try await test.personOf("open"), by: nora)
    let file = String(decoding: try export.json(), as: UTF8.self)
    #expect(file.contains("blue bell"))
    #expect(!file.contains("kumquat") && !file.contains("rhubarb"))
    #expect(export.hidden == 2 && file.contains("2 messages of private talk"))
    let whole = try await test.desk.export(try await test.personOf("open"), by: test.lead)
    #expect(whole.hidden == 0)
    #expect(String(decoding: try whole.json(), as: UTF8.self).contains("kumquat"))

    // Of whom they may see nothing, nothing is told, and nothing is done to them.
    let dora = try await test.personOf("alone")
    for ask in [
      { _ = try await test.desk.export(dora, by: nora) },
      { try await test.desk.erase(dora, by: nora) },
      { try await test.desk.hold(dora, reason: "A claim at a court", days: 3, by: nora) },
      { try await test.desk.liftHold(of: dora, by: nora) },
    ] as [@Sendable () async throws -> Void] {
      #expect(await problem { try await ask() }?.code == .notFound)
    }
    #expect(try await test.post("alone").text.plain.contains("quince"))
  }
}

extension TestDesk {
  func personOf(_ post: String) async throws -> ID<Person> {
    let author = try #require(try await self.post(post).author)
    let handle = try #require(try await store.read { try $0.handles([author]).first })
    return try #require(handle.person)
  }
}
