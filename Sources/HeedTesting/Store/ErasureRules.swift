import Foundation
import HeedModel
import HeedStore
import Testing

extension StoreConformance {
  static let erasureRules = [
    Rule("blankedWordsAreInNoTable") { desk in
      let make = desk.make
      let author = make.handle()
      let topic = make.topic()
      var post = make.post(1, by: author, nil, .aboutUs, "plantedbody")
      let postID = post.id
      post.title = "plantedtitle"
      post.warning = "plantedwarning"
      post.media = [
        Media(kind: .image, address: "https://plantedmedia.example/", alternative: "plantedalt")
      ]
      post.language = "pt"
      post.reading = Reading(
        language: "pt", tone: .negative, kinds: [.complaint, .spam], by: "plain-1", sureness: 0.5)
      let kept = make.post(2, by: author, nil, .aboutUs, "keptbody")
      try await desk.write { [post] tx in
        try tx.insert([author])
        try tx.insert(topic)
        try tx.insert([
          NewPost(
            post: post, terms: ["plantedterm", "shared"],
            matches: [TopicMatch(topic: topic.id, post: post.id, version: 1)]),
          NewPost(post: kept, terms: ["keptterm", "shared"]),
        ])
        try tx.insert(
          Revision(post: post.id, text: RichText(plain: "plantedrevision"), replacedAt: make.at(2)))
      }
      let planted = [
        "plantedbody", "plantedtitle", "plantedwarning", "plantedmedia", "plantedalt",
        "plantedterm", "plantedrevision",
      ]
      // The search itself can fail: before, all of it is found.
      for word in planted + ["keptterm"] { #expect(try await desk.holds(word), "\(word)") }
      try await desk.write { [post] in try $0.blank([post.id], at: make.at(5)) }
      for word in planted { #expect(try await desk.holds(word) == false, "\(word)") }
      #expect(try await desk.holds("keptbody"))
      #expect(try await desk.holds("keptterm"))
      var gone = post
      gone.removedAt = make.at(5)
      gone.wordsUntil = nil
      gone.title = nil
      gone.warning = nil
      gone.text = RichText()
      gone.media = []
      gone.language = nil
      gone.reading = Reading()
      #expect(try await desk.read { try $0.posts([postID]) } == [gone])
      // Again is harmless, and the first time stands.
      try await desk.write { [post] in try $0.blank([post.id], at: make.at(6)) }
      #expect(try await desk.read { try $0.posts([postID]) } == [gone])
    },
    Rule("theIndexLetsGoOfErasedWordsOnALargerDeskToo") { desk in
      let make = desk.make
      let author = make.handle()
      let planted = [0: "xplanted", 2: "yplanted", 1_000: "zplanted"]
      try await desk.write { try $0.insert([author]) }
      var posts: [Post] = []
      for group in 0..<40 {
        let some = (0..<50).map { make.post(Int64(group * 50 + $0), by: author) }
        posts += some
        try await desk.write { tx in
          try tx.insert(
            some.enumerated().map { number, post in
              NewPost(
                post: post,
                terms: (planted[group * 50 + number].map { [$0] } ?? [])
                  + (0..<20).map { "w\(group)x\(number)x\($0)" })
            })
        }
      }
      let erased = posts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element.id)
      for word in planted.values { #expect(try await desk.holds(word)) }
      try await desk.write { try $0.blank(erased, at: make.at(1)) }
      try await desk.store.forgetErasedTerms()
      for word in planted.values { #expect(try await desk.holds(word) == false) }
      let viewer = Viewer(member: make.id(), role: .observer)
      let left = try await desk.read {
        try $0.candidates(.prefix("w"), before: nil, limit: 10_000, for: viewer)
      }
      #expect(left.count == posts.count - erased.count)
      #expect(try await desk.database.integrity() == [])
    },
    Rule("ourOwnWordingsStay") { desk in
      let make = desk.make
      let us = make.handle()
      let post = make.post(1, by: us, nil, .ours, "As it stood.")
      let revision = Revision(
        post: post.id, text: RichText(plain: "As it was."), replacedAt: make.at(2))
      try await desk.write { tx in
        try tx.insert([us])
        try tx.insert(post)
        try tx.insert(revision)
        try tx.blank([post.id], at: make.at(3))
      }
      #expect(try await desk.read { try $0.revisions(of: [post.id]) } == [revision])
    },
    Rule("wordsGoWhenTheirTimeIsOver") { desk in
      let make = desk.make
      let author = make.handle()
      let until: [Int64?] = [5, 3, nil, 9, 4]
      let posts = until.enumerated().map { number, seconds -> Post in
        var post = make.post(Int64(number), by: author)
        post.wordsUntil = seconds.map { make.at($0) }
        return post
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.blank([posts[4].id], at: make.at(1))
      }
      let due = try await desk.read { try $0.postsExpired(at: make.at(5), limit: 9) }
      #expect(due == [posts[1].id, posts[0].id])
      #expect(
        try await desk.read { try $0.postsExpired(at: make.at(5), limit: 1) } == [posts[1].id])
    },
  ]
}

extension StoreUnderTest {
  /// Whether any value of any table holds the word, shadow tables of the index included. There a word is written
  /// without the letters that it begins with like the one before it, so ask for words that begin like no other.
  func holds(_ word: String) async throws -> Bool {
    let needle = Data(word.utf8)
    return try await database.read { connection in
      let tables = try connection.rows(
        connection.dialect == .sqlite
          ? "SELECT name FROM sqlite_master WHERE type = 'table'"
          : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
      for case .text(let table) in tables.flatMap(\.values) {
        // PostgreSQL shows a vector of terms as text.
        let columns =
          connection.dialect == .postgres && table == "post_terms"
          ? "post_id, CAST(terms AS TEXT)" : "*"
        for value in try connection.rows("SELECT \(columns) FROM \(table)").flatMap(\.values) {
          switch value {
          case .text(let text) where Data(text.utf8).range(of: needle) != nil: return true
          case .bytes(let bytes) where Data(bytes).range(of: needle) != nil: return true
          default: break
          }
        }
      }
      return false
    }
  }
}
