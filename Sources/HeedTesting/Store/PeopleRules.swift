import HeedModel
import Testing

extension StoreConformance {
  static let peopleRules = [
    Rule("peopleStandInOrderOfTheirLastWords") { desk in
      let make = desk.make
      let names = ["Rui 100%", "Änne_B", "Zoë", "quiet"]
      let people = names.map { Person(id: make.id(), name: $0, firstWordsAt: make.at(0)) }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let second = make.handle("second", person: people[0].id)
      let about: [(Handle, Int64)] = [
        (handles[0], 5), (second, 9), (handles[1], 9), (handles[2], 1), (handles[2], 3),
      ]
      let conversations = about.map { make.conversation($0.1, state: .done, with: $0.0) }
      var joined = make.conversation(50, with: handles[2])
      joined.joinedTo = conversations[3].id
      try await desk.write { [joined] tx in
        for person in people { try tx.insert(person) }
        try tx.insert(handles + [second])
        for one in conversations + [joined] { try tx.insert(one) }
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      for limit in [1, 2, 50] {
        let rows = try await desk.all(limit: limit) { try $0.people("", $1, for: viewer) }
        #expect(Set(rows.prefix(2).map(\.id)) == [people[0].id, people[1].id])
        #expect(rows.dropFirst(2).map(\.id) == [people[2].id])
        #expect(rows.map(\.lastWordsAt) == [make.at(9), make.at(9), make.at(3)])
        let rui = rows.first { $0.id == people[0].id }
        #expect(rui?.conversations == 2)
        #expect(rui?.handles == [handles[0], second].sorted { $0.id < $1.id })
      }
      func search(_ words: String) async throws -> [String] {
        try await desk.read { try $0.people(words, PageRequest(), for: viewer) }.rows.map(
          \.person.name)
      }
      #expect(try await search("ÄNNE") == ["Änne_B"])
      #expect(try await search("rui 100") == ["Rui 100%"])
      #expect(try await search(second.address.uppercased()) == ["Rui 100%"])
      #expect(try await search("nobody") == [])
      #expect(try await search("quiet") == [])
    },
    Rule("factsAreWhatPassedBetweenUs") { desk in
      let make = desk.make
      let ana = make.member()
      let rui = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(1))
      let handles = [make.handle("Rui", person: rui.id), make.handle("R", person: rui.id)]
      let us = make.handle("We")
      let account = make.account(of: us)
      let conversations = [
        make.conversation(1, state: .answered, with: handles[0], account: account),
        make.conversation(20, with: handles[1], account: account),
      ]
      let said: [(Int, Int64, Direction, String)] = [
        (0, 1, .toUs, "pt"), (0, 5, .aside, "de"), (1, 20, .toUs, "pt"), (1, 25, .aboutUs, "en"),
      ]
      let posts = said.map { number, seconds, direction, language -> Post in
        var post = make.post(seconds, by: handles[number], conversations[number].id, direction)
        post.reading.language = language
        return post
      }
      let answer = make.post(9, by: us, conversations[0].id, .ours)
      var reply = make.reply(8, by: ana, in: conversations[0], to: posts[0].id, from: account)
      reply.delivery.status = .delivered
      reply.delivery.deliveredAt = make.at(9)
      reply.delivery.post = answer.id
      try await desk.write { [reply] tx in
        try tx.insert(ana)
        try tx.insert(rui)
        try tx.insert(handles + [us])
        try tx.insert(account)
        for one in conversations { try tx.insert(one) }
        try tx.insert((posts + [answer]).map { NewPost(post: $0, terms: []) })
        try tx.insert(reply)
      }
      let viewer = make.viewer(ana)
      let facts = try await desk.read { try $0.facts(of: rui.id, for: viewer) }
      #expect(
        facts
          == PersonFacts(
            conversations: 2, firstWordsAt: make.at(1), lastWordsAt: make.at(25),
            answeredAt: make.at(9), answeredBy: ana.id, waiting: 1, languages: ["pt", "de", "en"],
            spoke: 3, answered: 1))
      #expect(try await desk.read { try $0.facts(of: make.id(), for: viewer) } == nil)
      let rows = try await desk.all(limit: 1) { try $0.conversations(of: rui.id, $1, for: viewer) }
      #expect(rows.map(\.id) == conversations.reversed().map(\.id))
      var renamed = rui
      renamed.name = "Rui Costa"
      renamed.doNotContact = true
      renamed.firstWordsAt = make.at(0)
      try await desk.write { [renamed] in try $0.update(renamed) }
      #expect(try await desk.read { try $0.person(rui.id) } == renamed)
      let found = try await desk.read { try $0.people("costa", PageRequest(), for: viewer) }
      #expect(found.rows.map(\.person) == [renamed])
    },
    Rule("aPersonsConversationsAreHeadedByTheirOwnWords") { desk in
      let make = desk.make
      let ana = make.member()
      let rui = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(1))
      let (his, also) = (make.handle("Rui", person: rui.id), make.handle("R", person: rui.id))
      let (other, us) = (make.handle("Spam"), make.handle("We"))
      let account = make.account(of: us)
      let talk = make.conversation(1, state: .answered, with: his, account: account)
      let silent = make.conversation(2, state: .answered, with: his, account: account)
      var spam = make.post(7, by: other, talk.id, .toUs, "Cheap bells!")
      spam.reading.kinds = [.spam]
      let posts = [
        make.post(1, by: his, talk.id, .toUs, "Is it ready?"),
        make.post(3, by: also, talk.id, .toUs, "It is Rui again."),
        make.post(4, by: us, talk.id, .ours, "It is."),
        make.post(5, by: his, talk.id, .toUs, "My number is 7.", visibility: .private), spam,
        make.post(2, by: us, silent.id, .ours, "Your bell came."),
      ]
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(rui)
        try tx.insert([his, also, other, us])
        try tx.insert(account, answerers: [ana])
        for one in [talk, silent] { try tx.insert(one) }
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
      }
      func heads(_ viewer: Viewer) async throws -> [String?] {
        try await desk.all(limit: 1) { try $0.conversations(of: rui.id, $1, for: viewer) }
          .map { $0.post?.text.plain }
      }
      // Where they said nothing, no words of others stand for theirs.
      #expect(try await heads(make.viewer(ana)) == [nil, "My number is 7."])
      let observer = Viewer(member: make.id(), role: .observer)
      #expect(try await heads(observer) == [nil, "It is Rui again."])
      var gone = posts[3]
      gone.removedAt = make.at(9)
      gone.text = RichText()
      try await desk.write { [gone] in try $0.update(NewPost(post: gone, terms: [])) }
      #expect(try await heads(make.viewer(ana)) == [nil, "It is Rui again."])
    },
  ]
}
