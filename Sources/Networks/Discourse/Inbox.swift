import HeedModel
import HeedNetwork

/// What a forum tells an account of.
struct Inbox: Sendable {
  let forum: Forum
  let clock: any DeskClock

  static let page = 60

  func listen(from cursor: String?) async throws -> Heard {
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
              id: $0.id, at: Dates.instant($0.created),
              wording: $0.kind.map { String($0.rawValue) } ?? "", item: $0)
          },
          below: notices.count < Self.page ? nil : String(offset + notices.count))
      },
      take: { try await events($0) })
    let outcome = try await walk.pass(from: WalkCursor(cursor))
    return Heard(events: outcome.events, cursor: outcome.cursor.text, next: outcome.next)
  }

  private func events(_ notices: [Notice]) async throws -> [RemoteEvent] {
    let incoming = Incoming(server: forum.server, now: clock.now(), user: forum.user)
    var isPrivate: [Int: Bool] = [:]
    var events: [RemoteEvent] = []
    for notice in notices {
      guard let kind = notice.kind, let id = notice.post else { continue }
      let post: ForumPost
      do {
        post = try await forum.post(id)
      } catch let error as NetworkError where [.gone, .refused, .malformed].contains(error.kind) {
        // One that cannot be read now says nothing about the others.
        continue
      }
      guard post.isSaid, !post.isGone else { continue }
      if isPrivate[post.topic] == nil {
        isPrivate[post.topic] = try await isMessage(post, kind)
      }
      let hidden = isPrivate[post.topic] ?? true
      events.append(
        .post(
          incoming.post(
            post, toUs: ![.posted, .edited, .liked].contains(kind), isPrivate: hidden)))
      if kind == .liked, let by = notice.by {
        events.append(
          .reaction(
            RemoteReaction(
              kind: .liked, post: incoming.reference(post).remoteID,
              by: incoming.handle(username: by), at: Dates.instant(notice.created) ?? clock.now())))
      }
    }
    return events
  }

  /// Whether a topic is a private message; one that cannot be looked at is taken for one.
  private func isMessage(_ post: ForumPost, _ kind: Notice.Kind) async throws -> Bool {
    if let known = post.isPrivate { return known }
    if kind == .privateMessage { return true }
    do {
      return try await forum.topic(post.topic).isPrivate
    } catch let error as NetworkError where [.gone, .refused, .malformed].contains(error.kind) {
      return true
    }
  }
}
