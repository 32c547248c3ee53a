import HeedModel
import Testing

extension StoreConformance {
  static let askedRules = [
    Rule("whatWasAskedIsListedForwardsAndBackwards") { desk in
      let make = desk.make
      let (us, them) = (make.handle("Shop"), make.handle("Rui"))
      let account = make.account(of: us)
      let plain = make.conversation(1, with: them)
      let secret = make.conversation(2, with: them, account: account, isPrivate: true)
      let away = make.conversation(2, state: .aboutUs)
      let done = make.conversation(3, state: .done, with: them)
      let first = make.post(1, by: them, plain.id, .toUs, "My rim is broken")
      let second = make.post(2, by: them, plain.id, .toUs, "And the hub")
      let aside = make.post(3, by: them, done.id, .aside, "Me too")
      try await desk.write { tx in
        try tx.insert([us, them])
        try tx.insert(account)
        for row in [plain, secret, away, done] { try tx.insert(row) }
        try tx.insert([
          NewPost(post: first, terms: ["rim", "broken"]), NewPost(post: second, terms: ["hub"]),
          NewPost(post: aside, terms: ["me", "too"]),
        ])
      }
      let all = try await desk.read { try $0.asked(after: (make.at(0), ID(0)), limit: 9) }
      #expect(all.map(\.conversation) == [plain.id, secret.id, done.id])
      #expect(all.map(\.post) == [first.id, nil, nil])
      #expect(all.map { Set($0.terms) } == [["rim", "broken"], [], []])
      #expect(all.map(\.isPrivate) == [false, true, false])
      #expect(all.map(\.account) == [nil, account.id, nil])
      let back = try await desk.read { try $0.asked(before: (make.at(3), done.id), limit: 1) }
      #expect(back == [all[1]])
      let on = try await desk.read { try $0.asked(after: (make.at(1), plain.id), limit: 1) }
      #expect(on == [all[1]])
    },
    Rule("ofWhatWasAskedSpamAndThoseWhoWishNotToBeIndexedAreLeftOutAndPrivateWordsAreMarked") {
      desk in
      let make = desk.make
      let them = make.handle("Rui")
      var shy = make.handle("Ana")
      shy.optedOut = true
      let talks = (1...4).map { make.conversation($0, with: them) }
      var lure = make.post(1, by: them, talks[0].id, .toUs, "Free followers")
      lure.reading.kinds = [.spam]
      let after = make.post(2, by: them, talks[0].id, .toUs, "Is it open?")
      let theirs = make.post(2, by: shy, talks[1].id, .toUs, "My rim is broken")
      let secret = make.post(3, by: them, talks[2].id, .toUs, "My address", visibility: .private)
      let gone = make.post(4, by: them, talks[3].id, .toUs, "Forget this")
      try await desk.write { [shy, lure] tx in
        try tx.insert([them, shy])
        for row in talks { try tx.insert(row) }
        try tx.insert(
          [lure, after, theirs, secret, gone].map { NewPost(post: $0, terms: ["word"]) })
        try tx.blank([gone.id], at: make.at(5))
      }
      let all = try await desk.read { try $0.asked(after: (make.at(0), ID(0)), limit: 9) }
      #expect(all.map(\.conversation) == talks.map(\.id))
      #expect(all.map(\.post) == [after.id, nil, secret.id, nil])
      #expect(all.map(\.terms) == [["word"], [], ["word"], []])
      #expect(all[0].isPrivate == false && all[2].isPrivate)
    },
  ]
}
