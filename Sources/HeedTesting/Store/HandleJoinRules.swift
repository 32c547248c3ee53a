import HeedModel
import Testing

extension StoreConformance {
  static let handleJoinRules = [
    Rule("aJoinComesBackWholeAndHoldsOnce") { desk in
      let make = desk.make
      let (one, other) = (make.handle("one"), make.handle("other"))
      let evidence = JoinEvidence(
        .links, here: "https://one.example/", there: "https://other.example/", post: make.id())
      let join = HandleJoin(
        id: make.id(), other.id, one.id, evidence: evidence, joinedBy: make.id(),
        joinedAt: make.at(3))
      let again = HandleJoin(
        id: make.id(), one.id, other.id, evidence: JoinEvidence(.word), joinedBy: nil,
        joinedAt: make.at(4))
      let itself = HandleJoin(
        id: make.id(), one.id, one.id, evidence: JoinEvidence(.word), joinedBy: nil,
        joinedAt: make.at(4))
      #expect(join.one < join.other)
      try await desk.write { try $0.insert([one, other]) }
      #expect(try await desk.write { try $0.insert(join) })
      #expect(try await desk.write { try $0.insert(again) } == false)
      #expect(try await desk.write { try $0.insert(itself) } == false)
      for handle in [one, other] {
        #expect(try await desk.read { try $0.joins(of: [handle.id]) } == [join])
      }
      let member: ID<Member> = make.id()
      try await desk.write { try $0.end(join.id, by: member, at: make.at(5)) }
      try await desk.write { try $0.end(join.id, by: nil, at: make.at(6)) }
      var ended = join
      ended.partedBy = member
      ended.partedAt = make.at(5)
      #expect(try await desk.read { try $0.join(join.id) } == ended)
      #expect(try await desk.write { try $0.insert(again) })
      #expect(
        try await desk.read { try $0.joins(of: [one.id, other.id]) } == [ended, again])
    },
    Rule("whoseAHandleIsFollowsFromTheJoinsThatStand") { desk in
      let make = desk.make
      let people = (0..<3).map { Person(id: make.id(), name: "P\($0)", firstWordsAt: make.at(0)) }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let silent = make.handle("silent")
      func join(_ a: Handle, _ b: Handle) -> HandleJoin {
        HandleJoin(
          id: make.id(), a.id, b.id, evidence: JoinEvidence(.word), joinedBy: nil,
          joinedAt: make.at(1))
      }
      let joins = [
        join(handles[2], silent), join(handles[1], handles[2]), join(handles[0], handles[1]),
        join(handles[0], handles[2]),
      ]
      try await desk.write { tx in
        for person in people { try tx.insert(person) }
        try tx.insert(handles + [silent])
        for join in joins { #expect(try tx.insert(join)) }
      }
      func owners() async throws -> [Int?] {
        let found = try await desk.read { try $0.handles((handles + [silent]).map(\.id)) }
        return (handles + [silent]).map { handle in
          found.first { $0.id == handle.id }?.person.flatMap { person in
            people.firstIndex { $0.id == person }
          }
        }
      }
      #expect(try await owners() == [0, 0, 0, 0])
      #expect(try await desk.read { try $0.currentPerson(people[2].id) } == people[0].id)
      // A ring holds by its other side.
      try await desk.write { try $0.end(joins[2].id, by: nil, at: make.at(2)) }
      #expect(try await owners() == [0, 0, 0, 0])
      try await desk.write { try $0.end(joins[3].id, by: nil, at: make.at(2)) }
      #expect(try await owners() == [0, 1, 1, 1])
      try await desk.write { try $0.end(joins[0].id, by: nil, at: make.at(2)) }
      #expect(try await owners() == [0, 1, 1, nil])
      #expect(try await desk.read { try $0.currentPerson(people[1].id) } == people[1].id)
      // Who never spoke is forgotten with the join that kept them.
      #expect(try await desk.read { try $0.join(joins[0].id) } != nil)
      #expect(try await !desk.write { try $0.deleteForgottenHandles(limit: 9) })
      #expect(try await desk.read { try $0.join(joins[0].id) } == nil)
    },
    Rule("aWishNotToBeContactedHoldsForAllOfThemAndStaysWithWhoSaidIt") { desk in
      let make = desk.make
      let people = (0..<2).map { Person(id: make.id(), name: "P\($0)", firstWordsAt: make.at(0)) }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      var wish = people[1]
      wish.doNotContact = true
      let join = HandleJoin(
        id: make.id(), handles[0].id, handles[1].id, evidence: JoinEvidence(.word), joinedBy: nil,
        joinedAt: make.at(1))
      try await desk.write { [wish] tx in
        for person in people { try tx.insert(person) }
        try tx.insert(handles)
        try tx.update(wish)
        _ = try tx.insert(join)
      }
      #expect(try await desk.read { try $0.person(people[0].id)?.doNotContact } == true)
      // Naming them anew says nothing of it.
      try await desk.write { tx in
        guard var person = try tx.person(people[0].id) else { return }
        person.name = "Q"
        try tx.update(person)
      }
      try await desk.write { try $0.end(join.id, by: nil, at: make.at(2)) }
      #expect(try await desk.read { try $0.person(people[0].id)?.doNotContact } == false)
      #expect(try await desk.read { try $0.person(people[1].id)?.doNotContact } == true)
    },
    Rule("whatIsPrivateTellsNothingOfAJoinedHandle") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let us = make.handle("We")
      let account = make.account(of: us)
      let people = ["Secret Name", "Rui"].map {
        Person(id: make.id(), name: $0, firstWordsAt: make.at(0))
      }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let talks = [
        make.conversation(1, state: .done, with: handles[0], account: account, isPrivate: true),
        make.conversation(2, state: .done, with: handles[1], account: account),
      ]
      let posts = [
        make.post(1, by: handles[0], talks[0].id, .toUs, visibility: .private),
        make.post(2, by: handles[1], talks[1].id, .toUs),
      ]
      let person = people[0].id
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(bea)
        for person in people { try tx.insert(person) }
        try tx.insert(handles + [us])
        try tx.insert(account, answerers: [ana])
        for talk in talks { try tx.insert(talk) }
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        _ = try tx.insert(
          HandleJoin(
            id: make.id(), handles[0].id, handles[1].id, evidence: JoinEvidence(.word),
            joinedBy: nil, joinedAt: make.at(3)))
      }
      for (member, names, shown) in [(ana, handles, "Secret Name"), (bea, [handles[1]], "Rui")] {
        let viewer = make.viewer(member)
        #expect(
          Set(try await desk.read { try $0.handles(of: person, for: viewer) }.map(\.id))
            == Set(names.map(\.id)))
        #expect(try await desk.read { try $0.person(person, for: viewer)?.name } == shown)
        let rows = try await desk.read { try $0.people("", PageRequest(), for: viewer) }.rows
        #expect(rows.map(\.person.name) == [shown])
        #expect(rows.map(\.handles.count) == [names.count])
        let found = try await desk.read { try $0.people("secret", PageRequest(), for: viewer) }.rows
        #expect(found.count == (member == ana ? 1 : 0))
        let words = try await desk.read {
          try $0.words(of: handles.map(\.id), limit: 9, for: viewer)
        }
        #expect(words.count == names.count)
      }
    },
    Rule("handlesAreFoundByWhatTheyGave") { desk in
      let make = desk.make
      let person = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      var (site, moved, other) = (
        make.handle("site", person: person.id), make.handle("moved"), make.handle("other")
      )
      site.page = "https://rui.example"
      other.page = "https://rui.example"
      moved.movedTo = site.id
      let seen = Evidence(
        id: make.id(), handle: site.id, kind: .relMe, here: "https://rui.example",
        there: "http://there.example/@rui/", isMutual: true, seenAt: make.at(1))
      try await desk.write { [site, moved, other] tx in
        try tx.insert(person)
        try tx.insert([site, moved, other])
        try tx.save([seen], of: site.id)
      }
      for spelling in ["https://rui.example", "http://rui.example/"] {
        let found = try await desk.read { try $0.handles(withPages: [spelling]) }
        #expect(found.map(\.id) == [site.id], "\(spelling)")
      }
      #expect(try await desk.read { try $0.handles(withPages: ["https://rui.example/a"]) } == [])
      let shouted = site.address.uppercased()
      #expect(
        try await desk.read { try $0.handles(addressed: [shouted, ""]) }.map(\.id) == [site.id])
      let (target, mover) = (site.id, moved.id)
      #expect(try await desk.read { try $0.handles(movedTo: [target]) }.map(\.id) == [mover])
      let pointing = try await desk.read {
        try $0.evidence(pointingTo: ["https://there.example/@rui"])
      }
      #expect(pointing == [seen])
    },
    Rule("listsOfPeopleHoldWhomTheySay") { desk in
      let make = desk.make
      let names = ["old", "older", "fresh", "alone"]
      let people = names.map {
        Person(id: make.id(), name: $0, firstWordsAt: make.at(0), doNotContact: $0 == "alone")
      }
      let handles = people.map { make.handle($0.name, person: $0.id) }
      let second = make.handle("second", person: people[0].id)
      let talks = [
        make.conversation(100, state: .done, with: handles[0]),
        make.conversation(50, state: .done, with: handles[1]),
        make.conversation(900, state: .waiting, with: handles[2]),
        make.conversation(60, state: .done, with: handles[3]),
        make.conversation(40, state: .waiting, with: second),
        make.conversation(30, state: .waiting, with: handles[0]),
      ]
      let speakers = [handles[0], handles[1], handles[2], handles[3], second, handles[0]]
      let said = zip(talks, speakers).map { talk, who in
        make.post((talk.lastPostAt - make.start).milliseconds / 1000, by: who, talk.id, .toUs)
      }
      try await desk.write { tx in
        for person in people { try tx.insert(person) }
        try tx.insert(handles + [second])
        for talk in talks { try tx.insert(talk) }
        try tx.insert(said.map { NewPost(post: $0, terms: []) })
      }
      let viewer = Viewer(member: make.id(), role: .member)
      for limit in [1, 9] {
        let quiet = try await desk.all(limit: limit) {
          try $0.people(.quiet(before: make.at(500)), "", $1, for: viewer)
        }
        #expect(quiet.map(\.person.name) == ["old", "older"])
        let waiting = try await desk.all(limit: limit) {
          try $0.people(.waiting, "", $1, for: viewer)
        }
        #expect(waiting.map(\.person.name) == ["old", "fresh"])
        #expect(waiting.map(\.waitingSince) == [make.at(30), make.at(900)])
        #expect(waiting.map(\.waitsIn) == [talks[5].id, talks[2].id])
      }
      let named = try await desk.read {
        try $0.people(.waiting, "FRESH", PageRequest(), for: viewer)
      }
      #expect(named.rows.map(\.person.name) == ["fresh"])
    },
    Rule("whomAMemberMetIsReadFromWhatWentOut") { desk in
      let make = desk.make
      let (ana, bea) = (make.member("Ana"), make.member("Bea"))
      let rui = Person(id: make.id(), name: "Rui", firstWordsAt: make.at(0))
      let (handle, us) = (make.handle("Rui", person: rui.id), make.handle("We"))
      let account = make.account(of: us)
      let open = make.conversation(1, state: .done, with: handle, account: account)
      let hidden = make.conversation(
        2, state: .done, with: handle, account: account, isPrivate: true)
      func reply(_ seconds: Int64, _ talk: Conversation, sent: Bool = true) -> Reply {
        var reply = make.reply(seconds, by: ana, in: talk, to: make.id(), from: account)
        reply.delivery.status = sent ? .delivered : .queued
        reply.delivery.deliveredAt = sent ? make.at(seconds) : nil
        return reply
      }
      let replies = [reply(5, open), reply(7, hidden), reply(9, open, sent: false), reply(6, open)]
      try await desk.write { tx in
        try tx.insert(ana)
        try tx.insert(bea)
        try tx.insert(rui)
        try tx.insert([handle, us])
        try tx.insert(account, answerers: [ana])
        for talk in [open, hidden] { try tx.insert(talk) }
        for reply in replies { try tx.insert(reply) }
      }
      for (viewer, times) in [(make.viewer(ana), [7, 6, 5]), (make.viewer(bea), [6, 5])] {
        let met = try await desk.read { try $0.meetings(of: ana.id, limit: 9, for: viewer) }
        #expect(met.map(\.at) == times.map { make.at(Int64($0)) })
        #expect(Set(met.map(\.person)) == [rui.id])
      }
      #expect(
        try await desk.read { try $0.meetings(of: bea.id, limit: 9, for: make.viewer(ana)) } == [])
    },
  ]
}
