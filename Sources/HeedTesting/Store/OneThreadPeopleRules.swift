import HeedModel
import Testing

/// One thread, many people: who of them stands on which list.
extension StoreConformance {
  static let oneThreadPeopleRules = [
    Rule("whoSaidWhatWaitsIsWhoWaits") { desk in
      let make = desk.make
      var made = OneThread(make)
      made.talk.state = .waiting
      made.talk.waitingSince = make.at(30)
      made.talk.waitingPost = made.asked[1].id
      made.talk.rank = make.at(30).milliseconds
      _ = try await desk.oneThread(made)
      let people = made.people
      for viewer in [make.viewer(made.alicia), make.viewer(made.bea)] {
        #expect(try await desk.names(.waiting, for: viewer) == ["Bob"])
        let found = try await desk.read {
          try $0.people(.waiting, "bob", PageRequest(), for: viewer)
        }
        #expect(found.rows.map(\.person.name) == ["Bob"])
        #expect(found.rows.first?.waitingSince == make.at(30))
        let waiting = try await desk.read { tx in
          try people.map { try tx.facts(of: $0.id, for: viewer)?.waiting }
        }
        #expect(waiting == [0, 1, 0])
      }
    },
    Rule("whoWasAnsweredIsWhoWasSpokenTo") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in
        [
          made.answer(50, to: made.asked[1]), made.answer(60, to: made.asked[2]),
          made.answer(70, to: made.secret),
        ]
      }
      let people = made.people
      func facts(_ viewer: Viewer) async throws -> [PersonFacts?] {
        try await desk.read { tx in try people.map { try tx.facts(of: $0.id, for: viewer) } }
      }
      let alicia = try await facts(make.viewer(made.alicia))
      #expect(alicia.map { $0?.answered } == [0, 2, 1])
      #expect(alicia.map { $0?.spoke } == [1, 2, 1])
      #expect(alicia.map { $0?.answeredAt } == [nil, make.at(70), make.at(60)])
      #expect(alicia.map { $0?.firstWordsAt } == [make.at(20), make.at(15), make.at(40)])
      let bea = try await facts(make.viewer(made.bea))
      #expect(bea.map { $0?.answered } == [0, 1, 1])
      #expect(bea.map { $0?.spoke } == [1, 1, 1])
      #expect(bea.map { $0?.answeredBy } == [nil, made.alicia.id, made.alicia.id])
      let met = try await desk.read {
        try $0.meetings(of: made.alicia.id, limit: 9, for: make.viewer(made.bea))
      }
      #expect(met.map(\.person) == [people[2].id, people[1].id])
    },
    Rule("whatHangsOnNothingIsSaidToWhomTheConversationIsWith") { desk in
      let made = try await desk.oneThread { made in [made.answer(50, to: made.root)] }
      let viewer = desk.make.viewer(made.bea)
      let answered = try await desk.read { tx in
        try made.people.map { try tx.facts(of: $0.id, for: viewer)?.answered }
      }
      #expect(answered == [1, 0, 0])
      let met = try await desk.read { try $0.meetings(of: made.alicia.id, limit: 9, for: viewer) }
      #expect(met.map(\.person) == [made.people[0].id])
    },
    Rule("whoWasNotHeardFromIsToldByTheirOwnWordsAndByWhatTheyGot") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in
        [made.answer(60, to: made.asked[1]), made.answer(50, to: made.asked[2])]
      }
      let alicia = make.viewer(made.alicia)
      func quiet(_ seconds: Int64) async throws -> [String] {
        var found: [String]?
        for limit in [1, 2, 9] {
          let names = try await desk.names(
            .quiet(before: make.at(seconds)), for: alicia, limit: limit)
          #expect(found == nil || found == names)
          found = names
        }
        return found ?? []
      }
      #expect(try await quiet(20) == [])
      #expect(try await quiet(21) == ["Ana"])
      #expect(try await quiet(51) == ["Cem", "Ana"])
      #expect(try await quiet(61) == ["Bob", "Cem", "Ana"])
      // What mends our answer to Bob is said to him, and not to who began the thread.
      let answer = try #require(
        try await desk.read { try $0.thread(made.talk.id, for: alicia) }
          .first { $0.post.parent == made.asked[1].id && $0.post.direction == .ours })
      let mended = make.post(70, by: made.us, made.talk.id, .ours, parent: answer.id)
      try await desk.write { try $0.insert([NewPost(post: mended, terms: [])]) }
      #expect(try await quiet(65) == ["Cem", "Ana"])
      #expect(try await quiet(71) == ["Bob", "Cem", "Ana"])
      // A word by any of their handles counts, and talk about us does not.
      let more = [
        make.post(90, by: made.other, made.talk.id, .toUs),
        make.post(95, by: made.ana, make.id(), .aboutUs),
      ]
      try await desk.write { try $0.insert(more.map { NewPost(post: $0, terms: []) }) }
      #expect(try await quiet(80) == ["Bob", "Ana"])
      let named = try await desk.read {
        try $0.people(.quiet(before: make.at(80)), "ana", PageRequest(), for: alicia)
      }
      #expect(named.rows.map(\.lastWordsAt) == [make.at(20)])
    },
    Rule("whatPassedInPrivateIsNotHeardByOthersWhoLookForTheQuiet") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in [made.answer(70, to: made.secret)] }
      let before = PeopleList.quiet(before: make.at(65))
      #expect(try await desk.names(before, for: make.viewer(made.alicia)) == ["Cem", "Ana"])
      #expect(try await desk.names(before, for: make.viewer(made.bea)) == ["Cem", "Bob", "Ana"])
    },
    Rule("whomAMistakeTouchedIsWhoWasToldAndWhoSpokeBelowIt") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in [made.answer(50, to: made.asked[1])] }
      let wrong = try #require(
        try await desk.read { try $0.posts(by: made.us.id, before: nil, limit: 1).first })
      let (dora, emil) = (
        Person(id: make.id(), name: "Dora", firstWordsAt: make.at(60)),
        Person(id: make.id(), name: "Emil", firstWordsAt: make.at(60))
      )
      let handles = [make.handle("Dora", person: dora.id), make.handle("Emil", person: emil.id)]
      // Dora hangs deep below it; Emil spoke beside it, and below it once it was right.
      let below = make.post(60, by: made.bob, made.talk.id, .toUs, parent: wrong.id)
      let deep = make.post(61, by: handles[0], made.talk.id, .toUs, parent: below.id)
      let beside = make.post(62, by: handles[1], made.talk.id, .toUs, parent: made.root.id)
      let after = make.post(90, by: handles[1], made.talk.id, .toUs, parent: wrong.id)
      let mistake = Mistake(
        id: make.id(70), member: made.alicia.id, post: wrong.id, page: nil, words: "six",
        said: "seven", noticedBy: .ourselves, saidAt: make.at(50), noticedAt: make.at(70))
      let fix = Correction(
        id: make.id(80), mistake: mistake.id, member: made.alicia.id, way: .byHand,
        post: wrong.id, words: "Said so.", doneAt: make.at(80))
      try await desk.write { tx in
        for person in [dora, emil] { try tx.insert(person) }
        try tx.insert(handles)
        try tx.insert([below, deep, beside, after].map { NewPost(post: $0, terms: []) })
        try tx.insert(mistake)
        try tx.insert(fix)
      }
      let viewer = make.viewer(made.bea)
      for limit in [1, 9] {
        #expect(Set(try await desk.names(.wronged, for: viewer, limit: limit)) == ["Bob", "Dora"])
      }
    },
  ]
}
