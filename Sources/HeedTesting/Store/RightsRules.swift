import HeedModel
import HeedStore
import Testing

extension StoreConformance {
  static let rightsRules = [
    Rule("oneClosureIsUndoneAndTheOthersStand") { desk in
      let make = desk.make
      let ana = make.member()
      let talk = make.conversation(1)
      let closures = [make.id(2), make.id(3)].map { (id: ID<Closure>) in
        Closure(
          id: id, conversation: talk.id, member: nil, reason: .solved, closedAt: id.instant)
      }
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(talk)
        for closure in closures { try tx.insert(closure) }
        try tx.reopen(closures[0].id, at: make.at(5))
        try tx.reopen(closures[0].id, at: make.at(6))
      }
      let after = try await desk.read { try $0.closures(of: talk.id) }
      #expect(after.map(\.reopenedAt) == [make.at(5), nil])
    },
    Rule("whatPeopleSayOfThemselvesIsReadBackAsItWasWritten") { desk in
      let make = desk.make
      let lead = make.member("Lena", .lead)
      let person = Person(id: make.id(), name: "Ana", firstWordsAt: make.at(0))
      let handle = make.handle("Ana", person: person.id)
      let open = make.conversation(1, with: handle)
      let closed = make.conversation(2, with: handle, isPrivate: true)
      let words = [(open, 3), (closed, 4)].map { conversation, seconds in
        TheirWord(
          id: make.id(Int64(seconds)), handle: handle.id, conversation: conversation.id,
          kind: .notToday, saidAt: make.at(Int64(seconds)), restsUntil: make.at(99))
      }
      let wish = TheirWord(
        id: make.id(5), handle: handle.id, conversation: nil, kind: .forgetMe, saidAt: make.at(5))
      let hold = LegalHold(
        id: make.id(), concerned: person.id, reason: "Because.", by: lead.id, beginsAt: make.at(1),
        endsAt: make.at(50))
      let restriction = Restriction(
        id: make.id(), concerned: lead.id, reason: "Because.", by: lead.id, beginsAt: make.at(1),
        endsAt: make.at(50))
      try await desk.write { tx in
        try tx.insert(lead)
        try tx.insert(person)
        try tx.insert([handle])
        try tx.insert(open)
        try tx.insert(closed)
        for word in words + [wish] { try tx.insert(word) }
        try tx.insert(hold)
        try tx.insert(restriction)
        try tx.save(deskSecret: [1, 2], named: "x")
        try tx.save(deskSecret: [3], named: "x")
      }
      let observer = Viewer(member: make.id(), role: .observer)
      #expect(try await desk.read { try $0.theirWords(of: [handle.id]) } == words + [wish])
      #expect(try await desk.read { try $0.theirWords(in: open.id) } == [words[0]])
      #expect(try await desk.read { try $0.records(of: open.id) }.theirWords == [words[0]])
      // What is about private talk is told to nobody else.
      #expect(
        try await desk.read { try $0.theirWords(since: make.at(0), for: observer) } == [words[0]])
      #expect(try await desk.read { try $0.wishesToBeForgotten() } == [wish])
      try await desk.write { tx in
        try tx.end(wish.id, at: make.at(7))
        try tx.lift(hold.id, by: lead.id, at: make.at(8))
        try tx.lift(hold.id, by: lead.id, at: make.at(9))
        try tx.lift(restriction.id, by: lead.id, at: make.at(8))
      }
      #expect(try await desk.read { try $0.wishesToBeForgotten() } == [])
      var lifted = hold
      lifted.liftedAt = make.at(8)
      lifted.liftedBy = lead.id
      #expect(try await desk.read { try $0.holds(of: person.id) } == [lifted])
      #expect(try await desk.read { try $0.restrictions(standingAt: make.at(2)) } == [])
      #expect(try await desk.read { try $0.restrictions(of: lead.id) }.count == 1)
      #expect(try await desk.read { try $0.deskSecret("x") } == [3])
    },
    Rule("whatTheySayOfPostsAndWishesIsSeenWhereThePostIs") { desk in
      let make = desk.make
      let member = make.member()
      let handle = make.handle("Ana")
      let open = make.conversation(1, with: handle)
      let shut = make.conversation(2, with: handle, isPrivate: true)
      var posts = [make.post(3, by: handle), make.post(4, by: handle)]
      posts[0].conversation = open.id
      posts[1].conversation = shut.id
      posts[1].visibility = .private
      let wish = Wish(
        id: make.id(5), kind: .wish, title: "Bells", gatheredBy: member.id, gatheredAt: make.at(5))
      let voices = posts.map { post in
        WishVoice(
          id: make.id(), wish: wish.id, post: post.id, handle: handle.id, gatheredBy: member.id,
          gatheredAt: make.at(6))
      }
      let read = TheirWord(
        id: make.id(7), handle: handle.id, conversation: open.id, kind: .readWrongly,
        saidAt: make.at(7), post: posts[0].id,
        reading: Reading(
          language: "pt-BR", tone: .positive, kinds: [.praise, .wish], by: Reading.them,
          sureness: 1))
      let denials = zip([open, shut], posts).map { conversation, post in
        TheirWord(
          id: make.id(8), handle: handle.id, conversation: conversation.id, kind: .notAsked,
          saidAt: make.at(8), post: post.id, wish: wish.id)
      }
      try await desk.write { [posts] tx in
        try tx.insert(member)
        try tx.insert([handle])
        try tx.insert(open)
        try tx.insert(shut)
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.insert(wish)
        for voice in voices { _ = try tx.insert(voice) }
        for word in [read] + denials { try tx.insert(word) }
      }
      #expect(
        try await desk.read { try $0.voices(of: wish.id, by: [handle.id, make.id()]) } == voices)
      #expect(try await desk.read { try $0.voices(of: wish.id, by: [make.id()]) } == [])
      #expect(try await desk.read { try $0.theirWords(of: [handle.id]) } == [read] + denials)
      let observer = Viewer(member: make.id(), role: .observer)
      #expect(
        try await desk.read { try $0.theirWords(of: [wish.id], for: observer) } == [denials[0]])
      #expect(
        try await desk.read { try $0.theirWords(since: make.at(0), for: observer) }
          == [denials[0], read])
      try await desk.write { [posts] tx in
        try tx.erase(posts.map(\.id), called: [RemoteID("a"), RemoteID("b")], at: make.at(9))
      }
      let left = try await desk.read { try $0.theirWords(of: [handle.id]) }
      #expect(left.map(\.reading) == [nil, nil, nil])
      #expect(left.map(\.kind) == [.readWrongly, .notAsked, .notAsked])
    },
    Rule("aProofAndALinkWorkOnce") { desk in
      let make = desk.make
      func proof(_ token: UInt8, code: UInt8) -> Proof {
        Proof(
          id: make.id(), tokenHash: [token], codeDigest: [code], claimDigest: [9],
          sealedClaim: [8], letterDue: make.at(0), language: "en", madeAt: make.at(0),
          endsAt: make.at(100))
      }
      let one = proof(1, code: 1)
      let two = proof(2, code: 2)
      try await desk.write { tx in
        try tx.insert(one)
        try tx.insert(two)
      }
      #expect(try await desk.read { try $0.hasProofs(now: make.at(5)) })
      #expect(try await desk.read { try $0.proofs(codes: [[1], [7]], now: make.at(5)) } == [one])
      #expect(try await desk.read { try $0.proofs(codes: [[1]], now: make.at(100)) } == [])
      #expect(try await desk.read { try $0.lettersDue(now: make.at(5), limit: 9) }.count == 2)
      let handle: ID<Handle> = make.id()
      let taken = try await desk.write { tx in
        [
          try tx.takeLetter(one.id, linkHash: [5], handles: [handle], identities: ["aa"]),
          try tx.takeLetter(one.id, linkHash: [6], handles: [], identities: []),
        ]
      }
      #expect(taken == [true, false])
      #expect(try await desk.read { try $0.proof(linkHash: [5]) }?.handles == [handle])
      let proven = try await desk.write { tx in
        try (0..<2).map { _ in
          try tx.setProven(one.id, way: .post, handles: [], identities: ["bb"], at: make.at(6))
        }
      }
      #expect(proven == [true, false])
      // A proof takes the link's worth away.
      #expect(try await desk.read { try $0.proof(linkHash: [5]) } == nil)
      #expect(
        try await desk.write { tx in [try tx.use(one.id), try tx.use(one.id)] } == [true, false])
      // The post with its code may come later: until the half hour ends the code is known, and nothing else of it.
      let used = try await desk.read { try $0.proofs(codes: [[1]], now: make.at(99)) }
      #expect(used.map(\.claimDigest) == [[9]])
      #expect(used.map(\.handles) == [[]] && used.map(\.identities) == [[]])
      #expect(try await desk.read { try $0.proof(tokenHash: [1]) } == nil)
      #expect(try await desk.read { try $0.proofs(codes: [[1]], now: make.at(100)) } == [])
      let visit = Visit(
        id: make.id(), tokenHash: [4], way: .post, handles: [handle, make.id()],
        identities: ["bb", "cc"], madeAt: make.at(6), endsAt: make.at(60))
      try await desk.write { try $0.insert(visit) }
      #expect(try await desk.read { try $0.visit(tokenHash: [4]) } == visit)
      try await desk.write { try $0.deleteVisits(of: [handle]) }
      #expect(try await desk.read { try $0.visit(tokenHash: [4]) } == nil)
      try await desk.write { tx in
        try tx.insert(visit)
        try tx.deleteProofsAndVisits(endedAt: make.at(100))
      }
      #expect(try await desk.read { try $0.visit(tokenHash: [4]) } == nil)
      #expect(try await desk.read { try $0.proof(tokenHash: [2]) } == nil)
    },
    Rule("erasedHandlesAreKnownByTheirDigestsAndErasuresWaitUntilTheyArePurged") { desk in
      let make = desk.make
      let erasure = Erasure(id: make.id(), person: make.id(), by: nil, erasedAt: make.at(3))
      #expect(try await desk.read { try $0.hasErased() } == false)
      try await desk.write { tx in
        try tx.save(erased: [[1], [2]], at: make.at(3))
        try tx.save(erased: [[2]], at: make.at(4))
        try tx.insert(erasure)
      }
      #expect(try await desk.read { try $0.hasErased() })
      #expect(
        try await desk.read { try $0.erased([[1], [2], [3]]) } == [
          [1]: make.at(3), [2]: make.at(4),
        ])
      #expect(try await desk.read { try $0.unpurged() } == [erasure])
      try await desk.store.purge()
      try await desk.write { try $0.setPurged(erasure.id, at: make.at(5)) }
      #expect(try await desk.read { try $0.unpurged() } == [])
      #expect(try await desk.database.integrity() == [])
    },
    Rule("blankedPostsAreKnownAndSinceWhen") { desk in
      let make = desk.make
      let (one, two): (ID<Post>, ID<Post>) = (make.id(), make.id())
      try await desk.write { tx in
        try tx.save(blanked: [one, two], at: make.at(3))
        try tx.save(blanked: [two], at: make.at(4))
      }
      #expect(
        try await desk.read { try $0.blanked([one, two, make.id()]) } == [
          one: make.at(3), two: make.at(4),
        ])
    },
    Rule("wordsUnderAHoldStayAndShorterTimesHoldForWhatIsStored") { desk in
      let make = desk.make
      let lead = make.member("Lena", .lead)
      let person = Person(id: make.id(), name: "Ana", firstWordsAt: make.at(0))
      let held = make.handle("Ana", person: person.id)
      let other = make.handle("Otto")
      let posts = [held, other].map { handle -> Post in
        var post = make.post(1, by: handle)
        post.wordsUntil = make.at(1) + .days(30)
        return post
      }
      try await desk.write { tx in
        try tx.insert(lead)
        try tx.insert(person)
        try tx.insert([held, other])
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.insert(
          LegalHold(
            id: make.id(), concerned: person.id, reason: "Because.", by: lead.id,
            beginsAt: make.at(0), endsAt: make.at(0) + .days(90)))
      }
      func expired(_ days: Int64) async throws -> [ID<Post>] {
        try await desk.read { try $0.postsExpired(at: make.at(2) + .days(days), limit: 9) }
      }
      #expect(try await expired(31) == [posts[1].id])
      #expect(Set(try await expired(91)) == Set(posts.map(\.id)))
      try await desk.write { tx in
        try tx.shorten(.privateTalk, on: nil, except: [], days: 1)
        try tx.shorten(.aboutUs, on: NetworkName("elsewhere"), except: [], days: 1)
        try tx.shorten(.aboutUs, on: nil, except: [make.network], days: 1)
      }
      #expect(try await expired(3) == [])
      try await desk.write { try $0.shorten(.aboutUs, on: make.network, except: [], days: 2) }
      #expect(try await expired(3) == [posts[1].id])
      // Longer ones change nothing.
      try await desk.write { try $0.shorten(.aboutUs, on: make.network, except: [], days: 20) }
      #expect(try await expired(3) == [posts[1].id])
      let rules = [
        RetentionRule(network: make.network, kind: .aboutUs, days: 2, purpose: "To answer.")
      ]
      try await desk.write { tx in
        try tx.save(
          rules
            + rules.map { rule in
              var rule = rule
              rule.kind = .privateTalk
              return rule
            })
        try tx.save(rules)
      }
      #expect(try await desk.read { try $0.settings() }.retention == rules)
    },
  ]
}
