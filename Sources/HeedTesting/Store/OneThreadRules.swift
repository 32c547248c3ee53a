import HeedModel
import Testing

/// One thread, many people: what one of them said, got and was told is theirs.
extension StoreConformance {
  static let oneThreadRules = [
    Rule("whoIsToldIsWhomTheReplySpeaksTo") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in
        [made.answer(60, to: made.asked[1], .followUp)]
      }
      let wish = Wish(
        id: make.id(50), kind: .wish, title: "Repairs on Sunday", gatheredBy: made.alicia.id,
        gatheredAt: make.at(50))
      let voices = zip(made.asked, [made.ana, made.bob, made.cem]).map { post, who in
        WishVoice(
          id: make.id(50), wish: wish.id, post: post.id, handle: who.id,
          gatheredBy: made.alicia.id, gatheredAt: make.at(50))
      }
      try await desk.write { tx in
        try tx.insert(wish)
        for voice in voices { _ = try tx.insert(voice) }
      }
      let told = try await desk.all(limit: 2) {
        try $0.voices(of: wish.id, toldSince: make.at(55), $1, for: make.viewer(made.bea))
      }
      #expect(told.map(\.author?.name) == ["Cem", "Bob", "Ana"])
      #expect(told.map(\.toldAt) == [nil, make.at(60), nil])
      #expect(told.map(\.toldBy) == [nil, made.alicia.id, nil])
      // What hangs on our own post names nobody: it speaks to whom the conversation is with.
      let open = made.answer(70, to: made.root, .inform)
      try await desk.write { tx in
        try tx.insert([NewPost(post: open.post, terms: [])])
        try tx.insert(open.reply)
      }
      let later = try await desk.all(limit: 9) {
        try $0.voices(of: wish.id, toldSince: make.at(65), $1, for: make.viewer(made.bea))
      }
      #expect(later.map(\.toldAt) == [nil, nil, make.at(70)])
    },
    Rule("aPromiseIsDueToWhomItWasMade") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in [made.answer(50, to: made.asked[2])] }
      let reply = try #require(
        try await desk.read { try $0.replies(in: made.talk.id, for: make.viewer(made.bea)).first })
      let promise = Promise(
        id: make.id(50), conversation: made.talk.id, reply: reply.id, member: made.alicia.id,
        words: "by Friday", dueAt: make.at(90), isDay: true, madeAt: make.at(50),
        beganAt: make.at(51), dueToldAt: make.at(80))
      try await desk.write { try $0.insert(promise) }
      let due = try await desk.read { try $0.records(of: made.talk.id).promisedTo }
      #expect(due == [made.cem.id, made.other.id])
    },
    Rule("aPromiseBelowOurOwnWordsIsMadeToWhomTheseAnswered") { desk in
      let make = desk.make
      // Bob was told something wrong; it is put right below it, and that once more.
      let made = try await desk.oneThread { made in
        let wrong = made.answer(50, to: made.asked[1])
        let fix = made.answer(60, to: wrong.post)
        return [wrong, fix, made.answer(70, to: fix.post), made.answer(75, to: made.root)]
      }
      let viewer = make.viewer(made.alicia)
      let replies = try await desk.read { try $0.replies(in: made.talk.id, for: viewer) }
      for (reply, name) in zip(replies, ["Bob", "Bob", "Bob", "Ana"]) {
        let promise = Promise(
          id: make.id(80), conversation: made.talk.id, reply: reply.id, member: made.alicia.id,
          words: "by Friday", dueAt: nil, isDay: false, madeAt: make.at(80), beganAt: make.at(80))
        try await desk.write { try $0.insert(promise) }
        let rows = try await desk.read { try $0.promises(in: made.talk.id, for: viewer) }
        #expect(rows.last?.handle?.name == name)
        let receivers = try await desk.read { try $0.receivers(in: made.talk.id) }
        #expect(receivers[reply.id]?.name == name)
      }
      let theirs = try await desk.read { try $0.promises(madeTo: [made.bob.id]) }
      #expect(theirs.count == 3)
      #expect(try await desk.read { try $0.promises(madeTo: [made.ana.id]) }.count == 1)
      let met = try await desk.read { try $0.meetings(of: made.alicia.id, limit: 9, for: viewer) }
      #expect(met.map(\.post) == [nil] + Array(repeating: made.asked[1].id, count: 3))
    },
    Rule("whatWasSaidBeforeWasSaidToWhomItAnswers") { desk in
      let make = desk.make
      let made = try await desk.oneThread { made in
        [
          made.answer(50, to: made.asked[1]), made.answer(60, to: made.asked[2]),
          made.answer(70, to: made.root),
        ]
      }
      let viewer = make.viewer(made.bea)
      let said = try await desk.read { tx in
        try tx.said(tx.replies(in: made.talk.id, for: viewer).map(\.id), for: viewer)
      }.sorted { $0.at < $1.at }
      #expect(said.map(\.name) == ["Bob", "Cem", "Ana"])
      #expect(said.map(\.handle) == [made.bob.id, made.cem.id, made.ana.id])
      #expect(said.map(\.person) == [made.people[1].id, made.people[2].id, made.people[0].id])
      let learnt = try await desk.read {
        try $0.repliesToRemember(since: make.at(0), limit: 9)
      }
      #expect(learnt.map(\.name) == ["Bob", "Cem", "Ana"])
    },
  ]
}
