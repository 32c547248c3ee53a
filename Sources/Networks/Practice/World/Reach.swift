import HeedModel

/// Who may see and hear what.
extension World {
  /// Whether an entry speaks to somebody: names them, answers them, or is a message to them.
  func speaks(_ entry: Entry, to person: String) -> Bool {
    entry.author != person
      && (entry.mentions.contains(person)
        || entry.parent.flatMap { entries[$0]?.author } == person)
  }

  func maySee(_ entry: Entry, _ viewer: String?) -> Bool {
    switch entry.visibility {
    case .public, .unlisted: true
    case .followers, .private:
      viewer.map { entry.author == $0 || entry.mentions.contains($0) } ?? false
    }
  }

  /// Whether a change belongs to what a source hears.
  func concerns(_ change: Change, _ source: Ear) -> Bool {
    guard let entry = entries[change.post] else { return false }
    switch source {
    case .everything: return entry.visibility == .public
    case .tag(let tag): return entry.visibility == .public && entry.tags.contains(tag)
    case .mentions(let person):
      switch change {
      case .said, .gone: return speaks(entry, to: person)
      case .reacted, .reactionTakenBack: return entry.author == person
      }
    }
  }

  /// The whole thread around an entry, in order of time, as far as the viewer may see it.
  func thread(around id: String, seenBy viewer: String?) -> [Entry] {
    guard let entry = entries[id] else { return [] }
    var found: [Entry] = []
    var waiting = [entry.root]
    while let next = waiting.popLast() {
      waiting += children[next] ?? []
      if let entry = entries[next], maySee(entry, viewer) { found.append(entry) }
    }
    return found.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }
}

/// What a source listens to.
enum Ear: Sendable, Equatable {
  /// All that is public.
  case everything
  /// Public posts with a tag, folded, without its mark.
  case tag(String)
  /// What speaks to one account, private messages included, and what people do with its posts.
  case mentions(String)
}
