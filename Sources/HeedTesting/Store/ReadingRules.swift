import HeedModel
import Testing

extension StoreConformance {
  static let readingRules = [
    Rule("oneCorrectionOfAPostStandsAtATimeAndComesBackWhole") { desk in
      let make = desk.make
      let member = make.member()
      let handle = make.handle()
      let posts = [make.post(1, by: handle), make.post(2, by: handle)]
      let first = ReadingCorrection(
        id: make.id(3), post: posts[0].id, member: member.id, correctedAt: make.at(3),
        reading: Reading(
          language: "gsw", tone: .positive, kinds: [.praise, .wish], by: Reading.member,
          sureness: 1),
        was: Reading(language: nil, tone: .negative, kinds: [.complaint], by: "x-1", sureness: 0.5))
      let second = ReadingCorrection(
        id: make.id(4), post: posts[1].id, member: member.id, correctedAt: make.at(4),
        reading: Reading(language: nil, tone: nil, kinds: [], by: Reading.member, sureness: 1),
        was: Reading(language: "de", tone: nil, kinds: [], by: "", sureness: 0))
      try await desk.write { tx in
        try tx.insert(member)
        try tx.insert([handle])
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.insert(first)
        try tx.insert(second)
      }
      #expect(try await desk.read { try $0.standingCorrections() } == [first, second])
      #expect(try await desk.read { try $0.correction(of: posts[0].id) } == first)
      var third = first
      third.id = make.id(5)
      third.reading.tone = .neutral
      third.insteadOf = first.id
      // The second of two at once is refused by the database.
      await #expect(throws: (any Error).self) {
        try await desk.write { [third] in try $0.insert(third) }
      }
      try await desk.write { [third] tx in
        try tx.end(first.id, at: make.at(6))
        try tx.end(first.id, at: make.at(7))
        try tx.insert(third)
      }
      #expect(try await desk.read { try $0.standingCorrections() } == [second, third])
      let again = try await desk.write { [third] tx in
        try tx.end(third.id, at: make.at(8))
        return try tx.letStandAgain(first.id)
      }
      #expect(again == first)
      #expect(try await desk.read { try $0.standingCorrections() } == [first, second])
      try await desk.write { try $0.end(first.id, at: make.at(9)) }
      #expect(try await desk.read { try $0.correction(of: posts[0].id) } == nil)
    },
    Rule("theLastChangeOfReadingIsKnown") { desk in
      let make = desk.make
      #expect(try await desk.read { try $0.lastReadingEvent() } == nil)
      let kinds: [EventKind] = [.readingCorrected, .claimed, .readingUndone, .topicAdded]
      let events = kinds.map { Event(id: make.id(), kind: $0) }
      try await desk.write { tx in for event in events { try tx.append(event) } }
      let all = try await desk.read { try $0.events(after: nil, limit: 9, for: nil) }
      #expect(
        try await desk.read { try $0.lastReadingEvent() }
          == all.last { $0.kind == .readingUndone }?.id)
      // What was learnt of words goes with them.
      let expired = Event(id: make.id(), kind: .wordsExpired)
      try await desk.write { try $0.append(expired) }
      #expect(try await desk.read { try $0.lastReadingEvent() } == expired.id)
    },
    Rule("switchedOffReadersAreKeptWithTheSettings") { desk in
      var settings = try await desk.read { try $0.settings() }
      #expect(settings.readersOff.isEmpty)
      settings.readersOff = [.tone, .kind]
      try await desk.write { [settings] in try $0.save(settings) }
      #expect(try await desk.read { try $0.settings() } == settings)
    },
  ]
}
