import HeedModel
import Testing

extension StoreConformance {
  static let replyRules = [
    Rule("aReplyComesBackWhole") { desk in
      let talk = try await Talk(desk)
      let make = desk.make
      var reply = talk.reply(1)
      let replyID = reply.id
      try await desk.write { [reply] in try $0.insert(reply) }
      reply.text = "Better words."
      reply.signedText = "Better words. ^AN"
      reply.warning = "food"
      reply.intent = .apologise
      reply.language = "en"
      reply.visibility = .unlisted
      reply.uploads = [make.id(), make.id()]
      reply.delivery.status = .delivered
      reply.delivery.attempts = 3
      reply.delivery.firstTriedAt = make.at(3)
      reply.delivery.stoodBefore = "3kfoo 3kbar"
      reply.delivery.deliveredAt = make.at(4)
      reply.delivery.post = talk.post.id
      reply.delivery.trouble = "Slow."
      reply.delivery.leasedBy = "me"
      reply.delivery.leasedUntil = make.at(5)
      try await desk.write { [reply] in try $0.update(reply) }
      #expect(try await desk.read { try $0.reply(replyID) } == reply)
      #expect(try await desk.read { try $0.reply(delivered: talk.post.id) } == reply)
      #expect(
        try await desk.read { try $0.replies(in: talk.conversation.id, for: talk.viewer) }
          == [reply])
      let row = try await desk.read { try $0.post(talk.post.id, for: talk.viewer) }
      #expect(row?.member == talk.member.id)
    },
    Rule("aDeliveryKeyIsUsedOnce") { desk in
      let talk = try await Talk(desk)
      let one = talk.reply(1)
      var other = talk.reply(2)
      other.delivery.key = one.delivery.key
      try await desk.write { try $0.insert(one) }
      await #expect(throws: (any Error).self) {
        try await desk.write { [other] in try $0.insert(other) }
      }
    },
    Rule("repliesAreLeasedInOrderAndOneOfAConversation") { desk in
      let talk = try await Talk(desk, conversations: 3)
      let make = desk.make
      let (first, second) = (talk.reply(1), talk.reply(2))
      let other = talk.reply(3, in: 1)
      let resting = talk.reply(4, in: 2)
      let later = talk.reply(500, in: 2)
      #expect(try await desk.read { try $0.nextDue() } == nil)
      try await desk.write { tx in
        for reply in [other, second, resting, first, later] { try tx.insert(reply) }
      }
      #expect(try await desk.read { try $0.nextDue() } == make.at(1))
      func lease(_ limit: Int = 9, _ now: Int64 = 10) async throws -> [ID<Reply>] {
        try await desk.write {
          try $0.lease(
            limit, owner: "me", now: make.at(now), until: make.at(now + 60), resting: [])
        }.map(\.id)
      }
      #expect(try await lease(9, 0) == [])
      #expect(try await lease(1) == [first.id])
      #expect(try await lease() == [other.id, resting.id])
      #expect(try await lease() == [])
      let leased = try await desk.read { try $0.reply(first.id) }
      #expect(leased?.delivery.status == .sending)
      #expect(leased?.delivery.attempts == 1)
      #expect(leased?.delivery.firstTriedAt == make.at(10))
      #expect(leased?.delivery.leasedBy == "me")
      #expect(leased?.delivery.leasedUntil == make.at(70))
      for status in [Delivery.Status.queued, .unknown] {
        var doubtful = first
        doubtful.delivery.status = status
        doubtful.delivery.dueAt = make.at(900)
        try await desk.write { [doubtful] in try $0.update(doubtful) }
        #expect(try await lease() == [], "behind one that is \(status)")
      }
      for status in [Delivery.Status.failed, .takenBack, .delivered] {
        var settled = first
        settled.delivery.status = status
        try await desk.write { [settled] tx in
          try tx.update(settled)
          try tx.update(second)
        }
        #expect(try await lease() == [second.id], "behind one that is \(status)")
      }
    },
    Rule("restingAccountsAreLeftAlone") { desk in
      let talk = try await Talk(desk, conversations: 2)
      let make = desk.make
      try await desk.write { tx in
        try tx.insert(talk.reply(1))
        try tx.insert(talk.reply(2, in: 1))
      }
      func lease(_ resting: [ID<Account>]) async throws -> Int {
        let leased = try await desk.write {
          try $0.lease(9, owner: "me", now: make.at(9), until: make.at(99), resting: resting)
        }
        return leased.count
      }
      #expect(try await lease([make.id(), talk.account.id]) == 0)
      #expect(try await lease([make.id()]) == 2)
    },
    Rule("twoProcessesNeverLeaseTheSame") { desk in
      let talk = try await Talk(desk, conversations: 60)
      let make = desk.make
      try await desk.write { tx in
        for number in 0..<60 { try tx.insert(talk.reply(Int64(number), in: number)) }
      }
      let leased = try await withThrowingTaskGroup(of: [ID<Reply>].self) { group in
        for worker in 0..<6 {
          group.addTask {
            var mine: [ID<Reply>] = []
            while true {
              let more = try await desk.write {
                try $0.lease(
                  4, owner: "w\(worker)", now: make.at(99), until: make.at(199), resting: [])
              }
              if more.isEmpty { return mine }
              mine += more.map(\.id)
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      // A worker that lost a race may have ended early; what is left is leased by whoever asks next.
      let rest = try await desk.write {
        try $0.lease(99, owner: "last", now: make.at(99), until: make.at(199), resting: [])
      }
      #expect(leased.count + rest.count == 60)
      #expect(Set(leased + rest.map(\.id)).count == 60)
    },
    Rule("whatAGoneProcessWasSendingIsFound") { desk in
      let talk = try await Talk(desk, conversations: 3)
      let make = desk.make
      let replies = (0..<3).map { talk.reply(Int64($0), in: $0) }
      try await desk.write { tx in
        for reply in replies { try tx.insert(reply) }
        _ = try tx.lease(1, owner: "a", now: make.at(9), until: make.at(20), resting: [])
        _ = try tx.lease(1, owner: "b", now: make.at(9), until: make.at(30), resting: [])
      }
      func abandoned(_ now: Int64, all: Bool = false) async throws -> [ID<Reply>] {
        try await desk.write { try $0.abandoned(now: make.at(now), all: all, limit: 9) }.map(\.id)
      }
      #expect(try await abandoned(19) == [])
      #expect(try await abandoned(20) == [replies[0].id])
      #expect(try await abandoned(19, all: true) == [replies[0].id, replies[1].id])
    },
    Rule("troubleIsShownToItsWriterAndToLeads") { desk in
      let talk = try await Talk(desk, conversations: 3)
      let make = desk.make
      let (lead, other) = (make.member("Lea", .lead), make.member("Oto"))
      let replies = [Delivery.Status.failed, .unknown, .queued].enumerated().map {
        var reply = talk.reply(Int64($0.offset), in: $0.offset)
        reply.delivery.status = $0.element
        return reply
      }
      try await desk.write { tx in
        try tx.insert(lead)
        try tx.insert(other)
        for reply in replies { try tx.insert(reply) }
      }
      let wanted = [replies[1], replies[0]]
      #expect(try await desk.read { try $0.troubledReplies(for: talk.viewer) } == wanted)
      #expect(try await desk.read { try $0.troubledReplies(for: make.viewer(lead)) } == wanted)
      #expect(try await desk.read { try $0.troubledReplies(for: make.viewer(other)) } == [])
    },
    Rule("theLastReplyToSomebodyIsTheLastThatAnswersThemAndWasSaidBefore") { desk in
      let talk = try await Talk(desk)
      let make = desk.make
      let (rui, ben) = (make.handle("rui"), make.handle("ben"))
      let asked = [rui, ben].enumerated().map {
        make.post(Int64($0.offset), by: $0.element, talk.conversation.id, .toUs)
      }
      let said = (2..<6).map { make.post($0, by: rui, talk.conversation.id, .ours) }
      let later = make.post(9, by: rui, talk.conversation.id, .toUs)
      try await desk.write { tx in
        try tx.insert([rui, ben])
        try tx.insert((asked + said + [later]).map { NewPost(post: $0, terms: []) })
      }
      let replies = [0, 0, 1, 0].enumerated().map { number, whom in
        var reply = talk.reply(Int64(number))
        reply.inReplyTo = asked[whom].id
        if number < 3 {
          (reply.delivery.status, reply.delivery.post) = (.delivered, said[number].id)
        }
        return reply
      }
      try await desk.write { tx in for reply in replies { try tx.insert(reply) } }
      func last(_ handle: Handle, before post: Post) async throws -> ID<Reply>? {
        try await desk.read {
          try $0.lastReply(to: [handle.id], in: talk.conversation.id, before: post.id)?.id
        }
      }
      #expect(try await last(rui, before: later) == replies[1].id)
      #expect(try await last(ben, before: later) == replies[2].id)
      #expect(try await last(rui, before: said[1]) == replies[0].id)
      #expect(try await last(rui, before: said[0]) == nil)
    },
    Rule("whatCameBackIsToldUntilItWasSeen") { desk in
      let talk = try await Talk(desk, conversations: 2)
      let make = desk.make
      let rui = make.handle()
      let posts = (0..<4).map {
        make.post(Int64($0), by: rui, talk.conversations[$0 == 3 ? 1 : 0].id, .toUs)
      }
      try await desk.write { tx in
        try tx.insert([rui])
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        for post in posts + posts {
          try tx.insertCameBack(post.id, to: talk.member.id, conversation: post.conversation)
        }
        try tx.blank([posts[1].id], at: make.at(9))
      }
      let told = try await desk.all(limit: 1) { try $0.cameBack(to: talk.viewer, $1) }
      #expect(told.map(\.id) == [posts[3].id, posts[2].id, posts[0].id])
      #expect(try await desk.read { try $0.cameBackCount(to: talk.viewer) } == 3)
      try await desk.write {
        try $0.setCameBackSeen(
          conversation: talk.conversation.id, by: talk.member.id, at: make.at(9))
      }
      let left = try await desk.read { try $0.cameBack(to: talk.viewer, PageRequest()) }
      #expect(left.rows.map(\.id) == [posts[3].id])
      let other = Viewer(member: make.id(), role: .lead)
      #expect(try await desk.read { try $0.cameBackCount(to: other) } == 0)
    },
  ]
}

/// A member, an account, and conversations to reply in.
private struct Talk {
  let make: Maker
  let member: Member
  let account: Account
  let conversations: [Conversation]
  let post: Post
  var conversation: Conversation { conversations[0] }
  var viewer: Viewer { make.viewer(member) }

  init(_ desk: StoreUnderTest, conversations count: Int = 1) async throws {
    make = desk.make
    member = make.member()
    let us = make.handle("We")
    account = make.account(of: us)
    conversations = (0..<count).map { [make] in make.conversation(Int64($0)) }
    post = make.post(0, by: us, conversations[0].id, .ours)
    try await desk.write { [member, account, conversations, post] tx in
      try tx.insert(member)
      try tx.insert([us])
      try tx.insert(account)
      for conversation in conversations { try tx.insert(conversation) }
      try tx.insert(post)
    }
  }

  func reply(_ seconds: Int64, in number: Int = 0) -> Reply {
    make.reply(seconds, by: member, in: conversations[number], to: post.id, from: account)
  }
}
