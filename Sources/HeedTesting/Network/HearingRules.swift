import HeedModel
import HeedNetwork
import Testing

extension NetworkConformance {
  static let listening: [Rule] = [
    Rule("what is said is heard, with its words, its author and its time") { far in
      let said = try await far.say("Is the blue bell still there?", inReplyTo: nil)
      let heard = try await far.hearAll(far.source)
      let post = try #require(
        heard.events.posts.first { $0.reference.remoteID == said.remoteID })
      #expect(post.text.plain.contains("Is the blue bell still there?"))
      #expect(!post.author.remoteID.rawValue.isEmpty)
      #expect(!post.author.address.isEmpty)
      #expect(post.publishedAt.milliseconds > 0)
    },
    Rule("asking twice with the same cursor brings the same") { far in
      _ = try await far.say("One bell.", inReplyTo: nil)
      _ = try await far.say("Two bells.", inReplyTo: nil)
      let source = try far.source
      let first = try await far.network.listen(to: source)
      let second = try await far.network.listen(to: source)
      #expect(!first.events.isEmpty)
      #expect(first.events == second.events)
    },
    Rule("going on by cursor loses nothing") { far in
      var source = try far.source
      var said: Set<RemoteID> = []
      var heard: Set<RemoteID> = []
      for number in 1...6 {
        said.insert(try await far.say("Bell number \(number).", inReplyTo: nil).remoteID)
        if number.isMultiple(of: 2) {
          let part = try await far.hearAll(source)
          heard.formUnion(part.events.posts.map(\.reference.remoteID))
          source.cursor = part.cursor
        }
      }
      #expect(said.subtracting(heard).isEmpty)
    },
    Rule("an older cursor brings again what came since, under the same ids") { far in
      let source = try far.source
      _ = try await far.say("Before.", inReplyTo: nil)
      let before = try await far.hearAll(source)
      let said = try await far.say("After.", inReplyTo: nil)
      var later = source
      later.cursor = before.cursor
      let once = try await far.hearAll(later)
      let again = try await far.hearAll(later)
      #expect(once.events.posts.contains { $0.reference.remoteID == said.remoteID })
      #expect(again.events.posts.contains { $0.reference.remoteID == said.remoteID })
    },
    Rule("the same post through two sources has one id") { far in
      let said = try await far.say("A bell for all.", inReplyTo: nil)
      guard far.sources.count > 1 else { throw NotHere("only one source") }
      for source in far.sources {
        let heard = try await far.hearAll(source)
        let posts = heard.events.posts.filter { $0.text.plain.contains("A bell for all.") }
        #expect(Set(posts.map(\.reference.remoteID)) == [said.remoteID], "\(source.kind)")
      }
    },
    Rule("a cursor of long ago or of nowhere does no harm") { far in
      let said = try await far.say("Still here.", inReplyTo: nil)
      var source = try far.source
      source.cursor = "no cursor \u{0}of ours/%"
      do {
        let heard = try await far.hearAll(source)
        #expect(heard.events.posts.contains { $0.reference.remoteID == said.remoteID })
      } catch let error as NetworkError {
        far.checkSafe(error)
        #expect(error.kind != .signedOut)
      }
    },
    Rule("an answer names what it answers") { far in
      let parent = try await far.say("Anybody for a bell?", inReplyTo: nil)
      let child = try await far.say("Me.", inReplyTo: parent)
      let heard = try await far.hearAll(far.source)
      let post = try #require(
        heard.events.posts.first { $0.reference.remoteID == child.remoteID })
      #expect(post.parent == parent.remoteID)
    },
    Rule("a change at the far side is heard or found") { far in
      let said = try await far.say("The bel is blue.", inReplyTo: nil)
      let before = try await far.hearAll(far.source)
      try await far.edit(said, to: "The bell is blue.")
      let event = try await latest(of: said, far, since: before.cursor)
      guard case .post(let post) = event else {
        Issue.record("the change was not heard: \(String(describing: event))")
        return
      }
      #expect(post.text.plain.contains("The bell is blue."))
    },
    Rule("a removal at the far side is heard or found") { far in
      let said = try await far.say("I did not want to say that.", inReplyTo: nil)
      let before = try await far.hearAll(far.source)
      try await far.remove(said)
      #expect(try await latest(of: said, far, since: before.cursor) == .removed(said.remoteID))
    },
    Rule("what stands unchanged is not told when it is looked at again") { far in
      guard let network = far.network as? any Rechecking else { throw NotHere("no rechecking") }
      let said = try await far.say("As it is.", inReplyTo: nil)
      let events = try await network.recheck([said], as: far.account)
      #expect(events.isEmpty)
    },
    Rule("an offer says where it listens and what that tells others") { far in
      for typed in ["bells", "https://bells.example/feed", "#bells", "", " \u{200F}"] {
        for offer in try await far.network.offers(for: typed) {
          #expect(offer.network == far.network.name)
          #expect(!offer.kind.isEmpty && !offer.name.isEmpty)
          #expect(!offer.asks.isEmpty && !offer.can.isEmpty)
        }
      }
    },
  ]

  /// What is known of a post now, by listening on and by looking again.
  private static func latest(
    of post: RemoteReference, _ far: any NetworkFixture, since cursor: String?
  ) async throws -> RemoteEvent? {
    if let network = far.network as? any Rechecking {
      let found = try await network.recheck([post], as: far.account)
      // Where a place does not say that a post was changed, listening on finds it.
      #expect(found.count <= 1, "looking again tells each change once")
      if let event = found.last(of: post.remoteID) { return event }
    }
    var source = try far.source
    source.cursor = cursor
    return try await far.hearAll(source).events.last(of: post.remoteID)
  }
}
