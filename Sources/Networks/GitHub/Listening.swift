import Foundation
import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// All issues, pull requests and their comments of a repository, and its discussions where an account may ask for
  /// them; the target is `owner/repository`, behind the server where it is not GitHub itself.
  case repository
  /// What an account is told of; needs a token with the scope `notifications`.
  case notifications
  /// Threads that an account takes part in or is named in, by the place's search; any token will do.
  case involved
  /// One issue, pull request or discussion; the target is its page.
  case thread
}

extension GitHubNetwork {
  public func listen(to source: ListeningSource) async throws -> Heard {
    guard let kind = Kind(rawValue: source.kind) else {
      throw NetworkError(.unsupported, "GitHub has nothing called “\(source.kind)” to hear.")
    }
    var cursor = GitHubCursor(source.cursor)
    switch kind {
    case .repository:
      let (place, repository) = try repository(source.target, source.account)
      var heard = try await RepositoryWalk(place: place, repository: repository, clock: clock)
        .listen(&cursor)
      if source.account != nil {
        heard.notes = NotePlace(address: place.client.base, subject: repository)
      }
      return heard
    case .notifications: return try await notifications(place(ours(source)), &cursor)
    case .involved: return try await involved(place(ours(source)), &cursor)
    case .thread:
      guard let name = ThreadName(source.target) else {
        throw NetworkError(.refused, "“\(source.target)” is no thread. Add it anew.")
      }
      let place = try place(of: name, source.account)
      let events = cursor.new(try await whole(name, place).posts)
      return Heard(
        events: events, cursor: cursor.text,
        next: place.client.hasRight ? .minutes(2) : .minutes(10))
    }
  }

  private func ours(_ source: ListeningSource) throws -> AccountAccess {
    guard let account = source.account else {
      throw NetworkError(.signedOut, "This needs an account. Sign in, then listen again.")
    }
    return account
  }

  func repository(_ target: String, _ account: AccountAccess?) throws -> (Place, String) {
    let parts = target.split(separator: "/").map(String.init)
    let server = PlaceServer(parts.count == 3 ? parts[0] : Place.github)
    guard let server, parts.count == 2 || parts.count == 3,
      parts.suffix(2).allSatisfy(ThreadName.isName)
    else { throw NetworkError(.refused, "“\(target)” names no repository. Add it anew.") }
    let name = parts.suffix(2).joined(separator: "/")
    if let account, PlaceServer(account.server) == server { return (try place(account), name) }
    return (place(server), name)
  }

  private func involved(_ place: Place, _ cursor: inout GitHubCursor) async throws -> Heard {
    guard let login = place.login else {
      throw NetworkError(.signedOut, "This needs an account. Sign in, then listen again.")
    }
    let since = cursor.since ?? clock.now() - .days(7)
    let search = try await involving(login, since: since, cursor, place)
    let threads = search.issues.filter { !cursor.knows($0) }.compactMap { ThreadName($0.page) }
      .filter { $0.server == place.server }
    let found = await changed(threads, since: since - Self.searchLag, place)
    let events = cursor.new(found.posts)
    if let fault = found.fault {
      // What came is kept; the rest is as new the next time.
      guard !events.isEmpty else { throw fault }
      return Heard(events: events, cursor: cursor.text, next: pause(after: fault))
    }
    // What a search that ran out of time left out may be older than what it told.
    if !search.isPartial {
      cursor.since = max(
        search.issues.compactMap { Dates.instant($0.updated) }.max() ?? since, since)
    }
    cursor.lately(
      search.issues, since: (cursor.since ?? since) - Self.searchLag,
      until: clock.now() - Self.searchSettling)
    return Heard(
      events: events, cursor: cursor.text, next: search.isMore ? .zero : .seconds(90))
  }

  /// Threads reach the search some time after they changed, and not in the order in which they did.
  private static let searchLag = Duration.minutes(5)
  /// Times are whole seconds: what changed just now may change again without another time.
  private static let searchSettling = Duration.minutes(1)
  /// A search tells no more than twenty pages of fifty
  /// (https://docs.github.com/en/rest/search/search#about-search).
  private static let mostPages = 20

  private struct Search {
    var issues: [Issue] = []
    var isPartial = false
    var isMore = false
  }

  private func involving(
    _ login: String, since: Instant, _ cursor: GitHubCursor, _ place: Place
  ) async throws -> Search {
    var search = Search()
    for number in 1...Self.mostPages {
      let answer: PlaceClient.Answer<SearchResults> = try await place.client.get(
        "/search/issues",
        [
          ("q", "involves:\(login) updated:>=\((since - Self.searchLag).written)"),
          ("sort", "updated"), ("order", "asc"), ("per_page", "50"), ("page", String(number)),
        ])
      let issues = answer.value.issues
      search.issues += issues
      search.isPartial = search.isPartial || answer.value.isPartial
      guard issues.count >= 50 else { return search }
      // Beyond what is known already the next search begins where this one ends; up to there pages are counted.
      let newest = issues.compactMap { Dates.instant($0.updated) }.max() ?? since
      if newest > since, search.issues.contains(where: { !cursor.knows($0) }) {
        search.isMore = !search.isPartial
        return search
      }
    }
    return search
  }

  func pause(after fault: any Error) -> Duration {
    (fault as? NetworkError)?.retryAfter ?? .seconds(90)
  }

  /// Threads as they stand, with what was said in them lately, up to the first that the place did not tell for now.
  func changed(
    _ threads: [ThreadName], since: Instant, _ place: Place
  ) async -> (posts: [RemotePost], fault: (any Error)?) {
    let incoming = Incoming(server: place.server, now: clock.now())
    var posts: [RemotePost] = []
    for name in threads {
      do {
        if name.isDiscussion {
          posts += try await discussion(name, place).posts
        } else {
          posts += [incoming.post(try await place.issue(name))].compactMap { $0 }
          posts += try await place.comments(of: name, since: since - .minutes(1)).items
            .compactMap(incoming.post)
        }
      } catch let error as NetworkError where Self.saysNothingOfOthers.contains(error.kind) {
        continue
      } catch {
        return (posts, error)
      }
    }
    return (posts, nil)
  }

  /// One thread that cannot be read now says nothing about the others.
  static let saysNothingOfOthers: Set<NetworkError.Kind> = [
    .gone, .refused, .malformed, .unsupported,
  ]

  /// A thread from its beginning to its end.
  func whole(
    _ name: ThreadName, _ place: Place
  ) async throws -> (posts: [RemotePost], isWhole: Bool) {
    if name.isDiscussion { return try await discussion(name, place) }
    let incoming = Incoming(server: place.server, now: clock.now())
    let issue = try await place.issue(name)
    let comments = try await place.comments(of: name)
    let posts = [incoming.post(issue)] + comments.items.map(incoming.post)
    return (posts.compactMap { $0 }, comments.isWhole)
  }
}

/// Where listening goes on: since when, and how the newest read.
struct GitHubCursor: Codable, Sendable {
  var sinceAt: Int64?
  var commentsAt: Int64?
  var modified: String?
  /// The page of notices to go on with, and what `since` is once the last was read.
  var page: Int?
  var untilAt: Int64?
  /// Until when all discussions are known, and those that are being read.
  var talksAt: Int64?
  /// Threads that changed lately, with when they did: they need not be read again.
  private var changed: [String: String]?
  var talks: [DiscussionReading]?
  /// When the place wants to be asked for notices again.
  var askAgainAt: Int64?
  private(set) var seen: [String: String] = [:]
  private var order: [String] = []

  static let most = 300

  /// One that cannot be read counts as none: that brings doubles and loses nothing.
  init(_ text: String?) {
    guard let text, let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return
    }
    self = read
    if let at = sinceAt, !(0...253_402_300_799_999).contains(at) { sinceAt = nil }
    if let at = commentsAt, !(0...253_402_300_799_999).contains(at) { commentsAt = nil }
    if let at = untilAt, !(0...253_402_300_799_999).contains(at) { untilAt = nil }
    if let at = talksAt, !(0...253_402_300_799_999).contains(at) { talksAt = nil }
    if let at = askAgainAt, !(0...253_402_300_799_999).contains(at) { askAgainAt = nil }
    if let page, !(2...10_000).contains(page) { self.page = nil }
  }

  var since: Instant? {
    get { sinceAt.map { Instant(milliseconds: $0) } }
    set { sinceAt = newValue?.milliseconds }
  }
  var until: Instant? {
    get { untilAt.map { Instant(milliseconds: $0) } }
    set { untilAt = newValue?.milliseconds }
  }
  var talksSince: Instant? {
    get { talksAt.map { Instant(milliseconds: $0) } }
    set { talksAt = newValue?.milliseconds }
  }
  var askAgain: Instant? {
    get { askAgainAt.map { Instant(milliseconds: $0) } }
    set { askAgainAt = newValue?.milliseconds }
  }
  func knows(_ issue: Issue) -> Bool { changed?[issue.page] == issue.updated }

  mutating func lately(_ issues: [Issue], since: Instant, until: Instant) {
    changed = (changed ?? [:]).filter { Dates.instant($0.value).map { $0 >= since } ?? false }
    for issue in issues {
      guard let at = Dates.instant(issue.updated), at >= since, at < until else { continue }
      changed?[issue.page] = issue.updated
    }
  }

  var comments: Instant? {
    get { commentsAt.map { Instant(milliseconds: $0) } }
    set { commentsAt = newValue?.milliseconds }
  }

  /// Those that are new or read differently, oldest first. An issue's own time moves with every comment: when its words
  /// change is seen only here.
  mutating func new(_ posts: [RemotePost], at times: [RemoteID: Instant] = [:]) -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for var post in posts.sorted(by: { $0.publishedAt < $1.publishedAt }) {
      let key = String(StableHash.of(post.reference.remoteID.rawValue), radix: 36)
      let wording = String(StableHash.of(post.title ?? "", "\(post.text)"), radix: 36)
      let before = seen.updateValue(wording, forKey: key)
      guard before != wording else { continue }
      if before == nil {
        order.append(key)
      } else if post.editedAt == nil {
        post.editedAt = times[post.reference.remoteID]
      }
      events.append(.post(post))
    }
    while order.count > Self.most { seen[order.removeFirst()] = nil }
    return events
  }

  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
