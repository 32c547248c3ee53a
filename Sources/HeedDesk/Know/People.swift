public import HeedModel

/// What Heed knows of one person: what passed between us, and no more.
public struct PersonView: Sendable {
  public var person: Person
  /// Those with words that the viewer may see.
  public var handles: [Handle]
  public var facts: PersonFacts
  public var conversations: Page<WaitingRow>
  public var members: [Member]
  /// Our mistakes that touched them, newest first.
  public var touching: [MistakeStory] = []
  /// What they said to us next, after one of these was put right.
  public var wroteAgain: [ID<Mistake>: WroteAgain] = [:]
  /// Who of us knows them, best first.
  public var knownBy: [Acquaintance]
  /// Joins between handles above, those that ended included, and what may be joined yet.
  public var joins: [HandleJoin]
  public var suggestions: [JoinSuggestion]
  /// What a member decided against, the last first.
  public var apart: [ApartHandles] = []
  /// What they asked for, and what hurt them.
  public var wishes: [Wish]
  /// What we promised them, newest first.
  public var promises: [PromiseRow] = []
  /// Replies that may have kept each that is open.
  public var keepers: [ID<Promise>: [Reply]] = [:]
  /// What they said lately in conversations that others had begun, newest first.
  public var inOthersTalk: [PostRow] = []
  /// Who began these.
  public var begunBy: [ID<Conversation>: Handle] = [:]
  public var theirWords: [TheirWord] = []
}

extension Desk {
  /// Whoever was not heard from for so long is on the list of those, if nothing of ours was said to them either.
  public static let quietAfter = Duration.days(90)

  public func people(
    _ search: String, in list: PeopleList = .all, _ page: PageRequest, for viewer: Viewer
  ) async throws -> Page<PersonRow> {
    try await record.read { try $0.people(list, search, page, for: viewer) }
  }

  /// What became of mistakes that a list of people names.
  public func stories(of mistakes: [Mistake]) async throws -> [ID<Mistake>: MistakeStory] {
    let stories = try await record.read { try $0.stories(of: mistakes) }
    return Dictionary(stories.map { ($0.mistake.id, $0) }) { $1 }
  }

  /// Who they are now: themselves, or whom they were joined to.
  public func currentPerson(_ id: ID<Person>) async throws -> ID<Person> {
    try await record.read { try $0.currentPerson(id) ?? id }
  }

  public func person(_ id: ID<Person>, _ page: PageRequest, for viewer: Viewer) async throws
    -> PersonView
  {
    let now = clock.now()
    return try await record.read { [self] tx in
      guard let person = try tx.person(id, for: viewer),
        let facts = try tx.facts(of: id, for: viewer)
      else {
        throw Problem(.notFound, "Nothing of what passed with them is yours to see.")
      }
      let handles = try tx.handles(of: id, for: viewer)
      let shown = Set(handles.map(\.id))
      let joins = try tx.joins(of: handles.map(\.id))
      let suggestions =
        viewer.role.maySpeak
        ? try JoinSearch(id, holding: handles, joined: joins, viewer, networks, tx)
          .suggestions() : []
      var view = PersonView(
        person: person, handles: handles, facts: facts,
        conversations: try tx.conversations(of: id, page, for: viewer),
        members: try tx.members(),
        touching: try mistakes(touching: handles.map(\.id), for: viewer, tx),
        knownBy: try tx.acquaintances(with: id, now: now, for: viewer),
        joins: joins.filter { shown.contains($0.one) && shown.contains($0.other) },
        suggestions: suggestions,
        wishes: try tx.wishes(of: id, for: viewer),
        theirWords: try tx.visibleWords(of: handles.map(\.id), for: viewer).notTakenBack)
      view.apart = try Self.apart(from: handles, joins, for: viewer, tx)
      view.wroteAgain = try wroteAgain(
        after: view.touching, by: handles.map(\.id), for: viewer, tx)
      view.promises = try tx.promises(madeTo: handles.map(\.id), for: viewer)
      view.keepers = try Self.keepers(of: view.promises, for: viewer, tx)
      view.inOthersTalk = try tx.saidInOthersTalk(by: handles.map(\.id), for: viewer)
      view.begunBy = try tx.beginners(of: view.inOthersTalk.map(\.post.conversation))
      return view
    }
  }
}

extension RecordReading {
  /// Looked for among the last hundred posts of each handle; ten at most.
  fileprivate func saidInOthersTalk(by handles: [ID<Handle>], for viewer: Viewer) throws
    -> [PostRow]
  {
    let said = try handles.flatMap { try posts(by: $0, before: nil, limit: 100) }
      .filter { $0.direction == .toUs && $0.removedAt == nil }
    let others = Set(
      try conversations(among: Array(Set(said.map(\.conversation)))).filter { conversation in
        conversation.handle.map { !handles.contains($0) } ?? false
      }.map(\.id))
    return try said.filter { others.contains($0.conversation) }.sorted { $0.id > $1.id }
      .prefix(10).compactMap { try post($0.id, for: viewer) }
  }

  fileprivate func beginners(of talks: [ID<Conversation>]) throws -> [ID<Conversation>: Handle] {
    let talks = try conversations(among: Array(Set(talks)))
    let handles = Dictionary(try handles(talks.compactMap(\.handle)).map { ($0.id, $0) }) { $1 }
    return Dictionary(
      talks.compactMap { talk in
        talk.handle.flatMap { handles[$0] }.map { (talk.id, $0) }
      }
    ) { $1 }
  }

  /// What they said on their side, but for what is about a conversation that the viewer may not see.
  func visibleWords(of handles: [ID<Handle>], for viewer: Viewer) throws -> [TheirWord] {
    try theirWords(of: handles).filter { word in
      let isOpen = try word.conversation.map { try conversation($0, for: viewer) != nil } ?? true
      // What is private itself stays so in a conversation that began in public.
      return try isOpen && (word.post.map { try post($0, for: viewer) != nil } ?? true)
    }
  }
}
