public import HeedModel

/// What Heed knows of one person: what passed between us, and no more.
public struct PersonView: Sendable {
  public var person: Person
  public var handles: [Handle]
  public var facts: PersonFacts
  public var conversations: Page<WaitingRow>
  public var members: [Member]
  public var theirWords: [TheirWord] = []
}

extension Desk {
  public func people(_ search: String, _ page: PageRequest, for viewer: Viewer) async throws
    -> Page<PersonRow>
  {
    try await record.read { try $0.people(search, page, for: viewer) }
  }

  public func person(_ id: ID<Person>, _ page: PageRequest, for viewer: Viewer) async throws
    -> PersonView
  {
    try await record.read { tx in
      guard let person = try tx.person(id), let facts = try tx.facts(of: id, for: viewer) else {
        throw Problem(.notFound, "Nothing of what passed with them is yours to see.")
      }
      let handles = try tx.handles(of: id)
      return PersonView(
        person: person, handles: handles, facts: facts,
        conversations: try tx.conversations(of: id, page, for: viewer),
        members: try tx.members(),
        theirWords: try tx.visibleWords(of: handles.map(\.id), for: viewer))
    }
  }
}

extension RecordReading {
  /// What they said on their side, but for what is about a conversation that the viewer may not see.
  func visibleWords(of handles: [ID<Handle>], for viewer: Viewer) throws -> [TheirWord] {
    try theirWords(of: handles).filter { word in
      try word.conversation.map { try conversation($0, for: viewer) != nil } ?? true
    }
  }
}
