import HeedModel
import Testing

extension StoreConformance {
  static let handleRules = [
    Rule("aHandleComesBackWhole") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      var handle = make.handle("Rui", person: person.id)
      let other = make.handle()
      handle.page = "https://there.example/@rui"
      handle.picture = "https://there.example/rui.png"
      handle.isBot = true
      handle.optedOut = true
      try await desk.write { [handle] tx in
        try tx.insert(person)
        try tx.insert([handle, other])
      }
      handle.name = ""
      handle.isOurs = true
      handle.movedTo = other.id
      try await desk.write { [handle] in try $0.update(handle) }
      let found = try await desk.read { [handle] tx in
        (
          try tx.handles([handle.id]), try tx.handles(make.network, remoteIDs: [handle.remoteID]),
          try tx.handles(of: person.id)
        )
      }
      #expect(found == ([handle], [handle], [handle]))
    },
    Rule("handlesThatNothingKeepsAreForgotten") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let known = make.handle("known", person: person.id)
      let owner = make.handle("owner")
      let liker = make.handle("liker")
      let (once, twice) = (make.handle("once"), make.handle("twice"))
      let account = make.account(of: owner)
      let posts = [known, owner, liker, once, twice, twice].map { make.post(by: $0) }
      let like = Reaction(kind: .liked, post: posts[1].id, by: liker.id, at: make.at(1))
      try await desk.write { tx in
        try tx.insert(person)
        try tx.insert([known, owner, liker, once, twice])
        try tx.insert(account)
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.save([like, like])
        try tx.blank(posts.dropLast().map(\.id), at: make.at(2))
      }
      func left() async throws -> Set<String> {
        Set(
          try await desk.read { tx in
            try tx.handles([known, owner, liker, once, twice].map(\.id)).map(\.name)
          })
      }
      while try await desk.write({ try $0.deleteForgottenHandles(limit: 2) }) {}
      #expect(try await left() == ["known", "owner", "liker", "twice"])
      try await desk.write { tx in
        try tx.delete(like)
        try tx.blank([posts[5].id], at: make.at(3))
      }
      while try await desk.write({ try $0.deleteForgottenHandles(limit: 1) }) {}
      #expect(try await left() == ["known", "owner"])
      let row = try await desk.read {
        try $0.post(posts[3].id, for: Viewer(member: make.id(), role: .member))
      }
      #expect(row != nil && row?.author == nil)
    },
    Rule("noMoreHandlesAreLookedAtThanWasSaid") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let kept = (0..<6).map { make.handle("kept\($0)", person: person.id) }
      let silent = make.handle("silent")
      try await desk.write { tx in
        try tx.insert(person)
        try tx.insert(kept + [silent])
        // Whoever is changed is looked at by the next cleaning.
        for handle in kept + [silent] { try tx.update(handle) }
      }
      var left: [Int] = []
      var isMore = true
      while isMore, left.count < 9 {
        isMore = try await desk.write { try $0.deleteForgottenHandles(limit: 3) }
        left.append(try await desk.read { try $0.handles([silent.id]) }.count)
      }
      #expect(left == [1, 1, 0])
    },
    Rule("aHandleOfOneNetworkIsThereOnce") { desk in
      let make = desk.make
      let one = make.handle()
      var other = make.handle()
      other.remoteID = one.remoteID
      try await desk.write { try $0.insert([one]) }
      await #expect(throws: (any Error).self) {
        try await desk.write { [other] in try $0.insert([other]) }
      }
      other.network = NetworkName("elsewhere")
      try await desk.write { [other] in try $0.insert([other]) }
    },
  ]
}
