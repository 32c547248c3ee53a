import Foundation
import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Somebody of whom unmistakable words stand wherever the product puts any, and what others said beside them.
struct Planted {
  let test: TestDesk
  let person: ID<Person>
  /// All that may not be found once they are erased.
  let words: [String]
  /// Those that stand in drafts alone.
  let drafted: [String]
  /// What somebody else said in the same thread.
  let others: String

  /// - Parameter besides: how many posts of other people there are, so that pages split and indexes merge.
  init(_ database: any SQLDatabase, on known: TestDesk? = nil, besides: Int = 0) async throws {
    let random = SystemWords()
    let test: TestDesk
    if let known { test = known } else { test = try await TestDesk(database: database) }
    self.test = test
    var words: [String] = []
    func plant(_ kind: String) -> String {
      let word = random.word(kind)
      words.append(word)
      return word
    }
    let (body, title, warning, alt) = (
      plant("body"), plant("title"), plant("warning"), plant("alt")
    )
    let (media, page, face) = (plant("media"), plant("page"), plant("face"))
    let (name, address, private_) = (plant("name"), plant("address"), plant("private"))
    let (edited, about) = (plant("edited"), plant("about"))
    let who = RemoteHandle(
      remoteID: RemoteID("https://there.example/users/\(address)"),
      address: "@\(address)@there.example", name: name, page: "https://there.example/\(page)",
      picture: "https://there.example/\(face).png")
    func post(
      _ id: String, _ text: String, parent: String? = nil, toUs: Bool = true,
      visibility: Visibility = .public
    ) -> RemotePost {
      var post = FakeNetwork.post(
        "https://there.example/users/\(address)/\(id)", text, at: test.clock.now(),
        parent: parent.map { RemoteID($0) }, toUs: toUs, visibility: visibility)
      post.author = who
      post.reference.address = "https://there.example/\(page)/\(id)"
      return post
    }
    for number in 0..<besides {
      try await test.says(
        "Some talk of somebody else, number \(number), about bread and bicycles.",
        id: "besides-\(number)", by: "b\(number % 40)", toUs: false)
    }
    var first = post("1", "My \(body) is broken since a fortnight ago.")
    first.title = title
    first.warning = warning
    first.media = [
      Media(kind: .image, address: "https://there.example/\(media).png", alternative: alt)
    ]
    first.language = "en"
    try await test.hear([.post(first)])
    let firstID = first.reference.remoteID.rawValue
    let thread = try await test.post(firstID).conversation

    let others = random.word("others")
    try await test.says(
      "And mine: \(others)", id: "o1", by: "otto", parent: RemoteID(firstID), toUs: false)
    let naming = "Look at @\(address)@there.example there."
    try await test.says(naming, id: "o2", by: "otto", toUs: false)

    _ = try await test.write(
      "Dear \(name), your \(body) is broken since a fortnight ago? @\(address) come by.",
      in: thread)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.pass(.minutes(1))
    // We answered it, so the earlier wording is kept.
    first.text = RichText(plain: "My \(edited) is broken, not the other.")
    first.editedAt = test.clock.now()
    try await test.hear([.post(first)])
    try await test.hear([
      .post(post("2", "In private: \(private_)", visibility: .private)),
      .post(post("3", "About the shop: \(about)", toUs: false)),
    ])
    try await test.desk.note(thread, text: "\(plant("note")) about \(name)", by: test.alicia)
    try await test.desk.handOver(
      thread, to: test.bruno.member, word: "\(plant("handover")) \(name)", by: test.alicia)
    let draft = random.word("draft")
    try await test.desk.save(
      Draft(
        member: test.bruno.member, conversation: thread, text: draft, savedAt: test.clock.now()),
      by: test.bruno)
    words.append(draft)
    let picture = random.word("upload")
    _ = try await test.desk.upload(
      UploadTests.picture, type: "image/png", alternative: picture, to: thread, by: test.bruno)
    words.append(picture)
    let (question, proposed, said) = (plant("lookquestion"), plant("proposed"), plant("lookword"))
    let look = try await test.desk.ask(
      test.alicia.member, toLookAtDraftOf: thread, question: question, by: test.bruno)
    try await test.desk.answer(look.id, proposing: proposed, word: said, by: test.alicia)
    drafted = [draft, picture, question, proposed, said]

    let theirs = try await test.post(firstID)
    let handle = try #require(theirs.author)
    let (evidence, mention) = (plant("evidence"), plant("mention"))
    let now = test.clock.now()
    let source = test.source
    let desk = test.desk
    try await test.store.write { tx in
      try tx.save(
        [
          Evidence(
            id: desk.newID(), handle: handle, kind: .relMe, here: "https://\(evidence).example/",
            there: "https://there.example/\(page)", isMutual: false, seenAt: now)
        ], of: handle)
      _ = try tx.take(
        Mention(
          id: desk.newID(), source: source, page: "https://there.example/\(page)/\(mention)",
          target: "https://desk.example/", host: "there.example", toldAt: now, dueAt: now),
        key: [1, 2, 3])
      try tx.save([Reaction(kind: .liked, post: theirs.id, by: handle, at: now)])
    }
    try await test.desk.correctReading(
      of: theirs.id, language: "en", tone: .negative, kinds: [.complaint], by: test.alicia)
    words += try await Self.plantLater(
      test, theirs: theirs, thread: thread, name: name, address: address, body: body)
    try await test.media.write([1], name: "face-\(handle)-00", at: now)
    self.words = words
    self.others = others
    person = try await test.personOf(firstID)
  }
}

/// Words that stand nowhere else, other ones in each run.
struct SystemWords {
  func word(_ kind: String) -> String {
    let letters = Array("bcdfghjkmnpqrstvwxz")
    return "zq" + kind + String((0..<12).map { _ in letters.randomElement() ?? "q" })
  }
}

/// Looks through a whole database for a word, by its own catalogue, so that tables added later are looked through too.
enum Grep {
  static func holds(_ word: String, _ database: any SQLDatabase) async throws -> Bool {
    try await !places(of: word, database).isEmpty
  }

  static func places(of word: String, _ database: any SQLDatabase) async throws -> [String] {
    try await database.read { connection in
      let tables = try connection.rows(
        connection.dialect == .sqlite
          ? "SELECT name FROM sqlite_master WHERE type = 'table'"
          : "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()")
      var places: [String] = []
      for case .text(let table) in tables.flatMap(\.values) {
        let columns =
          connection.dialect == .postgres && table == "post_terms"
          ? "post_id, CAST(terms AS TEXT)" : "*"
        for row in try connection.rows("SELECT \(columns) FROM \"\(table)\"") {
          for (number, value) in row.values.enumerated() {
            let text: String? =
              switch value {
              case .text(let text): text
              case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
              default: nil
              }
            if text?.range(of: word, options: .caseInsensitive) != nil {
              places.append("\(table).\(number)")
            }
          }
        }
      }
      return places
    }
  }
}
