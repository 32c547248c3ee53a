import HeedModel
import HeedStore
import Testing

extension StoreConformance {
  static let holdRules = [
    Rule("holdsOnHandlesStandAndGoWithThem") { desk in
      let make = desk.make
      let lead = make.member("Lena", .lead)
      let handle = make.handle("Ivo")
      let other = make.handle("Otto")
      let post = make.post(1, by: handle, nil, .aboutUs, "heldbody")
      let loose = make.post(2, by: other, nil, .aboutUs, "loosebody")
      let hold = HandleHold(
        id: make.id(), concerned: handle.id, reason: "Because.", by: lead.id, beginsAt: make.at(3),
        endsAt: make.at(50))
      let words = [true, false].map { isRemoved in
        HeldWording(
          id: make.id(), post: post.id, keptAt: make.at(4), isRemoved: isRemoved, title: "T",
          warning: nil, text: RichText(plain: "heldbefore"), alternatives: ["One", "Two"])
      }
      try await desk.write { tx in
        try tx.insert(lead)
        try tx.insert([handle, other])
        try tx.insert([NewPost(post: post, terms: []), NewPost(post: loose, terms: [])])
        try tx.insert(hold)
        for wording in words { try tx.insert(wording) }
      }
      #expect(try await desk.read { try $0.holds(on: [handle.id, other.id]) } == [hold])
      #expect(
        try await desk.read { try $0.held([handle.id, other.id], at: make.at(5)) } == [handle.id])
      #expect(try await desk.read { try $0.held([handle.id], at: make.at(50)) } == [])
      #expect(
        try await desk.read { try $0.heldWords(of: [post.id, loose.id]) }
          == words.sorted { $0.id < $1.id })
      #expect(try await desk.read { try $0.postsHeld(by: handle.id) } == [post.id])
      // It keeps its handle, though nothing else does.
      try await desk.write { tx in
        try tx.letHeldWordsGo(at: make.at(5))
        try tx.deleteHandleHolds(endedAt: make.at(5))
        try tx.blank([post.id], at: make.at(5))
        _ = try tx.deleteForgottenHandles(limit: 10)
      }
      #expect(try await desk.read { try $0.handles([handle.id]) }.count == 1)
      #expect(try await desk.holds("heldbefore"))
      try await desk.write { tx in
        try tx.lift(hold.id, by: lead.id, at: make.at(6))
        try tx.letHeldWordsGo(at: make.at(6))
        try tx.deleteHandleHolds(endedAt: make.at(6))
        _ = try tx.deleteForgottenHandles(limit: 10)
      }
      #expect(try await desk.read { try $0.handles([handle.id]) } == [])
      #expect(try await desk.read { try $0.holds(on: [handle.id]) } == [])
      #expect(try await !desk.holds("heldbefore"))
    },
    Rule("handlesAreFoundByWhatTheyAreCalledWhoeverTheyAre") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Ana", firstWordsAt: make.at(0))
      let known = make.handle("Ana", person: person.id)
      var stranger = make.handle("Ivo")
      stranger.page = "https://far.example/ivo/"
      let page = stranger
      try await desk.write { tx in
        try tx.insert(person)
        try tx.insert([known, page])
      }
      func called(_ name: String) async throws -> [ID<Handle>] {
        try await desk.read { try $0.handles(called: [name]) }.map(\.id)
      }
      #expect(try await called(known.address.uppercased()) == [known.id])
      #expect(try await called(page.address) == [page.id])
      #expect(try await called("https://far.example/ivo") == [page.id])
      #expect(try await called("https://far.example/iv") == [])
      #expect(try await called("%") == [])
    },
    Rule("formerNamesAreKeptOfWhoSpokeWithUsAlone") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Ana", firstWordsAt: make.at(0))
      let known = make.handle("Ana", person: person.id)
      let stranger = make.handle("Ivo")
      let beside = make.handle("Otto")
      let talk = make.conversation(1, with: known)
      var said = make.post(2, by: beside)
      said.conversation = talk.id
      let post = said
      try await desk.write { tx in
        try tx.insert(person)
        try tx.insert([known, stranger, beside])
        try tx.insert(talk)
        try tx.insert([NewPost(post: post, terms: [])])
        for handle in [known, stranger, beside] {
          try tx.save(formerName: "\(handle.name) before", of: handle.id)
          try tx.save(formerName: "\(handle.name) before", of: handle.id)
          try tx.save(formerAddress: "@before.\(handle.name).example", of: handle.id)
        }
      }
      let names = try await desk.read {
        try $0.formerNames(of: [known.id, stranger.id, beside.id])
      }
      #expect(names.sorted() == ["\(known.name) before", "\(beside.name) before"].sorted())
      let addresses = try await desk.read { try $0.formerAddresses(of: [known.id, stranger.id]) }
      #expect(addresses == ["@before.\(known.name).example"])
    },
  ]
}
