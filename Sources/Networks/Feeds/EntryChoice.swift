import HeedModel
import HeedNetwork

/// Which entries of a feed one pass takes in, and by which id.
struct EntryChoice {
  let feed: ParsedFeed
  let now: Instant

  /// Without what was taken back after it was last changed (RFC 6721), each under an id of its own;
  /// no more than the cursor remembers, the newest before the others.
  var entries: [ParsedEntry] {
    let entries = named(standing)
    guard entries.count > FeedCursor.limit else { return entries }
    let dated = entries.enumerated().sorted { a, b in
      let (x, y) = (date(a.element), date(b.element))
      return x == y ? a.offset < b.offset : x > y
    }
    return dated.prefix(FeedCursor.limit).map(\.element)
  }

  private func date(_ entry: ParsedEntry) -> Instant { entry.published ?? entry.updated ?? now }

  private var standing: [ParsedEntry] {
    var gone: [String: Instant] = [:]
    for deletion in feed.deletions {
      if let at = deletion.at { gone[deletion.id] = max(gone[deletion.id] ?? at, at) }
    }
    guard !gone.isEmpty else { return feed.entries }
    return feed.entries.filter { entry in
      guard let at = entry.id.flatMap({ gone[$0] }) else { return true }
      return (entry.updated ?? entry.published).map { $0 >= at } ?? true
    }
  }

  /// Where an id names several pages, the page is the better id; where it names several things
  /// without pages, their titles tell them apart. An Atom entry that stands there in several states
  /// stands as it was changed last (RFC 4287, 4.1.1).
  private func named(_ entries: [ParsedEntry]) -> [ParsedEntry] {
    var places: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      if let id = entry.id { places[id, default: []].append(place) }
    }
    var entries = entries
    var older: Set<Int> = []
    for (id, places) in places where places.count > 1 {
      let pages = Set(places.map { entries[$0].link ?? id })
      let titles = Set(places.map { entries[$0].title?.words ?? "" })
      if pages.count > 1 {
        for place in places { entries[place].id = entries[place].link ?? id }
      } else if feed.format != .atom, titles.count > 1 {
        for place in places {
          let title = entries[place].title?.words ?? ""
          entries[place].id = "\(id)#" + String(StableHash.of(title), radix: 36)
        }
      } else {
        let last = places.max { a, b in
          let (x, y) = (entries[a].updated, entries[b].updated)
          return x == y ? a > b : (x ?? Self.never) < (y ?? Self.never)
        }
        older.formUnion(places.filter { $0 != last })
      }
    }
    guard !older.isEmpty else { return entries }
    return entries.indices.filter { !older.contains($0) }.map { entries[$0] }
  }

  private static let never = Instant(milliseconds: .min / 2)
}
