import HeedModel
import Testing

extension StoreConformance {
  static let joinRules = [
    Rule("joiningMovesAllThatHangsOnAConversation") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let us = make.handle("We")
      let account = make.account(of: us)
      let (from, into) = (make.conversation(1), make.conversation(2))
      let post = make.post(1, by: us, from.id, .toUs)
      let note = TeamNote(
        id: make.id(), conversation: from.id, member: ana.id, text: "n", at: make.at(1))
      let over = HandOver(
        id: make.id(), conversation: from.id, from: ana.id, to: bea.id, word: "w", at: make.at(1))
      let snooze = Snooze(
        id: make.id(), conversation: from.id, member: ana.id, snoozedAt: make.at(1),
        until: make.at(2))
      let closure = Closure(
        id: make.id(), conversation: from.id, member: ana.id, reason: .done, closedAt: make.at(1))
      let reply = make.reply(1, by: ana, in: from, to: post.id, from: account)
      let draft = Draft(
        member: bea.id, conversation: from.id, text: "half a", savedAt: make.at(1))
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(bea)
        try tx.insert([us])
        try tx.insert(account)
        try tx.insert(from)
        try tx.insert(into)
        try tx.insert(post)
        try tx.insert(note)
        try tx.insert(over)
        try tx.insert(snooze)
        try tx.insert(closure)
        try tx.insert(reply)
        try tx.save(draft)
        _ = try tx.claim(
          Claim(id: make.id(3), conversation: from.id, member: ana.id, claimedAt: make.at(3)))
        try tx.insertCameBack(post.id, to: ana.id, conversation: from.id)
        try tx.append(make.event(.noteAdded, in: from.id))
        try tx.setTakenUp(from.id, by: bea.id, at: make.at(1))
        try tx.join(from.id, into: into.id)
      }
      let viewer = make.viewer(ana)
      let (one, other) = (from.id, into.id)
      #expect(try await desk.hanging(on: one, viewer) == [:])
      #expect(
        try await desk.hanging(on: other, viewer) == [
          "posts": 1, "notes": 1, "handOvers": 1, "snoozes": 1, "closures": 1, "replies": 1,
          "claims": 1, "events": 1,
        ])
      #expect(try await desk.read { try $0.draft(of: other, by: bea.id)?.text } == "half a")
      #expect(try await desk.read { try $0.records(of: other).takenUpAt } == make.at(1))
      try await desk.write {
        try $0.setCameBackSeen(conversation: other, by: ana.id, at: make.at(9))
      }
      #expect(try await desk.read { try $0.cameBackCount(to: viewer) } == 0)
    },
    Rule("aSignpostLeadsToTheEndOfTheChain") { desk in
      let make = desk.make
      let ana = make.member()
      let all = (0..<4).map { make.conversation(Int64($0)) }
      try await desk.write { tx in
        try tx.insert(ana)
        for one in all { try tx.insert(one) }
        try tx.join(all[0].id, into: all[1].id)
        try tx.join(all[1].id, into: all[2].id)
        try tx.join(all[3].id, into: all[2].id)
        try tx.join(all[2].id, into: all[2].id)
      }
      let viewer = make.viewer(ana)
      for one in all {
        #expect(try await desk.read { try $0.conversation(one.id)?.id } == all[2].id)
        #expect(try await desk.read { try $0.conversation(one.id, for: viewer)?.id } == all[2].id)
      }
      #expect(try await desk.read { try $0.waitingCount(for: viewer) } == 1)
      let done = try await desk.read { try $0.conversations(.done, PageRequest(), for: viewer) }
      #expect(done.rows == [])
    },
    Rule("ofTwoClaimsTheEarlierStands") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let (from, into) = (make.conversation(1), make.conversation(2))
      let early = Claim(
        id: make.id(3), conversation: from.id, member: ana.id, claimedAt: make.at(3))
      let late = Claim(
        id: make.id(4), conversation: into.id, member: bea.id, claimedAt: make.at(4))
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(bea)
        try tx.insert(from)
        try tx.insert(into)
        _ = try tx.claim(late)
        _ = try tx.claim(early)
        try tx.join(from.id, into: into.id)
      }
      #expect(try await desk.read { try $0.claim(of: into.id)?.id } == early.id)
    },
    Rule("nothingTypedIsLostWhenTwoDraftsMeet") { desk in
      let make = desk.make
      let ana = make.member()
      for (oldSeconds, newSeconds) in [(Int64(1), Int64(2)), (2, 1)] {
        let (from, into) = (make.conversation(1), make.conversation(2))
        let uploads = [make.id(1), make.id(2)] as [ID<Upload>]
        let left = Draft(
          member: ana.id, conversation: from.id, text: "from", warning: "food",
          uploads: [uploads[0]], savedAt: make.at(oldSeconds))
        let stays = Draft(
          member: ana.id, conversation: into.id, text: "into", intent: .thank,
          uploads: [uploads[1]], savedAt: make.at(newSeconds))
        try await desk.write { tx in
          if try tx.member(ana.id) == nil { try tx.insert(ana) }
          try tx.insert(from)
          try tx.insert(into)
          try tx.save(left)
          try tx.save(stays)
          try tx.join(from.id, into: into.id)
        }
        let draft = try await desk.read { try $0.draft(of: into.id, by: ana.id) }
        #expect(draft?.text == (oldSeconds == 1 ? "from\n\ninto" : "into\n\nfrom"))
        #expect(Set(draft?.uploads ?? []) == Set(uploads))
        #expect(draft?.warning == "food")
        #expect(draft?.savedAt == make.at(2))
        #expect(try await desk.read { try $0.draft(of: from.id, by: ana.id) } == nil)
      }
    },
  ]
}

extension StoreUnderTest {
  /// How much hangs on a conversation, by kind; kinds of which there is none are left out.
  fileprivate func hanging(
    on id: ID<Conversation>, _ viewer: Viewer
  ) async throws -> [String: Int] {
    try await read { tx in
      let counts = [
        "posts": try tx.records(of: id).posts.count,
        "notes": try tx.notes(of: id, for: viewer).count,
        "handOvers": try tx.handOvers(of: id, for: viewer).count,
        "snoozes": try tx.snoozes(of: id).count, "closures": try tx.closures(of: id).count,
        "replies": try tx.replies(in: id, for: viewer).count,
        "claims": try tx.claim(of: id) == nil ? 0 : 1,
        "events": try tx.events(of: id, kinds: [], for: viewer).count,
      ]
      return counts.filter { $0.value > 0 }
    }
  }
}
