import HeedModel
import Testing

extension StoreConformance {
  static let noteRules = [
    Rule("aPlaceThatTellsIsKeptWithItsLease") { desk in
      let make = desk.make
      let source = make.source()
      let subscription = NoteSubscription(
        id: make.id(), source: source.id, place: "https://hub.example/", subject: "topic",
        sealedSecret: [0, 255], tokenHash: [1, 0], nextAt: make.at(1))
      let other = NoteSubscription(
        id: make.id(), source: source.id, place: "https://hub.example/", subject: "topic",
        sealedSecret: [1], tokenHash: [2], askedAt: make.at(1), confirmedAt: make.at(2),
        endsAt: make.at(900), nextAt: make.at(3), tries: 4)
      try await desk.write { tx in
        try tx.insert(source)
        try tx.insert(subscription)
        try tx.insert(other)
      }
      #expect(try await desk.read { try $0.noteSubscriptions() } == [subscription, other])
      #expect(try await desk.read { try $0.noteSubscription(tokenHash: [1, 0]) } == subscription)
      #expect(try await desk.read { try $0.noteSubscription(tokenHash: [9]) } == nil)
      var confirmed = subscription
      confirmed.askedAt = make.at(5)
      confirmed.confirmedAt = make.at(6)
      confirmed.endsAt = make.at(700)
      confirmed.nextAt = make.at(600)
      confirmed.tries = 2
      try await desk.write { [confirmed] tx in
        try tx.update(confirmed)
        try tx.setSecret([7, 7], of: confirmed.id)
      }
      confirmed.sealedSecret = [7, 7]
      #expect(
        try await desk.read { try $0.noteSubscriptions(of: source.id) } == [confirmed, other])
      try await desk.write { [confirmed] tx in
        try tx.delete(confirmed.id)
        try tx.delete(confirmed.id)
      }
      #expect(try await desk.read { try $0.noteSubscriptions() } == [other])
    },
    Rule("aNoteIsTakenInOnceThoughManyBringIt") { desk in
      let make = desk.make
      let source = make.source()
      let subscription = NoteSubscription(
        id: make.id(), source: source.id, place: "p", subject: "s", sealedSecret: [],
        tokenHash: [1], nextAt: make.at(1))
      try await desk.write { tx in
        try tx.insert(source)
        try tx.insert(subscription)
      }
      let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await desk.write { try $0.take(note: [5, 0], of: subscription.id, at: make.at(2)) }
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(winners == 1)
      #expect(
        try await desk.write { try $0.take(note: [5, 1], of: subscription.id, at: make.at(2)) })
      // What was taken in by it is forgotten with it.
      try await desk.write { tx in
        try tx.delete(subscription.id)
        try tx.insert(subscription)
      }
      #expect(
        try await desk.write { try $0.take(note: [5, 0], of: subscription.id, at: make.at(3)) })
    },
    Rule("aSessionKeepsWhatItsBrowserIsCalled") { desk in
      let make = desk.make
      let ana = make.member()
      let session = Session(
        id: make.id(), member: ana.id, tokenHash: [1], createdAt: make.at(0), seenAt: make.at(0),
        expiresAt: make.at(9), device: "Firefox · Linux")
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(session)
      }
      #expect(try await desk.read { try $0.session(tokenHash: [1]) } == session)
    },
    Rule("machinesAndWhoIsThereAreForgottenAfterAWhile") { desk in
      let make = desk.make
      let ana = make.member()
      let here = Presence(
        conversation: make.id(), member: ana.id, activity: .looking, at: make.at(5))
      try await desk.write { tx in
        try tx.insert(ana)
        for second in [1, 5] { try tx.setSeen(machine: "a", at: make.at(Int64(second))) }
        try tx.setSeen(machine: "b", at: make.at(2))
        try tx.save(here)
      }
      #expect(try await desk.read { try $0.machines(since: make.at(5)) } == ["a"])
      #expect(try await desk.read { try $0.machines(since: make.at(1)) } == ["a", "b"])
      #expect(try await desk.read { try $0.presences(since: make.at(5)) } == [here])
      #expect(try await desk.read { try $0.presences(since: make.at(6)) } == [])
      var writing = here
      writing.activity = .writing
      writing.at = make.at(7)
      try await desk.write { [writing] tx in
        try tx.save(writing)
        try tx.deleteMachines(seenBefore: make.at(5))
        try tx.deletePresences(seenBefore: make.at(7))
      }
      #expect(try await desk.read { try $0.presences(since: make.at(0)) } == [writing])
      #expect(try await desk.read { try $0.machines(since: make.at(0)) } == ["a"])
      try await desk.write { tx in
        try tx.deletePresences(seenBefore: make.at(8))
        try tx.deletePresence(of: ana.id, in: here.conversation)
        try tx.deleteMachine("a")
        try tx.deleteMachine("a")
      }
      #expect(try await desk.read { try $0.presences(since: make.at(0)) } == [])
      #expect(try await desk.read { try $0.machines(since: make.at(0)) } == [])
    },
    Rule("theLastChangeOfATopicIsKnown") { desk in
      let make = desk.make
      #expect(try await desk.read { try $0.lastTopicEvent() } == nil)
      let events = [EventKind.topicAdded, .topicChanged, .claimed, .topicRemoved, .released].map {
        Event(id: make.id(), kind: $0)
      }
      try await desk.write { tx in for event in events { try tx.append(event) } }
      let all = try await desk.read { try $0.events(after: nil, limit: 9, for: nil) }
      let before = try await desk.read { try $0.lastTopicEvent() }
      #expect(before == all.last { $0.kind == .topicRemoved }?.id)
      // Another machine's clock is behind: its change counts as later all the same.
      let late = Event(id: make.id(-90), kind: .topicChanged)
      try await desk.write { try $0.append(late) }
      let after = try await desk.read { try $0.lastTopicEvent() }
      #expect(try #require(before) < #require(after))
    },
  ]
}
