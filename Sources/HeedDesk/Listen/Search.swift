public import HeedModel
import HeedTopics

/// A page of what a search found, newest first.
public struct FoundPosts: Sendable {
  public var rows: [PostRow] = []
  /// The key of the next page; `nil` where everything was looked through.
  public var next: String?
  /// Set where looking was cut off before the page was full: everything said since then was looked through.
  public var lookedBackTo: Instant?

  public init(rows: [PostRow] = [], next: String? = nil, lookedBackTo: Instant? = nil) {
    self.rows = rows
    self.next = next
    self.lookedBackTo = lookedBackTo
  }
}

extension Desk {
  /// The stored search: the same query as a topic, the same answer, newest first.
  /// - Throws: `Problem(.invalid)` with the place of the error when the query cannot be read.
  public func search(_ query: String, _ page: PageRequest, for viewer: Viewer) async throws
    -> FoundPosts
  {
    try await search(query, page, for: viewer, patience: Self.searchPatience)
  }

  /// - Parameters:
  ///   - viewer: `nil` for the desk itself, whose topics hear everything.
  ///   - patience: for how long it looks; one stretch at the least.
  func search(
    _ query: String, _ page: PageRequest, for viewer: Viewer?, patience: Duration
  ) async throws -> FoundPosts {
    let read = try Self.read(query)
    let plain = StoredSearch(read)
    let authors = SearchConstraints(read).authors
    let after = page.after.flatMap { ID<Post>($0) }
    let clock = clock
    return try await record.read { tx in
      var asked = plain
      asked.authors = try tx.known(authors)
      let names = SourceNames(tx)
      let began = clock.now()
      var found = FoundPosts()
      var before = after
      var seen = 0
      // Most queries are narrowed so well that little more than a page is looked at.
      var chunk = min(page.limit + page.limit / 4 + 5, Self.searchChunk)
      repeat {
        let candidates = try tx.candidates(asked, before: before, limit: chunk, for: viewer)
        for row in candidates.rows {
          let document = TopicDocuments.prepared(
            row.post, author: row.author, source: try names[row.post.source])
          if read.matches(document) { found.rows.append(row) }
          before = row.id
          seen += 1
          if found.rows.count == page.limit {
            found.next = row.id.description
            return found
          }
          // Reading the clock costs less than reading a post.
          if seen >= Self.searchLeast, clock.now() - began >= patience { break }
        }
        if before == candidates.rows.last?.id || candidates.rows.isEmpty {
          guard let reached = candidates.reached else { return found }
          before = reached
        }
        chunk = Self.searchChunk
      } while seen < Self.searchMost && clock.now() - began < patience
      found.next = before?.description
      found.lookedBackTo = before?.instant
      return found
    }
  }

  private static let searchChunk = 200
  private static let searchLeast = 50
  private static let searchMost = 5_000
  /// Nobody waits longer for a page; what is not found by then, the next one finds.
  private static let searchPatience = Duration.milliseconds(8)
}

extension RecordReading {
  /// So many handles are looked through each by itself.
  private static var mostAuthors: Int { 20 }

  /// The handles that whole addresses name, where each is one of somebody who spoke to us: an address belongs to one human.
  /// `nil` where that cannot be told, and everything is looked through.
  fileprivate func known(_ authors: Set<String>?) throws -> Set<ID<Handle>>? {
    guard let authors, authors.count <= Self.mostAuthors else { return nil }
    var found: Set<ID<Handle>> = []
    for author in authors {
      // A name without its server may be anybody's, and of letters beyond ASCII databases fold each in its own way.
      guard author.contains("@"), author.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      let handles = try handles(addressed: ["@" + author, author])
      guard !handles.isEmpty else { return nil }
      found.formUnion(handles.map(\.id))
    }
    return found.count <= Self.mostAuthors ? found : nil
  }
}

extension StoredSearch {
  /// What the record can tell of a query; the query itself decides.
  init(_ query: TopicQuery) {
    let constraints = SearchConstraints(query)
    self.init(
      SearchPlan(query).terms, networks: constraints.networks,
      languages: constraints.languages.flatMap { codes in
        codes.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } ? codes : nil
      },
      kinds: constraints.kinds.map { Set($0.compactMap(Reading.Kind.init)) },
      tones: constraints.tones.map { Set($0.compactMap(Reading.Tone.init)) })
  }
}
