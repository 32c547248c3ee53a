import HeedModel
import HeedNetwork
import Synchronization

/// What a forum tells an account of.
///
/// A notice names a post and has none of its words, so each costs a call or two, and a key that somebody made for
/// themselves may be used twenty times a minute. So the list is read first, at one call for sixty, and what it names
/// waits in the cursor until it was fetched: a forum that allows no more ends a pass, and nothing is asked for twice.
struct Inbox: Sendable {
  let forum: Forum
  /// The same, asked as nobody.
  let strangers: Forum
  let clock: any DeskClock

  static let page = 60
  /// Notices of one pass; the rest at the next.
  static let most = 30
  /// With so many that wait, no more are listed: the list keeps them.
  static let mostWaiting = 300
  /// So many in a row that cannot be fetched, and the rest waits.
  static let mostFailures = 3
  /// So often a notice is tried whose post the forum fails to show.
  static let mostTries = 8

  func listen(from text: String?) async throws -> Heard {
    var cursor = InboxCursor(text) ?? InboxCursor()
    var next: Duration?
    if cursor.waiting.count < Self.mostWaiting { next = try await list(&cursor) }
    var work = Work(forum: forum, strangers: strangers, now: clock.now())
    try await work.take(&cursor.waiting, most: Self.most)
    if let fault = work.fault {
      // Nothing came of it: the listener hears of it, and asks again from where it stood.
      let isFurther = work.done > 0 || fault.kind == .rateLimited && cursor.text != text
      guard isFurther else { throw fault }
      next = fault.retryAfter ?? .seconds(60)
    } else if next == nil, !cursor.waiting.isEmpty {
      next = .zero
    }
    return Heard(events: work.events, cursor: cursor.text, next: next)
  }

  /// Puts what is new on the list behind what waits.
  private func list(_ cursor: inout InboxCursor) async throws -> Duration? {
    let pages = Mutex<[[Waiting]]>([])
    let walk = Walk<Notice>(
      clock: clock,
      fetch: { below in
        // The list has no names for its pages but how many stand above them; newer ones push it down, never up.
        let offset = below.flatMap { Int($0) } ?? 0
        let answer: PlaceClient.Answer<Notices> = try await forum.client.get(
          "/notifications.json", [("limit", String(Self.page)), ("offset", String(offset))])
        let notices = answer.value.notices
        return Walk.Page(
          entries: notices.map {
            Walk.Entry(
              id: $0.id, at: Dates.instant($0.created), wording: $0.type.map(String.init) ?? "",
              item: $0)
          },
          below: notices.count < Self.page ? nil : String(offset + notices.count))
      },
      take: { notices in
        pages.withLock { $0.append(notices.compactMap(Waiting.init)) }
        return []
      })
    let outcome = try await walk.pass(from: cursor.walk)
    cursor.walk = outcome.cursor
    // Pages come newest first, each with its oldest in front.
    let known = Set(cursor.waiting.map(\.notice))
    cursor.waiting += pages.withLock { $0.reversed().joined() }.filter {
      !known.contains($0.notice)
    }
    return outcome.next
  }
}

/// Fetches what notices tell of.
private struct Work {
  let forum: Forum
  let strangers: Forum
  let now: Instant
  var events: [RemoteEvent] = []
  var done = 0
  /// Why it ended before its time.
  var fault: NetworkError?
  /// Whether a topic is a private message, asked once.
  private var isPrivate: [Int: Bool] = [:]

  init(forum: Forum, strangers: Forum, now: Instant) {
    (self.forum, self.strangers, self.now) = (forum, strangers, now)
  }

  /// Takes what it fetches away from those that wait.
  mutating func take(_ waiting: inout [Waiting], most: Int) async throws {
    var failed: [Waiting] = []
    while let notice = waiting.first, done < most, failed.count < Inbox.mostFailures {
      do {
        events += try await events(of: notice)
        done += 1
        waiting.removeFirst()
      } catch let error as NetworkError {
        fault = error
        if error.kind == .rateLimited || error.kind == .signedOut { break }
        waiting.removeFirst()
        failed.append(notice)
      }
    }
    // One that its forum fails to show stands behind all others, and not for ever.
    waiting += failed.compactMap { $0.triedOnceMore }
  }

  private mutating func events(of notice: Waiting) async throws -> [RemoteEvent] {
    let incoming = Incoming(server: forum.server, now: now, user: forum.user)
    let kind = notice.kind
    let post: ForumPost
    let isHidden: Bool
    do {
      post = try await fetch(notice)
      guard post.isSaid, !post.isGone else { return [] }
      isHidden = try await isMessage(post, kind)
    } catch let error as NetworkError where [.gone, .refused, .malformed].contains(error.kind) {
      // One that cannot be read now says nothing about the others.
      return []
    }
    var events: [RemoteEvent] = [
      .post(incoming.post(post, toUs: kind?.isToUs ?? false, isPrivate: isHidden))
    ]
    if kind == .liked || kind == .reacted, let by = notice.by {
      events.append(
        .reaction(
          RemoteReaction(
            kind: .liked, post: incoming.reference(post).remoteID,
            by: incoming.handle(username: by),
            at: notice.at.map { Instant(milliseconds: $0) } ?? now)))
    }
    return events
  }

  private func fetch(_ notice: Waiting) async throws -> ForumPost {
    if let post = notice.post { return try await forum.post(post) }
    return try await forum.post(topic: notice.topic ?? 0, number: notice.number ?? 0)
  }

  /// Whether a topic is a private message; one that cannot be looked at is taken for one.
  private mutating func isMessage(_ post: ForumPost, _ kind: Notice.Kind?) async throws -> Bool {
    if post.isPrivate == true { return true }
    if kind == .privateMessage || kind == .invitedToMessage { return true }
    if let known = isPrivate[post.topic] { return known }
    let found: Bool
    do {
      // As everybody sees it: what only the forum's own people see is not for everybody, either.
      found = try await strangers.topic(post.topic).isPrivate
    } catch let error as NetworkError
      where [.gone, .refused, .malformed, .signedOut].contains(error.kind)
    {
      found = true
    }
    isPrivate[post.topic] = found
    return found
  }
}
