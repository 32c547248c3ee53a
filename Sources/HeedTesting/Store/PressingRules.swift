import HeedModel
import Testing

extension StoreConformance {
  static let pressingRules = [
    Rule("whatPressesIsReadNewestFirstWithWhatItWasGatheredTo") { desk in
      let make = desk.make
      let ana = make.member()
      let us = make.handle("We")
      let account = make.account(of: us)
      let people = (0..<2).map { Person(id: make.id(), name: "P\($0)", firstWordsAt: make.at(0)) }
      let speakers = people.map { make.handle("Rui", person: $0.id) }
      let stranger = make.handle("Stranger")
      var shy = make.handle("Shy", person: people[0].id)
      shy.optedOut = true
      let talk = make.conversation(1, with: speakers[0], account: account)
      func post(
        _ seconds: Int64, by author: Handle, _ kinds: Set<Reading.Kind>,
        _ direction: Direction = .toUs
      ) -> Post {
        var post = make.post(seconds, by: author, talk.id, direction)
        post.reading.kinds = kinds
        return post
      }
      var removed = post(15, by: speakers[0], [.complaint])
      removed.removedAt = make.at(16)
      let posts = [
        post(10, by: speakers[0], [.complaint]), post(11, by: speakers[1], [.complaint, .wish]),
        post(12, by: stranger, [.complaint]), post(13, by: shy, [.complaint]),
        post(14, by: speakers[0], [.complaint, .spam]), removed,
        post(17, by: speakers[0], [.complaint], .aboutUs), post(18, by: speakers[0], [.question]),
      ]
      let wish = Wish(
        id: make.id(), kind: .cause, title: "Rims", gatheredBy: ana.id, gatheredAt: make.at(20))
      try await desk.write { [shy] tx in
        try tx.insert(ana)
        for person in people { try tx.insert(person) }
        try tx.insert([us, stranger, shy] + speakers)
        try tx.insert(account, answerers: [ana])
        try tx.insert(talk)
        try tx.insert(
          posts.enumerated().map { NewPost(post: $0.element, terms: ["word\($0.offset)"]) })
        try tx.insert(wish)
        _ = try tx.insert(
          WishVoice(
            id: make.id(), wish: wish.id, post: posts[0].id, handle: speakers[0].id,
            gatheredBy: ana.id, gatheredAt: make.at(20)))
      }
      func pressing(_ kind: Wish.Kind, since: Int64 = 0, limit: Int = 9) async throws
        -> [PressingWords]
      {
        try await desk.read { try $0.pressing(kind, since: make.at(since), limit: limit) }
      }
      let all = try await pressing(.cause)
      #expect(all.map(\.post) == [posts[1].id, posts[0].id])
      #expect(all.map(\.person) == [people[1].id, people[0].id])
      #expect(all.map(\.wish) == [nil, wish.id])
      #expect(all.map(\.terms) == [["word1"], ["word0"]])
      #expect(try await pressing(.wish).map(\.post) == [posts[1].id])
      #expect(try await pressing(.cause, limit: 1).map(\.post) == [posts[1].id])
      #expect(try await pressing(.cause, since: 11).map(\.post) == [posts[1].id])
      let ids = posts.map(\.id)
      #expect(
        try await desk.read { try $0.ungathered(Array(ids.prefix(2)) + [ID(7)]) } == [ids[1]])
      // Whoever says that they did not ask for it is suggested no more; what they say of another post changes nothing.
      let denied = TheirWord(
        id: make.id(25), handle: speakers[0].id, conversation: talk.id, kind: .notAsked,
        saidAt: make.at(25), post: posts[0].id, wish: wish.id)
      try await desk.write { try $0.insert(denied) }
      #expect(try await pressing(.cause).map(\.post) == [posts[1].id])
      try await desk.write { tx in
        for voice in try tx.voices(of: wish.id, by: [speakers[0].id]) { try tx.delete(voice.id) }
      }
      #expect(
        try await desk.read { try $0.ungathered(Array(ids.prefix(2))) } == [ids[1]])
      for second in [30, 31] {
        try await desk.write {
          try $0.decline([ids[1]], by: ana.id, at: make.at(Int64(second)))
        }
      }
      #expect(try await pressing(.cause).isEmpty)
      #expect(try await pressing(.wish).isEmpty)
      #expect(try await desk.read { try $0.ungathered(Array(ids.prefix(2))) }.isEmpty)
    }
  ]
}
