import HeedModel
import Testing

extension StoreConformance {
  static let acquaintedRules = [
    Rule("whoIsKnownHereIsKnownByAnyHandle") { desk in
      let make = desk.make
      let member = make.member()
      let us = make.handle("Shop")
      let account = make.account(of: us)
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let (one, same) = (make.handle("Rui", person: person.id), make.handle("R", person: person.id))
      let (elsewhere, called, stranger) = (make.handle("A"), make.handle("B"), make.handle("C"))
      let talks = [one, elsewhere, called, stranger].enumerated().map {
        make.conversation(Int64($0.offset), with: $0.element, account: account)
      }
      let words = [one, elsewhere, called, stranger].enumerated().map {
        make.post(Int64($0.offset), by: $0.element, talks[$0.offset].id, .toUs, "Hello")
      }
      var ours = make.post(5, by: us, talks[1].id, .ours, "Hello back")
      ours.parent = words[1].id
      func known(_ handle: Handle) async throws -> Bool {
        try await desk.read { try $0.isAcquainted(handle.id) }
      }
      try await desk.write { tx in
        try tx.insert(member)
        try tx.insert(person)
        try tx.insert([us, one, same, elsewhere, called, stranger])
        try tx.insert(account)
        for talk in talks { try tx.insert(talk) }
        try tx.insert(words.map { NewPost(post: $0, terms: []) })
      }
      for handle in [one, same, elsewhere, called, stranger] {
        #expect(try await !known(handle), "\(handle.name)")
      }
      var reply = make.reply(by: member, in: talks[0], to: words[0].id, from: account)
      reply.delivery.status = .delivered
      reply.delivery.deliveredAt = make.at(6)
      let correction = ReadingCorrection(
        id: make.id(7), post: words[2].id, member: member.id, correctedAt: make.at(7),
        reading: Reading(kinds: [.other], by: Reading.member), was: Reading(kinds: [.spam]))
      try await desk.write { [reply, ours] tx in
        try tx.insert(reply)
        try tx.insert([NewPost(post: ours, terms: [])])
        try tx.insert(correction)
      }
      for handle in [one, same, elsewhere, called] {
        #expect(try await known(handle), "\(handle.name)")
      }
      #expect(try await !known(stranger))
      try await desk.write { try $0.end(correction.id, at: make.at(9)) }
      #expect(try await !known(called))
    }
  ]
}
