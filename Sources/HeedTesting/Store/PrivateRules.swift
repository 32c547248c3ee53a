import HeedModel
import Testing

extension StoreConformance {
  static let privateRules = [
    Rule("privateTalkIsSeenByThoseWhoAnswerItAlone") { desk in
      for isPrivate in [false, true] {
        let scene = try await Scene(desk, isPrivate: isPrivate)
        for onlooker in scene.onlookers {
          let viewer = desk.make.viewer(onlooker.member)
          let maySee = !isPrivate || (onlooker.answers && onlooker.member.role.maySpeak)
          for view in scene.views where view.isFor(viewer) {
            let sees = try await desk.read { try view.shows($0, viewer) }
            #expect(
              sees == maySee,
              """
              \(view.name): \(onlooker.member.name), \(onlooker.member.role), \
              \(isPrivate ? "private" : "public")
              """)
          }
        }
      }
    },
    Rule("aPrivatePostInAPublicConversationStaysPrivate") { desk in
      let scene = try await Scene(desk, isPrivate: false)
      let make = desk.make
      for visibility in [Visibility.private, .followers] {
        let post = make.post(
          60, by: scene.author, scene.conversation.id, .toUs, visibility: visibility)
        var reply = make.reply(
          61, by: scene.writer, in: scene.conversation, to: post.id, from: scene.account)
        reply.visibility = visibility
        try await desk.write { [reply] tx in
          try tx.insert(post, terms: ["secret"])
          try tx.insert(reply)
        }
        for onlooker in scene.onlookers {
          let viewer = make.viewer(onlooker.member)
          let maySee = onlooker.answers && onlooker.member.role.maySpeak
          let sees = try await desk.read { [reply] tx in
            [
              try tx.post(post.id, for: viewer) != nil,
              try tx.heard(HeardFilter(), PageRequest(), for: viewer).rows
                .contains { $0.id == post.id },
              try tx.candidates(.term("secret"), before: nil, limit: 9, for: viewer)
                .contains { $0.id == post.id },
              try tx.thread(scene.conversation.id, for: viewer).contains { $0.id == post.id },
              try tx.replies(in: scene.conversation.id, for: viewer)
                .contains { $0.id == reply.id },
            ]
          }
          #expect(sees == Array(repeating: maySee, count: 5), "\(onlooker.member.name)")
        }
      }
    },
    Rule("aPrivatePostOfNoConversationIsSeenByNobody") { desk in
      let make = desk.make
      let rui = make.handle()
      let posts = Visibility.allCases.map { make.post(by: rui, visibility: $0) }
      try await desk.write { tx in
        try tx.insert([rui])
        try tx.insert(posts.map { NewPost(post: $0, terms: ["w"]) })
      }
      for role in Role.allCases {
        let viewer = Viewer(member: make.id(), role: role)
        let heard = try await desk.read { try $0.heard(HeardFilter(), PageRequest(), for: viewer) }
        #expect(Set(heard.rows.map(\.post.visibility)) == [.public, .unlisted])
        for post in posts {
          let seen = try await desk.read { try $0.conversation(post.conversation, for: viewer) }
          #expect((seen != nil) == !post.visibility.isPrivate)
        }
      }
    },
  ]
}

/// One conversation with everything that could be seen of it, and everybody who could look.
private struct Scene: Sendable {
  struct Onlooker: Sendable {
    var member: Member
    /// Answers the account, or was handed this conversation.
    var answers: Bool
  }

  struct View: Sendable {
    var name: String
    var isFor: @Sendable (Viewer) -> Bool = { _ in true }
    var shows: @Sendable (any RecordReading, Viewer) throws -> Bool
  }

  let author: Handle
  let account: Account
  let conversation: Conversation
  let writer: Member
  let onlookers: [Onlooker]
  let views: [View]

  init(_ desk: StoreUnderTest, isPrivate: Bool) async throws {
    let make = desk.make
    let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
    let author = make.handle("Rui", person: person.id)
    let us = make.handle("We")
    let account = make.account(of: us)
    let topic = make.topic()
    let conversation = make.conversation(50, with: author, account: account, isPrivate: isPrivate)
    let id = conversation.id
    var post = make.post(
      50, by: author, id, .toUs, "plantedword", visibility: isPrivate ? .private : .public)
    post.reading.kinds = [.question]
    let writer = make.member("Writer")
    let looking = Role.allCases.flatMap { role in
      [("answerer", true), ("handed to", true), ("neither", false)].map {
        Onlooker(member: make.member("\($0.0) \(role)", role), answers: $0.1)
      }
    }
    var reply = make.reply(51, by: writer, in: conversation, to: post.id, from: account)
    reply.delivery.status = .failed
    let event = make.event(.claimed, 52, in: id)
    try await desk.write { [post, reply] tx in
      try tx.insert(person)
      try tx.insert([author, us])
      try tx.insert(writer)
      for one in looking { try tx.insert(one.member) }
      try tx.insert(
        account, answerers: looking.filter { $0.member.name.hasPrefix("answerer") }.map(\.member))
      try tx.insert(topic)
      try tx.insert(conversation)
      try tx.insert([
        NewPost(
          post: post, terms: ["plantedword"],
          matches: [TopicMatch(topic: topic.id, post: post.id, version: 1)])
      ])
      try tx.insert(reply)
      try tx.insert(
        TeamNote(id: make.id(), conversation: id, member: writer.id, text: "n", at: make.at(1)))
      for one in looking {
        let isHanded = one.member.name.hasPrefix("handed")
        // A hand-over onwards: who gave it away sees no more than before.
        if isHanded {
          try tx.insert(
            HandOver(
              id: make.id(), conversation: id, from: writer.id, to: one.member.id, word: "w",
              at: make.at(1)))
        }
        try tx.insertCameBack(post.id, to: one.member.id, conversation: id)
      }
      try tx.append(event)
    }
    self.author = author
    self.account = account
    self.conversation = conversation
    self.writer = writer
    onlookers = looking + [Onlooker(member: writer, answers: false)]
    views = Self.views(of: conversation, post, person, topic)
  }

  private static func views(
    of conversation: Conversation, _ post: Post, _ person: Person, _ topic: Topic
  ) -> [View] {
    let id = conversation.id
    let page = PageRequest()
    let isLead: @Sendable (Viewer) -> Bool = { $0.role == .lead }
    return [
      View(name: "post") { try $0.post(post.id, for: $1) != nil },
      View(name: "heard") {
        try $0.heard(HeardFilter(), page, for: $1).rows.contains { $0.id == post.id }
      },
      View(name: "heard of a topic") {
        try $0.heard(HeardFilter(topic: topic.id), page, for: $1).rows.contains { $0.id == post.id }
      },
      View(name: "search") {
        try $0.candidates(.term("plantedword"), before: nil, limit: 99, for: $1)
          .contains { $0.id == post.id }
      },
      View(name: "search of all") {
        try $0.candidates(.all, before: nil, limit: 99, for: $1).contains { $0.id == post.id }
      },
      View(name: "matches") { try $0.matches(of: topic.id, page, for: $1).rows.count == 1 },
      View(name: "topic counts") {
        try $0.topicCounts(since: Instant(milliseconds: 0), for: $1)[topic.id] == 1
      },
      View(name: "volume") {
        try $0.volume(
          HeardFilter(topic: topic.id), from: Instant(milliseconds: 0), bucket: .hours(1), for: $1
        ).map(\.count).reduce(0, +) == 1
      },
      View(name: "conversation") { try $0.conversation(id, for: $1) != nil },
      View(name: "thread") { try $0.thread(id, for: $1).count == 1 },
      View(name: "waiting") { try $0.waiting(page, for: $1).rows.contains { $0.id == id } },
      View(name: "list of a state") {
        try $0.conversations(.waiting, page, for: $1).rows.contains { $0.id == id }
      },
      View(name: "people") {
        try $0.people("", page, for: $1).rows.contains { $0.id == person.id }
      },
      View(name: "people by name") {
        try $0.people("rui", page, for: $1).rows.contains { $0.id == person.id }
      },
      View(name: "facts") { try $0.facts(of: person.id, for: $1) != nil },
      View(name: "conversations of a person") {
        try $0.conversations(of: person.id, page, for: $1).rows.count == 1
      },
      View(name: "replies") { try $0.replies(in: id, for: $1).count == 1 },
      View(name: "troubled replies", isFor: isLead) {
        try $0.troubledReplies(for: $1).contains { $0.conversation == id }
      },
      View(name: "notes") { try $0.notes(of: id, for: $1).count == 1 },
      View(name: "hand-overs") { try $0.handOvers(of: id, for: $1).count == 3 },
      View(name: "events of a conversation") {
        try $0.events(of: id, kinds: [], for: $1).count == 1
      },
      View(name: "events") {
        try $0.events(after: nil, limit: 999, for: $1).contains { $0.conversation == id }
      },
      View(name: "audit", isFor: isLead) {
        try $0.audit(page, kinds: [], for: $1).rows.contains { $0.conversation == id }
      },
      View(name: "audit of a kind", isFor: isLead) {
        try $0.audit(page, kinds: [.claimed], for: $1).rows.contains { $0.conversation == id }
      },
      View(name: "what came back") { tx, viewer in
        // Told to everybody here but the writer, who is told nothing in either case.
        guard try tx.member(viewer.member)?.name != "Writer" else {
          return try tx.post(post.id, for: viewer) != nil
        }
        let listed = try tx.cameBack(to: viewer, page).rows.contains { $0.id == post.id }
        let isCounted = try tx.cameBackCount(to: viewer) == 1
        #expect(listed == isCounted)
        return listed
      },
    ]
  }
}
