import HeedModel
import HeedNetwork

/// Reads what changed in a repository since the last time, oldest first, so that an interruption loses nothing.
struct RepositoryWalk: Sendable {
  static let page = 100
  /// Pages of one list in one pass.
  static let most = 5

  let place: Place
  let repository: String
  let clock: any DeskClock

  private var path: String { "/repos/\(repository)" }
  private var incoming: Incoming { Incoming(server: place.server, now: clock.now()) }

  func listen(_ cursor: inout GitHubCursor) async throws -> Heard {
    let isFirst = cursor.since == nil
    var posts: [RemotePost] = []
    var times: [RemoteID: Instant] = [:]
    var isMore = false
    let incoming = incoming

    let issues: Part<Issue> = try await part("/issues", since: cursor.since) { $0.updated }
    for issue in issues.items {
      guard let post = incoming.post(issue) else { continue }
      posts.append(post)
      times[post.reference.remoteID] = Dates.instant(issue.updated)
    }
    cursor.since = issues.since
    isMore = issues.isMore
    do {
      let comments: Part<Comment> = try await part("/issues/comments", since: cursor.comments) {
        $0.updated
      }
      posts += comments.items.compactMap(incoming.post)
      cursor.comments = comments.since
      isMore = isMore || comments.isMore
    } catch let error as NetworkError where !posts.isEmpty {
      // What came so far is kept; the comments are asked for again from where they stood.
      return Heard(
        events: cursor.new(posts, at: times), cursor: cursor.text,
        next: error.retryAfter ?? .seconds(60))
    }
    let pause: Duration = place.client.hasRight ? .seconds(60) : .minutes(5)
    let talks = await discussions(&cursor)
    posts += talks.posts
    if let fault = talks.fault {
      guard fault.kind != .signedOut || !posts.isEmpty else { throw fault }
      // The other API has limits and faults of its own: what it did not tell is asked for at the next pass.
      return Heard(
        events: cursor.new(posts, at: times), cursor: cursor.text,
        next: max(fault.retryAfter ?? pause, pause))
    }
    isMore = isMore || talks.isMore
    return Heard(
      events: cursor.new(posts, at: times), cursor: cursor.text,
      next: isMore && !isFirst ? .zero : pause)
  }

  private struct Part<Item: Sendable>: Sendable {
    var items: [Item]
    var since: Instant
    var isMore: Bool
  }

  /// `since` is told inclusively and by whole seconds; more than a page of one second is read by its number.
  private func part<Item: Decodable & Sendable>(
    _ list: String, since: Instant?, _ updated: (Item) -> String
  ) async throws -> Part<Item> {
    guard let since else {
      // The first pass takes the newest and begins there.
      let answer: PlaceClient.Answer<Lenient<Item>> = try await place.client.get(
        path + list, query(list, [("direction", "desc"), ("per_page", "50")]))
      let items = answer.value.items
      let newest = items.compactMap { Dates.instant(updated($0)) }.max()
      return Part(items: items, since: newest ?? clock.now(), isMore: false)
    }
    var items: [Item] = []
    // From where the last page ended, not by its number: what changes meanwhile moves to the end, and all behind it up.
    var (from, number) = (since, 1)
    for _ in 1...Self.most {
      let answer: PlaceClient.Answer<Lenient<Item>> = try await place.client.get(
        path + list,
        query(
          list,
          [
            ("direction", "asc"), ("per_page", String(Self.page)), ("page", String(number)),
            ("since", from.written),
          ]))
      items += answer.value.items
      let newest = answer.value.items.compactMap { Dates.instant(updated($0)) }.max() ?? from
      if answer.value.count < Self.page {
        return Part(items: items, since: max(newest, from), isMore: false)
      }
      (from, number) = newest > from ? (newest, 1) : (from, number + 1)
    }
    // A place that fills its pages with one second without end must not hold us there.
    return Part(items: items, since: from > since ? from : since + .seconds(1), isMore: true)
  }

  private func query(_ list: String, _ rest: [(String, String)]) -> [(String, String)] {
    (list == "/issues" ? [("state", "all")] : []) + [("sort", "updated")] + rest
  }

  /// Discussions that changed since the last time, from the newest downwards; a long list goes on at the next pass.
  ///
  /// They are told by the other API alone, and only to somebody; a repository without them is no fault.
  private func discussions(_ cursor: inout GitHubCursor) async -> Talks {
    guard place.client.hasRight else { return Talks() }
    var reading =
      cursor.talks?.first ?? DiscussionReading(of: repository, since: cursor.talksSince)
    var calls = DiscussionReader.callsAPass
    let found = await DiscussionReader(place: place, clock: clock).goOn(&reading, calls: &calls)
    if found.isRefused {
      // It has none, or no longer knows its own word: then from the newest again.
      cursor.talks = nil
    } else if reading.isDone {
      let newest = reading.newestAt.map { Instant(milliseconds: $0) }
      cursor.talksSince = max(
        newest ?? cursor.talksSince ?? clock.now(), cursor.talksSince ?? Instant(seconds: 0))
      cursor.talks = nil
    } else {
      cursor.talks = [reading]
    }
    let fault = found.fault.map {
      $0 as? NetworkError
        ?? NetworkError(.temporary, "\(place.server.host) could not be asked.", cause: $0)
    }
    return Talks(posts: found.posts, isMore: cursor.talks != nil, fault: fault)
  }

  private struct Talks {
    var posts: [RemotePost] = []
    var isMore = false
    var fault: NetworkError?
  }
}
