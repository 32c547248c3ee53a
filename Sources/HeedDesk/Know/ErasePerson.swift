public import HeedModel
import Logging

extension Desk {
  /// Erases somebody: their words and whatever tells who they are leave every table, index, draft, note and file of
  /// ours. That something was there stays, and so does what we said (law 5), without what quotes or names them.
  /// - Throws: `Problem(.conflict)` while a legal hold stands.
  public func erase(_ id: ID<Person>, by viewer: Viewer) async throws {
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
      return try Erasing(desk: self, tx: tx, now: now).erase(
        handles, person: person, by: viewer.member)
    }
    try await cleanAfterErasing(uploads)
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
