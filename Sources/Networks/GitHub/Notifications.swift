import HeedModel
import HeedNetwork

extension GitHubNetwork {
  /// Notices of one page, as many as the place gives at most.
  static let noticesAPage = 50
  /// Pages of one pass: each of their threads costs two calls.
  static let noticePages = 2
  /// After so many pages even a place that has no end begins anew.
  static let mostNoticePages = 40

  /// Asked only for what changed since the last time, and no oftener than the place wants
  /// (https://docs.github.com/rest/activity/notifications#about-github-notifications).
  ///
  /// Pages come newest first. What is told meanwhile pushes the others down, so that going on by number may meet one
  /// twice and misses none. Only when the last page was read is the newest of the first what is asked from then on; then
  /// the discussions that the notices lead to are read, before notices are asked for again.
  func notifications(_ place: Place, _ cursor: inout GitHubCursor) async throws -> Heard {
    let began = clock.now()
    if cursor.page == nil, cursor.talks != nil {
      let heard = try await talks(place, &cursor)
      // What the discussions took is no reason to ask for notices sooner than the place wants.
      guard heard.next == nil, let again = cursor.askAgain, again <= began else {
        return Heard(
          events: heard.events, cursor: cursor.text,
          next: heard.next ?? max((cursor.askAgain ?? began) - began, .seconds(1)))
      }
      guard heard.events.isEmpty else {
        return Heard(events: heard.events, cursor: cursor.text, next: .zero)
      }
    }
    let since = cursor.since ?? clock.now() - .days(7)
    var events: [RemoteEvent] = []
    var next = Duration.seconds(60)
    for _ in 0..<Self.noticePages {
      let number = cursor.page ?? 1
      let page: NoticePage
      do {
        guard let asked = try await notices(number, since: since, place, &cursor, &next) else {
          return Heard(cursor: cursor.text, next: next)
        }
        page = asked
      } catch {
        guard !events.isEmpty else { throw error }
        return Heard(events: events, cursor: cursor.text, next: max(pause(after: error), next))
      }
      let found = await threads(of: page.notices, since: since, place)
      events += cursor.new(found.posts)
      if let fault = found.fault {
        // What came is kept; this page is asked for again.
        cursor.modified = nil
        guard !events.isEmpty else { throw fault }
        return Heard(events: events, cursor: cursor.text, next: max(pause(after: fault), next))
      }
      for repository in Set(page.notices.compactMap(\.discussionsOf)).sorted() {
        cursor.willRead(repository, since: since)
      }
      if number == 1 { cursor.until = page.newest ?? since }
      guard page.isFull, number < Self.mostNoticePages else {
        cursor.since = max(cursor.until ?? since, since)
        (cursor.page, cursor.until) = (nil, nil)
        if number > 1 { cursor.modified = nil }
        cursor.askAgain = began + next
        do {
          let talked = try await talks(place, &cursor)
          return Heard(
            events: events + talked.events, cursor: cursor.text, next: talked.next ?? next)
        } catch {
          return Heard(events: events, cursor: cursor.text, next: max(pause(after: error), next))
        }
      }
      cursor.page = number + 1
    }
    return Heard(events: events, cursor: cursor.text, next: .zero)
  }

  /// Goes on with the discussions that notices lead to. A notice of one does not say which: those of its repository that
  /// changed since are read.
  /// - Returns: when to go on, `nil` once all are read.
  /// - Throws: what went wrong before anything came; where it goes on is in the cursor all the same.
  private func talks(
    _ place: Place, _ cursor: inout GitHubCursor
  ) async throws -> (events: [RemoteEvent], next: Duration?) {
    let reader = DiscussionReader(place: place, clock: clock)
    var calls = DiscussionReader.callsAPass
    var posts: [RemotePost] = []
    while calls > 0, var reading = cursor.talks?.first {
      let found = await reader.goOn(&reading, calls: &calls)
      posts += found.posts
      if found.isRefused || reading.isDone {
        cursor.talks?.removeFirst()
      } else {
        cursor.talks?[0] = reading
      }
      if let fault = found.fault {
        guard !posts.isEmpty else { throw fault }
        return (cursor.new(posts), pause(after: fault))
      }
    }
    if cursor.talks?.isEmpty == true { cursor.talks = nil }
    return (cursor.new(posts), cursor.talks == nil ? nil : .zero)
  }

  private struct NoticePage {
    var notices: [Notice]
    var newest: Instant?
    var isFull: Bool
  }

  /// - Returns: `nil` when nothing changed.
  private func notices(
    _ number: Int, since: Instant, _ place: Place, _ cursor: inout GitHubCursor,
    _ next: inout Duration
  ) async throws -> NoticePage? {
    var besides: [(name: String, value: String)] = []
    if number == 1, let modified = cursor.modified {
      besides.append(("If-Modified-Since", modified))
    }
    var query = [
      ("all", "true"), ("per_page", String(Self.noticesAPage)), ("since", since.written),
    ]
    if number > 1 { query.append(("page", String(number))) }
    let response = try await place.client.send(
      .get, "/notifications", query, besides: besides, also: [304])
    let interval = response.header("X-Poll-Interval").flatMap { Int64($0) }
    next = Duration.seconds(min(max(interval ?? 60, 60), 3600))
    guard response.status != 304 else { return nil }
    let list: Lenient<Notice> = try place.client.read(response)
    if number == 1 { cursor.modified = response.header("Last-Modified") }
    return NoticePage(
      notices: list.items, newest: list.items.compactMap { Dates.instant($0.updated) }.max(),
      isFull: list.count >= Self.noticesAPage)
  }

  /// The issues and pull requests that notices tell of.
  private func threads(
    of notices: [Notice], since: Instant, _ place: Place
  ) async -> (posts: [RemotePost], fault: (any Error)?) {
    var names: [ThreadName] = []
    for notice in notices {
      if let name = notice.thread.flatMap({ ThreadName(api: $0, on: place.server) }),
        !names.contains(name)
      {
        names.append(name)
      }
    }
    return await changed(names, since: since, place)
  }
}

extension GitHubCursor {
  /// A reading that has not begun yet brings what changed since then, too.
  mutating func willRead(_ repository: String, since: Instant) {
    var all = talks ?? []
    let isPlanned = all.contains {
      $0.repository == repository && !$0.hasBegun && ($0.sinceAt ?? 0) <= since.milliseconds
    }
    if !isPlanned { all.append(DiscussionReading(of: repository, since: since)) }
    talks = all
  }
}
