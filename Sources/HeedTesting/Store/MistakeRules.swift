import HeedModel
import Testing

extension StoreConformance {
  static let mistakeRules = [
    Rule("aMistakeAndWhatMendedItComeBackAsWritten") { desk in
      let make = desk.make
      let ana = make.member()
      let us = make.handle("We")
      let account = make.account(of: us)
      let conversation = make.conversation(1, with: us, account: account)
      let post = make.post(1, by: us, conversation.id, .ours)
      let mistakes = [
        Mistake(
          id: make.id(5), member: ana.id, post: post.id, page: nil, words: "Wrong", said: "six",
          noticedBy: .person(post.id), saidAt: make.at(1), noticedAt: make.at(4)),
        Mistake(
          id: make.id(6), member: ana.id, post: nil, page: "https://shop.example/", words: "Old",
          said: "", noticedBy: .ourselves, saidAt: nil, noticedAt: make.at(6)),
        Mistake(
          id: make.id(7), member: ana.id, post: nil, page: "https://shop.example/b", words: "Old",
          said: "", noticedBy: .somebody, saidAt: make.at(2), noticedAt: make.at(6)),
      ]
      var reply = make.reply(8, by: ana, in: conversation, to: post.id, from: account)
      var corrections = [
        Correction(
          id: make.id(8), mistake: mistakes[0].id, member: ana.id, way: .reply, post: post.id,
          reply: reply.id, sending: Correction.Sending(status: .queued)),
        Correction(
          id: make.id(9), mistake: mistakes[1].id, member: ana.id, way: .byHand, post: nil,
          page: "https://shop.example/", words: "Mended it", doneAt: make.at(9)),
      ]
      let reopening = MistakeReopening(
        id: make.id(10), mistake: mistakes[0].id, member: ana.id, words: "Still")
      let published = [PublishedCorrection.Kind.corrected, .reopened].map {
        PublishedCorrection(
          id: make.id(11), mistake: mistakes[0].id, member: ana.id, kind: $0, wrong: "six",
          right: "five", address: "https://there.example/1")
      }
      try await desk.write { [reply, corrections] tx in
        try tx.insert(ana)
        try tx.insert([us])
        try tx.insert(account)
        try tx.insert(conversation)
        try tx.insert(post)
        for mistake in mistakes { try tx.insert(mistake) }
        try tx.insert(reply)
        for correction in corrections { try tx.insert(correction) }
        try tx.insert(reopening)
        for one in published { try tx.insert(one) }
      }
      let viewer = make.viewer(ana)
      let ids = mistakes.map(\.id)
      let found = try await desk.read { try $0.mistakes(PageRequest(), for: viewer).rows }
      #expect(found == mistakes.reversed())
      let first = try await desk.read { try $0.mistakes(PageRequest(limit: 2), for: viewer) }
      #expect(first.rows == [mistakes[2], mistakes[1]])
      let rest = try await desk.read {
        try $0.mistakes(PageRequest(limit: 2, after: first.next), for: viewer)
      }
      #expect(rest.rows == [mistakes[0]] && rest.next == nil)
      #expect(try await desk.read { try $0.corrections(of: ids) } == corrections)
      #expect(try await desk.read { try $0.reopenings(of: ids) } == [reopening])
      #expect(
        try await desk.read { try $0.publishedCorrections(of: ids[0]) }.map(\.kind)
          == [.corrected, .reopened])
      #expect(
        try await desk.read { try $0.publishedCorrections(PageRequest()).rows }
          == published.reversed())

      reply.delivery.status = .delivered
      reply.delivery.deliveredAt = make.at(20)
      reply.delivery.post = post.id
      corrections[1].trouble = "No"
      corrections[1].doneAt = nil
      try await desk.write { [reply, corrections] tx in
        try tx.update(reply)
        try tx.update(corrections[1])
      }
      let after = try await desk.read { try $0.corrections(of: ids) }
      #expect(after[0].doneSince == make.at(20))
      #expect(after[1].trouble == "No" && after[1].doneAt == nil)
      #expect(
        try await desk.read { try $0.corrections(deliveredAs: [post.id]) }.map(\.id)
          == [corrections[0].id])
    },
    Rule("fixesThatNobodyKnowsTheOutcomeOfAreFoundByTheirPost") { desk in
      let make = desk.make
      let ana = make.member()
      let us = make.handle("We")
      let account = make.account(of: us)
      let conversation = make.conversation(1, with: us, account: account)
      let posts = [
        make.post(1, by: us, conversation.id, .ours), make.post(2, by: us, conversation.id, .ours),
      ]
      let mistake = Mistake(
        id: make.id(5), member: ana.id, post: posts[0].id, page: nil, words: "Wrong", said: "Black",
        noticedBy: .ourselves, saidAt: make.at(1), noticedAt: make.at(4))
      func correction(
        _ second: Int64, _ way: Correction.Way, done: Bool = false, trouble: Message? = nil,
        post: Int = 0
      ) -> Correction {
        Correction(
          id: make.id(second), mistake: mistake.id, member: ana.id, way: way,
          post: posts[post].id, doneAt: done ? make.at(second) : nil, trouble: trouble)
      }
      let unknown = correction(11, .edit)
      let all = [
        unknown, correction(12, .edit, done: true), correction(13, .edit, trouble: "No"),
        correction(14, .delete), correction(15, .edit, post: 1),
      ]
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert([us])
        try tx.insert(account)
        try tx.insert(conversation)
        for post in posts { try tx.insert(post) }
        try tx.insert(mistake)
        for correction in all { try tx.insert(correction) }
      }
      func unsettled(_ way: Correction.Way, _ post: Int) async throws -> [ID<Correction>] {
        let id = posts[post].id
        let found = try await desk.read { try $0.unsettled(way, of: id) }
        #expect(found.allSatisfy { $0.said == mistake.said })
        return found.map(\.correction.id)
      }
      #expect(try await unsettled(.edit, 0) == [unknown.id])
      #expect(try await unsettled(.delete, 0) == [all[3].id])
      // Its mistake was marked in another post that says the same.
      #expect(try await unsettled(.edit, 1) == [all[4].id])
      #expect(try await unsettled(.delete, 1) == [])
    },
    Rule("openMistakesAreCountedAsTheirStoriesStand") { desk in
      let make = desk.make
      let ana = make.member()
      let us = make.handle("We")
      let account = make.account(of: us)
      let conversation = make.conversation(1, with: us, account: account)
      let post = make.post(1, by: us, conversation.id, .ours)
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert([us])
        try tx.insert(account)
        try tx.insert(conversation)
        try tx.insert(post)
      }
      let viewer = make.viewer(ana)
      let statuses: [Delivery.Status?] = [nil, .queued, .delivered, .failed, .takenBack]
      var seconds: Int64 = 10
      for way in Correction.Way.allCases {
        for status in statuses {
          for (isDone, isElsewhere, isReopened) in [
            (false, false, false), (true, false, false), (true, true, false), (true, false, true),
          ] {
            seconds += 10
            let mistake = Mistake(
              id: make.id(seconds), member: ana.id, post: post.id, page: nil, words: "w", said: "",
              noticedBy: .ourselves, saidAt: nil, noticedAt: make.at(seconds))
            var reply = make.reply(
              seconds + 1, by: ana, in: conversation, to: post.id, from: account)
            reply.delivery.status = status ?? .queued
            if status == .delivered { reply.delivery.deliveredAt = make.at(seconds + 2) }
            let correction = Correction(
              id: make.id(seconds + 3), mistake: mistake.id, member: ana.id, way: way,
              post: isElsewhere ? nil : post.id, page: isElsewhere ? "https://there.example/" : nil,
              doneAt: isDone ? make.at(seconds + 4) : nil, reply: status == nil ? nil : reply.id)
            let reopening = MistakeReopening(
              id: make.id(seconds + 5), mistake: mistake.id, member: ana.id, words: "Still")
            try await desk.write { [reply] tx in
              try tx.insert(mistake)
              if status != nil { try tx.insert(reply) }
              try tx.insert(correction)
              if isReopened { try tx.insert(reopening) }
            }
          }
        }
      }
      func counted() async throws -> (open: [ID<Mistake>], stories: [MistakeStory]) {
        let stories = try await desk.read { tx in
          let mistakes = try tx.mistakes(PageRequest(limit: 500), for: viewer).rows
          let corrections = try tx.corrections(of: mistakes.map(\.id))
          let reopenings = try tx.reopenings(of: mistakes.map(\.id))
          return mistakes.map { mistake in
            MistakeStory(
              mistake, corrections: corrections.filter { $0.mistake == mistake.id },
              reopenings: reopenings.filter { $0.mistake == mistake.id })
          }
        }
        let open = try await desk.all(limit: 7) { try $0.openMistakes($1, for: viewer) }.map(\.id)
        #expect(open == stories.filter { $0.state != .fixed }.map(\.mistake.id))
        #expect(try await desk.read { try $0.openMistakes(for: viewer) } == open.count)
        return (open, stories)
      }
      let (open, stories) = try await counted()
      #expect(stories.count == Correction.Way.allCases.count * statuses.count * 4)
      #expect(!open.isEmpty && open.count < stories.count)
      // Settling changes no figure, and what is settled is open again when somebody says so.
      let fixed = stories.filter { $0.state == .fixed }.map(\.mistake.id)
      #expect(try await desk.write { try $0.settleMistakes() } == fixed.count)
      #expect(try await desk.write { try $0.settleMistakes() } == 0)
      #expect(try await counted().open == open)
      seconds += 10
      let again = MistakeReopening(
        id: make.id(seconds), mistake: fixed[0], member: ana.id, words: "Once more")
      try await desk.write { try $0.insert(again) }
      #expect(Set(try await counted().open) == Set(open + [fixed[0]]))
    },
    Rule("aMistakeIsSeenByThoseWhoMaySeeThePost") { desk in
      for isPrivate in [false, true] {
        let make = desk.make
        let (answers, other) = (make.member("Answers"), make.member("Other"))
        let looks = make.member("Looks", .observer)
        let (us, rui) = (make.handle("We"), make.handle("Rui"))
        let account = make.account(of: us)
        let conversation = make.conversation(1, with: rui, account: account, isPrivate: isPrivate)
        let visibility: Visibility = isPrivate ? .private : .public
        let post = make.post(1, by: us, conversation.id, .ours, visibility: visibility)
        let theirs = make.post(
          2, by: rui, conversation.id, .toUs, visibility: visibility, parent: post.id)
        let mistake = Mistake(
          id: make.id(5), member: answers.id, post: post.id, page: nil, words: "w", said: "s",
          noticedBy: .person(theirs.id), saidAt: nil, noticedAt: make.at(4))
        let reaction = Reaction(kind: .liked, post: post.id, by: rui.id, at: make.at(3))
        try await desk.write { tx in
          for member in [answers, other, looks] { try tx.insert(member) }
          try tx.insert([us, rui])
          try tx.insert(account, answerers: [answers])
          try tx.insert(conversation)
          try tx.insert(post, theirs)
          try tx.save([reaction])
          try tx.insert(mistake)
        }
        for member in [answers, other, looks] {
          let viewer = make.viewer(member)
          let maySee = !isPrivate || member.id == answers.id
          let sees = try await desk.read { tx in
            [
              try tx.mistake(mistake.id, for: viewer) != nil,
              try tx.mistakes(PageRequest(), for: viewer).rows.contains { $0.id == mistake.id },
              try !tx.mistakes(in: [post.id], for: viewer).isEmpty,
              try !tx.mistakes(near: [rui.id], limit: 9, for: viewer).isEmpty,
              try !tx.reactors(to: post.id, limit: 9, for: viewer).isEmpty,
              try !tx.spoken(by: [rui.id], since: make.at(0), limit: 9, for: viewer).isEmpty,
            ]
          }
          #expect(sees == Array(repeating: maySee, count: 6), "\(member.name), \(isPrivate)")
        }
      }
    },
  ]
}
