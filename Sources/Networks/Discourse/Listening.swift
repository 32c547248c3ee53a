import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// All that is said in public on a forum; the target is the forum.
  case posts
  /// One topic; the target is `server/number`.
  case topic
  /// What a forum tells an account of: answers, mentions, private messages.
  case inbox
}

extension DiscourseNetwork {
  public func listen(to source: ListeningSource) async throws -> Heard {
    guard let kind = Kind(rawValue: source.kind) else {
      throw NetworkError(.unsupported, "Discourse has nothing called “\(source.kind)” to hear.")
    }
    switch kind {
    case .inbox:
      guard let account = source.account else {
        throw NetworkError(.signedOut, "This needs an account. Sign in, then listen again.")
      }
      let forum = try forum(account)
      return try await Inbox(forum: forum, strangers: self.forum(forum.server), clock: clock)
        .listen(from: source.cursor)
    case .posts:
      var heard = try await asEverybody(source) { walk, _ in
        try await walk.listen(from: source.cursor)
      }
      if source.account != nil, let server = PlaceServer(source.target) {
        heard.notes = NotePlace(address: server.base, subject: "posts")
      }
      return heard
    case .topic:
      return try await asEverybody(source) { walk, number in
        guard let number else { throw NetworkError(.refused, "“\(source.target)” names no topic.") }
        return try await walk.listen(toTopic: number, from: source.cursor)
      }
    }
  }

  /// Hears as anybody does who has no account there: an account, an administrator's above all, sees what is said behind
  /// closed doors, and nobody said that to the public. Only a forum that shows strangers nothing at all, and a topic of that
  /// kind that somebody named, are heard with the account.
  private func asEverybody(
    _ source: ListeningSource, _ hear: (ForumWalk, _ topic: Int?) async throws -> Heard
  ) async throws -> Heard {
    let halves = source.target.split(separator: "/")
    let topic = halves.count > 1 ? halves.last.flatMap { Int($0) } : nil
    let name =
      topic == nil ? source.target : String(source.target.dropLast(String(topic ?? 0).count + 1))
    guard let server = PlaceServer(name) else {
      throw NetworkError(.refused, "“\(source.target)” names no forum. Add it anew.")
    }
    do {
      return try await hear(ForumWalk(forum: forum(server), clock: clock), topic)
    } catch let error as NetworkError where [.refused, .signedOut, .gone].contains(error.kind) {
      guard let account = source.account, PlaceServer(account.server) == server else { throw error }
      return try await hear(ForumWalk(forum: forum(account), clock: clock), topic)
    }
  }
}
