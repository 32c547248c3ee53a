import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// Public posts with a hashtag, as far as one server knows them; the target is `server/tag`.
  case tag
  /// Public posts of one server's own people; the target is the server.
  case local
  /// Public posts of one account; the target is `server/user`.
  case profile
  /// An account's notifications: who spoke to it, liked or passed on its posts.
  case mentions
  /// What those write whom an account follows.
  case home
  /// An account's own posts, also those written elsewhere.
  case own

  /// Whether a server may tell it to anybody.
  var isPublic: Bool { self == .tag || self == .local || self == .profile }
}

extension MastodonNetwork: Following {
  public func isOnePerson(kind: String) -> Bool { Kind(rawValue: kind) == .profile }
}

extension MastodonNetwork {
  public func listen(to source: ListeningSource) async throws -> Heard {
    let ear = try Ear(source, network: self)
    let intake = try await intake(ear.client, account: ear.account)
    let cursor = Cursor(source.cursor)
    switch ear.kind {
    case .mentions:
      return try await heard(NotificationList(intake: intake).walk.pass(from: cursor))
    case .tag, .local, .profile, .home, .own:
      let path = try await ear.path(servers)
      return try await heard(StatusList(intake: intake, path: path).walk.pass(from: cursor))
    }
  }

  private func heard<Item>(_ outcome: Walk<Item>.Outcome) -> Heard {
    Heard(events: outcome.events, cursor: outcome.cursor.text, next: outcome.next)
  }
}

/// A source, understood: which list of which server.
struct Ear: Sendable {
  let kind: Kind
  let client: Client
  /// The word or the user that stands behind the server in the target.
  let word: String
  let account: AccountAccess?

  init(_ source: ListeningSource, network: MastodonNetwork) throws {
    guard let kind = Kind(rawValue: source.kind) else {
      throw NetworkError(.unsupported, "Mastodon has nothing called “\(source.kind)” to hear.")
    }
    self.kind = kind
    let halves = Self.halves(source.target, hasWord: kind == .tag || kind == .profile)
    word = halves.word
    let target = kind.isPublic ? Server(halves.server) : nil
    let ours = source.account.flatMap { Server($0.server) }
    if let account = source.account, target == nil || target == ours {
      self.account = account
      client = try network.client(account)
    } else if let target {
      // An account's right and its ids mean nothing on another server.
      account = nil
      client = network.client(target)
    } else if kind.isPublic {
      throw NetworkError(.refused, "“\(source.target)” names no server. Add it anew.")
    } else {
      throw NetworkError(.signedOut, "This needs an account. Sign in, then listen again.")
    }
  }

  private static func halves(_ target: String, hasWord: Bool) -> (server: String, word: String) {
    guard hasWord, let slash = target.lastIndex(of: "/") else { return (target, "") }
    return (String(target[..<slash]), String(target[target.index(after: slash)...]))
  }

  /// The list's path with its fixed query.
  func path(_ servers: Servers) async throws -> (String, [(String, String)]) {
    switch kind {
    case .tag: return ("/api/v1/timelines/tag/" + Query.segment(word), [])
    case .local: return ("/api/v1/timelines/public", [("local", "true")])
    case .home: return ("/api/v1/timelines/home", [])
    case .profile:
      let id = try await servers.account(word, through: client)
      return (Path.posts(of: id), [("exclude_reblogs", "true")])
    case .own, .mentions:
      let id = try await ownID(servers)
      return (Path.posts(of: id), [("exclude_reblogs", "true")])
    }
  }

  private func ownID(_ servers: Servers) async throws -> String {
    if let id = account?.credentials["id"] { return id }
    let me: Profile = try await client.get(Path.credentials).value
    return me.id
  }
}

/// A list of statuses, newest first.
struct StatusList: Sendable {
  let intake: Intake
  let path: (String, [(String, String)])

  var walk: Walk<Status> {
    let intake = intake
    let (path, query) = path
    return Walk(
      clock: intake.client.clock,
      fetch: { below in
        var asked = query + [("limit", "40")]
        if let below { asked.append(("max_id", below)) }
        let answer: Client.Answer<Lenient<Status>> = try await intake.client.get(path, asked)
        return Walk.Page(
          entries: answer.value.items.map { status in
            Walk.Entry(
              id: status.id, at: Dates.instant(status.createdAt),
              wording: status.editedAt ?? status.boosted?.status.editedAt ?? "", item: status)
          },
          below: Link.below(answer.response), count: answer.value.count)
      },
      take: { try await intake.events($0) })
  }
}
