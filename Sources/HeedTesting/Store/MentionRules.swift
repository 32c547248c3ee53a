import HeedModel
import Testing

extension StoreConformance {
  static let mentionRules = [
    Rule("aMentionThatManyTellAtOnceIsOneRow") { desk in
      let make = desk.make
      let source = make.source()
      try await desk.write { try $0.insert(source) }
      let new = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<10 {
          group.addTask {
            try await desk.write {
              try $0.take(mention(make, source, "https://a.example/1", told: 1), key: [1, 0])
            }
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(new == 1)
      #expect(try await desk.read { try $0.mentionsWaiting() } == 1)
    },
    Rule("aMentionIsDueUntilItIsLookedAtAndAgainWhenItIsTold") { desk in
      let make = desk.make
      let source = make.source()
      let told = mention(make, source, "https://a.example/1", told: 1)
      try await desk.write { tx in
        try tx.insert(source)
        _ = try tx.take(told, key: [1])
      }
      #expect(try await desk.read { try $0.hostsDue(at: make.at(0), limit: 9) } == [])
      #expect(try await desk.read { try $0.hostsDue(at: make.at(1), limit: 9) } == ["a.example"])
      let leased = try await desk.write {
        try $0.lease(mentionOf: "a.example", now: make.at(2), until: make.at(100))
      }
      #expect(leased == told)
      #expect(try await desk.read { try $0.hostsDue(at: make.at(99), limit: 9) } == [])
      #expect(
        try await desk.write {
          try $0.lease(mentionOf: "a.example", now: make.at(99), until: make.at(200))
        } == nil)
      // Nobody came back: it is due again.
      #expect(try await desk.read { try $0.hostsDue(at: make.at(100), limit: 9) } == ["a.example"])
      var looked = told
      looked.lookedAt = make.at(101)
      looked.dueAt = nil
      looked.tries = 3
      looked.found = "post:https://a.example/1"
      try await desk.write { [looked] in try $0.update(looked) }
      #expect(try await desk.read { try $0.mention(told.id) } == looked)
      #expect(try await desk.read { try $0.mention(key: [1]) } == looked)
      let found = try await desk.read { try $0.mentions(found: "post:https://a.example/1") }
      #expect(found == [looked])
      #expect(try await desk.read { try $0.mentions(found: "post:https://a.example/2") } == [])
      #expect(try await desk.read { try $0.mentionsWaiting() } == 0)
      // Told again at once, it waits until a minute is over since the last look; later, not at all.
      func again(_ seconds: Int64) async throws -> Instant? {
        try await desk.write { [looked] tx in
          try tx.update(looked)
          _ = try tx.take(mention(make, source, told.page, told: seconds), key: [1])
          return try tx.mention(told.id)?.dueAt
        }
      }
      #expect(try await again(110) == make.at(161))
      #expect(try await again(500) == make.at(500))
    },
    Rule("aHostThatRestsHoldsUpNoOther") { desk in
      let make = desk.make
      let source = make.source()
      try await desk.write { tx in
        try tx.insert(source)
        for number in 0..<50 {
          _ = try tx.take(
            mention(make, source, "https://dead.example/\(number)", told: 1),
            key: [0, UInt8(number)])
        }
        _ = try tx.take(mention(make, source, "https://b.example/", told: 2), key: [1])
        try tx.rest(host: "dead.example", until: make.at(60))
      }
      #expect(try await desk.read { try $0.hostsDue(at: make.at(59), limit: 9) } == ["b.example"])
      #expect(
        try await desk.read { try $0.hostsDue(at: make.at(60), limit: 9) }
          == ["b.example", "dead.example"])
      #expect(try await desk.read { try $0.mentionsWaiting() } == 51)
    },
    Rule("whatWasLookedAtLongAgoIsLetGo") { desk in
      let make = desk.make
      let source = make.source()
      try await desk.write { tx in
        try tx.insert(source)
        for number in 0..<3 {
          var told = mention(make, source, "https://a.example/\(number)", told: 1)
          _ = try tx.take(told, key: [UInt8(number)])
          guard number < 2 else { continue }
          told.dueAt = nil
          told.lookedAt = make.at(Int64(number) * 100)
          try tx.update(told)
        }
      }
      #expect(
        try await desk.write { try $0.deleteMentions(lookedAtBefore: make.at(50), limit: 9) } == 1)
      #expect(
        try await desk.write { try $0.deleteMentions(lookedAtBefore: make.at(500), limit: 9) } == 1)
      #expect(try await desk.read { try $0.mentionsWaiting() } == 1)
    },
    Rule("evidenceGoesWithItsHandle") { desk in
      let make = desk.make
      let handle = make.handle()
      let kept = Evidence(
        id: make.id(), handle: handle.id, kind: .relMe, here: "https://a.example/",
        there: "https://b.example/ü", isMutual: true, seenAt: make.at(3))
      var other = kept
      other.id = make.id()
      other.kind = .authorship
      other.isMutual = false
      try await desk.write { [other] tx in
        try tx.insert([handle])
        try tx.save([kept], of: handle.id)
        try tx.save([kept, other], of: handle.id)
      }
      #expect(try await desk.read { try $0.evidence(of: [handle.id]) } == [kept, other])
      try await desk.write { tx in
        // Whoever is changed is looked at by the next cleaning.
        try tx.update(handle)
        _ = try tx.deleteForgottenHandles(limit: 10)
      }
      #expect(try await desk.read { try $0.handles([handle.id]) } == [])
      #expect(try await desk.read { try $0.evidence(of: [handle.id]) } == [])
    },
  ]

  private static func mention(_ make: Maker, _ source: Source, _ page: String, told: Int64)
    -> Mention
  {
    Mention(
      id: make.id(), source: source.id, page: page, target: "https://ours.example/",
      host: String(page.dropFirst(8).prefix { $0 != "/" }), toldAt: make.at(told),
      dueAt: make.at(told))
  }
}
