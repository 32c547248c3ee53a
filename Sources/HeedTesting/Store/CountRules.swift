import HeedModel
import Testing

extension StoreConformance {
  static let countRules = [
    Rule("whatWeSaidInPublicIsPlannedOnceAndLeasedOnce") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      let networks = [make.network]
      let planned = try await desk.write {
        try $0.planCounts(on: networks, saidSince: make.at(0))
      }
      #expect(planned == 3)
      #expect(
        try await desk.write { try $0.planCounts(on: networks, saidSince: make.at(0)) } == 0)
      #expect(try await desk.read { try $0.nextCountAt() } == make.at(10 + 60))
      #expect(
        try await desk.write {
          try $0.leaseCounts(now: make.at(69), until: make.at(300), limit: 9)
        }.isEmpty)
      let leased = try await desk.write {
        try $0.leaseCounts(now: make.at(99), until: make.at(300), limit: 9)
      }
      #expect(leased.map(\.post) == [world.first.id, world.second.id])
      #expect(leased.map(\.remoteID) == [world.first.remoteID, world.second.remoteID])
      #expect(leased.map(\.local) == ["12", nil])
      #expect(leased.allSatisfy { $0.account == world.account.id && $0.occasion == .due })
      #expect(
        try await desk.write {
          try $0.leaseCounts(now: make.at(99), until: make.at(300), limit: 9)
        }.isEmpty)
      // Nobody came back: they are due again.
      #expect(
        try await desk.write {
          try $0.leaseCounts(now: make.at(300), until: make.at(600), limit: 1)
        }.map(\.post) == [world.third.id])
    },
    Rule("tenThatLeaseAtOnceNeverGetTheSame") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      _ = try await desk.write {
        try $0.planCounts(on: [make.network], saidSince: make.at(0))
      }
      let leased = try await withThrowingTaskGroup(of: [CountPlan].self) { group in
        for _ in 0..<10 {
          group.addTask {
            try await desk.write {
              try $0.leaseCounts(now: make.at(500), until: make.at(900), limit: 2)
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(
        leased.map(\.post).sorted() == [world.first.id, world.second.id, world.third.id].sorted())
    },
    Rule("aCountThatSomebodyAskedForMeanwhileIsNotPutOff") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      _ = try await desk.write {
        try $0.planCounts(on: [make.network], saidSince: make.at(0))
      }
      let leased = try await desk.write {
        try $0.leaseCounts(now: make.at(80), until: make.at(300), limit: 1)
      }
      try await desk.write {
        try $0.freezeCounts(of: world.first.id, as: .noticed, at: make.at(90))
      }
      try await desk.write {
        try $0.settle(leased.map { ($0, make.at(900)) }, leasedUntil: make.at(300))
      }
      let plan = try await desk.read { try $0.countPlan(of: world.first.id) }
      #expect(plan?.dueAt == make.at(90))
      #expect(plan?.occasion == .noticed)
      // Then it is counted, and goes on as before.
      let again = try await desk.write {
        try $0.leaseCounts(now: make.at(95), until: make.at(400), limit: 9)
      }
      var done = try #require(again.first { $0.post == world.first.id })
      #expect(done.occasion == .noticed)
      done.occasion = .due
      done.tries = 2
      try await desk.write { [done] in
        try $0.settle([(done, make.at(1000))], leasedUntil: make.at(400))
      }
      let next = try await desk.read { try $0.countPlan(of: world.first.id) }
      #expect(next?.dueAt == make.at(1000) && next?.occasion == .due && next?.tries == 2)
      try await desk.write { [done] in
        try $0.settle([(done, nil)], leasedUntil: make.at(1000))
      }
      #expect(try await desk.read { try $0.countPlan(of: world.first.id) } == nil)
      // What is over is counted once more when it turns out to be wrong.
      try await desk.write {
        try $0.freezeCounts(of: world.first.id, as: .fixed, at: make.at(5000))
      }
      #expect(try await desk.read { try $0.countPlan(of: world.first.id) }?.occasion == .fixed)
    },
    Rule("whatSomebodyElseOrNobodyMaySeeIsNotCounted") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      try await desk.write { tx in
        try tx.planCounts(on: [NetworkName("elsewhere")], saidSince: make.at(0))
        try tx.freezeCounts(of: world.theirs.id, as: .noticed, at: make.at(90))
        try tx.freezeCounts(of: world.inPrivate.id, as: .noticed, at: make.at(90))
      }
      #expect(try await desk.read { try $0.nextCountAt() } == nil)
      // The others were said too long ago to be looked for.
      _ = try await desk.write {
        try $0.planCounts(on: [make.network], saidSince: make.at(35))
      }
      #expect(try await desk.read { try $0.countPlan(of: world.first.id) } == nil)
      #expect(try await desk.read { try $0.countPlan(of: world.third.id) } != nil)
    },
    Rule("anAccountThatIsConnectedAgainCountsWhatTheRemovedOneSaid") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      let networks = [make.network]
      var gone = world.account
      gone.removedAt = make.at(50)
      var anew = world.account
      anew.id = make.id(60)
      try await desk.write { [gone] tx in
        _ = try tx.planCounts(on: networks, saidSince: make.at(0))
        let leased = try tx.leaseCounts(now: make.at(99), until: make.at(300), limit: 9)
        try tx.settle(leased.map { (plan: $0, next: nil) }, leasedUntil: make.at(300))
        try tx.update(gone)
      }
      #expect(
        try await desk.write { try $0.planCounts(on: networks, saidSince: make.at(0)) } == 0)
      try await desk.write { [anew] in try $0.insert(anew) }
      #expect(
        try await desk.write { try $0.planCounts(on: networks, saidSince: make.at(0)) } == 3)
      #expect(try await desk.read { try $0.countPlan(of: world.first.id)?.account } == anew.id)
      #expect(
        try await desk.write { try $0.planCounts(on: networks, saidSince: make.at(0)) } == 0)
    },
    Rule("whatIsFrozenIsAskedForByTheAccountThatIsConnectedNow") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      var gone = world.account
      gone.removedAt = make.at(50)
      var anew = world.account
      anew.id = make.id(60)
      try await desk.write { [gone, anew] tx in
        try tx.freezeCounts(of: world.first.id, as: .due, at: make.at(40))
        try tx.update(gone)
        try tx.insert(anew)
        try tx.freezeCounts(of: world.first.id, as: .noticed, at: make.at(90))
      }
      #expect(try await desk.read { try $0.countPlan(of: world.first.id)?.account } == anew.id)
    },
    Rule("everyMomentStaysAndHoldsTheFirstSampleThatWasAskedForSince") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      let id = world.first.id
      @Sendable func sample(_ seconds: Int64) -> PostCount {
        PostCount(post: id, at: make.at(seconds), views: 1)
      }
      try await desk.write { tx in
        try tx.freezeCounts(of: id, as: .noticed, at: make.at(90))
        try tx.freezeCounts(of: id, as: .due, at: make.at(91))
        // Nobody was counted yet, and it is put right, and wrong once more.
        try tx.freezeCounts(of: id, as: .fixed, at: make.at(95))
        try tx.freezeCounts(of: id, as: .fixed, at: make.at(95))
        try tx.freezeCounts(of: id, as: .noticed, at: make.at(110))
        try tx.freezeCounts(of: world.theirs.id, as: .noticed, at: make.at(90))
        try tx.freezeCounts(of: world.inPrivate.id, as: .noticed, at: make.at(90))
        try tx.save([sample(80)], on: make.network)
      }
      func moments() async throws -> [CountMoment] {
        try await desk.read { try $0.countMoments(of: id) }
      }
      #expect(try await moments().map(\.occasion) == [.noticed, .fixed, .noticed])
      #expect(try await moments().map(\.at) == [90, 95, 110].map { make.at($0) })
      #expect(try await moments().allSatisfy { $0.countedAt == nil })
      // Asked for between the second and the third, told a little later.
      try await desk.write { try $0.save([sample(120)], on: make.network, asked: make.at(100)) }
      #expect(try await moments().map(\.countedAt) == [make.at(120), make.at(120), nil])
      try await desk.write { try $0.save([sample(200)], on: make.network, asked: make.at(199)) }
      #expect(try await moments().map(\.countedAt) == [make.at(120), make.at(120), make.at(200)])
      for other in [world.theirs.id, world.inPrivate.id, world.second.id] {
        #expect(try await desk.read { try $0.countMoments(of: other) } == [])
      }
    },
    Rule("samplesOfAPostStayInOrderAndAreKeptOnce") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      let early = PostCount(
        post: world.first.id, at: make.at(70), views: 12, liked: 1, shared: 0, answered: 2,
        quoted: 0, followers: 6400, sharerFollowers: 0)
      let late = PostCount(
        post: world.first.id, at: make.at(400), occasion: .fixed, liked: 5, followers: 6410)
      try await desk.write { tx in
        try tx.save([late, early], on: make.network)
        try tx.save([early], on: make.network)
      }
      #expect(try await desk.read { try $0.counts(of: world.first.id) } == [early, late])
      #expect(try await desk.read { try $0.counts(of: world.second.id) } == [])
    },
    Rule("samplesWithReadersAreReadNewestPostFirst") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      @Sendable func sample(_ post: Post, _ seconds: Int64, _ views: Int?) -> PostCount {
        PostCount(post: post.id, at: make.at(seconds), views: views)
      }
      let all = [
        sample(world.first, 70, 3), sample(world.first, 80, nil), sample(world.second, 70, 4),
        sample(world.second, 90, 9),
      ]
      try await desk.write { tx in
        try tx.save(all, on: make.network)
        try tx.save([sample(world.third, 99, 1)], on: NetworkName("elsewhere"))
      }
      let read = try await desk.read { try $0.countedViews(on: make.network, limit: 9) }
      #expect(read.map(\.count) == [all[2], all[3], all[0]])
      // The second answers somebody, the first and the third nobody.
      #expect(read.map(\.answersOthers) == [true, true, false])
      #expect(try await desk.read { try $0.answersOthers(world.second.id) })
      #expect(try await desk.read { try !$0.answersOthers(world.third.id) })
      #expect(
        try await desk.read { try $0.countedViews(on: make.network, limit: 2) }.map(\.count)
          == [all[2], all[3]])
    },
    Rule("whoReactedAndAnsweredIsReadAsFarAsTheViewerMaySee") { desk in
      let world = try await CountWorld(desk)
      let make = desk.make
      let hidden = make.post(
        60, by: world.them, world.first.conversation, .toUs, "Between us.", visibility: .private,
        parent: world.first.id)
      let open = make.post(
        61, by: world.them, world.first.conversation, .toUs, "Is it?", parent: world.first.id)
      let liked = Reaction(
        kind: .liked, post: world.first.id, by: world.them.id, at: make.at(44))
      let shared = Reaction(
        kind: .shared, post: world.first.id, by: world.them.id, at: make.at(33))
      let person = Person(
        id: make.id(), name: "Shy", firstWordsAt: make.at(50), doNotContact: false)
      let shy = make.handle("Shy", person: person.id)
      let whispered = make.post(
        62, by: shy, nil, .toUs, "Only to you.", visibility: .private)
      let shyly = Reaction(kind: .liked, post: world.first.id, by: shy.id, at: make.at(55))
      try await desk.write { tx in
        try tx.insert(person)
        try tx.insert([shy])
        try tx.insert(hidden, open, whispered)
        try tx.save([liked, shared, shyly])
      }
      let stranger = make.viewer(make.member("Zoe"))
      let reactors = try await desk.read {
        try $0.reactors(to: world.first.id, limit: .max, for: stranger)
      }
      #expect(
        reactors.map { Reaction(kind: $0.kind, post: world.first.id, by: $0.handle.id, at: $0.at) }
          == [shared, liked, shyly])
      // Whoever spoke to us in private alone is nobody's page to those who do not answer it.
      #expect(reactors.last?.handle.person == nil)
      #expect(
        try await desk.read { try $0.answers(to: world.first.id, for: stranger) }.map(\.id)
          == [world.third.id, open.id])
    },
    Rule("aRuleOfAttentionIsKeptWithItsReasonAndForgotten") { desk in
      let make = desk.make
      var rule = AttentionRule(
        share: Spread(0.03, 0.075, 0.12), halfLife: Spread(20, 80, 480.5),
        overlap: Spread(0, 0.2, 1), replies: Spread(0.1), source: "",
        change: AttentionChange(note: "as we saw it", by: make.id(), at: make.at(9)))
      try await desk.write { [rule] in try $0.save(rule, on: make.network) }
      #expect(try await desk.read { try $0.attentionRules() } == [make.network: rule])
      rule.change?.note = "with a 'quote'"
      rule.share.high = 1.0 / 3
      try await desk.write { [rule] in try $0.save(rule, on: make.network) }
      #expect(try await desk.read { try $0.attentionRules() } == [make.network: rule])
      try await desk.write { tx in
        try tx.deleteAttentionRule(on: make.network)
        try tx.deleteAttentionRule(on: make.network)
      }
      #expect(try await desk.read { try $0.attentionRules() } == [:])
    },
  ]
}

/// Three public posts of ours, the second in answer to somebody; one in private, and one of theirs.
private struct CountWorld {
  let account: Account
  let them: Handle
  let first: Post
  let second: Post
  let third: Post
  let inPrivate: Post
  let theirs: Post

  init(_ desk: StoreUnderTest) async throws {
    let make = desk.make
    var us = make.handle("Shop")
    us.isOurs = true
    them = make.handle("Rui")
    account = make.account(of: us)
    theirs = make.post(1, by: them, nil, .toUs, "Is it in the box?")
    first = make.post(10, by: us, nil, .ours, "It is in the box.")
    second = make.post(20, by: us, theirs.conversation, .ours, "It is.", parent: theirs.id)
    third = make.post(40, by: us, first.conversation, .ours, "Always.", parent: first.id)
    inPrivate = make.post(30, by: us, nil, .ours, "Between us.", visibility: .private)
    let posts = [theirs, first, second, third, inPrivate]
    try await desk.write { [account, them, us, first] tx in
      try tx.insert([us, them])
      try tx.insert(account)
      try tx.insert(posts.map { NewPost(post: $0, terms: []) })
      try tx.save(localReference: "12", of: first.id, account: account.id)
    }
  }
}
