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
      return try await Inbox(forum: forum(account), clock: clock).listen(from: source.cursor)
    case .posts:
      let (forum, _) = try place(source)
      var heard = try await ForumWalk(forum: forum, clock: clock).listen(from: source.cursor)
      if source.account != nil {
        heard.notes = NotePlace(address: forum.server.base, subject: "posts")
      }
      return heard
    case .topic:
      let (forum, number) = try place(source)
      guard let number else { throw NetworkError(.refused, "“\(source.target)” names no topic.") }
      return try await ForumWalk(forum: forum, clock: clock)
        .listen(toTopic: number, from: source.cursor)
    }
  }

  /// The forum of a source, asked with the account's right where it is the account's own.
  private func place(_ source: ListeningSource) throws -> (forum: Forum, topic: Int?) {
    let halves = source.target.split(separator: "/")
    let topic = halves.count > 1 ? halves.last.flatMap { Int($0) } : nil
    let name =
      topic == nil ? source.target : String(source.target.dropLast(String(topic ?? 0).count + 1))
    guard let server = PlaceServer(name) else {
      throw NetworkError(.refused, "“\(source.target)” names no forum. Add it anew.")
    }
    if let account = source.account, PlaceServer(account.server) == server {
      return (try forum(account), topic)
    }
    return (forum(server), topic)
  }
}
