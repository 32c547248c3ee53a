import HeedModel
import HeedStore
import Testing

extension StoreConformance {
  static let eventRules = [
    Rule("anEventBelowTheLastMovesUp") { desk in
      let make = desk.make
      let late = make.event(.postsHeard, 100)
      let early = make.event(.claimed, 5, by: make.id(), subject: .min)
      try await desk.write { tx in
        try tx.append(late)
        try tx.append(early)
        try tx.append(late)
      }
      let events = try await desk.read { try $0.events(after: nil, limit: 10, for: nil) }
      #expect(events.map(\.kind) == [.postsHeard, .claimed, .postsHeard])
      #expect(events[0] == late)
      #expect(events[1].id > late.id && events[2].id > events[1].id)
      #expect(events[1].member == early.member)
      #expect(events[1].subject == .min)
      #expect(try await desk.read { try $0.lastEvent() } == events[2].id)
      #expect(
        try await desk.read { try $0.events(after: events[0].id, limit: 1, for: nil) }
          == [events[1]])
    },
    Rule("anEventSaysWhichOfSeveralOrWhomElse") { desk in
      let make = desk.make
      var second = make.event(.promiseDeclined, 5, subject: 7)
      second.ordinal = 2
      let all = make.event(.promiseDeclined, 6, subject: 7)
      var handed = make.event(.handedOver, 7)
      handed.other = make.id()
      try await desk.write { [second, handed] tx in
        for event in [second, all, handed] { try tx.append(event) }
      }
      #expect(
        try await desk.read { try $0.events(after: nil, limit: 9, for: nil) }
          == [second, all, handed])
    },
    Rule("aRolledBackEventLeavesNoTrace") { desk in
      struct Stop: Error {}
      await #expect(throws: Stop.self) {
        try await desk.write { tx in
          try tx.append(desk.make.event())
          throw Stop()
        }
      }
      let last = try await desk.read { try $0.lastEvent() }
      #expect(last == nil)
    },
    Rule("followersOfManyWritersMissNoEvent") { desk in
      let writers = 8
      let each = 25
      async let followed = follow(desk, until: writers * each * 2)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
          group.addTask {
            for number in 0..<each {
              // Instants of writers cross, and a transaction reads long before it appends.
              let seconds = Int64((number * 7 + writer * 13) % 50)
              let one = desk.make.event(.postsHeard, seconds, subject: Int64(writer))
              let other = desk.make.event(.claimed, 50 - seconds, subject: Int64(writer))
              try await desk.write { tx in
                _ = try tx.lastEvent()
                try tx.append(one)
                try tx.append(other)
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let seen = try await followed
      let stored = try await desk.read { try $0.events(after: nil, limit: 10_000, for: nil) }
      #expect(stored.count == writers * each * 2)
      #expect(seen == stored)
    },
    Rule("theTimelineAndTheAuditAreTheSameEvents") { desk in
      let make = desk.make
      let lead = make.member("Lea", .lead)
      let member = make.member("Mia")
      let conversation = make.conversation()
      let kinds: [EventKind] = [.claimed, .released, .postsHeard, .claimed, .snoozed]
      try await desk.write { tx in
        try tx.insert(lead)
        try tx.insert(member)
        try tx.insert(conversation)
        for (second, kind) in kinds.enumerated() {
          try tx.append(make.event(kind, Int64(second), in: conversation.id))
        }
        try tx.append(make.event(.settingsChanged, 9))
      }
      let timeline = try await desk.read {
        try $0.events(of: conversation.id, kinds: [], for: make.viewer(member))
      }
      #expect(timeline.map(\.kind) == kinds)
      let told = try await desk.read {
        try $0.events(of: conversation.id, kinds: [.claimed, .woken], for: make.viewer(member))
      }
      #expect(told.map(\.kind) == [.claimed, .claimed])
      let audit = try await desk.all(limit: 2) {
        try $0.audit($1, kinds: [], for: make.viewer(lead))
      }
      #expect(audit.dropFirst() == timeline.reversed()[...])
      #expect(audit.first?.kind == .settingsChanged)
      let some = try await desk.all(limit: 1) {
        try $0.audit($1, kinds: [.claimed, .snoozed, .imported], for: make.viewer(lead))
      }
      #expect(some.map(\.kind) == [.snoozed, .claimed, .claimed])
      let none = try await desk.read {
        try $0.audit(PageRequest(), kinds: [], for: make.viewer(member))
      }
      #expect(none.rows == [])
    },
    Rule("theAuditOfMembersLeavesOutWhatWasOnlyHeard") { desk in
      let make = desk.make
      let lead = make.member("Lea", .lead)
      let viewer = make.viewer(lead)
      try await desk.write { tx in
        try tx.insert(lead)
        for second in 0..<12 {
          try tx.append(make.event(.postsHeard, Int64(second)))
        }
        for (second, kind) in [EventKind.settingsChanged, .topicAdded].enumerated() {
          var event = make.event(kind, Int64(20 + second))
          event.member = lead.id
          try tx.append(event)
        }
        try tx.append(make.event(.signInRefused, 30))
        try tx.append(make.event(.settingsChanged, 31))
      }
      for limit in [1, 2, 9] {
        let rows = try await desk.all(limit: limit) {
          try $0.audit(ofMembersAnd: [.signInRefused], $1, for: viewer)
        }
        #expect(rows.map(\.kind) == [.signInRefused, .topicAdded, .settingsChanged])
      }
      let own = try await desk.all(limit: 5) { try $0.audit(ofMembersAnd: [], $1, for: viewer) }
      #expect(own.map(\.kind) == [.topicAdded, .settingsChanged])
      let observer = Viewer(member: lead.id, role: .observer)
      let none = try await desk.read {
        try $0.audit(ofMembersAnd: [.signInRefused], PageRequest(), for: observer)
      }
      #expect(none.rows == [])
    },
    Rule("ofALongTimelineTheNewestIsTold") { desk in
      let make = desk.make
      let member = make.member("Mia")
      let conversation = make.conversation()
      try await desk.write { tx in
        try tx.insert(member)
        try tx.insert(conversation)
        try tx.append(make.event(.takenUp, 0, in: conversation.id))
        for second in Int64(1)...600 {
          try tx.append(make.event(.postsHeard, second, in: conversation.id))
        }
        try tx.append(make.event(.closed, 601, in: conversation.id))
      }
      let (all, told) = try await desk.read { tx in
        (
          try tx.events(of: conversation.id, kinds: [], for: make.viewer(member)),
          try tx.events(
            of: conversation.id, kinds: [.takenUp, .closed], for: make.viewer(member))
        )
      }
      #expect(all.count == 500)
      #expect(all.last?.kind == .closed)
      #expect(all == all.sorted { $0.id < $1.id })
      #expect(told.map(\.kind) == [.takenUp, .closed])
    },
  ]

  private static func follow(_ desk: StoreUnderTest, until count: Int) async throws -> [Event] {
    var seen: [Event] = []
    var commits = desk.store.commits().makeAsyncIterator()
    while seen.count < count {
      let last = seen.last?.id
      let more = try await desk.read { try $0.events(after: last, limit: 7, for: nil) }
      seen += more
      if more.isEmpty, await commits.next() == nil { break }
    }
    return seen
  }
}
