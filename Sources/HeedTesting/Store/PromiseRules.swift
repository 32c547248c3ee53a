import HeedModel
import Testing

extension StoreConformance {
  static let promiseRules = [
    Rule("aPromiseBeginsWithTheDeliveryOfItsReply") { desk in
      let made = try await desk.promises([100, nil, 50])
      #expect(try await desk.open(.own, made).isEmpty)
      #expect(
        try await desk.read { try $0.promises(in: made.conversation, for: made.ana) }.count == 3)
      let begun = try await desk.write { tx in
        try tx.beginPromises(of: made.reply, at: desk.make.at(9)).begun
      }
      #expect(begun.map(\.id) == made.ids)
      #expect(begun.allSatisfy { $0.beganAt == desk.make.at(9) })
      // The first due first, those without a time last.
      let order = [made.ids[2], made.ids[0], made.ids[1]]
      #expect(try await desk.open(.own, made) == order)
      let others = try await desk.all(limit: 2) { try $0.promises(.others, $1, for: made.bea) }
      #expect(others.map(\.id) == order)
      #expect(others.allSatisfy { $0.promise.words == "by Friday" && $0.ending == nil })
      #expect(others.first?.handle?.name == "Rui")
      #expect(others.first?.personName == nil)
      #expect(try await desk.all(limit: 2) { try $0.promises(.own, $1, for: made.bea) }.isEmpty)
      let again = try await desk.write {
        try $0.beginPromises(of: made.reply, at: desk.make.at(10))
      }
      #expect(again.begun.isEmpty && again.ended.isEmpty)
    },
    Rule("ofTwoEndingsOfAPromiseOneStands") { desk in
      let make = desk.make
      let made = try await desk.promises([100])
      try await desk.write { _ = try $0.beginPromises(of: made.reply, at: make.at(9)) }
      func ending(_ kind: PromiseEnding.Kind, _ seconds: Int64, begun: Bool = true) -> PromiseEnding
      {
        PromiseEnding(
          id: make.id(seconds), promise: made.ids[0], kind: kind, member: made.ana.member,
          reply: begun ? nil : made.reply, saidAt: make.at(seconds),
          beganAt: begun ? make.at(seconds) : nil)
      }
      let (kept, broken) = (ending(.kept, 20), ending(.broken, 21))
      #expect(try await desk.write { try $0.insert(kept) })
      #expect(try await desk.write { try $0.insert(broken) } == false)
      #expect(try await desk.open(.own, made).isEmpty)
      let ended = try await desk.all(limit: 1) { try $0.promises(.ended, $1, for: made.bea) }
      #expect(ended.map(\.ending) == [kept])
      #expect(ended.first?.state(at: make.at(30)) == .kept)
      try await desk.write { tx in
        try tx.undoEnding(of: made.ids[0], at: make.at(22))
        try tx.undoEnding(of: made.ids[0], at: make.at(23))
      }
      #expect(try await desk.open(.own, made) == made.ids)
      // One that comes with a reply stands for nothing before that is there.
      let waiting = ending(.kept, 24, begun: false)
      #expect(try await desk.write { try $0.insert(waiting) })
      #expect(try await desk.open(.own, made) == made.ids)
      let begun = try await desk.write { try $0.beginPromises(of: made.reply, at: make.at(150)) }
      #expect(begun.ended.map(\.id) == [waiting.id])
      let late = try await desk.all(limit: 5) { try $0.promises(.ended, $1, for: made.ana) }
      #expect(late.first?.state(at: make.at(200)) == .keptLate)
      #expect(
        try await desk.read { try $0.endings(of: made.ids[0]) }.map(\.undoneAt)
          == [make.at(22), nil])
    },
    Rule("whatAReplyThatNeverWentPromisedIsForgotten") { desk in
      let make = desk.make
      let made = try await desk.promises([100, nil])
      let waiting = PromiseEnding(
        id: make.id(3), promise: made.ids[0], kind: .kept, member: nil, reply: made.reply,
        saidAt: make.at(3))
      try await desk.write { tx in
        try tx.insert(waiting)
        try tx.forgetPromises(of: made.reply)
      }
      #expect(try await desk.read { try $0.promises(of: made.reply) }.isEmpty)
      #expect(try await desk.read { try $0.endings(of: made.ids[0]) }.isEmpty)
    },
    Rule("aPromiseIsToldOnceWhenItsDayComesAndOnceWhenItIsLate") { desk in
      let make = desk.make
      let made = try await desk.promises([100, 50, nil])
      try await desk.write { _ = try $0.beginPromises(of: made.reply, at: make.at(9)) }
      let due = try await desk.read { try $0.promisesDue(before: make.at(101), limit: 9) }
      #expect(due.map(\.id) == [made.ids[1], made.ids[0]])
      #expect(try await desk.read { try $0.records(of: made.conversation) }.promisedTo == [])
      try await desk.write { tx in
        for var one in due {
          one.dueToldAt = make.at(10)
          try tx.update(one)
        }
      }
      #expect(try await desk.read { try $0.promisesDue(before: make.at(101), limit: 9) }.isEmpty)
      #expect(
        try await desk.read { try $0.records(of: made.conversation) }.promisedTo == [made.handle])
      let late = try await desk.read { try $0.promisesLate(at: make.at(60), limit: 9) }
      #expect(late.map(\.id) == [made.ids[1]])
      try await desk.write { tx in
        var told = late[0]
        told.lateToldAt = make.at(61)
        try tx.update(told)
      }
      #expect(try await desk.read { try $0.promisesLate(at: make.at(61), limit: 9) }.isEmpty)
      #expect(try await desk.read { try $0.promise(made.ids[1]) }?.lateToldAt == make.at(61))
    },
    Rule("aPromiseAtAnHourComesSoonAndItsDueTimeIsMended") { desk in
      let make = desk.make
      let made = try await desk.promises([7_200, 90_000])
      try await desk.write { tx in
        _ = try tx.beginPromises(of: made.reply, at: make.at(9))
        // At an hour, and told on the morning of its day.
        try tx.setDue(make.at(7_200), isDay: false, of: made.ids[0])
        var told = try #require(try tx.promise(made.ids[0]))
        told.dueToldAt = make.at(10)
        try tx.update(told)
      }
      func soon(_ seconds: Int64) async throws -> [ID<Promise>] {
        try await desk.read {
          try $0.promisesSoon(at: make.at(seconds), within: .hours(1), limit: 9)
        }.map(\.id)
      }
      #expect(try await soon(3_000) == [])
      #expect(try await soon(3_601) == [made.ids[0]])
      #expect(try await soon(7_201) == [])
      try await desk.write { tx in
        var told = try #require(try tx.promise(made.ids[0]))
        told.dueToldAt = make.at(3_601)
        try tx.update(told)
      }
      #expect(try await soon(3_700) == [])
      try await desk.write { try $0.setDue(make.at(99_000), isDay: true, of: made.ids[0]) }
      let mended = try #require(try await desk.read { try $0.promise(made.ids[0]) })
      #expect(mended.dueAt == make.at(99_000) && mended.isDay && mended.dueToldAt == nil)
      #expect(try await desk.open(.own, made) == [made.ids[1], made.ids[0]])
    },
    Rule("promisesOfPrivateTalkAreSeenByThoseWhoAnswerIt") { desk in
      let made = try await desk.promises([100], isPrivate: true)
      try await desk.write { _ = try $0.beginPromises(of: made.reply, at: desk.make.at(9)) }
      #expect(try await desk.open(.own, made) == made.ids)
      #expect(
        try await desk.all(limit: 5) { try $0.promises(.others, $1, for: made.bea) }.isEmpty)
      #expect(
        try await desk.read { try $0.promises(in: made.conversation, for: made.bea) }.isEmpty)
    },
  ]
}

/// Promises of one reply of Ana's, and who looks at them.
private struct MadePromises: Sendable {
  var ids: [ID<Promise>]
  var reply: ID<Reply>
  var conversation: ID<Conversation>
  /// To whom they were made.
  var handle: ID<Handle>
  /// Answers the account.
  var ana: Viewer
  var bea: Viewer
}

extension StoreUnderTest {
  /// - Parameter due: seconds.
  fileprivate func promises(_ due: [Int64?], isPrivate: Bool = false) async throws -> MadePromises {
    let (ana, bea) = (make.member("Ana"), make.member("Bea"))
    let (us, rui) = (make.handle("We"), make.handle())
    let account = make.account(of: us)
    let conversation = make.conversation(
      1, with: rui, account: account, isPrivate: isPrivate)
    let post = make.post(1, by: rui, conversation.id, .toUs)
    let reply = make.reply(2, by: ana, in: conversation, to: post.id, from: account)
    let promises = due.enumerated().map { number, seconds in
      Promise(
        id: make.id(Int64(3 + number)), conversation: conversation.id, reply: reply.id,
        member: ana.id, words: "by Friday", dueAt: seconds.map { make.at($0) }, isDay: true,
        madeAt: make.at(3))
    }
    try await write { tx in
      try tx.insert(ana)
      try tx.insert(bea)
      try tx.insert([us, rui])
      try tx.insert(account, answerers: [ana])
      try tx.insert(conversation)
      try tx.insert(post)
      try tx.insert(reply)
      for promise in promises { try tx.insert(promise) }
    }
    return MadePromises(
      ids: promises.map(\.id), reply: reply.id, conversation: conversation.id,
      handle: rui.id, ana: make.viewer(ana), bea: make.viewer(bea))
  }

  fileprivate func open(_ list: PromiseList, _ made: MadePromises) async throws -> [ID<Promise>] {
    try await all(limit: 1) { try $0.promises(list, $1, for: made.ana) }.map(\.id)
  }
}
