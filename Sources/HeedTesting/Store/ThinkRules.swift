import HeedModel
import Testing

extension StoreConformance {
  static let thinkRules = [
    Rule("aCardComesBackWholeUntilItIsRemoved") { desk in
      let make = desk.make
      let ana = make.member()
      var rule = HouseRule(
        id: make.id(), kind: .caution, title: "Recall", words: "Say that we look.",
        query: "recall OR hinge*", addedBy: ana.id, addedAt: make.at(1))
      try await desk.write { [rule] tx in
        try tx.insert(ana)
        try tx.save(rule)
      }
      #expect(try await desk.read { try $0.houseRules() } == [rule])
      rule.kind = .fact
      rule.words = "It is over."
      rule.changedAt = make.at(2)
      try await desk.write { [rule] in try $0.save(rule) }
      let id = rule.id
      #expect(try await desk.read { try $0.houseRule(id) } == rule)
      rule.removedAt = make.at(3)
      try await desk.write { [rule] in try $0.save(rule) }
      #expect(try await desk.read { try $0.houseRules() }.isEmpty)
      #expect(try await desk.read { try $0.houseRule(id) }?.removedAt == make.at(3))
    },
    Rule("repliesAreFoundByTheirBandsByThoseWhoMaySeeThem") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let (us, rui) = (make.handle("We"), make.handle())
      let account = make.account(of: us)
      let open = make.conversation(1, with: rui, account: account)
      let hidden = make.conversation(2, with: rui, account: account, isPrivate: true)
      let post = make.post(1, by: rui, open.id, .toUs)
      let replies = [open, hidden, open].enumerated().map { number, conversation in
        var reply = make.reply(
          Int64(10 + number), by: ana, in: conversation, to: post.id, from: account)
        reply.delivery.deliveredAt = number == 2 ? nil : make.at(Int64(20 + number))
        return reply
      }
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(bea)
        try tx.insert([us, rui])
        try tx.insert(account, answerers: [ana])
        try tx.insert(open)
        try tx.insert(hidden)
        try tx.insert(post)
        for reply in replies { try tx.insert(reply) }
      }
      let fresh = try await desk.read { try $0.repliesToRemember(since: make.at(0), limit: 9) }
      #expect(fresh.map(\.reply) == [replies[0].id, replies[1].id])
      #expect(fresh.map(\.name) == ["Rui", "Rui"])
      #expect(fresh.first?.handle == rui.id)
      try await desk.write { tx in
        for said in fresh { try tx.remember(said.reply, at: said.at, bands: [7, 8, 7]) }
        try tx.remember(fresh[0].reply, at: fresh[0].at, bands: [7, 9])
      }
      #expect(
        try await desk.read { try $0.repliesToRemember(since: make.at(0), limit: 9) }.isEmpty)
      func alike(_ bands: [Int64], _ member: Member) async throws -> Set<ID<Reply>> {
        let viewer = make.viewer(member)
        return try await Set(
          desk.read { try $0.repliesAlike(bands: bands, each: 9, limit: 9, for: viewer) }
            .map(\.reply))
      }
      #expect(try await alike([7], ana) == [replies[0].id, replies[1].id])
      #expect(try await alike([7], bea) == [replies[0].id])
      #expect(try await alike([9, 6], ana) == [replies[0].id])
      #expect(try await alike([6], ana).isEmpty)
      let ids = replies.map(\.id)
      #expect(try await Set(desk.read { try $0.replies(ids) }.map(\.id)) == Set(ids))
      #expect(try await desk.write { try $0.forgetSaid(before: make.at(21), limit: 9) } == 1)
      #expect(try await alike([7], ana) == [replies[1].id])
    },
    Rule("whatSomebodySaidIsReadAsFarAsTheViewerMaySeeIt") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      var (us, program) = (make.handle("We"), make.handle("Beep"))
      (us.isOurs, program.isBot) = (true, true)
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let stranger = Person(id: make.id(), name: "Tom", firstWordsAt: make.at(0))
      let rui = make.handle("Rui", person: person.id)
      let other = make.handle("Tom", person: stranger.id)
      let account = make.account(of: us)
      let open = make.conversation(1, with: rui, account: account)
      let more = make.conversation(2, with: other, account: account)
      let hidden = make.conversation(3, with: rui, account: account, isPrivate: true)
      var posts = [
        make.post(1, by: rui, open.id, .toUs), make.post(2, by: rui, more.id, .toUs),
        make.post(3, by: rui, hidden.id, .toUs), make.post(4, by: us, hidden.id, .ours),
        make.post(5, by: rui, more.id, .toUs), make.post(6, by: other, more.id, .toUs),
        make.post(7, by: rui, more.id, .toUs), make.post(8, by: rui, more.id, .aboutUs),
        make.post(9, by: program, open.id, .toUs),
      ]
      for (at, visibility) in [(2, Visibility.private), (3, .private), (4, .followers)] {
        posts[at].visibility = visibility
      }
      posts[2].reading.kinds = [.thanks, .question]
      posts[3].parent = posts[2].id
      posts[8].removedAt = make.at(10)
      for at in posts.indices { posts[at].text = RichText(plain: "words \(at + 1)") }
      try await desk.write { [posts, us, program] tx in
        try tx.insert(ana)
        try tx.insert(bea)
        try tx.insert(person)
        try tx.insert(stranger)
        try tx.insert([us, program, rui, other])
        try tx.insert(account, answerers: [ana])
        for talk in [open, more, hidden] { try tx.insert(talk) }
        for post in posts { try tx.insert(post) }
      }
      func privately(_ member: Member, newest: Int = 9) async throws -> [String] {
        let viewer = make.viewer(member)
        return try await desk.read {
          try $0.privateWords(with: person.id, newest: newest, for: viewer)
        }
      }
      func openly(besides talk: Conversation, newest: Int = 9) async throws -> Set<String> {
        try await desk.read {
          Set(
            try $0.publicWords(
              of: person.id, besides: talk.id, newest: newest, for: make.viewer(bea)))
        }
      }
      #expect(try await privately(ana) == ["words 4", "words 3"])
      #expect(try await privately(ana, newest: 1) == ["words 4"])
      #expect(try await privately(bea).isEmpty)
      #expect(try await openly(besides: open) == ["words 8", "words 7", "words 2"])
      #expect(try await openly(besides: open, newest: 1) == ["words 8", "words 7"])
      #expect(try await openly(besides: more) == ["words 1"])
      func together(_ member: Member) async throws -> [WordlessPost] {
        let viewer = make.viewer(member)
        return try await desk.read { try $0.threads([hidden.id, open.id], for: viewer) }
      }
      func stands(_ at: Int, isByPeople: Bool) -> WordlessPost {
        let post = posts[at]
        return WordlessPost(
          id: post.id, conversation: post.conversation, parent: post.parent, author: post.author,
          direction: post.direction, isRemoved: post.removedAt != nil, kinds: post.reading.kinds,
          isByPeople: isByPeople)
      }
      let (first, last) = (stands(0, isByPeople: true), stands(8, isByPeople: false))
      let inPrivate = [stands(2, isByPeople: true), stands(3, isByPeople: false)]
      #expect(try await together(ana) == [first] + inPrivate + [last])
      #expect(try await together(bea) == [first, last])
      let known = try await desk.read { try $0.handles(of: [stranger.id, person.id]) }
      #expect(Set(known.map(\.id)) == [rui.id, other.id])
    },
  ]
}
