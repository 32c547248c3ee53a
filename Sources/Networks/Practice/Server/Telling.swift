import HeedModel

/// The world as the protocol tells it.
extension PracticeService.State {
  static func told(_ person: Villager) -> Told.Person {
    Told.Person(
      id: person.id, name: person.name, address: person.address, page: person.page,
      picture: person.picture, isBot: person.part == .bot, optedOut: person.optedOut)
  }

  func told(_ entry: Entry, to viewer: String?) -> Told.Post {
    Told.Post(
      id: entry.id, author: Self.told(People.byID[entry.author] ?? People.shop),
      at: entry.at.milliseconds, editedAt: entry.editedAt?.milliseconds, parent: entry.parent,
      toYou: viewer.map { world.speaks(entry, to: $0) } ?? false,
      visibility: entry.visibility.rawValue, warning: entry.warning, text: entry.text,
      language: entry.language, media: entry.media,
      mentions: entry.mentions.compactMap { People.byID[$0] }.map(Self.told),
      address: "https://\(Place.host)/@\(entry.author)/\(entry.id)")
  }

  func told(_ change: Change, to viewer: String?) -> Told.Change {
    switch change {
    case .said(let id), .gone(let id):
      guard let entry = world.entries[id], entry.removedAt == nil else {
        return Told.Change(kind: .gone, id: id)
      }
      return Told.Change(kind: .post, id: id, post: told(entry, to: viewer))
    case .reacted(let reaction):
      return told(reaction, reaction.kind == .liked ? .liked : .shared)
    case .reactionTakenBack(let reaction):
      return told(reaction, reaction.kind == .liked ? .unliked : .unshared)
    }
  }

  private func told(_ reaction: Change.Reaction, _ kind: Told.Change.Kind) -> Told.Change {
    Told.Change(
      kind: kind, id: reaction.post, by: People.byID[reaction.by].map(Self.told),
      at: reaction.at.milliseconds)
  }

  /// Which world this is: a cursor of another one begins anew.
  private var mark: String {
    var chance = world.chance("world \(world.start.milliseconds)")
    return chance.letters(6)
  }

  func cursor(_ number: Int) -> String { "\(mark).\(number)" }

  func number(of cursor: String?) -> Int? {
    guard let parts = cursor?.split(separator: "."), parts.count == 2, parts[0] == mark,
      let number = Int(parts[1]), (0...world.changes.count).contains(number)
    else { return nil }
    return number
  }

  /// What a source hears after a cursor, oldest first; without one, all that speaks to an account,
  /// and of public talk the last five hundred changes.
  func page(
    _ ear: Ear, after cursor: String?, limit: Int, _ settings: PracticeSettings
  ) -> Told.Page {
    var viewer: String?
    var first = max(0, world.changes.count - 500)
    if case .mentions(let person) = ear {
      viewer = person
      first = 0
    }
    var next = number(of: cursor) ?? first
    var told: [Told.Change] = []
    var posts: Set<String> = []
    while next < world.changes.count, told.count < limit {
      let change = world.changes[next]
      next += 1
      guard world.concerns(change, ear) else { continue }
      switch change {
      case .said(let id), .gone(let id):
        // A post is told as it stands now, so once in a page is enough.
        guard posts.insert(id).inserted else { continue }
      case .reacted, .reactionTakenBack: break
      }
      told.append(self.told(change, to: viewer))
    }
    return Told.Page(
      changes: told, cursor: self.cursor(next), more: next < world.changes.count,
      wait: Int64(max(1000, 15_000 / max(settings.pace, 0.001))))
  }
}
