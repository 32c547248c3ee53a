import HeedModel
import HeedTesting

extension Lists {
  /// People, their handles, and what they wish for.
  static func addKnow(_ seed: Seed, _ lead: Viewer, _ page: PageRequest, _ lists: inout [List]) {
    func add(_ name: String, _ ask: @escaping @Sendable (any RecordReading) throws -> Int) {
      lists.append(List(name: name, ask: ask))
    }
    @Sendable func someone(_ tx: any RecordReading) throws -> (ID<Person>, [ID<Handle>]) {
      guard let person = try tx.people("", page, for: lead).rows.last?.id else {
        return (ID(0), [])
      }
      return (person, try tx.handles(of: person).map(\.id))
    }
    // Of wishes there are as many as members gathered by hand; what they say is counted each time.
    func addSorting(_ name: String, _ ask: @escaping @Sendable (any RecordReading) throws -> Int) {
      lists.append(List(name: name, sorts: true, ask: ask))
    }
    add("people who wait") { try $0.people(.waiting, "", page, for: lead).rows.count }
    add("people who wait, by name") {
      try $0.people(.waiting, "person", page, for: lead).rows.count
    }
    add("people who were promised something") {
      try $0.people(.promised, "", page, for: lead).rows.count
    }
    addSorting("facts of those who joined in with what others began") { tx in
      try tx.people(.quiet(before: seed.end), "", page, for: lead).rows.reduce(0) { sum, row in
        try sum + (tx.facts(of: row.id, for: lead)?.spoke ?? 0)
      }
    }
    add("people not heard from, by name") {
      try $0.people(.quiet(before: seed.end), "person 1", page, for: lead).rows.count
    }
    add("people not heard from") {
      try $0.people(.quiet(before: seed.end - .hours(20)), "", page, for: lead).rows.count
    }
    lists.append(
      List(name: "what the team said where no words of theirs are left", sorts: true) {
        try $0.talksWithoutTheirWords(at: seed.end, after: ID(0), limit: 50).count
      })
    add("people of whom no words are left") { tx in
      let known = try tx.people(knownBefore: seed.end, after: ID(0), limit: 50)
      return known.count + (try tx.quiet(among: known, since: seed.end, at: seed.end).count)
    }
    add("a person as a viewer knows them") { tx in
      let (person, handles) = try someone(tx)
      return try tx.handles(of: person, for: lead).count
        + (tx.person(person, for: lead) == nil ? 0 : 1) + tx.joins(of: handles).count
        + (tx.currentPerson(person) == nil ? 0 : 1)
        + tx.words(of: handles, limit: 50, for: lead).count
        + tx.exchanges(with: person, since: seed.end - .days(900), for: lead).count
    }
    addSorting("what somebody said in private") { tx in
      try tx.privateWords(with: someone(tx).0, newest: 50, for: lead).count
    }
    add("what somebody said in public elsewhere") { tx in
      try tx.publicWords(of: someone(tx).0, besides: ID(0), newest: 50, for: lead).count
    }
    add("handles by what they gave") { tx in
      let (_, handles) = try someone(tx)
      return try tx.handles(withPages: ["https://there.example/a"]).count
        + tx.handles(addressed: ["@nobody"]).count + tx.handles(movedTo: handles).count
        + tx.evidence(pointingTo: ["https://there.example/a"]).count
    }
    add("whom a member met") {
      try $0.meetings(of: seed.members[1].id, limit: 50, for: lead).count
    }
    // Of mistakes, too, there are as many as members marked by hand.
    addSorting("people whom a mistake touched") {
      try $0.people(.wronged, "", page, for: lead).rows.count
    }
    addSorting("wishes") { try $0.wishes(WishFilter(), page, for: lead).rows.count }
    addSorting("causes, settled") {
      try $0.wishes(WishFilter(kind: .cause, isOpen: false), page, for: lead).rows.count
    }
    addSorting("one wish") { tx in
      try tx.voices(of: ID(1), toldSince: seed.end, page, for: lead).rows.count
        + tx.changes(of: ID(1)).count + tx.counted(with: ID(1)).count
        + tx.wishJoins(into: [ID(1)]).count + (tx.wish(ID(1), for: lead)?.people ?? 0)
    }
    addSorting("wishes of a person and from a conversation") { tx in
      let (person, _) = try someone(tx)
      return try tx.wishes(of: person, for: lead).count
        + tx.wishes(from: ID(1), for: lead).count
    }
    addSorting("wishes by their words") { try $0.wishTerms(limit: 500).count }
    addSorting("what they see on their side") { tx in
      let (_, handles) = try someone(tx)
      return try tx.promises(madeTo: handles).count + tx.wishes(voicedBy: handles).count
    }
    addSorting("what they liked, and who handed on what") { tx in
      let (_, handles) = try someone(tx)
      return try tx.reactions(by: handles, limit: 200).count + tx.reactionCount(by: handles)
        + tx.postsAboutUs(by: handles, limit: 200).count + tx.countAboutUs(by: handles)
        + tx.handOvers(of: ID(1)).count
    }
    addSorting("what they said of wishes and of posts") { tx in
      let (_, handles) = try someone(tx)
      return try tx.voices(of: ID(1), by: handles).count
        + tx.theirWords(of: [ID(1), ID(2)], for: lead).count
    }
    add("mistakes that touched somebody, and those of a member") { tx in
      let (_, handles) = try someone(tx)
      guard let post = try tx.heard(HeardFilter(), page, for: lead).rows.last?.id else { return 0 }
      return try tx.mistakes(touching: handles).count
        + tx.mistakes(by: seed.members[1].id, limit: 50, for: lead).count
        + (tx.anyReacted(handles, to: post) ? 1 : 0)
        + (tx.anyQuoted(handles, post, until: nil) ? 1 : 0) + tx.countMoments(of: post).count
    }
    for kind in Wish.Kind.allCases {
      add("what presses, \(kind)") { tx in
        let found = try tx.pressing(kind, since: seed.end - .days(90), limit: 1_000)
        return try tx.ungathered(found.prefix(60).map(\.post)).count
      }
    }
    addSorting("what was gathered from many conversations") { tx in
      let talks = try tx.heard(HeardFilter(), page, for: lead).rows.map(\.post.conversation)
      return try tx.wishes(fromAny: talks, for: lead).count
    }
    addSorting("you said, we did") { try $0.saidAndDone(limit: 50).count }
  }
}
