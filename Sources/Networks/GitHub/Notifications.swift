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
  /// twice and misses none. Only when the last page was read is the newest of the first what is asked from then on.
  func notifications(_ place: Place, _ cursor: inout GitHubCursor) async throws -> Heard {
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
        return Heard(events: events, cursor: cursor.text, next: pause(after: error))
      }
      let found = await threads(of: page.notices, since: since, place)
      events += cursor.new(found.posts)
      if let fault = found.fault {
        // What came is kept; this page is asked for again.
        cursor.modified = nil
        guard !events.isEmpty else { throw fault }
        return Heard(events: events, cursor: cursor.text, next: pause(after: fault))
      }
      if number == 1 { cursor.until = page.newest ?? since }
      guard page.isFull, number < Self.mostNoticePages else {
        cursor.since = max(cursor.until ?? since, since)
        (cursor.page, cursor.until) = (nil, nil)
        if number > 1 { cursor.modified = nil }
        return Heard(events: events, cursor: cursor.text, next: next)
      }
      cursor.page = number + 1
    }
    return Heard(events: events, cursor: cursor.text, next: .zero)
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

  /// What notices tell of. One of a discussion does not say which: those of its repository that changed since are read.
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
    var found = await changed(names, since: since, place)
    guard found.fault == nil else { return found }
    for repository in Set(notices.compactMap(\.discussionsOf)).sorted() {
      let halves = repository.split(separator: "/").map(String.init)
      guard halves.count == 2, halves.allSatisfy(ThreadName.isName) else { continue }
      do {
        found.posts += try await discussions(of: halves, since: since, place)
      } catch let error as NetworkError where Self.saysNothingOfOthers.contains(error.kind) {
        continue
      } catch {
        return (found.posts, error)
      }
    }
    return found
  }

  /// Pages of ten discussions that one notice leads to.
  private static let discussionPages = 10

  private func discussions(
    of repository: [String], since: Instant, _ place: Place
  ) async throws -> [RemotePost] {
    let talk = Discussions(place: place, now: clock.now())
    let name = ThreadName(
      server: place.server, owner: repository[0], repository: repository[1], kind: .discussions,
      number: 0)
    var posts: [RemotePost] = []
    var below: String?
    for _ in 0..<Self.discussionPages {
      let page = try await talk.page(owner: name.owner, repository: name.repository, below: below)
      let changed = page.discussions.filter {
        Dates.instant($0.updated) ?? clock.now() >= since - .minutes(1)
      }
      for discussion in changed {
        posts += talk.posts(try await talk.whole(discussion, of: name))
      }
      guard changed.count == page.discussions.count, !changed.isEmpty, let next = page.below,
        next != below
      else { break }
      below = next
    }
    return posts
  }
}
