import HeedModel
import Testing

extension StoreConformance {
  static let peopleOwedRules = [
    Rule("peopleArePromisedByWhatIsDueFirst") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let us = make.handle("We")
      let account = make.account(of: us)
      let names = ["Late", "Someday", "Soon", "Quiet", "Kept"]
      let people = names.map { Person(id: make.id(), name: $0, firstWordsAt: make.at(0)) }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let second = make.handle("Late there", person: people[0].id)
      func talk(_ seconds: Int64, _ who: Handle, isPrivate: Bool = false) -> (Conversation, Reply) {
        let talk = make.conversation(seconds, with: who, account: account, isPrivate: isPrivate)
        return (talk, make.reply(seconds, by: ana, in: talk, to: make.id(), from: account))
      }
      let talks = [
        talk(1, handles[0]), talk(2, second), talk(3, handles[1]), talk(4, handles[2]),
        talk(5, handles[3], isPrivate: true), talk(6, handles[4]),
      ]
      let due: [Int64?] = [90, 50, nil, 70, 40, 30]
      let promises = zip(talks, due).map { talk, seconds in
        Promise(
          id: make.id(7), conversation: talk.0.id, reply: talk.1.id, member: ana.id, words: "soon",
          dueAt: seconds.map { make.at($0) }, isDay: true, madeAt: make.at(7))
      }
      let kept = PromiseEnding(
        id: make.id(9), promise: promises[5].id, kind: .kept, member: ana.id, saidAt: make.at(9),
        beganAt: make.at(9))
      let planned = Promise(
        id: make.id(8), conversation: talks[5].0.id, reply: talks[5].1.id, member: ana.id,
        words: "not yet sent", dueAt: make.at(1), isDay: true, madeAt: make.at(8))
      try await desk.write { tx in
        for member in [ana, bea] { try tx.insert(member) }
        for person in people { try tx.insert(person) }
        try tx.insert(handles + [second, us])
        try tx.insert(account, answerers: [ana])
        for (talk, reply) in talks {
          try tx.insert(talk)
          try tx.insert(reply)
        }
        for promise in promises { try tx.insert(promise) }
        for (_, reply) in talks { _ = try tx.beginPromises(of: reply.id, at: make.at(8)) }
        _ = try tx.insert(kept)
        try tx.insert(planned)
      }
      for limit in [1, 9] {
        for (member, expected) in [
          (ana, ["Quiet", "Late", "Soon", "Someday"]), (bea, ["Late", "Soon", "Someday"]),
        ] {
          let viewer = make.viewer(member)
          let rows = try await desk.all(limit: limit) {
            try $0.people(.promised, "", $1, for: viewer)
          }
          #expect(rows.map(\.person.name) == expected)
          #expect(rows.first { $0.person.name == "Late" }?.promise?.dueAt == make.at(50))
        }
      }
      let viewer = make.viewer(ana)
      let named = try await desk.read {
        try $0.people(.promised, "SOON", PageRequest(), for: viewer)
      }
      #expect(named.rows.map(\.person.name) == ["Soon"])
    },
    Rule("peopleAreWrongedByTheNewestMistakeThatTouchedThem") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let us = make.handle("We")
      let account = make.account(of: us)
      let names = ["Told", "Below", "Before", "Page", "Hidden"]
      let people = names.map { Person(id: make.id(), name: $0, firstWordsAt: make.at(0)) }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let passerby = make.handle("Passer-by")
      let talk = make.conversation(1, with: handles[0], account: account)
      let other = make.conversation(2, with: handles[3], account: account)
      let hidden = make.conversation(3, with: handles[4], account: account, isPrivate: true)
      let asked = [
        make.post(8, by: handles[0], talk.id, .toUs),
        make.post(9, by: handles[4], hidden.id, .toUs, visibility: .private),
      ]
      let first = make.post(11, by: us, talk.id, .ours)
      let posts = [
        make.post(10, by: handles[2], talk.id, .toUs), first,
        make.post(12, by: handles[1], talk.id, .toUs, parent: first.id),
        make.post(13, by: passerby, talk.id, .toUs, parent: first.id),
        make.post(14, by: handles[3], other.id, .toUs),
        make.post(15, by: us, hidden.id, .ours, visibility: .private, parent: asked[1].id),
        make.post(16, by: us, talk.id, .ours, parent: asked[0].id),
      ]
      func mistake(_ seconds: Int64, _ post: Post?, told: Post? = nil) -> Mistake {
        Mistake(
          id: make.id(seconds), member: ana.id, post: post?.id,
          page: post == nil ? "https://shop.example/" : nil, words: "wrong", said: "six",
          noticedBy: told.map { .person($0.id) } ?? .ourselves, saidAt: make.at(1),
          noticedAt: make.at(seconds))
      }
      let mistakes = [
        mistake(20, posts[1]), mistake(21, nil, told: posts[4]), mistake(22, posts[5]),
        mistake(23, posts[6]), mistake(24, nil),
      ]
      try await desk.write { tx in
        for member in [ana, bea] { try tx.insert(member) }
        for person in people { try tx.insert(person) }
        try tx.insert(handles + [passerby, us])
        try tx.insert(account, answerers: [ana])
        for talk in [talk, other, hidden] { try tx.insert(talk) }
        for post in asked + posts { try tx.insert(post) }
        for mistake in mistakes { try tx.insert(mistake) }
      }
      for limit in [1, 9] {
        for (member, expected) in [
          (ana, ["Told", "Hidden", "Page", "Below"]), (bea, ["Told", "Page", "Below"]),
        ] {
          let viewer = make.viewer(member)
          let rows = try await desk.all(limit: limit) {
            try $0.people(.wronged, "", $1, for: viewer)
          }
          #expect(rows.map(\.person.name) == expected)
          #expect(rows.first?.mistake == mistakes[3])
          #expect(rows.last?.mistake == mistakes[0])
        }
      }
      let viewer = make.viewer(bea)
      let named = try await desk.read {
        try $0.people(.wronged, "page", PageRequest(), for: viewer)
      }
      #expect(named.rows.map(\.person.name) == ["Page"])
    },
  ]
}
