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
