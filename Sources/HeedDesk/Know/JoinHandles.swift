public import HeedModel

/// Two handles that a member said are not one human's, or parted.
public struct ApartHandles: Sendable, Hashable {
  /// As it ended.
  public var join: HandleJoin
  public var mine: Handle
  public var other: Handle

  /// It was never one: what was suggested was declined.
  public var isDeclined: Bool { join.partedAt == join.joinedAt }
}

extension Desk {
  /// Confirms a suggestion: from now on both handles are one human's, until they are parted. What was suggested is looked
  /// up anew, so that nothing is joined on evidence that is gone.
  public func joinHandles(
    of person: ID<Person>, with other: ID<Handle>, on kind: JoinEvidence.Kind, by viewer: Viewer
  ) async throws {
    try await decide(person, other, kind, viewer, as: .handlesJoined) { join in
      HandleJoin(
        id: join.id, join.one, join.other, evidence: join.evidence, joinedBy: viewer.member,
        joinedAt: join.joinedAt)
    }
  }

  /// Says that a suggestion is wrong: it is not made again on the same kind of evidence.
  public func declineJoin(
    of person: ID<Person>, with other: ID<Handle>, on kind: JoinEvidence.Kind, by viewer: Viewer
  ) async throws {
    try await decide(person, other, kind, viewer, as: .joinDeclined) { join in
      HandleJoin(
        id: join.id, join.one, join.other, evidence: join.evidence, joinedBy: viewer.member,
        joinedAt: join.joinedAt, partedBy: viewer.member, partedAt: join.joinedAt)
    }
  }

  private func decide(
    _ person: ID<Person>, _ other: ID<Handle>, _ kind: JoinEvidence.Kind, _ viewer: Viewer,
    as happened: EventKind, _ decided: @escaping @Sendable (HandleJoin) -> HandleJoin
  ) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      let found = try JoinSearch(person, viewer, networks, tx).suggestions()
      guard let chosen = found.first(where: { $0.other.id == other && $0.evidence.kind == kind })
      else {
        throw Problem(
          .notFound,
          "This is not suggested any more: it was decided, or what it stood on is gone. Nothing was changed."
        )
      }
      let join = decided(
        HandleJoin(
          id: newID(), chosen.mine.id, other, evidence: chosen.evidence, joinedBy: viewer.member,
          joinedAt: now))
      guard try tx.insert(join) else { return }
      try tx.append(event(happened, by: viewer.member, subject: join.id.value))
    }
  }

  /// Joins after all what a member had declined or parted, where what it stood on is still there.
  /// - Returns: whose both are now. Joining what is joined changes nothing.
  public func joinAgain(_ id: ID<HandleJoin>, by viewer: Viewer) async throws -> ID<Person> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      guard let earlier = try tx.join(id), try mayPart(earlier, tx, viewer),
        let person = try tx.handles([earlier.one]).first?.person
      else { throw Problem(.notFound, "Nothing of what passed with them is yours to see.") }
      let standing = try tx.joins(of: [earlier.one]).contains {
        $0.isStanding && $0.connects(earlier.one, earlier.other)
      }
      if standing { return person }
      let found = try JoinSearch(person, viewer, networks, tx).suggestions(again: earlier)
      guard let chosen = found.first else {
        throw Problem(
          .conflict,
          "What it stood on is gone, or they are one human by another way already. Nothing was changed."
        )
      }
      let join = HandleJoin(
        id: newID(), earlier.one, earlier.other, evidence: chosen.evidence,
        joinedBy: viewer.member, joinedAt: now)
      guard try tx.insert(join) else { return person }
      try tx.append(event(.handlesJoined, by: viewer.member, subject: join.id.value))
      return try tx.handles([join.one]).first?.person ?? person
    }
  }

  /// Handles that were held against theirs and are not theirs by what a member decided: each with the last decision.
  static func apart(
    from mine: [Handle], _ joins: [HandleJoin], for viewer: Viewer, _ tx: any RecordReading
  ) throws -> [ApartHandles] {
    let own = Dictionary(mine.map { ($0.id, $0) }) { $1 }
    var last: [ID<Handle>: HandleJoin] = [:]
    for join in joins where !join.isStanding {
      for (here, there) in [(join.one, join.other), (join.other, join.one)]
      where own[here] != nil && own[there] == nil { last[there] = join }
    }
    return try last.sorted { $0.value.id > $1.value.id }.compactMap { there, join in
      guard let other = try tx.handle(there, for: viewer), !other.isErased,
        let here = own[join.end(beside: there)]
      else { return nil }
      return ApartHandles(join: join, mine: here, other: other)
    }
  }

  /// Joins a handle on their own word, as a member heard it. Where a post of theirs names it, that post is kept as the
  /// evidence.
  /// - Parameter typed: what they are called where they speak: `@ana@bolha.example`, `ana@mail.example`.
  public func joinByWord(of person: ID<Person>, with typed: String, by viewer: Viewer) async throws
  {
    try requireVoice(viewer)
    let typed = Self.trimmed(typed)
    let now = clock.now()
    try await record.write { [self] tx in
      let mine = try tx.handles(of: person, for: viewer)
      guard let first = mine.first else {
        throw Problem(.notFound, "Nothing of what passed with them is yours to see.")
      }
      let other = try Self.named(typed, beside: person, tx, viewer)
      let post = try Self.saying(other, among: mine, tx, viewer)
      let join = HandleJoin(
        id: newID(), post?.author ?? first.id, other.id,
        evidence: JoinEvidence(.word, post: post?.id), joinedBy: viewer.member, joinedAt: now)
      guard try tx.insert(join) else { return }
      try tx.append(event(.handlesJoined, by: viewer.member, subject: join.id.value))
    }
  }

  private static func named(
    _ typed: String, beside person: ID<Person>, _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> Handle {
    let bare = Handle.bare(typed)
    guard !bare.isEmpty else {
      throw Problem(
        .invalid, "Type what they are called there, with its place.", field: "typed")
    }
    let all = try tx.handles(addressed: ["@" + bare, bare]).filter {
      try !$0.isOurs && tx.handle($0.id, for: viewer) != nil
    }
    let found = all.filter { $0.person != person }
    guard let handle = found.first else {
      throw Problem(
        .invalid,
        all.isEmpty
          ? "Nobody who spoke to you is called \(typed). Only who spoke to you has a page to join."
          : "\(typed) is theirs already.", field: "typed")
    }
    guard found.count == 1 else {
      throw Problem(
        .invalid, "More than one place has somebody called \(typed). Nothing was joined.",
        field: "typed")
    }
    return handle
  }

  /// How many of their newest words are looked through for a name.
  private static let wordsLookedAt = 200

  /// A post in which they name the handle: its address, or its page.
  private static func saying(
    _ other: Handle, among mine: [Handle], _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> Post? {
    let address = AskedAddress(other.address).bare
    let page = other.page?.lowercased()
    // A name without its place, `will` or `@ana`, is anybody's: there it counts as a mention by its page alone.
    let hasPlace = address.contains("@") || address.contains(".")
    return try tx.words(of: mine.map(\.id), limit: wordsLookedAt, for: viewer).first { post in
      let said = ([post.text.plain] + post.text.links).joined(separator: " ").lowercased()
      if let page, !page.isEmpty, said.holds(name: page) { return true }
      return post.text.mentions.contains { mention in
        mention.to.map { $0.lowercased() == page } ?? false
          || hasPlace && AskedAddress(mention.handle).bare == address
      } || hasPlace && !address.isEmpty && said.holds(name: address)
    }
  }

  /// What a member may not see is not told of; whoever moved may not have spoken from the new place yet.
  private func mayPart(_ join: HandleJoin, _ tx: any RecordReading, _ viewer: Viewer) throws -> Bool
  {
    let seen = try [join.one, join.other].map { try tx.handle($0, for: viewer) != nil }
    return join.evidence.kind == .moved ? seen.contains(true) : !seen.contains(false)
  }

  /// Ends a join: what hung together through it alone is two again, each with all that is theirs.
  public func partHandles(_ id: ID<HandleJoin>, by viewer: Viewer) async throws -> ID<Person> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      guard let join = try tx.join(id),
        let person = try tx.handles([join.one]).first?.person,
        try mayPart(join, tx, viewer)
      else { throw Problem(.notFound, "Nothing of what passed with them is yours to see.") }
      guard join.isStanding else { return person }
      try tx.end(id, by: viewer.member, at: now)
      try tx.append(event(.handlesParted, by: viewer.member, subject: id.value))
      return try tx.handles([join.one, join.other]).compactMap(\.person).min() ?? person
    }
  }
}

extension String {
  /// Whether a name stands in it that does not go on before or behind: `joana@there` does not name `ana@there`.
  fileprivate func holds(name: String) -> Bool {
    func goesOn(_ sign: Character?) -> Bool {
      sign.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" } ?? false
    }
    return ranges(of: name).contains { range in
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let behind = range.upperBound == endIndex ? nil : self[range.upperBound]
      return !goesOn(before) && before != "." && !goesOn(behind)
    }
  }
}
