public import HeedModel

extension Desk {
  /// All of what their own side shows them, however old.
  /// - Throws: `Problem(.tooMany)` where one visit asks for it again and again: it reads all there is.
  public func allOfTheirSide(_ visit: Visit) async throws -> TheirSide {
    try await proofThrottle.admitFile(of: visit.id, now: clock.now())
    return try await theirSide(visit, most: .max)
  }

  /// The same as a file, in the shape of the one that a lead makes of one person. Rows as they are stored are not in it:
  /// some tell of the team or of others.
  public func exportOfTheirSide(_ visit: Visit) async throws -> PersonExport {
    let side = try await allOfTheirSide(visit)
    let organisation = try await record.read { try $0.settings().organisation }
    let authors = Dictionary(side.handles.map { ($0.id, $0) }) { $1 }
    let aboutUs = side.aboutUs.map { post in
      PostRow(post: post, author: post.author.flatMap { authors[$0] })
    }
    let said = Dictionary(
      (side.conversations.flatMap(\.posts) + aboutUs).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var export = PersonExport(
      organisation: organisation, madeAt: clock.now(), person: side.person, handles: side.handles,
      posts: said.values.sorted { $0.id < $1.id },
      notes: side.conversations.flatMap(\.notes).sorted { $0.id < $1.id },
      theirWords: side.words, holds: [side.hold].compactMap { $0 }, members: side.members,
      tables: [])
    export.withheldNotes = side.conversations.reduce(0) { $0 + $1.withheldNotes }
    export.side = side
    return export
  }
}
