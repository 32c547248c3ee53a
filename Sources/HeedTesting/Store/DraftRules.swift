import HeedModel
import Testing

extension StoreConformance {
  static let draftRules = [
    Rule("aDraftIsItsWritersAlone") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let conversation = make.id(of: Conversation.self)
      var draft = Draft(
        member: ana.id, conversation: conversation, text: "Hal", savedAt: make.at(1))
      try await desk.write { [draft] tx in
        try tx.insert(ana)
        try tx.insert(bea)
        try tx.save(draft)
      }
      draft.text = "Hallo, "
      draft.warning = "w"
      draft.intent = .thank
      draft.visibility = .private
      draft.language = "de"
      draft.uploads = [make.id(), make.id()]
      draft.answering = make.id()
      draft.savedAt = make.at(2)
      try await desk.write { [draft] in try $0.save(draft) }
      #expect(try await desk.read { try $0.draft(of: conversation, by: ana.id) } == draft)
      #expect(try await desk.read { try $0.draft(of: conversation, by: bea.id) } == nil)
      let around = [make.id(), conversation]
      #expect(try await desk.read { try $0.drafts(by: ana.id, in: around) } == [draft])
      #expect(try await desk.read { try $0.drafts(by: bea.id, in: around) } == [])
      #expect(try await desk.read { try $0.drafts(by: ana.id, in: []) } == [])
      #expect(try await desk.read { try $0.draftsSaved(before: make.at(2), limit: 9) } == [])
      #expect(try await desk.read { try $0.draftsSaved(before: make.at(3), limit: 9) } == [draft])
      try await desk.write { tx in
        try tx.deleteDraft(of: conversation, by: bea.id)
        try tx.deleteDraft(of: conversation, by: ana.id)
        try tx.deleteDraft(of: conversation, by: ana.id)
      }
      #expect(try await desk.read { try $0.draft(of: conversation, by: ana.id) } == nil)
    },
    Rule("uploadsThatNothingNamesAreOrphans") { desk in
      let make = desk.make
      let ana = make.member()
      let us = make.handle()
      let account = make.account(of: us)
      let conversation = make.conversation()
      // An id that is the beginning of another must not be taken for it.
      let ids = [ID<Upload>(12), ID(123), ID(1234), ID(23), ID(99)]
      var uploads = ids.enumerated().map {
        Upload(
          id: $0.element, member: ana.id, type: "image/png", bytes: 1 << 40, alternative: "",
          at: make.at(Int64($0.offset)))
      }
      var draft = Draft(
        member: ana.id, conversation: conversation.id, text: "", savedAt: make.at(1))
      draft.uploads = [ids[1]]
      var reply = make.reply(1, by: ana, in: conversation, to: make.id(), from: account)
      reply.uploads = [ids[4], ids[2]]
      try await desk.write { [uploads, draft, reply] tx in
        try tx.insert(ana)
        try tx.insert([us])
        try tx.insert(account)
        for upload in uploads { try tx.insert(upload) }
        try tx.save(draft)
        try tx.insert(reply)
      }
      let orphans = try await desk.read { try $0.orphanUploads(before: make.at(100), limit: 9) }
      #expect(orphans == [uploads[0], uploads[3]])
      #expect(
        try await desk.read { try $0.orphanUploads(before: make.at(3), limit: 9) }
          == [uploads[0]])
      uploads[2].alternative = "A cat."
      try await desk.write { [uploads] tx in
        try tx.update(uploads[2])
        try tx.deleteUpload(ids[0])
      }
      let found = try await desk.read { try $0.uploads([ids[2], ids[0], ids[1]]) }
      #expect(found == [uploads[2], uploads[1]])
    },
  ]
}
