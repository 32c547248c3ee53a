import HeedModel
import Testing

extension StoreConformance {
  static let listeningRules = [
    Rule("aSourceComesBackWholeUntilItIsRemoved") { desk in
      let make = desk.make
      let member = make.member()
      let handle = make.handle()
      let account = make.account(of: handle)
      var source = make.source("mentions")
      let sourceID = source.id
      source.account = account.id
      try await desk.write { [source] tx in
        try tx.insert(member)
        try tx.insert([handle])
        try tx.insert(account)
        try tx.insert(source)
      }
      source.isBroad = true
      source.oursSince = make.at(7)
      source.cursor = "{\"at\":\"é\"}"
      source.addedBy = member.id
      source.pausedAt = make.at(1)
      source.askedAt = make.at(2)
      source.heardAt = make.at(3)
      source.nextAt = make.at(4)
      source.trouble = "No answer."
      source.troubleSince = make.at(5)
      source.failures = 6
      source.purpose = "To hear."
      try await desk.write { [source] in try $0.update(source) }
      #expect(try await desk.read { try $0.sources() } == [source])
      source.removedAt = make.at(9)
      try await desk.write { [source] in try $0.update(source) }
      #expect(try await desk.read { try $0.sources() } == [])
      #expect(try await desk.read { try $0.source(sourceID) } == source)
    },
    Rule("onlySourcesThatAreDueAreAskedFor") { desk in
      let make = desk.make
      let sources = (0..<6).map { _ in make.source() }
      try await desk.write { tx in
        for (number, source) in sources.enumerated() {
          var source = source
          source.nextAt = make.at(number == 3 ? 20 : 10)
          if number == 1 { source.pausedAt = make.at(2) }
          if number == 2 { source.removedAt = make.at(2) }
          try tx.insert(source)
        }
      }
      let due = try await desk.read { try $0.dueSources(at: make.at(10)) }
      #expect(due.map(\.id) == [0, 4, 5].map { sources[$0].id }.sorted())
      #expect(try await desk.read { try $0.dueSources(at: make.at(9)) }.isEmpty)
    },
    Rule("anAccountThatIsSignedOutIsOneTrouble") { desk in
      let make = desk.make
      let handle = make.handle()
      var account = make.account(of: handle)
      var sources = (0..<4).map { _ in make.source() }
      for number in 0..<3 { sources[number].account = account.id }
      for number in sources.indices { sources[number].trouble = "No answer." }
      try await desk.write { [account, sources] tx in
        try tx.insert([handle])
        try tx.insert(account)
        for source in sources { try tx.insert(source) }
      }
      #expect(try await desk.read { try $0.troubleCount() } == 4)
      account.trouble = "Signed out."
      sources[3].pausedAt = make.at(3)
      try await desk.write { [account, sources] tx in
        try tx.update(account)
        try tx.update(sources[3])
      }
      #expect(try await desk.read { try $0.troubleCount() } == 1)
    },
    Rule("anAccountKeepsItsSecretsApart") { desk in
      let make = desk.make
      let members = [make.member("A"), make.member("B")]
      let handle = make.handle()
      var account = make.account(of: handle)
      let accountID = account.id
      try await desk.write { [account] tx in
        for member in members { try tx.insert(member) }
        try tx.insert([handle])
        try tx.insert(account, credentials: [0, 1, 255], answerers: [members[1].id])
      }
      #expect(try await desk.read { try $0.credentials(of: accountID) } == [0, 1, 255])
      #expect(
        try await desk.read { try $0.answerers(of: accountID) }
          == [members[1].id])
      account.owner = members[0].id
      account.custom = .none
      account.houseRules = "Be kind.\n2."
      account.trouble = "Signed out."
      try await desk.write { [account] tx in
        try tx.update(account)
        try tx.setCredentials([], of: account.id)
        try tx.setAnswerers([members[0].id, members[0].id], of: account.id)
      }
      #expect(try await desk.read { try $0.account(accountID) } == account)
      #expect(try await desk.read { try $0.credentials(of: accountID) } == [])
      #expect(
        try await desk.read { try $0.answerers(of: accountID) }
          == [members[0].id])
      account.removedAt = make.at(2)
      try await desk.write { [account] in try $0.update(account) }
      #expect(try await desk.read { try $0.accounts() } == [])
    },
    Rule("topicsCatchAndLetGo") { desk in
      let make = desk.make
      var topic = make.topic("Zebra")
      let topicID = topic.id
      let other = make.topic("Ant")
      let author = make.handle()
      let posts = (0..<5).map { make.post(Int64($0), by: author) }
      try await desk.write { [topic] tx in
        try tx.insert([author])
        try tx.insert(topic)
        try tx.insert(other)
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        let matches = posts.map { TopicMatch(topic: topic.id, post: $0.id, version: 1) }
        try tx.save(matches)
        try tx.save(matches + [TopicMatch(topic: other.id, post: posts[0].id, version: 1)])
        try tx.blank([posts[4].id], at: make.at(9))
      }
      #expect(try await desk.read { try $0.topics() } == [other, topic])
      let viewer = Viewer(member: make.id(), role: .observer)
      let caught = try await desk.all(limit: 3) { [topic] in
        try $0.matches(of: topic.id, $1, for: viewer)
      }
      #expect(caught.map(\.id) == posts.prefix(4).reversed().map(\.id))
      let counts = try await desk.read { try $0.topicCounts(since: make.at(2), for: viewer) }
      #expect(counts == [topic.id: 2])
      topic.query = "shop AND NOT window"
      topic.version = 2
      topic.changedAt = make.at(5)
      topic.removedAt = make.at(6)
      try await desk.write { [topic] tx in
        try tx.update(topic)
        try tx.deleteMatches(of: topic.id)
      }
      #expect(try await desk.read { try $0.topics() } == [other])
      #expect(try await desk.read { try $0.topic(topicID) } == topic)
      #expect(
        try await desk.read { try $0.topicCounts(since: make.at(0), for: viewer) }
          == [other.id: 1])
    },
    Rule("everyFilterOfHeardIsAPlainOne") { desk in
      let make = desk.make
      let author = make.handle()
      let sources = [make.source(), make.source()]
      let topic = make.topic()
      let posts = (0..<48).map { number -> Post in
        var post = make.post(
          Int64(number), by: number % 12 == 0 ? nil : author, nil,
          Direction.allCases[number % 4])
        post.network = number % 5 == 0 ? NetworkName("other") : make.network
        post.language = number % 3 == 0 ? "pt" : nil
        post.source = sources[number % 2].id
        post.reading = Reading(
          language: number % 6 == 0 ? "en" : nil,
          tone: number % 4 == 0 ? nil : Reading.Tone.allCases[number % 3],
          kinds: number % 7 == 0 ? [.spam] : [.question, Reading.Kind.allCases[number % 5]])
        return post
      }
      try await desk.write { tx in
        try tx.insert([author])
        for source in sources { try tx.insert(source) }
        try tx.insert(topic)
        try tx.insert(
          posts.enumerated().map { number, post in
            NewPost(
              post: post, terms: [],
              matches: number % 3 == 0
                ? [TopicMatch(topic: topic.id, post: post.id, version: 1)] : [])
          })
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      let filters: [(HeardFilter, (Int, Post) -> Bool)] = [
        (HeardFilter(), { _, _ in true }),
        (HeardFilter(network: NetworkName("other")), { $1.network.rawValue == "other" }),
        (HeardFilter(direction: .aside), { $1.direction == .aside }),
        (HeardFilter(language: "pt"), { ($1.reading.language ?? $1.language) == "pt" }),
        (HeardFilter(kind: .question), { $1.reading.kinds.contains(.question) }),
        (HeardFilter(kind: .spam), { $1.reading.kinds.contains(.spam) }),
        (HeardFilter(tone: .neutral), { $1.reading.tone == .neutral }),
        (HeardFilter(topic: topic.id), { number, _ in number % 3 == 0 }),
        (HeardFilter(source: sources[1].id), { $1.source == sources[1].id }),
        (
          HeardFilter(direction: .toUs, tone: .positive, topic: topic.id, source: sources[0].id),
          { number, post in
            number % 3 == 0 && post.direction == .toUs && post.reading.tone == .positive
              && post.source == sources[0].id
          }
        ),
        (HeardFilter(spam: true), { _, _ in true }),
      ]
      for (filter, isWanted) in filters {
        let wanted = posts.enumerated().filter { number, post in
          !post.isPlaceholder && isWanted(number, post)
            && (filter.spam || filter.kind == .spam || !post.reading.kinds.contains(.spam))
        }.map(\.element)
        let heard = try await desk.all(limit: 7) { try $0.heard(filter, $1, for: viewer) }
        #expect(heard.map(\.id) == wanted.reversed().map(\.id), "\(filter)")
        let volume = try await desk.read {
          try $0.volume(filter, from: make.at(10), bucket: .seconds(10), for: viewer)
        }
        let late = wanted.filter { $0.publishedAt >= make.at(10) }
        #expect(volume.map(\.count).reduce(0, +) == late.count, "\(filter)")
        #expect(
          volume.map(\.negative).reduce(0, +) == late.count { $0.reading.tone == .negative })
        #expect(
          volume.map(\.positive).reduce(0, +) == late.count { $0.reading.tone == .positive })
        #expect(
          volume.map(\.from)
            == Set(late.map { $0.publishedAt.milliseconds / 10_000 })
            .sorted().map { Instant(milliseconds: $0 * 10_000) })
      }
    },
  ]
}
