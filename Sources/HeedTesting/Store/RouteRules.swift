import HeedModel
import Testing

extension StoreConformance {
  static let routeRules = [
    Rule("aConversationComesBackWhole") { desk in
      let make = desk.make
      let handle = make.handle()
      let account = make.account(of: handle)
      var conversation = make.conversation(4, with: handle, account: account, isPrivate: true)
      let conversationID = conversation.id
      try await desk.write { [conversation] tx in
        try tx.insert([handle])
        try tx.insert(account)
        try tx.insert(conversation)
      }
      #expect(
        try await desk.read { try $0.conversation(conversationID) }
          == conversation)
      #expect(
        try await desk.read { try $0.conversations(among: [make.id(), conversationID]) }
          == [conversation])
      conversation.state = .snoozed
      conversation.waitingPost = make.id()
      conversation.reasons = [.complaint, .firstWords]
      conversation.rank = -5
      conversation.snoozedUntil = make.at(50)
      conversation.lastPostAt = make.at(6)
      try await desk.write { [conversation] in try $0.update(conversation) }
      #expect(
        try await desk.read { try $0.conversation(conversationID) }
          == conversation)
      #expect(try await desk.read { try $0.snoozesEnded(at: make.at(49), limit: 9) } == [])
      #expect(
        try await desk.read { try $0.snoozesEnded(at: make.at(50), limit: 9) }
          == [conversation.id])
      #expect(try await desk.read { try $0.conversation(make.id()) } == nil)
    },
    Rule("firstAnswersAreTakenByWhenTheyWereGivenAndPacesComeBack") { desk in
      let make = desk.make
      let (ana, otto) = (make.handle("Ana"), make.handle("Otto"))
      var bot = make.handle("Bot")
      bot.isBot = true
      var ours = make.handle("Shop")
      ours.isOurs = true
      func post(
        _ second: Int64, _ handle: Handle, _ direction: Direction, to parent: Post? = nil,
        _ visibility: Visibility = .public
      ) -> Post {
        var post = make.post(second, by: handle)
        post.direction = direction
        post.visibility = visibility
        post.parent = parent?.id
        if let parent { post.conversation = parent.conversation }
        return post
      }
      let among = post(1, ana, .aboutUs)
      let toUs = post(2, ana, .toUs)
      let secret = post(3, ana, .toUs, .private)
      let posts = [
        among, toUs, secret, post(4, bot, .aside, to: among), post(5, ana, .aside, to: among),
        post(7, otto, .aside, to: among), post(8, ours, .ours, to: among),
        post(9, otto, .aside, to: toUs), post(12, ours, .ours, to: toUs),
        post(13, ours, .ours, to: toUs), post(14, ours, .ours, to: secret, .private),
      ]
      let member = make.member()
      let account = make.account(of: ours)
      let talk = make.conversation(with: ana, account: account)
      var reply = make.reply(12, by: member, in: talk, to: toUs.id, from: account)
      reply.delivery.status = .delivered
      reply.delivery.post = posts[8].id
      reply.delivery.deliveredAt = make.at(12)
      try await desk.write { [bot, ours, reply] tx in
        try tx.insert(member)
        try tx.insert([ana, otto, bot, ours])
        try tx.insert(account)
        try tx.insert(talk)
        try tx.insert(posts.map { NewPost(post: $0, terms: [], matches: []) })
        try tx.insert(reply)
      }
      let network = among.network
      let answers = [
        FirstAnswer(network: network, isOurs: true, took: .seconds(10), member: member.id),
        FirstAnswer(network: network, isOurs: false, took: .seconds(6)),
      ]
      #expect(try await desk.read { try $0.firstAnswers(since: make.at(0), limit: 9) } == answers)
      #expect(
        try await desk.read { try $0.firstAnswers(since: make.at(0), limit: 1) } == [answers[0]])
      #expect(
        try await desk.read { try $0.firstAnswers(since: make.at(8), limit: 9) } == [answers[0]])

      let paces = [
        Pace(NetworkName("a"), theirs: Pace.Half(half: .minutes(3), answers: 20), ours: nil),
        Pace(
          NetworkName("b"), theirs: Pace.Half(half: .minutes(3), answers: 20),
          ours: Pace.Half(half: .seconds(200), answers: 31, members: 3)),
      ]
      try await desk.write { try $0.save([Pace(NetworkName("gone"), theirs: nil, ours: nil)]) }
      try await desk.write { try $0.save(paces) }
      #expect(try await desk.read { try $0.paces() } == paces)
      #expect(paces.map(\.customIsQuicker) == [false, true])
    },
    Rule("whatMembersSayOfThemselvesComesBack") { desk in
      let member = desk.make.member()
      let whole = MemberProfile(
        member: member.id, languages: ["pt", "en-GB"], knows: ["brakes", "\"bike fitting\""],
        likes: ["e-bike*"], minutesADay: 30,
        hours: WeekHours([[540..<720, 780..<1020], [], [0..<1], [], [], [1320..<1560]]),
        absences: [
          MemberProfile.Absence(first: 20_000, last: 20_007),
          MemberProfile.Absence(first: 20_100, last: 20_100),
        ])
      try await desk.write { tx in
        try tx.insert(member)
        try tx.save(whole)
      }
      #expect(try await desk.read { try $0.profiles() } == [whole])
      #expect(try await desk.read { try $0.profile(of: member.id) } == whole)
      #expect(try await desk.read { try $0.profile(of: desk.make.id()) } == nil)
      let bare = MemberProfile(member: member.id)
      try await desk.write { try $0.save(bare) }
      #expect(try await desk.read { try $0.profiles() } == [bare])
      #expect(try await desk.read { try $0.membersSeen(since: desk.make.at(0)) } == [])
      #expect(try await desk.read { try $0.answersWritten(since: desk.make.at(0)) } == [:])
      #expect(
        try await desk.read { try $0.answers(after: (desk.make.at(0), ID(0)), limit: 9) } == [])
      #expect(try await desk.read { try $0.answer(before: 0) } == nil)
    },
    Rule("whyAHandOverWasGivenStaysWithIt") { desk in
      let make = desk.make
      let (one, other) = (make.member("A"), make.member("B"))
      let conversation = make.conversation()
      let reasons: [HelpReason] = [
        .askedFor, .answeredThis, .knows(since: make.at(3)), .knows(since: nil),
        .knowsAbout("bike fitting"), .speaks, .wouldLike("e-bike*"), .newHere, .wouldLearn,
        .here(until: Instant(seconds: 1_800_000_000)),
        .here(until: nil), .away(until: 20_000),
      ]
      let handOver = HandOver(
        id: make.id(), conversation: conversation.id, from: one.id, to: other.id, word: "",
        reasons: reasons, at: make.at(5))
      try await desk.write { tx in
        try tx.insert(one)
        try tx.insert(other)
        try tx.insert(conversation)
        try tx.insert(handOver)
      }
      let viewer = Viewer(member: one.id, role: .lead)
      #expect(
        try await desk.read { try $0.handOvers(of: conversation.id, for: viewer) } == [handOver])
    },
    Rule("ofManyWhoClaimAtOnceOneWins") { desk in
      let make = desk.make
      let members = (0..<8).map { make.member("M\($0)") }
      let conversation = make.conversation()
      try await desk.write { tx in
        for member in members { try tx.insert(member) }
        try tx.insert(conversation)
      }
      for round in 0..<5 {
        let told = try await withThrowingTaskGroup(of: Claim.self) { group in
          for member in members {
            let claim = Claim(
              id: make.id(), conversation: conversation.id, member: member.id,
              claimedAt: make.at(Int64(round)))
            group.addTask { try await desk.write { try $0.claim(claim) } }
          }
          return try await group.reduce(into: Set<Claim>()) { $0.insert($1) }
        }
        #expect(told.count == 1)
        #expect(try await desk.read { try $0.claim(of: conversation.id) } == told.first)
        if round % 2 == 0, let winner = told.first {
          try await desk.write { try $0.release(winner.id, at: make.at(99)) }
        } else {
          try await desk.write { tx in
            for member in members { try tx.releaseClaims(of: member.id, at: make.at(99)) }
          }
        }
        #expect(try await desk.read { try $0.claim(of: conversation.id) } == nil)
      }
    },
    Rule("notesSnoozesAndClosuresAreKeptInOrder") { desk in
      let make = desk.make
      let ana = make.member()
      let conversation = make.conversation()
      let id = conversation.id
      let note = TeamNote(
        id: make.id(1), conversation: id, member: ana.id, text: "Ask Rui.", at: make.at(1))
      let other = TeamNote(
        id: make.id(2), conversation: id, member: ana.id, text: "Done.", at: make.at(2))
      let snooze = Snooze(
        id: make.id(3), conversation: id, member: ana.id, snoozedAt: make.at(3), until: make.at(9))
      let closure = Closure(
        id: make.id(4), conversation: id, member: nil, reason: .solved, post: make.id(),
        closedAt: make.at(4))
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(conversation)
        try tx.insert(other)
        try tx.insert(note)
        try tx.insert(snooze)
        try tx.insert(closure)
      }
      let viewer = make.viewer(ana)
      #expect(try await desk.read { try $0.notes(of: id, for: viewer) } == [note, other])
      #expect(try await desk.read { try $0.snoozes(of: id) } == [snooze])
      #expect(try await desk.read { try $0.closures(of: id) } == [closure])
      try await desk.write { tx in
        try tx.deleteNote(note.id)
        try tx.wake(id, at: make.at(5))
        try tx.reopen(id, at: make.at(6))
        try tx.wake(id, at: make.at(7))
        try tx.reopen(id, at: make.at(8))
        try tx.setTakenUp(id, by: ana.id, at: make.at(7))
        try tx.setTakenUp(id, by: ana.id, at: make.at(8))
      }
      let records = try await desk.read { try $0.records(of: id) }
      #expect(records.snoozes.map(\.wokenAt) == [make.at(5)])
      #expect(records.closures.map(\.reopenedAt) == [make.at(6)])
      #expect(records.takenUpAt == make.at(7))
      #expect(try await desk.read { try $0.takenUpAt(of: id) } == make.at(7))
      #expect(try await desk.read { try $0.takenUpAt(of: make.id()) } == nil)
      #expect(try await desk.read { try $0.note(note.id) } == nil)
      #expect(try await desk.read { try $0.note(other.id) } == other)
    },
    Rule("recordsHoldWhatWasSaidWithoutItsWords") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let (rui, phone) = (
        make.handle("Rui", person: person.id), make.handle("R", person: person.id)
      )
      let earlier = make.conversation(0, state: .done, with: phone)
      let conversation = make.conversation(5, with: rui)
      var asks = make.post(5, by: rui, conversation.id, .toUs)
      asks.reading.kinds = [.question, .complaint]
      let placeholder = make.post(4, by: nil, conversation.id)
      asks.parent = placeholder.id
      let gone = make.post(6, by: rui, conversation.id, .aside)
      try await desk.write { [asks] tx in
        try tx.insert(person)
        try tx.insert([rui, phone])
        try tx.insert(earlier)
        try tx.insert(conversation)
        try tx.insert(asks, placeholder, gone)
        try tx.blank([gone.id], at: make.at(7))
      }
      let records = try await desk.read { try $0.records(of: conversation.id) }
      #expect(
        records.posts == [
          ConversationRecords.Spoken(
            post: asks.id, at: asks.publishedAt, direction: .toUs, kinds: asks.reading.kinds,
            by: rui.id, answers: placeholder.id),
          ConversationRecords.Spoken(
            post: gone.id, at: gone.publishedAt, direction: .aside, isGone: true, by: rui.id),
        ])
    },
    Rule("whoSpokeToUsBeforeDidSoInWhateverThread") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let (rui, phone) = (
        make.handle("Rui", person: person.id), make.handle("R", person: person.id)
      )
      let (eva, opener) = (make.handle("Eva"), make.handle("Opener"))
      // Of the one who began them, Rui's and Eva's words are in both.
      let (first, second) = (make.conversation(0, with: opener), make.conversation(5, with: opener))
      let posts = [
        make.post(1, by: phone, first.id, .toUs), make.post(2, by: eva, first.id, .aboutUs),
        make.post(6, by: rui, second.id, .toUs), make.post(7, by: eva, second.id, .toUs),
      ]
      try await desk.write { tx in
        try tx.insert(person)
        try tx.insert([rui, phone, eva, opener])
        for conversation in [first, second] { try tx.insert(conversation) }
        for post in posts { try tx.insert(post) }
      }
      @Sendable func spoke(_ handle: Handle, _ conversation: Conversation) async throws -> Bool {
        try await desk.read { try $0.spokeBefore(handle.id, than: conversation.id) }
      }
      #expect(try await spoke(rui, second))
      #expect(try await !spoke(phone, first))
      #expect(try await !spoke(eva, second))
      #expect(try await !spoke(opener, second))
    },
    Rule("theLineIsInOrderOfRank") { desk in
      let make = desk.make
      let ana = make.member()
      let rui = make.handle()
      let ranks: [Int64] = [30, -10, 20, 20, 20, 0]
      let waiting = ranks.enumerated().map { number, rank in
        var one = make.conversation(Int64(number), with: rui)
        one.rank = rank
        return one
      }
      let done = make.conversation(9, state: .done, with: rui)
      let post = make.post(1, by: rui, waiting[0].id, .toUs)
      let last = make.post(3, by: rui, waiting[0].id, .aside)
      let claim = Claim(
        id: make.id(), conversation: waiting[1].id, member: ana.id, claimedAt: make.at(0))
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert([rui])
        for one in waiting + [done] { try tx.insert(one) }
        try tx.insert(post, last)
        _ = try tx.claim(claim)
      }
      let viewer = make.viewer(ana)
      let line = try await desk.all(limit: 2) { try $0.waiting($1, for: viewer) }
      let wanted = waiting.sorted { ($0.rank ?? 0, $0.id) < ($1.rank ?? 0, $1.id) }
      #expect(line.map(\.conversation) == wanted)
      #expect(line.first?.claimedBy == ana.id)
      #expect(line.first?.handle == rui)
      #expect(line.last?.post?.id == last.id)
      #expect(try await desk.read { try $0.waitingCount(for: viewer) } == 6)
      #expect(try await desk.read { try $0.waitingPeople(for: viewer) } == 1)
      var named = waiting[0]
      named.waitingPost = post.id
      try await desk.write { [named] in try $0.update(named) }
      let again = try await desk.read { try $0.waiting(PageRequest(), for: viewer) }
      #expect(again.rows.last?.post?.id == post.id)
      #expect(again.next == nil)
      // Who joined in and waits is shown with their own words, not with whom the conversation is.
      let mia = make.handle("Mia")
      let joined = make.post(8, by: mia, waiting[0].id, .toUs)
      named.waitingPost = joined.id
      try await desk.write { [named] tx in
        try tx.insert([mia])
        try tx.insert(joined)
        try tx.update(named)
      }
      let third = try await desk.read { try $0.waiting(PageRequest(), for: viewer) }.rows.last
      #expect(third?.handle == mia)
      #expect(third?.post?.id == joined.id)
    },
    Rule("handedOverIsWhatWasNeitherClaimedNorClosedSince") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let all = (0..<5).map { make.conversation(Int64($0), state: $0 == 1 ? .done : .waiting) }
      func handOver(_ number: Int, _ seconds: Int64, to: Member) -> HandOver {
        HandOver(
          id: make.id(seconds), conversation: all[number].id, from: ana.id, to: to.id,
          word: "Please.", at: make.at(seconds))
      }
      let overs = (0..<5).map { handOver($0, 10, to: bea) }
      let onward = handOver(3, 20, to: ana)
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(bea)
        for one in all { try tx.insert(one) }
        for over in overs + [onward] { try tx.insert(over) }
        _ = try tx.claim(
          Claim(id: make.id(), conversation: all[2].id, member: ana.id, claimedAt: make.at(11)))
        _ = try tx.claim(
          Claim(id: make.id(), conversation: all[4].id, member: ana.id, claimedAt: make.at(9)))
      }
      let toBea = try await desk.read { try $0.handedTo(make.viewer(bea)) }
      #expect(Set(toBea) == [overs[0], overs[4]])
      #expect(try await desk.read { try $0.handedTo(make.viewer(ana)) } == [onward])
      let trail = try await desk.read { try $0.handOvers(of: all[3].id, for: make.viewer(ana)) }
      #expect(trail == [overs[3], onward])
    },
    Rule("talkAboutUsThatAsksIsOfferedUntilSomebodyTakesItUp") { desk in
      let make = desk.make
      let rui = make.handle()
      let kinds: [Set<Reading.Kind>] = [
        [.question], [.complaint], [.praise], [.wish, .spam], [.correction], [],
      ]
      let posts = kinds.enumerated().map { number, kinds -> Post in
        var post = make.post(Int64(number), by: rui)
        post.reading.kinds = kinds
        return post
      }
      let kept = Conversation(
        id: posts[1].conversation, network: make.network, account: nil, handle: rui.id,
        isPrivate: false, state: .waiting, lastPostAt: make.at(1))
      try await desk.write { tx in
        try tx.insert([rui])
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.insert(kept)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      let offered = try await desk.all(limit: 1) {
        try $0.asksAboutUs(since: make.at(0), $1, for: viewer)
      }
      #expect(offered.map(\.id) == [posts[4].id, posts[0].id])
      let late = try await desk.read {
        try $0.asksAboutUs(since: make.at(1), PageRequest(), for: viewer)
      }
      #expect(late.rows.map(\.id) == [posts[4].id])
    },
    Rule("aThreadThatIsNotKeptCanStillBeOpened") { desk in
      let make = desk.make
      let rui = make.handle()
      let placeholder = make.post(0, by: nil)
      let post = make.post(1, by: rui, placeholder.conversation, parent: placeholder.id)
      try await desk.write { tx in
        try tx.insert([rui])
        try tx.insert(placeholder, post)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      let found = try await desk.read { try $0.conversation(post.conversation, for: viewer) }
      #expect(found?.state == .aboutUs)
      #expect(found?.handle == rui.id)
      #expect(found?.lastPostAt == post.publishedAt)
      let thread = try await desk.read { try $0.thread(post.conversation, for: viewer) }
      #expect(thread.map(\.id) == [placeholder.id, post.id])
      #expect(thread.map(\.author) == [nil, rui])
      #expect(try await desk.read { try $0.conversation(make.id(), for: viewer) } == nil)
    },
  ]
}
