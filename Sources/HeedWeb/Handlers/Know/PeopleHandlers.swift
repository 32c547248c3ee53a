import HeedDesk
import HeedModel

extension Call {
  func people() async throws -> Answer {
    let search = query["q"] ?? ""
    let tab = query["list"].flatMap { PeopleTab(rawValue: $0) } ?? .all
    let list: PeopleList =
      switch tab {
      case .all: .all
      case .waiting: .waiting
      case .promised: .promised
      case .wronged: .wronged
      case .quiet: .quiet(before: page.now - Desk.quietAfter)
      }
    let found = try await desk.people(search, in: list, pageRequest(), for: viewer)
    let stories = try await desk.stories(of: found.rows.compactMap(\.mistake))
    let reasons = try await reasons(of: found.rows.compactMap(\.waitsIn))
    return .page(
      PeopleScreen(
        rows: found.rows.map { row in
          var shown = PersonRow(row)
          shown.promise = row.promise.flatMap { lines(of: [PromiseRow(promise: $0)], [:]).first }
          shown.reasons = row.waitsIn.flatMap { reasons[$0] } ?? []
          shown.mistake = row.mistake.flatMap { stories[$0.id] }
          return shown
        }, tab: tab, query: search, next: found.next))
  }

  /// Why each of these waits where it waits.
  private func reasons(of conversations: [ID<Conversation>]) async throws
    -> [ID<Conversation>: [WaitingReason]]
  {
    guard !conversations.isEmpty else { return [:] }
    let viewer = try viewer
    return try await desk.record.read { tx in
      Dictionary(
        try conversations.map { ($0, try tx.conversation($0, for: viewer)?.reasons ?? []) }
      ) { $1 }
    }
  }

  func person() async throws -> Answer {
    let id: ID<Person> = try id()
    // Who was joined to somebody is found where they are now.
    let current = try await desk.currentPerson(id)
    if current != id { return .see(.person(current)) }
    return .page(try await personScreen(id))
  }

  /// - Parameter problem: what stood against something that was asked for.
  func person(_ id: ID<Person>, problem: Problem) async throws -> Answer {
    var screen = try await personScreen(id)
    screen.rights?.problem = problem
    screen.rights?.typed = form[.word]
    return .page(screen, status: 422)
  }

  private func personScreen(_ id: ID<Person>, typed: String = "", problem: Problem? = nil)
    async throws -> PersonScreen
  {
    let view = try await desk.person(id, pageRequest(), for: viewer)
    let names = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    var aside = PersonAside(
      person: view.person, handles: view.handles, facts: view.facts, colleagues: names, call: self)
    aside.touching = view.touching
    aside.wroteAgain = view.wroteAgain
    aside.theirWords = view.theirWords
    var screen = PersonScreen(
      aside: aside, conversations: view.conversations.rows.map { EarlierConversation($0) },
      knownBy: view.knownBy.compactMap { known in
        names[known.member].map {
          PersonAside.LastWith(colleague: colleague($0), at: known.last)
        }
      })
    screen.exchanged = (view.facts.spoke, view.facts.answered)
    screen.wishes = view.wishes
    screen.promises = lines(of: view.promises, names, kept: view.keepers)
    screen.inOthersTalk = view.inOthersTalk
    screen.begunBy = view.begunBy
    screen.next = view.conversations.next
    screen.joins = try await joins(view, names)
    screen.joins.typed = typed
    screen.joins.problem = problem
    screen.erasedAt = view.person.erasedAt
    screen.rights = try await rights(of: view.person, names)
    return screen
  }

  private func rights(of person: Person, _ names: [ID<Member>: Member]) async throws
    -> PersonRights
  {
    let now = page.now
    let (hold, isTheirWord) = try await desk.record.read { tx in
      (
        try tx.holds(of: person.id).last { $0.stands(at: now) },
        try person.doNotContact && tx.askedNotToWrite(person.id)
      )
    }
    var rights = PersonRights(
      person: person.id, doNotContact: person.doNotContact, hold: hold,
      heldBy: hold.flatMap { names[$0.by]?.name } ?? "", problem: nil)
    rights.isTheirWord = isTheirWord
    return rights
  }

  private func joins(_ view: PersonView, _ names: [ID<Member>: Member]) async throws -> PersonJoins
  {
    let handles = Dictionary(view.handles.map { ($0.id, $0) }) { $1 }
    let joins = view.joins.filter(\.isStanding)
    let posts = try await said(joins.map(\.evidence) + view.suggestions.map(\.evidence))
    var standing: [PersonJoins.Joined] = []
    for join in joins {
      standing.append(
        PersonJoins.Joined(
          id: join.id, one: handles[join.one]?.address ?? "",
          other: handles[join.other]?.address ?? "", evidence: shown(join.evidence, posts),
          by: join.joinedBy.map { names[$0]?.name ?? page.words.talk.somebody },
          at: join.joinedAt))
    }
    var suggested: [PersonJoins.Suggested] = []
    for found in view.suggestions {
      suggested.append(
        PersonJoins.Suggested(
          other: found.other.id, who: Who(found.other, in: page), network: found.other.network,
          mine: found.mine.address, evidence: shown(found.evidence, posts)))
    }
    var all = PersonJoins(standing: standing, suggested: suggested)
    all.apart = view.apart.map { apart in
      PersonJoins.Apart(
        id: apart.join.id, mine: apart.mine.address, other: apart.other.address,
        evidence: shown(apart.join.evidence, posts), isDeclined: apart.isDeclined,
        by: apart.join.partedBy.map { names[$0]?.name ?? page.words.talk.somebody },
        at: apart.join.partedAt ?? apart.join.joinedAt)
    }
    return all
  }

  /// The posts in which evidence was given, as far as they are the viewer's to see.
  private func said(_ evidence: [JoinEvidence]) async throws -> [ID<Post>: PostRow] {
    let viewer = try viewer
    let ids = Set(evidence.compactMap(\.post))
    guard !ids.isEmpty else { return [:] }
    return try await desk.record.read { tx in
      Dictionary(try ids.compactMap { try tx.post($0, for: viewer) }.map { ($0.id, $0) }) { $1 }
    }
  }

  private func shown(_ evidence: JoinEvidence, _ posts: [ID<Post>: PostRow]) -> PersonJoins.Shown {
    PersonJoins.Shown(
      evidence.kind, here: evidence.here, there: evidence.there,
      said: evidence.post.flatMap { posts[$0] }.map {
        .conversation($0.post.conversation, at: $0.id)
      }
    )
  }

  func joinPerson() async throws -> Answer { try await decide(.handlesJoined, desk.joinHandles) }

  func declineJoin() async throws -> Answer { try await decide(.joinDeclined, desk.declineJoin) }

  private func decide(
    _ outcome: Outcome,
    _ body: (ID<Person>, ID<Handle>, JoinEvidence.Kind, Viewer) async throws -> Void
  ) async throws -> Answer {
    let id: ID<Person> = try id()
    guard let other = form.id(.handle, of: Handle.self),
      let kind = JoinEvidence.Kind(rawValue: form[.kind])
    else { throw Problem(.invalid, said: page.words.errors.invalidText, field: "handle") }
    try await body(id, other, kind, viewer)
    return try await seeWhoIsNow(id, outcome)
  }

  /// The page of somebody, under whatever name it goes now; where that is not the name looked at, it says so.
  private func seeWhoIsNow(_ id: ID<Person>, _ outcome: Outcome) async throws -> Answer {
    let now = try await desk.currentPerson(id)
    return .see(
      .person(now), outcome == .handlesJoined && now != id ? .joinedUnderOther : outcome)
  }

  func joinByWord() async throws -> Answer {
    let id: ID<Person> = try id()
    do {
      try await desk.joinByWord(of: id, with: form[.typed], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(try await personScreen(id, typed: form[.typed], problem: problem), status: 422)
    }
    return try await seeWhoIsNow(id, .handlesJoined)
  }

  func joinAgain() async throws -> Answer {
    let now = try await desk.joinAgain(id(), by: viewer)
    // Of the page on which it was pressed: where they go by the other's name now, it says so.
    let before = form.id(.person, of: Person.self) ?? now
    return .see(.person(now), now == before ? .handlesJoined : .joinedUnderOther)
  }

  func partHandles() async throws -> Answer {
    .see(.person(try await desk.partHandles(id(), by: viewer)), .handlesParted)
  }

  func peopleToHandOver() async throws -> Answer {
    let view = try await desk.peopleToHandOver(of: id(), for: viewer)
    let names = Dictionary(view.members.map { ($0.id, $0.name) }) { $1 }
    return .page(
      PeopleToHandOverScreen(
        colleague: colleague(view.member), hasLeft: view.member.leftAt != nil,
        people: view.people.map { row in
          PeopleToHandOverScreen.Row(
            person: row.person.id,
            who: Who(name: row.person.name, address: row.handle?.address ?? ""),
            conversation: row.conversation, post: row.post, lastAt: row.lastAt,
            others: row.others.prefix(3).compactMap { names[$0.member] },
            metBy: row.metBy.flatMap { names[$0] })
        }, leftAlone: view.leftAlone))
  }

  func search() async throws -> Answer {
    let typed = query["q"] ?? ""
    guard !typed.isEmpty else { return .page(SearchScreen()) }
    let request = pageRequest(limit: 50)
    let tried = try await desk.tryTopic(typed, for: viewer, page: request)
    let posts = tried.posts
    var screen = SearchScreen(
      query: typed, rows: posts.rows.map { HeardRow($0, in: page) }, next: posts.next,
      error: tried.error.map { QueryError($0, query: typed) },
      amount: request.after == nil
        ? .of(posts.rows.map(\.post.publishedAt), goesOn: posts.next != nil, now: page.now)
        : nil,
      lookedBackTo: posts.lookedBackTo)
    let name = SearchScreen.name(in: typed)
    if request.after == nil, name.count > 1 {
      screen.people = try await desk.people(
        name, PageRequest(limit: SearchScreen.mostPeople + 1), for: viewer
      ).rows.map { PersonRow($0) }
    }
    return .page(screen)
  }
}

extension PersonRow {
  init(_ row: HeedModel.PersonRow) {
    self.init(
      id: row.person.id,
      who: Who(
        name: row.person.name, address: row.handles.first?.address ?? "",
        face: row.handles.first.flatMap { $0.picture == nil ? nil : $0.id }),
      network: row.handles.first?.network ?? NetworkName(""), lastAt: row.lastWordsAt,
      conversations: row.conversations, waitingSince: row.waitingSince)
    doNotContact = row.person.doNotContact
  }
}

extension PersonAside {
  init(
    person: Person, handles: [Handle], facts: PersonFacts, colleagues: [ID<Member>: Member],
    call: Call
  ) {
    let last = facts.answeredBy.flatMap { colleagues[$0] }
    let known = handles.filter { !$0.isErased }
    var who = Who(name: person.name, address: known.first?.address ?? "")
    if known.isEmpty, let handle = handles.first { who = Who(handle, in: call.page) }
    self.init(
      person: person.id, who: who, languages: facts.languages,
      knownAs: known.map {
        KnownAs(network: $0.network, address: $0.address, page: $0.page)
      },
      firstWordsAt: facts.firstWordsAt, conversations: facts.conversations,
      lastWith: last.flatMap { member in
        facts.answeredAt.map { LastWith(colleague: call.colleague(member), at: $0) }
      }, doNotContact: person.doNotContact)
  }
}

extension EarlierConversation {
  init(_ row: HeedModel.WaitingRow) {
    self.init(
      id: row.conversation.id, words: row.post?.previewToUs(limit: 160) ?? "",
      at: row.conversation.lastPostAt, state: row.conversation.state,
      network: row.conversation.network)
  }
}
