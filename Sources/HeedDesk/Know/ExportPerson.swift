import Foundation
public import HeedModel

/// Everything that the desk keeps about one person, or about somebody who has no page, for them.
public struct PersonExport: Sendable {
  public var organisation: String
  public var madeAt: Instant
  /// `nil` for who never spoke to us.
  public var person: Person?
  public var handles: [Handle]
  /// What they said to us and about us, and what we said to them, oldest first.
  public var posts: [PostRow]
  public var notes: [TeamNote]
  public var theirWords: [TheirWord]
  public var holds: [LegalHold]
  public var members: [Member]
  /// Every row that tells of them, as it is stored, whichever part of the desk wrote it.
  public var tables: [StoredTable]
  /// How many posts are left out: private talk that whoever made this does not answer.
  public var hidden: Int
  /// How many team notes are left out: several people speak there, and nobody knows whom they are about.
  public var withheldNotes = 0
  /// Where they made it themselves: what their own side shows besides.
  var side: TheirSide?

  public init(
    organisation: String, madeAt: Instant, person: Person?, handles: [Handle], posts: [PostRow],
    notes: [TeamNote], theirWords: [TheirWord], holds: [LegalHold], members: [Member],
    tables: [StoredTable], hidden: Int = 0
  ) {
    self.organisation = organisation
    self.madeAt = madeAt
    self.person = person
    self.handles = handles
    self.posts = posts
    self.notes = notes
    self.theirWords = theirWords
    self.holds = holds
    self.members = members
    self.tables = tables
    self.hidden = hidden
  }
}

extension Desk {
  /// Everything about one person that the lead may see, with how much private talk is left out since others answer it
  /// (law 7).
  public func export(_ id: ID<Person>, by viewer: Viewer) async throws -> PersonExport {
    try requireLead(viewer)
    let now = clock.now()
    let exported = event(.personExported, by: viewer.member, subject: id.value)
    return try await record.write { [self] tx in
      let id = try tx.currentPerson(id) ?? id
      guard let person = try tx.person(id, for: viewer) else {
        throw Problem(.notFound, "There is nobody of this number here.")
      }
      let handles = try tx.handles(of: id, for: viewer).filter { !$0.isOurs }
      let export = try self.export(person, handles, now, viewer, tx)
      try tx.append(exported)
      return export
    }
  }

  /// One that holds for joined handles stands with each of the people that they began as.
  private static func eachOnce(_ holds: [LegalHold]) -> [LegalHold] {
    var seen: Set<Instant> = []
    return holds.filter { seen.insert($0.beginsAt).inserted }
  }

  /// A guest of a site is looked for by what is theirs alone: the site's own address would bring the other guests along.
  /// - Parameter called: further addresses of theirs.
  func export(
    _ person: Person?, _ handles: [Handle], called: [String] = [], _ now: Instant,
    _ viewer: Viewer, _ tx: any RecordReading
  ) throws -> PersonExport {
    let ids = handles.map(\.id)
    let (own, forgetting) = try ListenedPlaces(tx, self)
      .telling(of: handles, called: called, in: networks)
    var tables = try tx.rows(
      about: ids, person: person?.id, naming: forgetting.needles, for: viewer)
    let members = try tx.members()
    let stored = tables.first { $0.name == "posts" }
    let column = stored?.columns.firstIndex(of: "id")
    let postIDs = (stored?.rows ?? []).compactMap { row -> ID<Post>? in
      guard let column, case .number(let id) = row[column] else { return nil }
      return ID(id)
    }
    let posts = try tx.posts(postIDs).sorted { $0.id < $1.id }
    let authors = Dictionary(
      try tx.handles(Array(Set(posts.compactMap(\.author)))).map { ($0.id, $0) }
    ) { $1 }
    var noted = TheirNotes()
    let talks = Set(try tx.conversations(with: ids).map(\.id))
      .union(TheirNotes.conversations(in: tables))
    for talk in talks.sorted() {
      guard let conversation = try tx.conversation(talk, for: viewer) else { continue }
      let here = try TheirNotes(about: own, in: conversation, tx)
      noted.notes += here.notes
      noted.handOvers.formUnion(here.handOvers)
      noted.withheld += here.withheld
    }
    noted.keepTheirs(in: &tables)
    var export = PersonExport(
      organisation: try tx.settings().organisation, madeAt: now, person: person, handles: handles,
      posts: posts.map { post in
        PostRow(post: post, author: post.author.flatMap { authors[$0] })
      }, notes: noted.notes.sorted { $0.id < $1.id },
      theirWords: try tx.visibleWords(of: ids, for: viewer),
      holds: Self.eachOnce(try person.map { try tx.holds(of: $0.id) } ?? []), members: members,
      tables: tables,
      hidden: try tx.hiddenPosts(
        with: try person.map { try tx.handles(of: $0.id).filter { !$0.isOurs }.map(\.id) } ?? ids,
        from: viewer))
    export.withheldNotes = noted.withheld
    return export
  }
}
