import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What stands about somebody beside what was said: joined handles, wishes, promises, mistakes, rules of the house.
extension Planted {
  /// Tables in which words below name them.
  static let named = [
    "handle_joins", "wishes", "wish_changes", "promises", "mistakes", "corrections",
    "mistake_reopenings", "published_corrections", "published_deeds", "house_rules",
    "attention_rules",
  ]

  /// - Returns: further words of theirs.
  static func plantLater(
    _ test: TestDesk, theirs: Post, thread: ID<Conversation>, name: String, address: String,
    body: String
  ) async throws -> [String] {
    let random = SystemWords()
    let (other, called, spoken, page) = (
      random.word("other"), random.word("called"), random.word("spoken"), random.word("joined")
    )
    var second = FakeNetwork.post(
      "https://elsewhere.example/\(other)/1", "I am here too: \(spoken).", at: test.clock.now())
    second.author = RemoteHandle(
      remoteID: RemoteID("https://elsewhere.example/\(other)"),
      address: "@\(other)@elsewhere.example", name: called)
    try await test.hear([.post(second)])
    let author = try await test.post(second.reference.remoteID.rawValue).author
    let first = try #require(theirs.author)
    let joined = try #require(author)
    let quoted = "your \(body) is broken since a fortnight ago"
    let wish = try await test.desk.gather(
      theirs.id, to: nil, title: "\(name): \(quoted)", kind: .wish, by: test.alicia)
    try await test.desk.change(wish, to: .no, reason: "\(quoted), \(name)", by: test.alicia)
    let replies = try await test.store.read { [viewer = test.lead] in
      try $0.replies(in: thread, for: viewer)
    }
    let reply = try #require(replies.first)
    let post = try #require(reply.delivery.post)
    let (desk, now, member) = (test.desk, test.clock.now(), test.alicia.member)
    try await test.store.write { tx in
      #expect(
        try tx.insert(
          HandleJoin(
            id: desk.newID(), first, joined,
            evidence: JoinEvidence(
              .links, here: "https://\(page).example/",
              there: "https://there.example/\(address)", post: theirs.id),
            joinedBy: member, joinedAt: now)))
      let promise = Promise(
        id: desk.newID(), conversation: thread, reply: reply.id, member: member,
        words: "\(name), I look at it: \(quoted)", dueAt: nil, madeAt: now, beganAt: now)
      try tx.insert(promise)
      #expect(
        try tx.insert(
          PromiseEnding(
            id: desk.newID(), promise: promise.id, kind: .broken, member: nil, post: theirs.id,
            saidAt: now, beganAt: now)))
      let mistake = Mistake(
        id: desk.newID(), member: member, post: post, page: nil,
        words: "We told \(name) wrong: \(quoted)", said: quoted, noticedBy: .person(theirs.id),
        saidAt: now, noticedAt: now)
      try tx.insert(mistake)
      try tx.insert(
        Correction(
          id: desk.newID(), mistake: mistake.id, member: member, way: .byHand, post: post,
          words: "I told \(name): \(quoted)", doneAt: now))
      try tx.insert(
        MistakeReopening(
          id: desk.newID(), mistake: mistake.id, member: member, words: "\(name): \(quoted)"))
      try tx.insert(
        PublishedCorrection(
          id: desk.newID(), mistake: mistake.id, member: member, kind: .corrected,
          wrong: "\(name): \(quoted)", right: "No, \(name).", address: nil))
      try tx.insert(
        PublishedDeed(
          id: desk.newID(), wish: wish, member: member, people: 1, wished: "\(name): \(quoted)",
          done: "Done, \(name)."))
      try tx.save(
        HouseRule(
          id: desk.newID(), kind: .caution, title: "About @\(address)@there.example",
          words: "@\(address)@there.example gets the old price.",
          query: "\"\(address)@there.example\"",
          addedBy: member, addedAt: now))
      try tx.save(
        AttentionRule(
          share: Spread(0.1), halfLife: Spread(60), overlap: Spread(0.2), replies: Spread(0.1),
          source: "Ours.",
          change: AttentionChange(
            note: "As @\(address)@there.example told", by: member, at: now)),
        on: FakeNetwork.name)
    }
    try await test.desk.rememberSaid()
    return [other, called, spoken, page]
  }
}
