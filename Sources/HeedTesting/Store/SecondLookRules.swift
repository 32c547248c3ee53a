import HeedModel
import Testing

extension StoreConformance {
  static let secondLookRules = [
    Rule("aSecondLookIsSeenByWhoAskedAndWhoWasAsked") { desk in
      let make = desk.make
      let scene = try await LookScene(desk)
      let (ana, bea, cem) = (scene.ana, scene.bea, scene.cem)
      var look = scene.look(1)
      try await desk.write { [look] in try $0.insert(look) }
      #expect(try await scene.stored(look) == look)
      for (member, sees) in [(ana, true), (bea, true), (cem, false)] {
        let found = try await desk.read { [look] in
          try $0.secondLook(look.id, for: make.viewer(member))
        }
        #expect(found == (sees ? look : nil))
      }
      look.answeredAt = make.at(5)
      look.proposed = "Proposed\nwords"
      look.word = "a word"
      look.takenAt = make.at(6)
      look.replaced = "Replaced words"
      try await desk.write { [look] in try $0.update(look) }
      #expect(try await scene.stored(look) == look)
      look.end(.sent, at: make.at(7))
      try await desk.write { [look] in try $0.update(look) }
      let ended = try await scene.stored(look)
      #expect(ended == look && ended?.state == .ended)
      #expect(ended?.text == "" && ended?.proposed == nil && ended?.replaced == nil)
    },
    Rule("secondLooksAreListedForWhomTheyWait") { desk in
      let make = desk.make
      let scene = try await LookScene(desk)
      let (ana, bea) = (make.viewer(scene.ana), make.viewer(scene.bea))
      let open = [scene.look(1), scene.look(2)]
      var (answered, taken, over) = (scene.look(3), scene.look(4), scene.look(5))
      answered.answeredAt = make.at(8)
      taken.answeredAt = make.at(8)
      taken.takenAt = make.at(9)
      over.end(.withdrawn, at: make.at(9))
      let all = open + [answered, taken, over]
      try await desk.write { tx in for look in all { try tx.insert(look) } }
      #expect(try await desk.read { try $0.secondLooks(askedOf: bea) } == open)
      #expect(try await desk.read { try $0.secondLooks(askedOf: ana) } == [])
      #expect(
        try await desk.read { try $0.secondLooks(answeredFor: ana) }.map(\.id) == [answered.id])
      #expect(try await desk.read { try $0.secondLooks(answeredFor: bea) } == [])
      let (conversation, writer) = (scene.conversation.id, scene.ana.id)
      let ofDraft = try await desk.read { try $0.secondLooks(of: conversation, by: writer) }
      #expect(ofDraft.map(\.id) == (open + [answered, taken]).map(\.id))
    },
    Rule("secondLooksInPrivateTalkAreForThoseWhoAnswerIt") { desk in
      let make = desk.make
      let scene = try await LookScene(desk, isPrivate: true)
      let look = scene.look(1)
      try await desk.write { try $0.insert(look) }
      // Nobody answers that account yet.
      for member in [scene.ana, scene.bea] {
        let viewer = make.viewer(member)
        #expect(try await desk.read { try $0.secondLook(look.id, for: viewer) } == nil)
        #expect(try await desk.read { try $0.secondLooks(askedOf: viewer) } == [])
      }
    },
    Rule("secondLooksWhoseDraftOrMemberIsGoneAreFound") { desk in
      let make = desk.make
      let scene = try await LookScene(desk)
      let (stays, other) = (scene.look(1), scene.look(2, asked: scene.cem))
      try await desk.write { [ana = scene.ana, conversation = scene.conversation] tx in
        try tx.save(
          Draft(
            member: ana.id, conversation: conversation.id, text: "x", savedAt: make.at(1)))
        try tx.insert(stays)
        try tx.insert(other)
      }
      func stranded() async throws -> [ID<SecondLook>] {
        try await desk.read { try $0.strandedSecondLooks(limit: 9) }.map(\.id)
      }
      #expect(try await stranded() == [])
      try await desk.write { [cem = scene.cem] tx in
        var left = cem
        left.leftAt = make.at(3)
        try tx.update(left)
      }
      #expect(try await stranded() == [other.id])
      try await desk.write { [ana = scene.ana, conversation = scene.conversation] tx in
        try tx.deleteDraft(of: conversation.id, by: ana.id)
      }
      #expect(try await stranded() == [stays.id, other.id])
    },
    Rule("endedSecondLooksAreForgottenInTime") { desk in
      let make = desk.make
      let scene = try await LookScene(desk)
      var looks = [scene.look(1), scene.look(2), scene.look(3)]
      looks[0].end(.sent, at: make.at(10))
      looks[1].end(.left, at: make.at(20))
      try await desk.write { [looks] tx in for look in looks { try tx.insert(look) } }
      #expect(
        try await desk.write { try $0.deleteSecondLooks(endedBefore: make.at(20), limit: 9) } == 1)
      let left = try await desk.read { [looks] tx in
        try looks.compactMap { try tx.secondLook($0.id)?.id }
      }
      #expect(left == [looks[1].id, looks[2].id])
    },
    Rule("secondLooksComeAlongWhenConversationsBecomeOne") { desk in
      let scene = try await LookScene(desk)
      let into = desk.make.conversation(
        30, with: scene.rui, account: scene.account)
      let look = scene.look(1)
      try await desk.write { [from = scene.conversation.id] tx in
        try tx.insert(into)
        try tx.insert(look)
        try tx.join(from, into: into.id)
      }
      #expect(try await scene.stored(look)?.conversation == into.id)
    },
  ]
}

/// Ana writes to Rui, and may ask Bea or Cem.
private struct LookScene {
  let desk: StoreUnderTest
  let ana, bea, cem: Member
  let rui: Handle
  let account: Account
  let conversation: Conversation

  init(_ desk: StoreUnderTest, isPrivate: Bool = false) async throws {
    self.desk = desk
    let make = desk.make
    (ana, bea, cem) = (make.member("Ana"), make.member("Bea"), make.member("Cem"))
    let us = make.handle("We")
    rui = make.handle("Rui")
    account = make.account(of: us)
    conversation = make.conversation(1, with: rui, account: account, isPrivate: isPrivate)
    try await desk.write { [ana, bea, cem, rui, account, conversation] tx in
      for member in [ana, bea, cem] { try tx.insert(member) }
      try tx.insert([us, rui])
      try tx.insert(account)
      try tx.insert(conversation)
    }
  }

  func stored(_ look: SecondLook) async throws -> SecondLook? {
    try await desk.read { try $0.secondLook(look.id) }
  }

  func look(_ second: Int64, asked: Member? = nil) -> SecondLook {
    SecondLook(
      id: desk.make.id(second), conversation: conversation.id, member: ana.id,
      asked: (asked ?? bea).id, question: "Is “this” right?", text: "The draft\nas it stood",
      warning: "w", intent: .apologise, language: "de")
  }
}
