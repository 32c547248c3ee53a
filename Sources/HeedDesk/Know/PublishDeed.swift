public import HeedModel

/// Whether the public may be told what became of a wish, and what it was told.
public struct PublicDeeds: Sendable {
  /// How many people said so in public; none where all of it was said in private.
  public var people: Int
  public var published: [PublishedDeed]
  /// Whether a lead turned the public page on.
  public var isOn: Bool
  /// Why its title and reason cannot stand in public as they are: they name somebody.
  public var names: Message?
  /// Those by whom the organisation speaks.
  public var voices: [Handle]

  public init(
    people: Int, published: [PublishedDeed] = [], isOn: Bool = false, names: Message? = nil,
    voices: [Handle] = []
  ) {
    self.people = people
    self.published = published
    self.isOn = isOn
    self.names = names
    self.voices = voices
  }

  /// Whether everybody may be told: it came true, and somebody had asked for it in public.
  public func isForAll(_ wish: Wish) -> Bool {
    wish.status == .done && wish.root == wish.id && people > 0
  }

  /// Whether it came true and was not told since.
  public func mayPublish(_ wish: Wish) -> Bool {
    guard isOn, isForAll(wish) else { return false }
    guard let last = published.last, let changed = wish.changedAt else { return true }
    return changed > last.at
  }
}

extension Desk {
  private static let longestDeed = 1_000

  /// “You said, we did”, as everybody may read it, newest first.
  /// - Throws: `Problem(.notFound)` while no lead has turned it on.
  public func publishedDeeds(_ page: PageRequest) async throws -> Page<PublishedDeed> {
    try await record.read { tx in
      guard try tx.settings().publishesDeeds else {
        throw Problem(.notFound, "What became of wishes is not public here.")
      }
      return try tx.publishedDeeds(page)
    }
  }

  /// Tells the public what was wished and what was done. It is not changed afterwards, and names nobody.
  /// - Throws: `Problem(.invalid)` naming the field; `Problem(.conflict)` with the reason.
  public func publishDeed(
    _ id: ID<Wish>, wished: String, done: String, by viewer: Viewer
  ) async throws {
    try requireVoice(viewer)
    let (wished, done) = (Self.trimmed(wished), Self.trimmed(done))
    for (text, field) in [(wished, "said"), (done, "word")] {
      guard !text.isEmpty, text.count <= Self.longestDeed else {
        throw Problem(
          .invalid, "Say what was wished, and what was done, in a sentence each.", field: field)
      }
    }
    try await record.write { [self] tx in
      guard let row = try tx.wish(id, for: viewer) else { throw Self.noSuchWish }
      try requireUnrestricted(viewer, tx)
      let deeds = try publicDeeds(of: row.wish, viewer, tx)
      guard deeds.isOn else {
        throw Problem(
          .conflict,
          "What became of wishes is not public here. A lead can turn that on in Settings.")
      }
      guard row.wish.status == .done, row.wish.root == id else {
        throw Problem(.conflict, "It did not come true yet. Say first that it is done.")
      }
      guard deeds.people > 0 else {
        throw Problem(.conflict, "It was wished in private, so its answer stays there too.")
      }
      guard deeds.mayPublish(row.wish) else {
        throw Problem(.conflict, "It is published already, and what is published is not changed.")
      }
      try requireNoSpeakerNamed(
        in: [(wished, "said"), (done, "word")], of: row.wish.root, viewer, tx)
      try tx.insert(
        PublishedDeed(
          id: newID(), wish: id, member: viewer.member, people: deeds.people, wished: wished,
          done: done))
      try tx.append(event(.deedPublished, by: viewer.member, subject: id.value))
    }
  }

  func publicDeeds(
    of wish: Wish, _ viewer: Viewer, _ tx: any RecordReading
  ) throws -> PublicDeeds {
    var deeds = PublicDeeds(
      people: try tx.publicPeople(of: wish.root), published: try tx.publishedDeeds(of: wish.id),
      isOn: try tx.settings().publishesDeeds)
    guard deeds.isForAll(wish) else { return deeds }
    do {
      try requireNoSpeakerNamed(
        in: [(wish.title, "said"), (wish.reason, "word")], of: wish.root, viewer, tx)
    } catch let problem as Problem where problem.code == .invalid {
      deeds.names = problem.text
    }
    let own = try tx.accounts().filter { $0.owner == nil && $0.removedAt == nil }
    deeds.voices = try tx.handles(own.map(\.handle))
    return deeds
  }

  /// Those who asked are named to nobody, those whom the viewer may not see neither: of these it is not told who they are.
  private func requireNoSpeakerNamed(
    in texts: [(String, String)], of root: ID<Wish>, _ viewer: Viewer, _ tx: any RecordReading
  ) throws {
    let all = try tx.speakers(of: root)
    let seen = try all.filter { try tx.handle($0.id, for: viewer) != nil }
    try requireNobodyNamed(in: texts, of: seen, tx)
    guard seen.count < all.count else { return }
    do {
      try requireNobodyNamed(in: texts, of: all, tx)
    } catch let problem as Problem where problem.code == .invalid {
      throw Problem(
        .invalid, "This names somebody who asked for it. What is public names nobody.",
        field: problem.field)
    }
  }
}
