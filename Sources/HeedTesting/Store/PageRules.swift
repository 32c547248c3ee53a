import HeedModel
import Testing

extension StoreConformance {
  static let pageRules = [
    Rule("pagesMissNothingAndRepeatNothingThoughTimesAreEqual") { desk in
      let make = desk.make
      let ana = make.member("Ana", .lead)
      let people = (0..<23).map { Person(id: make.id(), name: "P\($0)", firstWordsAt: make.at(0)) }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let topic = make.topic()
      let conversations = handles.enumerated().map { number, handle in
        make.conversation(Int64(number / 8), state: number < 12 ? .waiting : .done, with: handle)
      }
      let posts = handles.enumerated().map { number, handle -> Post in
        var post = make.post(Int64(number / 8), by: handle)
        post.reading.kinds = [.question]
        return post
      }
      try await desk.write { tx in
        try tx.insert(ana)
        for person in people { try tx.insert(person) }
        try tx.insert(handles)
        try tx.insert(topic)
        for conversation in conversations { try tx.insert(conversation) }
        try tx.insert(
          posts.map {
            NewPost(
              post: $0, terms: [], matches: [TopicMatch(topic: topic.id, post: $0.id, version: 1)])
          })
        for post in posts {
          try tx.insertCameBack(post.id, to: ana.id, conversation: post.conversation)
        }
        for _ in 0..<23 { try tx.append(make.event(.claimed, 1)) }
      }
      let viewer = make.viewer(ana)
      let zero = Instant(milliseconds: 0)
      for limit in [1, 2, 7, 8, 22, 23, 24] {
        #expect(
          try await desk.all(limit: limit) { try $0.waiting($1, for: viewer) }.map(\.id)
            == conversations.prefix(12).sorted { ($0.rank ?? 0, $0.id) < ($1.rank ?? 0, $1.id) }
            .map(\.id))
        #expect(
          try await desk.all(limit: limit) { try $0.conversations(.done, $1, for: viewer) }
            .map(\.id)
            == conversations.dropFirst(12).sorted {
              ($0.lastPostAt, $0.id) > ($1.lastPostAt, $1.id)
            }.map(\.id))
        let rows = try await desk.all(limit: limit) { try $0.people("", $1, for: viewer) }
        #expect(rows.count == 23 && Set(rows.map(\.id)).count == 23)
        let newest = posts.map(\.id).sorted(by: >)
        #expect(
          try await desk.all(limit: limit) { try $0.heard(HeardFilter(), $1, for: viewer) }
            .map(\.id) == newest)
        #expect(
          try await desk.all(limit: limit) { try $0.matches(of: topic.id, $1, for: viewer) }
            .map(\.id) == newest)
        #expect(
          try await desk.all(limit: limit) { try $0.asksAboutUs(since: zero, $1, for: viewer) }
            .map(\.id) == newest)
        #expect(
          try await desk.all(limit: limit) { try $0.cameBack(to: viewer, $1) }.map(\.id) == newest)
        let audit = try await desk.all(limit: limit) {
          try $0.audit($1, kinds: [.claimed], for: viewer)
        }
        #expect(audit.count == 23 && Set(audit.map(\.id)).count == 23)
      }
    },
    Rule("aKeyThatNoPageGaveIsRefused") { desk in
      let viewer = Viewer(member: desk.make.id(), role: .lead)
      for key in ["", "x", "1.2.3", ".", "1.", "99999999999999999999", "1'"] {
        let page = PageRequest(after: key)
        for list in [
          { try $0.waiting(page, for: viewer).rows.count },
          { try $0.heard(HeardFilter(), page, for: viewer).rows.count },
          { try $0.people("", page, for: viewer).rows.count },
        ] as [@Sendable (any RecordReading) throws -> Int] {
          let problem = await #expect(throws: Problem.self, "\(key)") {
            try await desk.read(list)
          }
          #expect(problem?.code == .invalid)
        }
      }
    },
  ]
}
