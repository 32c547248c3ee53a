import HeedModel
import HeedStore
import Testing

extension StoreConformance {
  static let tellingRules = [
    Rule("aTellingIsReadAsItWasWrittenByItsMemberAlone") { desk in
      let make = desk.make
      let (ana, rui) = (make.member(), make.member("Rui"))
      let handle = make.handle()
      let conversation = make.conversation(with: handle)
      var telling = Telling(
        id: make.id(), member: ana.id, kind: .knownWaits, about: conversation.id.value,
        conversation: conversation.id, subject: 5, other: rui.id, times: 2, lastAt: make.at(3))
      try await desk.write { [telling] tx in
        for member in [ana, rui] { try tx.insert(member) }
        try tx.insert([handle])
        try tx.insert(conversation)
        try tx.insert(telling)
      }
      let (mine, theirs) = (make.viewer(ana), make.viewer(rui))
      #expect(try await desk.read { try $0.tellings(PageRequest(), for: mine).rows } == [telling])
      #expect(try await desk.read { try $0.tellings(PageRequest(), for: theirs).rows } == [])
      #expect(try await desk.read { try $0.unseenTellings(for: mine) } == 1)
      #expect(try await desk.read { try $0.unseenTellings(for: theirs) } == 0)
      #expect(
        try await desk.read { try $0.openTellings(about: conversation.id.value) } == [telling])
      telling.deskAt = make.at(4)
      telling.digest = ID(6)
      telling.mailedAt = make.at(5)
      telling.push = ID(7)
      telling.pushedAt = make.at(6)
      telling.seenAt = make.at(7)
      try await desk.write { [telling] in try $0.update(telling) }
      #expect(try await desk.read { try $0.tellings(PageRequest(), for: mine).rows } == [telling])
      #expect(try await desk.read { try $0.openTellings(about: conversation.id.value) } == [])
    },
    Rule("ofOneKindAboutOneThingOneTellingIsOpen") { desk in
      let make = desk.make
      let ana = make.member()
      @Sendable func telling() -> Telling {
        Telling(id: make.id(), member: ana.id, kind: .spike, about: 0, lastAt: make.at(1))
      }
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(telling())
      }
      await #expect(throws: (any Error).self) { try await desk.write { try $0.insert(telling()) } }
      try await desk.write { tx in
        try tx.setSeen(nil, by: ana.id, at: make.at(2))
        try tx.insert(telling())
      }
      #expect(try await desk.read { try $0.unseenTellings(for: make.viewer(ana)) } == 1)
    },
    Rule("whatAMemberMayNotSeeIsToldInNoList") { desk in
      let make = desk.make
      let (ana, rui) = (make.member(), make.member("Rui"))
      let us = make.handle("Shop")
      let account = make.account(of: us)
      let conversation = make.conversation(account: account, isPrivate: true)
      try await desk.write { tx in
        for member in [ana, rui] { try tx.insert(member) }
        try tx.insert([us])
        try tx.insert(account, answerers: [ana])
        try tx.insert(conversation)
        for member in [ana, rui] {
          var telling = Telling(
            id: make.id(), member: member.id, kind: .knownWaits, about: conversation.id.value,
            conversation: conversation.id, lastAt: make.at(1))
          telling.digest = ID(1)
          telling.push = ID(2)
          try tx.insert(telling)
        }
      }
      for (member, count) in [(ana, 1), (rui, 0)] {
        let viewer = make.viewer(member)
        let found = try await desk.read { tx in
          [
            try tx.tellings(PageRequest(), for: viewer).rows.count,
            try tx.unseenTellings(for: viewer),
            try tx.tellings(in: ID<MailDigest>(1), for: viewer).count,
            try tx.tellings(in: ID<PushBundle>(2), for: viewer).count,
          ]
        }
        #expect(found == Array(repeating: count, count: 4), "\(member.name)")
      }
    },
    Rule("untoldIsWhatNoWayToldYet") { desk in
      let make = desk.make
      let ana = make.member()
      let viewer = make.viewer(ana)
      try await desk.write { tx in
        try tx.insert(ana)
        for number in Int64(1)...5 {
          var telling = Telling(
            id: make.id(number), member: ana.id, kind: .spike, about: number, lastAt: make.at(1))
          switch number {
          case 1: telling.digest = ID(1)
          case 2: telling.push = ID(1)
          case 3: telling.deskAt = make.at(2)
          case 4: telling.settledAt = make.at(2)
          default: break
          }
          try tx.insert(telling)
        }
      }
      let (mail, push) = try await desk.read { tx in
        (
          try tx.unmailedTellings([.spike], until: make.at(1), for: viewer, limit: 9).map(\.about),
          try tx.unpushedTellings([.spike, .cameBack], for: viewer, limit: 9).map(\.about)
        )
      }
      #expect(mail == [2, 5])
      #expect(push == [5])
      #expect(try await desk.all(limit: 2) { try $0.tellings($1, for: viewer) }.count == 4)
      try await desk.write { tx in
        try tx.setMailed(ID(1), at: make.at(9))
        try tx.setPushed(ID(1), at: make.at(8))
        try tx.setShown([try tx.openTellings(about: 5)[0].id], to: ana.id, at: make.at(7))
      }
      let told = try await desk.read { tx in
        try [Int64(1), 2, 5].flatMap { try tx.openTellings(about: $0) }
      }
      #expect(told.map(\.mailedAt) == [make.at(9), nil, nil])
      #expect(told.map(\.pushedAt) == [nil, make.at(8), nil])
      #expect(told.map(\.deskAt) == [nil, nil, make.at(7)])
      #expect(try await desk.write { try $0.deleteTellings(before: make.at(2), limit: 3) } == 3)
      #expect(try await desk.write { try $0.deleteTellings(before: make.at(2), limit: 3) } == 2)
    },
    Rule("whatAPushIsAboutToTellNoMailTells") { desk in
      let make = desk.make
      let ana = make.member()
      let viewer = make.viewer(ana)
      let browser = PushSubscription(
        id: make.id(), member: ana.id, session: make.id(), placeHash: [7], sealed: [8],
        device: "A browser", addedAt: make.at(1))
      let push = Push(
        id: make.id(), bundle: ID(1), member: ana.id, subscription: browser.id, dueAt: make.at(5))
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.save(browser)
        try tx.insert(push)
        for number in Int64(1)...3 {
          var telling = Telling(
            id: make.id(number), member: ana.id, kind: .spike, about: number, lastAt: make.at(1))
          telling.push = number == 3 ? nil : ID(number)
          try tx.insert(telling)
        }
      }
      @Sendable func unmailed() async throws -> [Int64] {
        try await desk.read {
          try $0.unmailedTellings([.spike], until: make.at(1), for: viewer, limit: 9).map(\.about)
        }
      }
      #expect(try await unmailed() == [2, 3])
      // The service takes it never.
      try await desk.write { try $0.delete(push.id) }
      #expect(try await unmailed() == [1, 2, 3])
    },
    Rule("whatNobodyChoseDoesNotStandBeforeWhatSomebodyDid") { desk in
      let make = desk.make
      let ana = make.member()
      let viewer = make.viewer(ana)
      try await desk.write { tx in
        try tx.insert(ana)
        for number in Int64(1)...9 {
          try tx.insert(
            Telling(
              id: make.id(number), member: ana.id, kind: .spike, about: number,
              lastAt: make.at(number)))
        }
        try tx.insert(
          Telling(
            id: make.id(10), member: ana.id, kind: .lookAsked, about: 10, lastAt: make.at(1)))
      }
      let found = try await desk.read { tx in
        [
          try tx.unpushedTellings([.lookAsked], for: viewer, limit: 2),
          try tx.unpushedTellings([.lookAsked, .spike], for: viewer, limit: 2),
          try tx.unpushedTellings([], for: viewer, limit: 2),
          try tx.unmailedTellings([.lookAsked], until: make.at(9), for: viewer, limit: 2),
          try tx.unmailedTellings([.spike], until: make.at(1), for: viewer, limit: 2),
          try tx.unmailedTellings([.spike], until: make.at(0), for: viewer, limit: 2),
        ].map { $0.map(\.about) }
      }
      #expect(found == [[10], [1, 2], [], [10], [1], []])
    },
    Rule("twoConversationsThatAreOneTellItOnce") { desk in
      let make = desk.make
      let (ana, rui) = (make.member(), make.member("Rui"))
      let (from, into) = (make.conversation(1), make.conversation(2))
      try await desk.write { tx in
        for member in [ana, rui] { try tx.insert(member) }
        for conversation in [from, into] { try tx.insert(conversation) }
        for (member, conversation) in [(ana, from), (ana, into), (rui, from)] {
          try tx.insert(
            Telling(
              id: make.id(), member: member.id, kind: .cameBack, about: conversation.id.value,
              conversation: conversation.id, lastAt: make.at(3)))
        }
        try tx.join(from.id, into: into.id)
      }
      let open = try await desk.read { try $0.openTellings(about: into.id.value) }
      #expect(Set(open.map(\.member)) == [ana.id, rui.id])
      #expect(open.count == 2)
      #expect(open.allSatisfy { $0.conversation == into.id })
    },
    Rule("twoConversationsThatAreOneTellEachPromiseStill") { desk in
      let make = desk.make
      let ana = make.member()
      let (from, into) = (make.conversation(1), make.conversation(2))
      let promises = (0..<4).map { _ in make.id(of: Promise.self).value }
      try await desk.write { tx in
        try tx.insert(ana)
        for conversation in [from, into] { try tx.insert(conversation) }
        for (promise, conversation) in zip(promises, [from, from, into, into]) {
          try tx.insert(
            Telling(
              id: make.id(), member: ana.id, kind: .promiseDue, about: promise,
              conversation: conversation.id, subject: promise, lastAt: make.at(3)))
        }
        try tx.join(from.id, into: into.id)
      }
      let open = try await desk.read { tx in
        try promises.flatMap { try tx.openTellings(about: $0) }
      }
      #expect(open.map(\.about) == promises)
      #expect(open.allSatisfy { $0.conversation == into.id })
    },
    Rule("theLookForWhomSomethingConcernsMovesForOneOnly") { desk in
      let nothing = try await desk.read { try $0.toldUntil() }
      #expect(nothing == nil)
      #expect(try await desk.write { try $0.setToldUntil(ID(5), from: nil) })
      #expect(try await desk.write { try !$0.setToldUntil(ID(6), from: nil) })
      #expect(try await desk.write { try !$0.setToldUntil(ID(6), from: ID(4)) })
      #expect(try await desk.write { try $0.setToldUntil(ID(6), from: ID(5)) })
      #expect(try await desk.read { try $0.toldUntil() } == ID(6))
    },
    Rule("choicesAreKeptAndReplaced") { desk in
      let make = desk.make
      let ana = make.member()
      try await desk.write { try $0.insert(ana) }
      #expect(try await desk.read { try $0.tellingChoices(of: ana.id) } == nil)
      var choices = TellingChoices(member: ana.id)
      for change in 0..<3 {
        choices.mail = [.daily, .soon, .never][change]
        choices.mailAt = change * 100
        choices.mailKinds = change == 1 ? [] : [.spike, .cameBack]
        choices.pushKinds = [.handedOver]
        choices.mailWords = change == 0
        choices.pushWords = change == 1
        choices.topics = [nil, [], [ID(4), ID(7)]][change]
        try await desk.write { [choices] in try $0.save(choices) }
        #expect(try await desk.read { try $0.tellingChoices(of: ana.id) } == choices)
        #expect(
          try await desk.read { try $0.choicesWithMail() } == (change == 2 ? [] : [choices]))
      }
    },
    Rule("aKindThatCameLaterFollowsItsDefaultUntilItIsChosenAbout") { desk in
      let ana = desk.make.member()
      var choices = TellingChoices(member: ana.id)
      choices.mailKinds = []
      choices.pushKinds = [.spike]
      try await desk.write { [choices] tx in
        try tx.insert(ana)
        try tx.save(choices)
      }
      // As a desk wrote it that knew fewer kinds.
      try await desk.database.write { sql in
        try sql.run("UPDATE telling_choices SET offered_kinds = 'cameBack handedOver spike'")
      }
      let later = Set(TellingKind.allCases).subtracting([.cameBack, .handedOver, .spike])
      let read = try await desk.read { try $0.tellingChoices(of: ana.id) }
      #expect(read?.mailKinds == later)
      #expect(read?.pushKinds == later.union([.spike]))
      // Chosen about, they stay as they were chosen.
      try await desk.write { [choices] in try $0.save(choices) }
      #expect(try await desk.read { try $0.tellingChoices(of: ana.id) } == choices)
    },
    Rule("aMailIsLeasedByOneAndKeepsWhatBecameOfIt") { desk in
      let make = desk.make
      let ana = make.member()
      var digest = MailDigest(
        id: make.id(1), member: ana.id, messageID: "a@desk.example", dueAt: make.at(10))
      try await desk.write { [digest] tx in
        try tx.insert(ana)
        try tx.insert(digest)
      }
      #expect(try await desk.read { try $0.digestsDue(at: make.at(9), limit: 9) } == [])
      #expect(try await desk.read { try $0.digestsDue(at: make.at(10), limit: 9) } == [digest])
      let id = digest.id
      let won = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<6 {
          group.addTask { try await desk.write { try $0.lease(id, until: make.at(50)) } }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(won == 1)
      #expect(try await desk.read { try $0.digestsDue(at: make.at(49), limit: 9) } == [])
      #expect(
        try await desk.read { try $0.digestsDue(at: make.at(50), limit: 9).map(\.status) }
          == [.sending])
      digest.status = .unknown
      digest.attempts = 4
      digest.tokenHash = [1, 2, 3]
      digest.sentAt = make.at(60)
      digest.trouble = "It was cut."
      try await desk.write { [digest] in try $0.update(digest) }
      #expect(try await desk.read { try $0.digest(id) } == digest)
      #expect(try await desk.read { try $0.digest(tokenHash: [1, 2, 3]) } == digest)
      #expect(try await desk.read { try $0.lastDigest(of: ana.id) } == digest)
      #expect(try await desk.read { try $0.troubledDigests(of: ana.id) } == [digest])
      try await desk.write { try $0.setTroubleSeen(of: ana.id, at: make.at(70)) }
      #expect(try await desk.read { try $0.troubledDigests(of: ana.id) } == [])
      try await desk.write { try $0.deleteDigests(before: make.at(80)) }
      #expect(try await desk.read { try $0.digest(id) } == nil)
    },
    Rule("aBrowserIsToldWhileItIsSignedIn") { desk in
      let make = desk.make
      let ana = make.member()
      let session = Session(
        id: make.id(), member: ana.id, tokenHash: [1], createdAt: make.at(0), seenAt: make.at(0),
        expiresAt: make.at(100))
      var browser = PushSubscription(
        id: make.id(), member: ana.id, session: session.id, placeHash: [7], sealed: [8],
        device: "A browser", addedAt: make.at(1))
      browser.failures = 2
      browser.restsUntil = make.at(3)
      let push = Push(
        id: make.id(), bundle: ID(1), member: ana.id, subscription: browser.id, dueAt: make.at(5))
      try await desk.write { [browser] tx in
        try tx.insert(ana)
        try tx.insert(session)
        try tx.save(browser)
        try tx.insert(push)
      }
      @Sendable func told(_ second: Int64) async throws -> [PushSubscription] {
        try await desk.read { try $0.pushSubscriptions(of: ana.id, now: make.at(second)) }
      }
      #expect(try await told(99) == [browser])
      #expect(try await desk.read { try $0.membersWithPush(now: make.at(99)) } == [ana.id])
      #expect(try await told(100) == [])
      #expect(try await desk.read { try $0.membersWithPush(now: make.at(100)) } == [])
      #expect(try await desk.read { try $0.pushSubscription(placeHash: [7]) } == browser)
      #expect(try await desk.read { try $0.allPushSubscriptions() } == [browser])
      #expect(try await desk.read { try $0.pushesDue(at: make.at(4), limit: 9) } == [])
      #expect(try await desk.read { try $0.pushesDue(at: make.at(5), limit: 9) } == [push])
      #expect(try await desk.write { try $0.lease(push.id, until: make.at(60)) })
      #expect(try await desk.write { try !$0.lease(push.id, until: make.at(60)) })
      // Another browser at the same place takes its place.
      var other = browser
      other.id = make.id()
      other.sealed = [9]
      try await desk.write { [other] in try $0.save(other) }
      #expect(try await desk.read { try $0.allPushSubscriptions() } == [other])
      try await desk.write { [browser] in try $0.delete(browser.id) }
      #expect(try await desk.read { try $0.pushesDue(at: make.at(99), limit: 9) } == [])
      try await desk.write { try $0.deleteSession(session.id) }
      #expect(try await told(50) == [])
      try await desk.write { try $0.deletePushSubscriptions(addedBefore: make.at(2)) }
      #expect(try await desk.read { try $0.allPushSubscriptions() } == [])
    },
    Rule("aPairOfKeysIsKeptAsItWasFirst") { desk in
      let first = DeskKey(name: "push", publicKey: [1], sealed: [2])
      let second = DeskKey(name: "push", publicKey: [3], sealed: [4])
      #expect(try await desk.write { try $0.insert(first) } == first)
      #expect(try await desk.write { try $0.insert(second) } == first)
      try await desk.write { try $0.update(second) }
      #expect(try await desk.read { try $0.deskKey("push") } == second)
    },
    Rule("whoAnsweredAPersonIsFoundAcrossTheirConversations") { desk in
      let make = desk.make
      let (ana, rui) = (make.member(), make.member("Rui"))
      let person = Person(id: make.id(), name: "Eva", firstWordsAt: make.at(0))
      let (one, two) = (make.handle("Eva", person: person.id), make.handle("E", person: person.id))
      let us = make.handle("Shop")
      let account = make.account(of: us)
      let other = make.handle("Opener")
      // Who began the second is somebody else, whom Mia answered.
      let talks = [make.conversation(1, with: one), make.conversation(2, with: other)]
      let mia = make.member("Mia")
      let asked = [
        make.post(1, by: one, talks[0].id, .toUs), make.post(2, by: two, talks[1].id, .toUs),
        make.post(3, by: other, talks[1].id, .toUs),
      ]
      try await desk.write { tx in
        for member in [ana, rui, mia] { try tx.insert(member) }
        try tx.insert(person)
        try tx.insert([one, two, us, other])
        try tx.insert(account)
        for talk in talks { try tx.insert(talk) }
        for post in asked { try tx.insert(post) }
        for (member, talk, post) in [(rui, 1, 1), (mia, 1, 2), (ana, 1, 1)] {
          var reply = make.reply(
            5, by: member, in: talks[talk], to: asked[post].id, from: account)
          if member.id != rui.id { reply.delivery.deliveredAt = make.at(9) }
          try tx.insert(reply)
          try tx.update(reply)
        }
      }
      // Rui's never went out.
      #expect(try await desk.read { try $0.membersWhoAnswered(person.id) } == [ana.id])
      let viewer = make.viewer(ana)
      let met = try await desk.read {
        try $0.exchanges(with: person.id, since: make.at(0), for: viewer)
      }
      #expect(met.map(\.member) == [ana.id])
    },
  ]
}
