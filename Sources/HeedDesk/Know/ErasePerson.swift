public import HeedModel
import Logging

extension Desk {
  /// Erases somebody: their words and whatever tells who they are leave every table, index, draft, note and file of
  /// ours. That something was there stays, and so does what we said (law 5), without what quotes or names them.
  /// - Parameter seen: the handles of whom the page told; `nil` where nobody looked at one.
  /// - Throws: `Problem(.conflict)` while a legal hold stands, and where other handles are theirs by now.
  public func erase(
    _ id: ID<Person>, seen: Set<ID<Handle>>? = nil, by viewer: Viewer
  ) async throws {
    try requireLead(viewer)
    let now = clock.now()
    let uploads = try await record.write { [self] tx in
      // Who was joined to somebody goes with all of their handles.
      let id = try tx.currentPerson(id) ?? id
      guard let person = try tx.person(id), person.erasedAt == nil,
        try tx.person(id, for: viewer) != nil
      else {
        throw Problem(.notFound, "There is nobody here who could be erased.")
      }
      let handles = try tx.handles(of: id).filter { !$0.isOurs }
      guard seen.map({ $0 == Set(handles.map(\.id)) }) ?? true else {
        throw Problem(
          .conflict,
          "Somebody joined or parted their handles meanwhile. Look once more at who would be erased."
        )
      }
      return try Erasing(desk: self, tx: tx, now: now).erase(
        handles, person: person, by: viewer.member)
    }
    try await cleanAfterErasing(uploads)
  }

  /// Who would be erased: their handles, and whether others spoke in what they began, so that notes about these go too.
  public func erasing(_ id: ID<Person>, by viewer: Viewer) async throws -> (
    person: Person, handles: [Handle], isAmongOthers: Bool, hold: LegalHold?
  ) {
    try requireLead(viewer)
    let now = clock.now()
    return try await record.read { tx in
      guard let person = try tx.person(id, for: viewer), person.erasedAt == nil else {
        throw Problem(.notFound, "There is nobody here who could be erased.")
      }
      let handles = try tx.handles(of: tx.currentPerson(id) ?? id).filter { !$0.isOurs }
      let own = Set(handles.map(\.id))
      let isAmongOthers = try tx.conversations(with: handles.map(\.id)).contains { conversation in
        guard conversation.handle.map(own.contains) ?? false else { return false }
        return try tx.records(of: conversation.id).posts.contains {
          $0.direction != .ours && !($0.by.map(own.contains) ?? true)
        }
      }
      return (person, handles, isAmongOthers, try tx.holds(of: id).last { $0.stands(at: now) })
    }
  }

  /// What lies outside the record goes as well; what a crash leaves of it, the desk's cleaning takes.
  func cleanAfterErasing(_ drafted: [ID<Upload>]) async throws {
    await answered.forget()
    await asked.forget()
    for id in drafted {
      try await uploads.remove(id.description)
      try await record.write { try $0.deleteUpload(id) }
    }
    try await fetched.clean(record)
  }

  /// Has the database's own files let go of what was erased. Looked at by the desk's cleaning, so that a crash only
  /// delays it.
  public func purgeErased() async throws {
    let waiting = try await record.read { try $0.unpurged() }
    guard !waiting.isEmpty else { return }
    try await record.forgetErasedTerms()
    try await fetched.clean(record)
    try await record.purge()
    let now = clock.now()
    try await record.write { tx in
      for erasure in waiting { try tx.setPurged(erasure.id, at: now) }
    }
    // What was just written is the first of a new log.
    try await record.purge()
  }

  /// Erases those who asked for it while a legal hold stood that is over now.
  func keepWishesToBeForgotten() async throws {
    let now = clock.now()
    let wishes = try await record.read { try $0.wishesToBeForgotten() }
    for wish in wishes {
      let uploads = try await record.write { [self] tx -> [ID<Upload>]? in
        guard let handle = try tx.handles([wish.handle]).first, !handle.isErased else {
          try tx.end(wish.id, at: now)
          return nil
        }
        let erasing = Erasing(desk: self, tx: tx, now: now)
        guard try erasing.hold(on: [handle]) == nil else { return nil }
        try tx.end(wish.id, at: now)
        return try erasing.erase([handle], person: nil, by: nil)
      }
      if let uploads { try await cleanAfterErasing(uploads) }
    }
  }
}
