import HeedModel
import Testing

extension StoreConformance {
  static let postRules = [
    Rule("howOftenEditsWithoutATimeWereFollowedIsKnown") { desk in
      let make = desk.make
      let (one, two): (ID<Post>, ID<Post>) = (make.id(), make.id())
      func times() async throws -> [Int] {
        try await desk.read { try [$0.untoldEdits(of: one), $0.untoldEdits(of: two)] }
      }
      #expect(try await times() == [0, 0])
      try await desk.write { tx in
        try tx.save(untoldEdits: 1, of: one)
        try tx.save(untoldEdits: 2, of: one)
        try tx.save(untoldEdits: 0, of: two)
      }
      #expect(try await times() == [2, 0])
      try await desk.write { try $0.save(untoldEdits: 0, of: one) }
      #expect(try await times() == [0, 0])
    },
    Rule("aPostComesBackWhole") { desk in
      let make = desk.make
      let author = make.handle()
      var post = make.post(5, by: author, nil, .toUs, visibility: .unlisted)
      post.parent = make.id()
      post.quoted = make.id()
      post.editedAt = make.at(6)
      post.wordsUntil = make.at(99)
      post.title = "A title"
      post.warning = "food"
      post.text =
        RichText([
          .paragraph([.text("Is "), .strong([.text("it")]), .link(to: "https://a.example/", [])]),
          .list(ordered: true, items: [[.paragraph([.text("one")])]]),
        ]).normalised
      post.media = [
        Media(kind: .image, address: "https://a.example/1", alternative: "", type: "image/png"),
        Media(kind: .file, address: "https://a.example/2"),
        Media(kind: .video, address: "x", alternative: "a\u{1F}\u{1E}\u{1B}\r\n\u{301}", type: ""),
      ]
      post.language = "pt-BR"
      post.address = "https://a.example/p"
      post.reading = Reading(
        language: "pt", tone: .negative, kinds: [.question, .complaint, .spam], by: "plain-1",
        sureness: 0.123456789)
      try await desk.write { [post] tx in
        try tx.insert([author])
        try tx.insert(post)
      }
      let stored = try await desk.read { [post] in try $0.posts([post.id]) }
      #expect(stored == [post])
      let found = try await desk.read { [post] tx in
        try tx.posts(make.network, remoteIDs: [post.remoteID, RemoteID("nobody's")])
      }
      #expect(found == [post])
      let elsewhere = try await desk.read { [post] tx in
        try tx.posts(NetworkName("other"), remoteIDs: [post.remoteID])
      }
      #expect(elsewhere == [])
    },
    Rule("anUpdateReplacesAllButTheNumber") { desk in
      let make = desk.make
      let author = make.handle()
      let topics = [make.topic("One"), make.topic("Two")]
      let post = make.post(1, by: author)
      try await desk.write { tx in
        try tx.insert([author])
        for topic in topics { try tx.insert(topic) }
        try tx.insert([
          NewPost(
            post: post, terms: ["shop"],
            matches: [TopicMatch(topic: topics[0].id, post: post.id, version: 1)])
        ])
      }
      var changed = make.post(1, by: author, make.id(), .toUs, "Closed.", visibility: .private)
      changed.id = post.id
      changed.reading = Reading(language: "en", tone: .positive, kinds: [.praise], by: "member")
      try await desk.write { [changed] tx in
        try tx.update(
          NewPost(
            post: changed, terms: ["closed"],
            matches: [TopicMatch(topic: topics[1].id, post: post.id, version: 3)]))
      }
      #expect(try await desk.read { try $0.posts([post.id]) } == [changed])
      let viewer = Viewer(member: make.id(), role: .lead)
      var shown = changed
      shown.visibility = .public
      try await desk.write { [shown] tx in
        try tx.update(
          NewPost(
            post: shown, terms: ["closed"],
            matches: [TopicMatch(topic: topics[1].id, post: post.id, version: 3)]))
      }
      let (old, new) = try await desk.read { tx in
        (
          try tx.matches(of: topics[0].id, PageRequest(), for: viewer).rows.count,
          try tx.matches(of: topics[1].id, PageRequest(), for: viewer).rows.count
        )
      }
      #expect((old, new) == (0, 1))
      let terms = try await desk.read { tx in
        try ["shop", "closed"].map {
          try tx.candidates(.term($0), before: nil, limit: 5, for: viewer).count
        }
      }
      #expect(terms == [0, 1])
    },
    Rule("aNetworkIDIsOfOnePost") { desk in
      let make = desk.make
      let author = make.handle()
      let one = make.post(by: author)
      var other = make.post(by: author)
      other.remoteID = one.remoteID
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(one)
      }
      await #expect(throws: (any Error).self) {
        try await desk.write { [other] in try $0.insert(other) }
      }
      other.network = NetworkName("other")
      try await desk.write { [other] in try $0.insert(other) }
      let taken = try await desk.read { [other] in try $0.taken([one.id, other.id, make.id()]) }
      #expect(taken == [one.id, other.id])
    },
    Rule("aThousandAreFoundByTheirIDs") { desk in
      let make = desk.make
      let author = make.handle()
      let posts = (0..<1_000).map { make.post(Int64($0), by: author) }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
      }
      for count in [0, 1, 2, 255, 256, 257, 1_000] {
        let some = Array(posts.prefix(count))
        let found = try await desk.read { tx in
          (
            try tx.posts(some.map(\.id)),
            try tx.posts(make.network, remoteIDs: some.map(\.remoteID))
          )
        }
        #expect(Set(found.0) == Set(some) && found.0.count == count)
        #expect(Set(found.1) == Set(some) && found.1.count == count)
      }
    },
    Rule("idsOfEveryTimeKeepTheirOrder") { desk in
      let make = desk.make
      let author = make.handle()
      let ids = [0, 1, 1 << 21, (1 << 53) + 1, .max - 1].map { ID<Post>(Int64($0)) }
      let posts = ids.map { id in
        var post = make.post(by: author)
        post.id = id
        return post
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts.map { NewPost(post: $0, terms: ["w"]) })
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      let heard = try await desk.all(limit: 2) { try $0.heard(HeardFilter(), $1, for: viewer) }
      #expect(heard.map(\.id) == ids.reversed())
      let found = try await desk.read {
        try $0.candidates(.term("w"), before: ids[4], limit: 9, for: viewer)
      }
      #expect(found.map(\.id) == ids.dropLast().reversed())
    },
    Rule("anAnswerMovesFromThePlaceholderToItsPost") { desk in
      let make = desk.make
      let author = make.handle()
      let placeholder = make.post(0, by: nil)
      let thread = placeholder.conversation
      let child = make.post(2, by: author, thread, parent: placeholder.id)
      var quoting = make.post(3, by: author)
      quoting.quoted = placeholder.id
      let account = make.account(of: author)
      try await desk.write { [quoting] tx in
        try tx.insert([author])
        try tx.insert(account)
        try tx.insert(placeholder, child, quoting)
        try tx.save(localReference: "7", of: placeholder.id, account: account.id)
      }
      #expect(try await desk.read { try $0.posts([placeholder.id])[0].isPlaceholder })
      var post = make.post(1, by: author, thread)
      post.remoteID = placeholder.remoteID
      try await desk.write { [post] tx in
        try tx.replace(placeholder: placeholder.id, by: NewPost(post: post, terms: ["w"]))
      }
      let after = try await desk.read { [post, quoting] tx in
        (
          try tx.posts([placeholder.id]), try tx.children(of: post.id).map(\.id),
          try tx.posts([quoting.id])[0].quoted,
          try tx.localReference(of: post.id, account: account.id),
          try tx.posts(make.network, remoteIDs: [placeholder.remoteID])
        )
      }
      #expect(after.0 == [])
      #expect(after.1 == [child.id])
      #expect(after.2 == post.id)
      #expect(after.3 == "7")
      #expect(after.4 == [post])
    },
    Rule("earlierWordingsAreKeptInTheirOrder") { desk in
      let make = desk.make
      let author = make.handle()
      let posts = [make.post(by: author), make.post(by: author)]
      let member = make.member()
      let revisions = [3, 1, 2].map {
        Revision(
          post: posts[Int($0) % 2].id, text: RichText(plain: "v\($0)"), title: $0 == 1 ? nil : "t",
          warning: $0 == 2 ? "w" : nil, replacedAt: make.at($0), by: $0 == 3 ? member.id : nil)
      }
      try await desk.write { tx in
        try tx.insert(member)
        try tx.insert([author])
        try tx.insert(posts[0], posts[1])
        for revision in revisions + revisions { try tx.insert(revision) }
      }
      let found = try await desk.read { try $0.revisions(of: posts.map(\.id)) }
      #expect(found == revisions.sorted { ($0.post, $0.replacedAt) < ($1.post, $1.replacedAt) })
    },
    Rule("theOldestLookComesFirstWhenLookingAgain") { desk in
      let make = desk.make
      let author = make.handle()
      let source = make.source()
      let posts = (0..<4).map { number -> Post in
        var post = make.post(Int64(number), by: author)
        post.source = source.id
        if number == 2 { post.removedAt = make.at(5) }
        return post
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(source)
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.setRechecked([posts[1].id], at: make.at(10))
      }
      let now = make.at(0) + .minutes(30)
      let all = try await desk.read { try $0.postsToRecheck(of: source.id, at: now, limit: 9) }
      #expect(all.map(\.id) == [posts[0], posts[3], posts[1]].map(\.id))
      let one = try await desk.read { try $0.postsToRecheck(of: source.id, at: now, limit: 1) }
      #expect(one.map(\.id) == [posts[0].id])
    },
    Rule("theOlderAPostTheLongerALookLasts") { desk in
      let make = desk.make
      let author = make.handle()
      let source = make.source()
      var post = make.post(0, by: author)
      post.source = source.id
      let said = post.publishedAt
      try await desk.write { [post] tx in
        try tx.insert([author])
        try tx.insert(source)
        try tx.insert([NewPost(post: post, terms: [])])
      }
      // From when it came, then from each look.
      let cases: [(look: Duration?, age: Duration, isDue: Bool)] = [
        (nil, .minutes(10) - .seconds(1), false), (nil, .minutes(10), true),
        (.minutes(55), .minutes(115) - .seconds(1), false), (.minutes(55), .minutes(115), true),
        (.hours(23), .hours(47) - .seconds(1), false), (.hours(23), .hours(47), true),
        (.hours(1), .days(7), true), (.hours(1), .days(7) + .seconds(1), false),
      ]
      for (look, age, isDue) in cases {
        if let look {
          try await desk.write { [post] in try $0.setRechecked([post.id], at: said + look) }
        }
        let due = try await desk.read {
          try $0.postsToRecheck(of: source.id, at: said + age, limit: 9)
        }
        #expect(due.map(\.id) == (isDue ? [post.id] : []), "\(age)")
      }
    },
    Rule("whatWasSaidAboutUsIsAsideOnceTheySpeakToUs") { desk in
      let make = desk.make
      let author = make.handle()
      let thread = make.post(0, by: author)
      let posts =
        [thread]
        + [.toUs, .ours, .aboutUs].enumerated().map {
          make.post(Int64($0.offset), by: author, thread.conversation, $0.element)
        }
      let elsewhere = make.post(0, by: author)
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert((posts + [elsewhere]).map { NewPost(post: $0, terms: []) })
        try tx.setAside(in: thread.conversation)
        try tx.setWordsUntil(make.at(77), conversation: thread.conversation)
      }
      let stored = try await desk.read { tx in
        try (posts + [elsewhere]).map { try tx.posts([$0.id])[0] }
      }
      #expect(stored.map(\.direction) == [.aside, .toUs, .ours, .aside, .aboutUs])
      #expect(stored.map(\.wordsUntil) == [make.at(77), make.at(77), nil, make.at(77), nil])
    },
  ]
}
