import HeedModel
import Testing

extension StoreConformance {
  static let wishRules = [
    Rule("aWishIsCountedByPersonAndNeverByPost") { desk in
      let world = try await WishWorld(desk)
      let row = try await desk.read { try $0.wish(world.wish.id, for: world.ana) }
      #expect(row?.people == 2)
      #expect(row?.lastSaidAt == desk.make.at(4))
      // What is private counts for those who answer it.
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.bea)?.people } == 1)
      let join = HandleJoin(
        id: desk.make.id(), world.handles[0].id, world.handles[2].id,
        evidence: JoinEvidence(.word), joinedBy: nil, joinedAt: desk.make.at(9))
      #expect(try await desk.write { try $0.insert(join) })
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.ana)?.people } == 1)
      try await desk.write { try $0.end(join.id, by: nil, at: desk.make.at(10)) }
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.ana)?.people } == 2)
    },
    Rule("whatThePublicWasToldStaysAndCountsPublicVoicesAlone") { desk in
      let world = try await WishWorld(desk)
      // One more person said so in private.
      #expect(try await desk.read { try $0.publicPeople(of: world.wish.id) } == 1)
      let deeds = (0..<3).map {
        PublishedDeed(
          id: desk.make.id(20 + Int64($0)), wish: world.wish.id, member: world.ana.member,
          people: 1 + $0, wished: "Bells \($0)", done: "They are here.")
      }
      try await desk.write { tx in for deed in deeds { try tx.insert(deed) } }
      #expect(try await desk.read { try $0.publishedDeeds(of: world.wish.id) } == deeds)
      #expect(try await desk.read { try $0.publishedDeeds(of: ID(1)) } == [])
      let listed = try await desk.all(limit: 2) { try $0.publishedDeeds($1) }
      #expect(listed == deeds.reversed())
    },
    Rule("voicesStandNewestFirstAndOnce") { desk in
      let world = try await WishWorld(desk)
      for limit in [1, 9] {
        let rows = try await desk.all(limit: limit) {
          try $0.voices(of: world.wish.id, toldSince: nil, $1, for: world.ana)
        }
        #expect(rows.map(\.post.id) == world.posts.reversed().map(\.id))
        #expect(rows.map { $0.author?.id } == world.posts.reversed().map(\.author))
        #expect(rows.allSatisfy { $0.toldAt == nil })
      }
      let seen = try await desk.read {
        try $0.voices(of: world.wish.id, toldSince: nil, PageRequest(), for: world.bea)
      }
      #expect(seen.rows.map(\.post.id) == [world.posts[1].id, world.posts[0].id])
      let again = WishVoice(
        id: desk.make.id(), wish: world.wish.id, post: world.posts[0].id,
        handle: world.handles[0].id, gatheredBy: world.ana.member, gatheredAt: desk.make.at(9))
      #expect(try await desk.write { try $0.insert(again) } == false)
      let first = world.voices[0].id
      #expect(try await desk.read { try $0.voice(first) } == world.voices[0])
      try await desk.write { try $0.delete(first) }
      #expect(try await desk.read { try $0.voice(first) } == nil)
    },
    Rule("toldIsWhoGotAReplyThatWasMeantTo") { desk in
      let world = try await WishWorld(desk)
      let make = desk.make
      func send(_ seconds: Int64, _ intent: Intent?, _ talk: Int) async throws {
        var reply = make.reply(
          seconds, by: world.member, in: world.talks[talk], to: world.posts[0].id,
          from: world.account)
        reply.intent = intent
        reply.delivery.status = .delivered
        reply.delivery.deliveredAt = make.at(seconds)
        try await desk.write { [reply] in try $0.insert(reply) }
      }
      func told(_ since: Int64) async throws -> [Bool] {
        try await desk.read {
          try $0.voices(of: world.wish.id, toldSince: make.at(since), PageRequest(), for: world.ana)
        }.rows.map { $0.toldBy == world.member.id }
      }
      try await send(20, .answer, 0)
      #expect(try await told(10) == [false, false, false])
      try await send(30, .followUp, 0)
      // The first said it twice, in one conversation.
      #expect(try await told(10) == [false, true, true])
      #expect(try await told(31) == [false, false, false])
    },
    Rule("joinedWishesCountTogetherAndPartWithAllThatIsTheirs") { desk in
      let make = desk.make
      let world = try await WishWorld(desk)
      let others = (0..<2).map {
        Wish(
          id: make.id(), kind: .cause, title: "Other \($0)", gatheredBy: world.member.id,
          gatheredAt: make.at(0))
      }
      @Sendable func join(_ one: Wish, _ other: Wish) -> WishJoin {
        WishJoin(
          id: make.id(), wish: one.id, into: other.id, joinedBy: world.member.id,
          joinedAt: make.at(1))
      }
      let joins = [join(world.wish, others[0]), join(others[0], others[1])]
      try await desk.write { tx in
        for wish in others { try tx.insert(wish) }
        for join in joins { #expect(try tx.insert(join)) }
        // No ring, and one join a wish.
        #expect(try tx.insert(join(others[1], world.wish)) == false)
        #expect(try tx.insert(join(world.wish, others[1])) == false)
      }
      func roots() async throws -> [ID<Wish>?] {
        try await desk.read { tx in try ([world.wish] + others).map { try tx.wish($0.id)?.root } }
      }
      #expect(try await roots() == [others[1].id, others[1].id, others[1].id])
      #expect(try await desk.read { try $0.wish(others[1].id, for: world.ana)?.people } == 2)
      #expect(
        try await desk.read { try $0.counted(with: others[1].id) }.map(\.id)
          == ([world.wish] + others).map(\.id).sorted())
      let list = try await desk.read { try $0.wishes(WishFilter(), PageRequest(), for: world.ana) }
      #expect(list.rows.map(\.id) == [others[1].id])
      #expect(
        try await desk.read { try $0.wishes(of: world.people[0].id, for: world.ana) }.map(\.id)
          == [others[1].id])
      try await desk.write { try $0.end(joins[1].id, by: world.member.id, at: make.at(2)) }
      #expect(try await roots() == [others[0].id, others[0].id, others[1].id])
      try await desk.write { try $0.end(joins[0].id, by: world.member.id, at: make.at(2)) }
      #expect(try await roots() == ([world.wish] + others).map(\.id))
      #expect(try await desk.read { try $0.wishJoin(joins[0].id)?.isStanding } == false)
    },
    Rule("wishesStandByHowManySaidSo") { desk in
      let make = desk.make
      let world = try await WishWorld(desk)
      var settled = Wish(
        id: make.id(), kind: .cause, title: "Settled", gatheredBy: world.member.id,
        gatheredAt: make.at(0))
      let fresh = Wish(
        id: make.id(), kind: .cause, title: "Fresh", gatheredBy: world.member.id,
        gatheredAt: make.at(0))
      try await desk.write { [settled] tx in
        try tx.insert(settled)
        try tx.insert(fresh)
      }
      settled.status = .no
      settled.reason = "Because."
      settled.changedAt = make.at(8)
      settled.title = "Settled indeed"
      settled.kind = .wish
      let change = WishChange(
        id: make.id(), wish: settled.id, status: .no, reason: "Because.",
        member: world.member.id, at: make.at(8))
      try await desk.write { [settled] tx in
        try tx.update(settled)
        try tx.insert(change)
      }
      func list(_ filter: WishFilter) async throws -> [ID<Wish>] {
        try await desk.all(limit: 1) { try $0.wishes(filter, $1, for: world.ana) }.map(\.id)
      }
      #expect(try await list(WishFilter()) == [world.wish.id, fresh.id])
      #expect(try await list(WishFilter(kind: .cause)) == [fresh.id])
      #expect(try await list(WishFilter(isOpen: false)) == [settled.id])
      let last = settled
      #expect(try await desk.read { try $0.wish(last.id) } == last)
      #expect(try await desk.read { try $0.changes(of: last.id) } == [change])
      // Said by nobody in public, it is nothing to tell there.
      #expect(try await desk.read { try $0.saidAndDone(limit: 9) } == [])
      var done = world.wish
      done.status = .done
      done.changedAt = make.at(9)
      try await desk.write { [done] in try $0.update(done) }
      let said = try await desk.read { try $0.saidAndDone(limit: 9) }
      #expect(said.map(\.id) == [done.id])
      #expect(said.map(\.people) == [1])
    },
    Rule("aWishThatOnlyPrivateWordsTellOfIsNotThereForOthers") { desk in
      let make = desk.make
      let world = try await WishWorld(desk)
      let hidden = Wish(
        id: make.id(), kind: .wish, title: "Hidden", gatheredBy: world.member.id,
        gatheredAt: make.at(0))
      let voice = WishVoice(
        id: make.id(), wish: hidden.id, post: world.posts[2].id, handle: world.handles[2].id,
        gatheredBy: world.member.id, gatheredAt: make.at(0))
      try await desk.write { tx in
        try tx.insert(hidden)
        _ = try tx.insert(voice)
      }
      #expect(try await desk.read { try $0.wish(hidden.id, for: world.ana)?.people } == 1)
      #expect(try await desk.read { try $0.wish(hidden.id, for: world.bea) } == nil)
      let list = try await desk.read { try $0.wishes(WishFilter(), PageRequest(), for: world.bea) }
      #expect(list.rows.map(\.id) == [world.wish.id])
      // Nor does counting with one that all may know make it known.
      let join = WishJoin(
        id: make.id(), wish: hidden.id, into: world.wish.id, joinedBy: world.member.id,
        joinedAt: make.at(6))
      #expect(try await desk.write { try $0.insert(join) })
      #expect(try await desk.read { try $0.wish(hidden.id, for: world.bea) } == nil)
      #expect(try await desk.read { try $0.wish(hidden.id, for: world.ana) } != nil)
      try await desk.write { try $0.end(join.id, by: world.member.id, at: make.at(7)) }
      #expect(
        try await desk.read { try $0.wishes(from: world.talks[1].id, for: world.bea) } == [])
      #expect(
        Set(
          try await desk.read { try $0.wishes(from: world.talks[1].id, for: world.ana) }.map(\.id))
          == [hidden.id, world.wish.id])
    },
    Rule("aWishWithoutVoicesIsThereForWhoeverGatheredOrChangedIt") { desk in
      let make = desk.make
      let world = try await WishWorld(desk)
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.bea) } != nil)
      #expect(
        try await desk.read { try $0.speakers(of: world.wish.id) }.map(\.name) == ["Rui", "Zoe"])
      try await desk.write { tx in for voice in world.voices { try tx.delete(voice.id) } }
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.bea) } == nil)
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.ana) } != nil)
      try await desk.write {
        try $0.insert(
          WishChange(
            id: make.id(8), wish: world.wish.id, status: .considering, reason: "",
            member: world.bea.member, at: make.at(8)))
      }
      #expect(try await desk.read { try $0.wish(world.wish.id, for: world.bea) } != nil)
    },
    Rule("aWishWhoseVoicesWereErasedStaysWithThoseWhoCouldKnowOfIt") { desk in
      let make = desk.make
      let world = try await WishWorld(desk)
      let cleo = make.member("Cleo")
      let hidden = Wish(
        id: make.id(), kind: .wish, title: "Hidden", gatheredBy: world.member.id,
        gatheredAt: make.at(0))
      let voice = WishVoice(
        id: make.id(), wish: hidden.id, post: world.posts[2].id, handle: world.handles[2].id,
        gatheredBy: world.member.id, gatheredAt: make.at(0))
      let (account, ana, watcher) = (
        world.account, world.member, Viewer(member: cleo.id, role: .observer)
      )
      try await desk.write { tx in
        try tx.insert(cleo)
        try tx.setAnswerers([ana.id, cleo.id], of: account.id)
        try tx.insert(hidden)
        _ = try tx.insert(voice)
      }
      let (rui, zoe) = (world.handles[0], world.handles[2])
      for handle in [zoe, rui] {
        try await desk.write { try $0.erase([handle.id], of: handle.person, at: make.at(9)) }
      }
      func known(_ wish: Wish, to viewer: Viewer) async throws -> WishRow? {
        try await desk.read { try $0.wish(wish.id, for: viewer) }
      }
      // What all could read is known to all, and counts nobody; what was private to those who answer there.
      for viewer in [world.ana, world.bea, watcher] {
        let row = try await known(world.wish, to: viewer)
        #expect(row?.people == 0)
        #expect(row != nil && row?.lastSaidAt == nil)
      }
      #expect(try await known(hidden, to: make.viewer(cleo))?.people == 0)
      #expect(try await known(hidden, to: world.bea) == nil)
      #expect(try await known(hidden, to: watcher) == nil)
      let listed = try await desk.read {
        try $0.wishes(WishFilter(), PageRequest(), for: world.bea)
      }
      #expect(listed.rows.map(\.id) == [world.wish.id])
      // Nothing leads from it to who spoke, or where.
      #expect(try await desk.read { try $0.speakers(of: world.wish.id) } == [])
      for talk in world.talks {
        #expect(try await desk.read { try $0.wishes(from: talk.id, for: world.ana) } == [])
      }
      let voices = try await desk.read {
        try $0.voices(of: world.wish.id, toldSince: nil, PageRequest(), for: world.ana)
      }
      #expect(voices.rows.isEmpty)
      #expect(try await desk.read { try $0.publicPeople(of: world.wish.id) } == 0)
      #expect(
        try await desk.read { tx in try world.voices.compactMap { try tx.voice($0.id) } } == [])
    },
    Rule("wishesAreFoundByTheirVoices") { desk in
      let world = try await WishWorld(desk)
      let found = try await desk.read { tx in
        try tx.wishTerms(limit: 9).map { ($0.wish.id, Set($0.terms)) }
      }
      #expect(found.map(\.0) == [world.wish.id])
      #expect(found.first?.1 == ["bell0", "bell1", "bell2"])
    },
  ]
}

/// One wish that Rui said twice in public and Zoe once in private; Ana answers what is private, Bea does not.
private struct WishWorld: Sendable {
  let member: Member
  let ana: Viewer
  let bea: Viewer
  let account: Account
  let people: [Person]
  let handles: [Handle]
  let talks: [Conversation]
  let posts: [Post]
  let wish: Wish
  let voices: [WishVoice]

  init(_ desk: StoreUnderTest) async throws {
    let make = desk.make
    let (ana, bea) = (make.member("Ana"), make.member("Bea"))
    let us = make.handle("We")
    let account = make.account(of: us)
    let people = ["Rui", "Zoe"].map { Person(id: make.id(), name: $0, firstWordsAt: make.at(0)) }
    let (rui, zoe) = (
      make.handle("Rui", person: people[0].id), make.handle("Zoe", person: people[1].id)
    )
    let talks = [
      make.conversation(1, state: .answered, with: rui, account: account),
      make.conversation(4, state: .answered, with: zoe, account: account, isPrivate: true),
    ]
    let posts = [
      make.post(1, by: rui, talks[0].id, .toUs, "A bell"),
      make.post(2, by: rui, talks[0].id, .toUs, "A bell again"),
      make.post(4, by: zoe, talks[1].id, .toUs, "A bell for me", visibility: .private),
    ]
    let wish = Wish(
      id: make.id(), kind: .wish, title: "Bells", gatheredBy: ana.id, gatheredAt: make.at(5))
    let voices = posts.map { post in
      WishVoice(
        id: make.id(), wish: wish.id, post: post.id, handle: post.author ?? ID(0),
        gatheredBy: ana.id, gatheredAt: make.at(5))
    }
    try await desk.write { tx in
      try tx.insert(ana)
      try tx.insert(bea)
      for person in people { try tx.insert(person) }
      try tx.insert([rui, zoe, us])
      try tx.insert(account, answerers: [ana])
      for talk in talks { try tx.insert(talk) }
      try tx.insert(
        posts.enumerated().map { NewPost(post: $0.element, terms: ["bell\($0.offset)"]) })
      try tx.insert(wish)
      for voice in voices { #expect(try tx.insert(voice)) }
    }
    member = ana
    self.ana = make.viewer(ana)
    self.bea = make.viewer(bea)
    self.account = account
    self.people = people
    handles = [rui, rui, zoe]
    self.talks = talks
    self.posts = posts
    self.wish = wish
    self.voices = voices
  }
}
