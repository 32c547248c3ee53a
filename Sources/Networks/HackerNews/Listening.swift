import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// Stories and comments with some words; the target is the words.
  case words
  /// Stories that link to a site; the target is its host.
  case site
  /// Everything below one story; the target is the story's number.
  case thread
  /// What somebody writes; the target is their name.
  case author
}

extension HackerNewsNetwork: Following {
  public func isOnePerson(kind: String) -> Bool { Kind(rawValue: kind) == .author }
}

extension HackerNewsNetwork {
  /// Asks the search for the newest and walks down to what is known. What its author changed meanwhile is told again as
  /// long as it stands on the newest page: there, an author may change their words for two hours.
  public func listen(to source: ListeningSource) async throws -> Heard {
    guard let kind = Kind(rawValue: source.kind) else {
      throw NetworkError(
        .unsupported, "Hacker News has nothing called “\(source.kind)” to hear.")
    }
    let query = Self.query(kind, source.target)
    let search = search
    let walk = Walk<Hit>(
      clock: clock,
      fetch: { below in try await Self.page(query, below: below, search) },
      take: { hits in hits.map { .post(Incoming.post($0)) } })
    let outcome = try await walk.pass(from: WalkCursor(source.cursor))
    return Heard(
      events: outcome.events, cursor: outcome.cursor.text,
      next: outcome.next ?? pace(kind, outcome.cursor))
  }

  static let pageSize = 100

  private static func query(_ kind: Kind, _ target: String) -> [(String, String)] {
    let plain = [("typoTolerance", "false"), ("hitsPerPage", String(pageSize))]
    switch kind {
    case .words:
      // In quotes they have to stand one after the other.
      let words = target.filter { $0 != "\"" }
      return [
        ("query", "\"\(words)\""), ("tags", "(story,comment)"), ("advancedSyntax", "true"),
      ] + plain
    case .site:
      return [
        ("query", target), ("tags", "story"), ("restrictSearchableAttributes", "url"),
      ] + plain
    case .thread: return [("tags", "comment,story_\(target)")] + plain
    case .author: return [("tags", "(story,comment),author_\(target)")] + plain
    }
  }

  /// A page of what is not newer than `below`, a second that is asked for again whole: several may stand in it.
  private static func page(
    _ query: [(String, String)], below: String?, _ search: PlaceClient
  ) async throws -> Walk<Hit>.Page {
    var query = query
    if let below { query.append(("numericFilters", "created_at_i<=\(below)")) }
    let answer: PlaceClient.Answer<Hits> = try await search.get("/search_by_date", query)
    let hits = answer.value.hits
    let known = hits.items.filter(\.isPosted)
    return Walk.Page(
      entries: known.map { hit in
        Walk.Entry(
          id: String(hit.id), at: Instant(seconds: Int64(hit.at)),
          wording: String(StableHash.of(hit.title ?? "", hit.url ?? "", hit.text ?? ""), radix: 36),
          item: hit)
      },
      below: known.last.map { last in
        // A page full of one second would be asked for without end.
        let isOneSecond = known.allSatisfy { $0.at == last.at } && known.count >= pageSize
        return String(isOneSecond ? last.at - 1 : last.at)
      })
  }

  /// A thread where nobody says anything any more is asked seldomer: after two weeks nobody can answer there.
  private func pace(_ kind: Kind, _ cursor: WalkCursor) -> Duration {
    guard kind == .thread else { return .minutes(2) }
    let silence = clock.now() - Instant(milliseconds: cursor.topAt)
    if silence < .days(1) { return .minutes(2) }
    return silence < .days(15) ? .minutes(30) : .days(1)
  }
}
