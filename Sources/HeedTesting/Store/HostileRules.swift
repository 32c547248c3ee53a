import Foundation
import HeedModel
import Testing

extension StoreConformance {
  static let hostileRules = [
    Rule("everyTextComesBackFromEveryColumn") { desk in
      let make = desk.make
      let ana = make.member("Ana", .lead)
      let us = make.handle("We")
      let account = make.account(of: us)
      let conversation = make.conversation(with: us, account: account)
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert([us])
        try tx.insert(account)
        try tx.insert(conversation)
      }
      let viewer = make.viewer(ana)
      for (number, text) in hostileTexts.enumerated() {
        let second = Int64(number)
        let person = Person(id: make.id(), name: text, firstWordsAt: make.at(0))
        var handle = make.handle(text, person: person.id)
        handle.remoteID = RemoteID("\(number) \(text)")
        handle.address = text
        handle.page = text
        handle.picture = text
        var post = make.post(second, by: handle, nil, .toUs, text)
        post.remoteID = RemoteID("\(number) \(text)")
        post.title = text
        post.warning = text
        post.address = text
        post.language = text
        post.reading.language = text
        post.media = [
          Media(kind: .image, address: text, alternative: text, type: text),
          Media(kind: .file, address: text, alternative: nil, type: nil),
        ]
        var source = make.source(text)
        source.target = text
        source.name = Message(verbatim: text)
        source.cursor = text
        source.trouble = "\(text) and \(number): \(Message(verbatim: text))"
        source.purpose = Message(verbatim: text)
        var topic = make.topic(text)
        topic.query = text
        var reply = make.reply(second, by: ana, in: conversation, to: post.id, from: account, text)
        reply.warning = text
        reply.language = text
        reply.delivery.trouble = "\(text)"
        reply.delivery.leasedBy = text
        let draft = Draft(
          member: ana.id, conversation: conversation.id, text: text, warning: text, language: text,
          savedAt: make.at(0))
        let note = TeamNote(
          id: make.id(), conversation: conversation.id, member: ana.id, text: text, at: make.at(0))
        let handOver = HandOver(
          id: make.id(), conversation: conversation.id, from: ana.id, to: ana.id, word: text,
          at: make.at(0))
        var settings = Settings()
        settings.organisation = text
        settings.notice = text
        try await desk.write {
          [handle, post, source, topic, reply, draft, note, handOver, settings] tx in
          try tx.insert(person)
          try tx.insert([handle])
          try tx.insert(post)
          try tx.insert(source)
          try tx.insert(topic)
          try tx.insert(reply)
          try tx.save(draft)
          try tx.insert(note)
          try tx.insert(handOver)
          try tx.save(settings)
          try tx.save(localReference: text, of: post.id, account: account.id)
          try tx.insert(
            Revision(
              post: post.id, text: post.text, title: text, warning: text, replacedAt: make.at(0)))
        }
        let same = try await desk.read {
          [handle, post, source, topic, reply, draft, note, handOver, settings] tx in
          [
            try tx.person(person.id) == person, try tx.handles([handle.id]) == [handle],
            try tx.handles(make.network, remoteIDs: [handle.remoteID]) == [handle],
            try tx.posts(make.network, remoteIDs: [post.remoteID]) == [post],
            try tx.source(source.id) == source, try tx.topic(topic.id) == topic,
            try tx.reply(reply.id) == reply,
            try tx.draft(of: conversation.id, by: ana.id) == draft,
            try tx.note(note.id) == note,
            try tx.handOvers(of: conversation.id, for: viewer).contains(handOver),
            try tx.settings() == settings,
            try tx.localReference(of: post.id, account: account.id) == text,
            try tx.revisions(of: [post.id])[0].title == text,
            try tx.heard(HeardFilter(language: text), PageRequest(), for: viewer).rows
              .contains { $0.id == post.id },
          ]
        }
        #expect(!same.contains(false), "\(text.debugDescription): \(same)")
        _ = try await desk.read { try $0.people(text, PageRequest(), for: viewer) }
        _ = try await desk.read { try $0.member(email: text) }
      }
    }
  ]

  /// No U+0000 among them, which no column keeps.
  private static let hostileTexts =
    [
      "", " ", "'; DROP TABLE posts; --", "\" OR 1=1", "$1", "?1", ":a", "%_\\", "e\u{301}",
      "\u{301}x",
      "\u{1F}\u{1E}\u{1}", "\u{200B}\u{FEFF}\u{202E}", "\u{10FFFF}", "👩🏽‍🚀", "\r\n\t",
      String(repeating: "ä", count: 100_000),
    ] + naughty()

  /// The Big List of Naughty Strings, where its folder is at hand.
  private static func naughty() -> [String] {
    let folder = Corpora.folder("bad-strings")
    guard let folder,
      let data = try? Data(contentsOf: folder.appending(path: "blns.json")),
      let strings = try? JSONDecoder().decode([String].self, from: data)
    else {
      print("Naughty strings not tested: the corpus bad-strings is not there (HEED_CORPORA).")
      return []
    }
    return strings.filter { !$0.utf8.contains(0) }
  }
}
