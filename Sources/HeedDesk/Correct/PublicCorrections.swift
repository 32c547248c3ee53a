public import HeedModel

extension Desk {
  private static let longest = 1_000

  /// Corrections as everybody may read them, newest first.
  /// - Throws: `Problem(.notFound)` while no lead has turned them on.
  public func publicCorrections(_ page: PageRequest) async throws -> Page<PublishedCorrection> {
    try await record.read { tx in
      guard try tx.settings().publishesCorrections else {
        throw Problem(.notFound, "Corrections are not public here.")
      }
      let found = try tx.publishedCorrections(page)
      return Page(rows: try found.rows.map { try Self.shown($0, tx) }, next: found.next)
    }
  }

  /// With how long it stood, and without the way to a post that is gone by now.
  private static func shown(_ one: PublishedCorrection, _ tx: any RecordReading) throws
    -> PublishedCorrection
  {
    let reader = Viewer(member: one.member, role: .observer)
    guard let mistake = try tx.mistake(one.mistake, for: reader) else { return one }
    var one = one
    if one.kind == .corrected { one.stood = try tx.story(of: mistake).stood(at: one.at) }
    if let post = mistake.post {
      let wrong = try tx.posts([post]).first
      one.address = wrong?.removedAt == nil ? one.address ?? wrong?.address : nil
    }
    return one
  }

  /// Adds what was wrong and what is right to the public corrections. It is not changed afterwards; a later reopening is
  /// added to it. It names nobody.
  public func publish(
    _ id: ID<Mistake>, wrong: String, right: String, by viewer: Viewer
  ) async throws {
    try requireVoice(viewer)
    let (wrong, right) = (Self.trimmed(wrong), Self.trimmed(right))
    for (text, field) in [(wrong, "text"), (right, "word")] {
      guard !text.isEmpty, text.count <= Self.longest else {
        throw Problem(
          .invalid, "Say what was wrong, and what is right, in a sentence each.", field: field)
      }
    }
    try await record.write { [self] tx in
      let mistake = try kept(id, for: viewer, tx)
      try requireUnrestricted(viewer, tx)
      guard try tx.settings().publishesCorrections else {
        throw Problem(
          .conflict, "Corrections are not public here. A lead can turn that on in Settings.")
      }
      guard try isPublic(mistake, tx) else {
        throw Problem(.conflict, "It was said in private, so its correction stays there too.")
      }
      guard try tx.story(of: mistake).state == .fixed else {
        throw Problem(.conflict, "It is not fixed yet. Fix it first.")
      }
      guard try tx.publishedCorrections(of: id).last?.kind != .corrected else {
        throw Problem(.conflict, "It is published already, and what is published is not changed.")
      }
      try requireNobodyNamed(
        in: [(wrong, "text"), (right, "word")], of: handles(near: mistake, viewer, tx), tx)
      let address = try mistake.post.flatMap { try tx.posts([$0]).first?.address } ?? mistake.page
      try tx.insert(
        PublishedCorrection(
          id: newID(), mistake: id, member: viewer.member, kind: .corrected, wrong: wrong,
          right: right, address: address))
      try tx.append(
        event(
          .correctionPublished, by: viewer.member, in: try tx.conversation(of: mistake),
          subject: id.value))
    }
  }

  /// Whether everybody could read what is wrong.
  func isPublic(_ mistake: Mistake, _ tx: any RecordReading) throws -> Bool {
    guard let id = mistake.post else { return true }
    guard let post = try tx.posts([id]).first, !post.visibility.isPrivate else { return false }
    return try tx.conversation(post.conversation)?.isPrivate != true
  }

  /// Who spoke there, and who told us.
  private func handles(
    near mistake: Mistake, _ viewer: Viewer, _ tx: any RecordReading
  ) throws -> [Handle] {
    let thread =
      try mistake.post.flatMap { try tx.posts([$0]).first }
      .map { try tx.thread($0.conversation, for: viewer) } ?? []
    var handles = thread.compactMap(\.author)
    if case .person(let told) = mistake.noticedBy,
      let author = try tx.post(told, for: viewer)?.author
    {
      handles.append(author)
    }
    return handles
  }
}
