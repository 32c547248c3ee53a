import HeedModel
import HeedTesting

/// Every list of the record's port, asked as the desk asks it.
struct Lists: Sendable {
  struct List: Sendable {
    var name: String
    /// Whether it may sort the stretch of time that it is asked for.
    var sorts = false
    var ask: @Sendable (any RecordReading) throws -> Int
  }

  let all: [List]

  init(_ seed: Seed) {
    let lead = Viewer(member: seed.members[0].id, role: .lead)
    let observer = Viewer(member: seed.members[5].id, role: .observer)
    let start = seed.end - .days(2)
    let middle = PageRequest(after: String(ID<Post>.first(at: seed.end - .hours(30)).value))
    let page = PageRequest()
    let topic = seed.topics[3].id
    var lists: [List] = []
    func add(_ name: String, _ ask: @escaping @Sendable (any RecordReading) throws -> Int) {
      lists.append(List(name: name, ask: ask))
    }

    for (who, viewer) in [("lead", lead), ("observer", observer)] {
      add("heard, \(who)") { try $0.heard(HeardFilter(), page, for: viewer).rows.count }
      add("the waiting line, \(who)") { try $0.waiting(page, for: viewer).rows.count }
      add("people, \(who)") { try $0.people("", page, for: viewer).rows.count }
      add("events, \(who)") {
        try $0.events(after: .first(at: start), limit: 200, for: viewer).count
      }
    }
    add("first answers") { try $0.firstAnswers(since: start, limit: 200).count }
    add("heard, a later page") { try $0.heard(HeardFilter(), middle, for: lead).rows.count }
    add("heard, by source") {
      try $0.heard(HeardFilter(source: seed.source.id), page, for: lead).rows.count
    }
    add("heard, by language and tone") {
      try $0.heard(HeardFilter(language: "pt", tone: .negative), page, for: lead).rows.count
    }
    add("heard, to us") { try $0.heard(HeardFilter(direction: .toUs), page, for: lead).rows.count }
    add("heard, spam") { try $0.heard(HeardFilter(kind: .spam), page, for: lead).rows.count }
    add("what somebody wrote") { tx in
      let author = try tx.heard(HeardFilter(), page, for: lead).rows.last?.post.author ?? ID(0)
      return try tx.posts(by: author, before: nil, limit: 200).count
    }
    add("the last change of a topic") { try $0.lastTopicEvent() == nil ? 0 : 1 }
    add("matches of a topic") { try $0.matches(of: topic, page, for: lead).rows.count }
    add("counts of topics") { try $0.topicCounts(since: start, for: lead).count }
    add("counts of topics, observer") { try $0.topicCounts(since: start, for: observer).count }
    add("volume of a source") {
      try $0.volume(
        HeardFilter(source: seed.source.id), from: start, bucket: .hours(1), for: lead
      ).count
    }
    add("volume of a topic") {
      try $0.volume(HeardFilter(topic: topic), from: start, bucket: .hours(1), for: lead).count
    }
    add("volume of two days") {
      try $0.volume(HeardFilter(), from: start, bucket: .hours(1), for: lead).count
    }
    add("tally of two days") {
      try $0.tally(HeardFilter(), from: start, bucket: .hours(1)).count
    }
    add("tally of a topic") {
      try $0.tally(HeardFilter(topic: topic), from: start, bucket: .hours(24)).count
    }
    for part in [TallyPart.network, .language, .kind] {
      add("tally of a topic, by \(part)") {
        try $0.tally(HeardFilter(topic: topic), by: part, from: start).count
      }
    }
    add("how busy an hour is, each topic") { try $0.busy(in: seed.end, least: 1).count }
    add("the hours of a topic") { try $0.hours(of: topic, from: start).count }
    add("the hours of all") { try $0.hours(of: nil, from: start).count }
    add("standing spikes") { try $0.standingSpikes().count }
    add("spikes of a topic") { try $0.spikes(of: topic, limit: 20).count }
    add("words of all, a day") {
      try $0.spoken(of: nil, from: seed.end - .days(1), before: seed.end, limit: 4_000).count
    }
    add("words of a topic, a day") {
      try $0.spoken(of: topic, from: seed.end - .days(1), before: seed.end, limit: 4_000).count
    }
    add("words of the past, four hours") {
      try $0.spoken(of: nil, from: start - .hours(4), before: start, limit: 48).count
    }
    for (what, topic) in [("heard", nil), ("of a topic", topic)] {
      add("the first said, \(what)") {
        try $0.firstSpoken(
          of: topic, from: seed.end - .days(1), before: seed.end, limit: 3
        ).count
      }
    }
    add("shares of voice") { try $0.voices(from: seed.end - .days(30)).count }
    add("earlier queries of a topic") { try $0.earlier(of: topic).count }
    add("how much topics share") { tx in
      try tx.caught(among: tx.heard(HeardFilter(), page, for: lead).rows.map(\.id)).count
    }
    add("waiting, how many") { try $0.waitingCount(for: lead) }
    add("waiting, how many people") { try $0.waitingPeople(for: lead) }
    for state in ConversationState.allCases {
      add("conversations, \(state)") { try $0.conversations(state, page, for: lead).rows.count }
    }
    add("what asks about us") { try $0.asksAboutUs(since: start, page, for: lead).rows.count }
    add("what came back") { try $0.cameBack(to: lead, page).rows.count }
    add("what came back, how many") { try $0.cameBackCount(to: lead) }
    add("whether anything came back") { tx in
      guard let row = try tx.waiting(page, for: lead).rows.last else { return 0 }
      return try tx.hasCameBack(in: row.id, to: lead.member) ? 1 : 0
    }
    add("handed to a member") { try $0.handedTo(lead).count }
    add("troubled replies") { try $0.troubledReplies(for: lead).count }
    add("the next delivery") { try $0.nextDue() == nil ? 0 : 1 }
    add("whose words a hold keeps") { tx in
      let posts = Array(try tx.heard(HeardFilter(), page, for: lead).rows.map(\.id))
      let handles = try tx.posts(posts).compactMap(\.author)
      return try tx.heldWords(of: posts).count + tx.held(handles, at: seed.end).count
        + tx.holds(on: handles).count + tx.formerNames(of: handles).count
        + tx.handles(called: ["@nobody@there.example"]).count
    }
    add("people by name") { try $0.people("person 1", page, for: lead).rows.count }
    add("audit") { try $0.audit(page, kinds: [], for: lead).rows.count }
    add("audit of members") {
      try $0.audit(ofMembersAnd: EventKind.notedWithoutMember, page, for: lead).rows.count
    }
    add("audit of two kinds") {
      try $0.audit(page, kinds: [.claimed, .imported], for: lead).rows.count
    }
    add("a conversation's page") { tx in
      guard let row = try tx.waiting(page, for: lead).rows.last else { return 0 }
      let id = row.id
      let thread = try tx.thread(id, for: lead)
      let counts = [
        try tx.notes(of: id, for: lead).count, try tx.handOvers(of: id, for: lead).count,
        try tx.closures(of: id).count, try tx.snoozes(of: id).count,
        try tx.replies(in: id, for: lead).count, try tx.events(of: id, kinds: [], for: lead).count,
        try tx.events(of: id, kinds: [.closed, .reopened, .takenUp], for: lead).count,
        try tx.takenUpAt(of: id) == nil ? 0 : 1, try tx.firstToUs(in: id) == nil ? 0 : 1,
        try tx.revisions(of: thread.map(\.id)).count,
        try tx.promises(in: id, for: lead).count, try tx.records(of: id).posts.count,
      ]
      return counts.reduce(thread.count, +)
    }
    add("what was answered, from where the newest begin") { tx in
      guard let from = try tx.answer(before: 20) else { return 0 }
      return try tx.answers(after: from, limit: 20).count
    }
    lists.append(
      List(name: "what was asked, newest and oldest", sorts: true) { tx in
        let newest = try tx.asked(before: (at: seed.end + .days(2), ID(.max)), limit: 20)
        guard let last = newest.last else { return 0 }
        return try newest.count
          + tx.asked(after: (at: last.at, last.conversation), limit: 20).count
      })
    add("a person's page") { tx in
      guard let person = try tx.people("", page, for: lead).rows.last?.id else { return 0 }
      return try tx.conversations(of: person, page, for: lead).rows.count
        + (tx.facts(of: person, for: lead)?.conversations ?? 0) + tx.handles(of: person).count
    }
    Self.addKnow(seed, lead, page, &lists)
    for (name, terms) in [
      ("everywhere", SearchTerms.term("words")), ("in a tenth", .term("tenth3")),
      ("in a hundredth", .term("hundredth42")), ("rare", .term("rare")),
      ("nowhere", .term("nowhere")), ("two words", .and([.term("tenth3"), .term("hundredth43")])),
      ("a choice", .or([.term("rare"), .term("w17")])), ("a prefix", .prefix("hundredth1")),
      ("without words", .all),
    ] {
      add("search, \(name)") {
        try $0.candidates(StoredSearch(terms), before: nil, limit: 50, for: lead).rows.count
      }
      add("search, \(name), in a rare language") {
        try $0.candidates(
          StoredSearch(terms, languages: ["tlh"]), before: nil, limit: 50, for: lead
        ).rows.count
      }
    }
    add("search, by author") { tx in
      var search = StoredSearch(.all)
      search.authors = Set(
        try tx.heard(HeardFilter(), page, for: lead).rows.prefix(3).compactMap(\.author?.id))
      return try tx.candidates(search, before: nil, limit: 50, for: lead).rows.count
    }
    lists.append(
      List(name: "posts to look at again", sorts: true) {
        try $0.postsToRecheck(of: seed.source.id, at: seed.end + .days(1), limit: 40).count
      })
    add("the next count") { try $0.nextCountAt() == nil ? 0 : 1 }
    add("what was counted, and who reacted") { tx in
      guard let post = try tx.heard(HeardFilter(direction: .ours), page, for: lead).rows.first
      else { return 0 }
      return try tx.counts(of: post.id).count
        + tx.reactors(to: post.id, limit: .max, for: lead).count
        + tx.answers(to: post.id, for: lead).count + (tx.answersOthers(post.id) ? 1 : 0)
        + (tx.countPlan(of: post.id) == nil ? 0 : 1)
    }
    lists.append(
      List(name: "counted readers", sorts: true) {
        try $0.countedViews(on: seed.account.network, limit: 200).count
      })
    add("posts whose time is over") {
      try $0.postsExpired(at: seed.end, limit: 500).count
    }
    for (name, list) in [("own", PromiseList.own), ("others'", .others), ("ended", .ended)] {
      add("promises, \(name)") { try $0.promises(list, page, for: lead).rows.count }
    }
    add("replies to remember") {
      try $0.repliesToRemember(since: seed.end - .days(365), limit: 500).count
    }
    // Of so many of each band those first that are in most.
    lists.append(
      List(name: "replies alike", sorts: true) {
        try $0.repliesAlike(bands: [1, 2, 3], each: 60, limit: 120, for: lead).count
      })
    add("promises that are due") { try $0.promisesDue(before: seed.end, limit: 500).count }
    add("the count of promises that are due") { try $0.promisesDueCount(at: seed.end, for: lead) }
    add("promises that are late") { try $0.promisesLate(at: seed.end, limit: 500).count }
    add("snoozes that ended") { try $0.snoozesEnded(at: seed.end, limit: 50).count }
    for (who, viewer) in [("lead", lead), ("observer", observer)] {
      add("mistakes, \(who)") { try $0.mistakes(page, for: viewer).rows.count }
      add("open mistakes, \(who)") {
        try $0.openMistakes(for: viewer) + $0.openMistakes(page, for: viewer).rows.count
      }
      add("mistakes in posts and what mended them, \(who)") { tx in
        let posts = try tx.heard(HeardFilter(), page, for: viewer).rows.map(\.id)
        let mistakes = try tx.mistakes(in: posts, for: viewer).map(\.id)
        return try mistakes.count + tx.corrections(of: mistakes + [ID(1)]).count
          + tx.reopenings(of: mistakes + [ID(1)]).count
          + tx.corrections(deliveredAs: posts).count
          + tx.unsettled(.edit, of: posts.first ?? ID(1)).count
      }
      add("whom a mistake touched, \(who)") { tx in
        guard let row = try tx.heard(HeardFilter(), page, for: viewer).rows.last else { return 0 }
        let handles = [row.post.author].compactMap { $0 }
        return try tx.quotes(of: row.id, limit: 50, for: viewer).count
          + tx.reactors(to: row.id, limit: 500, for: viewer).count
          + tx.spoken(by: handles, since: start, limit: 20, for: viewer).count
      }
      add("mistakes near somebody, \(who)") { tx in
        guard let row = try tx.heard(HeardFilter(), page, for: viewer).rows.last else { return 0 }
        return try tx.mistakes(
          near: [row.post.author].compactMap { $0 }, limit: 20, for: viewer
        ).count
      }
    }
    add("public deeds") { try $0.publishedDeeds(page).rows.count }
    add("deeds of a wish and who wished it in public") { tx in
      let wishes = try tx.wishes(WishFilter(isOpen: false), page, for: lead).rows
      return try wishes.reduce(0) {
        try $0 + tx.publishedDeeds(of: $1.id).count + tx.publicPeople(of: $1.id)
      }
    }
    add("public corrections") { try $0.publishedCorrections(page).rows.count }
    for (who, viewer) in [("lead", lead), ("observer", observer)] {
      add("what arrived of one's own, \(who)") { try $0.delivered(by: viewer, page).rows.count }
      add("looks that wait and that were answered, \(who)") {
        try $0.secondLooks(askedOf: viewer).count + $0.secondLooks(answeredFor: viewer).count
      }
    }
    add("looks at a draft") {
      try $0.secondLooks(of: ID(1), by: lead.member).count + $0.strandedSecondLooks(limit: 50).count
    }
    add("who mended a post") { tx in
      try tx.editors(of: tx.heard(HeardFilter(), page, for: lead).rows.last?.id ?? ID(1)).count
    }
    add("own drafts in some conversations") {
      try $0.drafts(by: lead.member, in: [ID(1), ID(2), ID(3)]).count
    }
    add("old drafts") { try $0.draftsSaved(before: seed.end, limit: 50).count }
    add("orphaned uploads") { try $0.orphanUploads(before: seed.end, limit: 50).count }
    add("what people said on their side, lately") {
      try $0.theirWords(since: start, for: observer).count
    }
    add("letters and codes of proofs") {
      try $0.proofs(codes: [[1], [2]], now: seed.end).count
        + $0.lettersDue(now: seed.end, limit: 20).count + $0.handles(showing: ["x"]).count
    }
    add("wishes, holds and restrictions") {
      try $0.wishesToBeForgotten().count + $0.holds(of: ID(1)).count + $0.unpurged().count
        + $0.restrictions(of: ID(1)).count
    }
    add("a member's voice") {
      try $0.replies(by: seed.members[0].id, limit: 10, for: lead).count
    }
    lists.append(
      List(name: "conversations with somebody", sorts: true) { tx in
        let handle = try tx.waiting(page, for: lead).rows.first?.handle?.id ?? ID(0)
        return try tx.conversations(with: [handle]).count
      })
    add("what concerns a member") { try $0.tellings(page, for: lead).rows.count }
    add("what concerns an observer") { try $0.tellings(page, for: observer).rows.count }
    add("what concerns a member, how many") { try $0.unseenTellings(for: lead) }
    let kinds = Set(TellingKind.allCases)
    add("what no mail tells yet") {
      try $0.unmailedTellings(kinds, until: seed.end, for: lead, limit: 50).count
    }
    add("what no push tells yet") { try $0.unpushedTellings(kinds, for: lead, limit: 50).count }
    add("what a mail tells") { try $0.tellings(in: ID<MailDigest>(5), for: lead).count }
    add("what a push tells") { try $0.tellings(in: ID<PushBundle>(5), for: lead).count }
    add("what is told about a conversation") { tx in
      let row = try tx.waiting(page, for: lead).rows.last
      return try tx.openTellings(about: row?.id.value ?? 0).count
    }
    add("who answered a person") { tx in
      guard let person = try tx.people("", page, for: lead).rows.last?.id else { return 0 }
      return try tx.membersWhoAnswered(person).count
    }
    add("whether somebody spoke before") { tx in
      let row = try tx.waiting(page, for: lead).rows.last
      guard let row, let handle = row.handle?.id else { return 0 }
      return try tx.spokeBefore(handle, than: row.id) ? 1 : 0
    }
    add("whether somebody is known") { tx in
      let author = try tx.waiting(page, for: lead).rows.last?.post?.author ?? ID(0)
      return try tx.isAcquainted(author) ? 1 : 0
    }
    for (who, viewer) in [("lead", lead), ("observer", observer)] {
      add("what is put aside, \(who)") {
        try $0.conversations(.putAside, page, for: viewer).rows.count
      }
      add("how many are put aside, \(who)") { try $0.conversationCount(.putAside, for: viewer) }
    }
    add("mails that are due") { try $0.digestsDue(at: seed.end, limit: 20).count }
    add("mails in trouble") { try $0.troubledDigests(of: lead.member).count }
    add("the last mail") { try $0.lastDigest(of: lead.member) == nil ? 0 : 1 }
    add("pushes that are due") { try $0.pushesDue(at: seed.end, limit: 50).count }
    all = lists
  }
}
