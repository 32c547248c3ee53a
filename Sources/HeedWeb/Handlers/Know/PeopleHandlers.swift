import HeedDesk
import HeedModel

extension Call {
  func people() async throws -> Answer {
    let search = query["q"] ?? ""
    let found = try await desk.people(search, pageRequest(), for: viewer)
    return .page(
      PeopleScreen(
        rows: found.rows.map { row in
          PersonRow(
            id: row.person.id,
            who: Who(name: row.person.name, address: row.handles.first?.address ?? ""),
            network: row.handles.first?.network ?? NetworkName(""), lastAt: row.lastWordsAt,
            conversations: row.conversations)
        }, query: search, next: found.next))
  }

  func person() async throws -> Answer { try await person(id(), problem: nil) }

  /// - Parameter problem: what stood against something that was asked for.
  func person(_ id: ID<Person>, problem: Problem?) async throws -> Answer {
    let view = try await desk.person(id, pageRequest(), for: viewer)
    let names = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    var aside = PersonAside(
      person: view.person, handles: view.handles, facts: view.facts, colleagues: names, call: self)
    aside.theirWords = view.theirWords
    var screen = PersonScreen(
      aside: aside, conversations: view.conversations.rows.map { EarlierConversation($0) },
      knownBy: [aside.lastWith].compactMap { $0 })
    let now = page.now
    let hold = try await desk.record.read { try $0.holds(of: id).last { $0.stands(at: now) } }
    screen.erasedAt = view.person.erasedAt
    screen.rights = PersonRights(
      person: id, doNotContact: view.person.doNotContact, hold: hold,
      heldBy: hold.flatMap { names[$0.by]?.name } ?? "", problem: problem)
    return .page(screen, status: problem == nil ? 200 : 422)
  }

  func search() async throws -> Answer {
    let typed = query["q"] ?? ""
    guard !typed.isEmpty else { return .page(SearchScreen()) }
    let request = pageRequest(limit: 50)
    let tried = try await desk.tryTopic(typed, for: viewer, page: request)
    let posts = tried.posts
    return .page(
      SearchScreen(
        query: typed, rows: posts.rows.map { HeardRow($0) }, next: posts.next,
        error: tried.error.map { QueryError($0, query: typed) },
        amount: request.after == nil
          ? .of(posts.rows.map(\.post.publishedAt), goesOn: posts.next != nil, now: page.now)
          : nil,
        lookedBackTo: posts.lookedBackTo))
  }
}

extension PersonAside {
  init(
    person: Person, handles: [Handle], facts: PersonFacts, colleagues: [ID<Member>: Member],
    call: Call
  ) {
    let last = facts.answeredBy.flatMap { colleagues[$0] }
    self.init(
      person: person.id, who: Who(name: person.name, address: handles.first?.address ?? ""),
      languages: facts.languages,
      knownAs: handles.map {
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
      id: row.conversation.id, words: row.post?.text.preview(limit: 160) ?? "",
      at: row.conversation.lastPostAt, state: row.conversation.state,
      network: row.conversation.network)
  }
}
