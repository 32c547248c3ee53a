import HeedModel
import HeedNetwork

/// A notification or a group of them, with what it speaks of.
struct Notice: Sendable {
  var kind: String
  var at: Instant?
  var people: [Profile]
  /// Where somebody moved to.
  var target: Profile?
  var status: Status?
}

extension Notice {
  init(_ notification: Notification) {
    self.init(
      kind: notification.kind, at: Dates.instant(notification.createdAt),
      people: notification.account.map { [$0] } ?? [], target: notification.target,
      status: notification.status)
  }
}

/// An account's notifications, grouped where the server groups them, those held back by the
/// account's filters included.
struct NotificationList: Sendable {
  let intake: Intake

  /// Grouped since Mastodon's API 2, that is 4.3
  /// (https://docs.joinmastodon.org/methods/grouped_notifications/).
  private var isGrouped: Bool {
    intake.knowledge.software == .mastodon && intake.knowledge.api >= 2
  }

  var walk: Walk<Notice> {
    let list = self
    return Walk(
      slack: .minutes(5), clock: intake.client.clock,
      fetch: { below in
        guard list.isGrouped else { return try await list.singles(below) }
        do {
          return try await list.groups(below)
        } catch let error as NetworkError where error.isOfNoSuchPath {
          // It says that it groups, and does not: the plain list has the same ids.
          return try await list.singles(below)
        }
      },
      take: { try await list.events($0) })
  }

  private func query(_ below: String?) -> [(String, String)] {
    var query = [("limit", "40")]
    // What strangers say may be held back for the account to accept; it is read all the same
    // (https://docs.joinmastodon.org/methods/notifications/#get). Others need not know the word.
    if [.mastodon, .unknown].contains(intake.knowledge.software) {
      query.append(("include_filtered", "true"))
    }
    for kind in ["follow", "follow_request", "poll"] { query.append(("exclude_types[]", kind)) }
    if let below { query.append(("max_id", below)) }
    return query
  }

  private func singles(_ below: String?) async throws -> Walk<Notice>.Page {
    let answer: Client.Answer<Lenient<Notification>> =
      try await intake.client.get("/api/v1/notifications", query(below))
    return Walk.Page(
      entries: answer.value.items.map { notification in
        Walk.Entry(
          id: notification.id, at: Dates.instant(notification.createdAt),
          wording: notification.status?.editedAt ?? "", item: Notice(notification))
      },
      below: Link.below(answer.response), count: answer.value.count)
  }

  private func groups(_ below: String?) async throws -> Walk<Notice>.Page {
    let grouped = [("grouped_types[]", "favourite"), ("grouped_types[]", "reblog")]
    let answer: Client.Answer<GroupedNotifications> =
      try await intake.client.get("/api/v2/notifications", query(below) + grouped)
    let people = Dictionary(answer.value.accounts.map { ($0.id, $0) }) { first, _ in first }
    let statuses = Dictionary(answer.value.statuses.map { ($0.id, $0) }) { first, _ in first }
    var entries: [Walk<Notice>.Entry] = []
    for group in answer.value.groups {
      let at = Dates.instant(group.newestAt)
      let status = try await status(of: group, among: statuses)
      var some = group.people.compactMap { people[$0] }
      if group.count > some.count, group.kind == "favourite" || group.kind == "reblog" {
        some = try await everybody(in: group, atLeast: some)
      }
      entries.append(
        Walk.Entry(
          id: group.newest, at: at, wording: "\(group.count) \(status?.editedAt ?? "")",
          item: Notice(kind: group.kind, at: at, people: some, target: nil, status: status)))
    }
    let last = answer.value.groups.last.map { $0.oldestOnPage ?? $0.newest }
    return Walk.Page(entries: entries, below: Link.below(answer.response) ?? last)
  }

  /// A post that stands beside the groups; where it is missing there, it is asked for: somebody's
  /// words to us hang on it.
  private func status(
    of group: GroupedNotifications.Group, among statuses: [String: Status]
  ) async throws -> Status? {
    guard let id = group.status else { return nil }
    if let status = statuses[id] { return status }
    do {
      return try await intake.client.get(Path.status(id)).value
    } catch let error as NetworkError
      where [.gone, .refused, .malformed, .unsupported].contains(error.kind)
    {
      return nil
    }
  }

  /// A group names only some of its people; the rest is asked for once, and missed rather than
  /// waited for.
  private func everybody(
    in group: GroupedNotifications.Group, atLeast some: [Profile]
  ) async throws -> [Profile] {
    let path = "/api/v2/notifications/" + Query.segment(group.key) + "/accounts"
    do {
      let all: Lenient<Profile> = try await intake.client.get(path).value
      return all.items.count >= some.count ? all.items : some
    } catch let error as NetworkError where error.kind != .rateLimited {
      return some
    }
  }

  /// Kinds that bring a post. Of any other one, known or not, a post counts only if it speaks to
  /// us: who names us is heard, whatever a server calls that.
  private static let telling: Set = [
    "mention", "status", "reblog", "favourite", "update", "quote", "quoted_update", "comment",
  ]

  /// A server repeats whatever time another one gives a post; when it told the account of it is its own.
  private func told(_ notices: [Notice], _ event: RemoteEvent) -> RemoteEvent {
    guard case .post(var post) = event, post.toUs else { return event }
    let at = notices.lazy.filter { notice in
      notice.kind == "mention"
        && notice.status.map { RemoteIDs.post($0, on: intake.server) } == post.reference.remoteID
    }.compactMap(\.at).min()
    guard let at else { return event }
    post.publishedAt = ClaimedTime.believed(
      post.publishedAt, cameAt: at, now: intake.client.clock.now())
    return .post(post)
  }

  /// Follows, polls and what the staff is told are no talk and bring no events.
  func events(_ all: [Notice]) async throws -> [RemoteEvent] {
    let notices = all.filter { notice in
      Self.telling.contains(notice.kind) || notice.status.map(intake.speaksToUs) == true
    }
    var moves: [RemoteEvent] = []
    for notice in all where notice.kind == "move" {
      guard let old = notice.people.first, let new = notice.target, new.acct != old.acct else {
        continue
      }
      moves.append(.moved(from: intake.incoming.handle(old), to: intake.incoming.handle(new)))
    }
    var events = try await intake.events(notices.compactMap(\.status)).map { told(notices, $0) }
    for notice in notices {
      let kind: Reaction.Kind? =
        switch notice.kind {
        case "favourite": .liked
        case "reblog": .shared
        default: nil
        }
      guard let kind, let status = notice.status else { continue }
      let post = status.boosted?.status ?? status
      for person in notice.people {
        if let move = intake.moved(person) { events.append(move) }
        events.append(
          .reaction(
            RemoteReaction(
              kind: kind, post: RemoteIDs.post(post, on: intake.server),
              by: intake.incoming.handle(person), at: notice.at ?? intake.client.clock.now())))
      }
    }
    return events + moves
  }
}
