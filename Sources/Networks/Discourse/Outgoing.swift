import HeedMarkup
import HeedModel
public import HeedNetwork

extension DiscourseNetwork: Answering {
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let (forum, name) = try beforeSending(message, account)
    let raw = Self.raw(message.text)
    var body: [String: any Sendable] = ["raw": raw, "topic_id": name.topic]
    // What answers the first post answers the topic.
    if name.number > 1 { body["reply_to_post_number"] = name.number }
    let answer: PlaceClient.Answer<Written>
    do {
      answer = try await forum.client.ask(.post, "/posts.json", body: .json(body))
    } catch let error as NetworkError where error.kind == .gone {
      throw NetworkError(
        .gone, "What you answer is no longer on \(forum.server.host). Your text is kept.",
        certainlyNotSent: true)
    }
    guard let post = answer.value.post, !answer.value.isHeld else {
      throw NetworkError(
        .refused,
        """
        \(forum.server.host) holds the answer until a moderator lets it through. Look there before \
        you send it again.
        """)
    }
    return sent(post, forum)
  }

  private func beforeSending(
    _ message: OutgoingMessage, _ account: AccountAccess
  ) throws -> (Forum, PostName) {
    let forum = try forum(account)
    guard let parent = message.inReplyTo, let name = PostName(parent.remoteID.rawValue),
      name.server == forum.server
    else {
      throw NetworkError(
        .unsupported, "This account can answer on \(forum.server.host) only.",
        certainlyNotSent: true)
    }
    return (forum, name)
  }

  /// Text as it is typed, which a forum reads as Markdown; only what it would take for a tag of HTML is kept as words.
  static func raw(_ text: String) -> String { Markdown.keepingAngles(in: text) }

  private func sent(_ post: ForumPost, _ forum: Forum) -> Sent {
    let incoming = Incoming(server: forum.server, now: clock.now(), user: forum.user)
    let told = incoming.post(post)
    return Sent(reference: told.reference, at: told.publishedAt, post: told)
  }

  /// Reads the end of the topic back: our words, below the same post, since the first attempt.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    let (forum, name) = try beforeSending(message, account)
    let topic: Topic
    do {
      topic = try await forum.topic(name.topic)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      return .cannotTell
    }
    let since = message.lookFrom - .minutes(2)
    let wanted = Self.raw(message.text).filter { !$0.isWhitespace }
    var ids = topic.stream
    for _ in 0..<5 {
      let some = Array(ids.suffix(40))
      ids.removeLast(some.count)
      let posts = try await forum.posts(some, of: name.topic)
      guard posts.count == some.count || posts.allSatisfy({ $0.raw != nil }) else {
        return .cannotTell
      }
      for post in posts.sorted(by: { $0.number > $1.number }) {
        let at = Dates.instant(post.created) ?? clock.now()
        if at >= since, post.username.lowercased() == forum.user?.lowercased(), !post.isGone,
          (post.raw ?? "").filter({ !$0.isWhitespace }) == wanted,
          (post.answers ?? 1) == name.number
        {
          return .there(sent(post, forum))
        }
      }
      let oldest = posts.compactMap { Dates.instant($0.created) }.min()
      if ids.isEmpty || oldest.map({ $0 < since }) ?? false { return try settled(message, forum) }
    }
    return .cannotTell
  }

  private func settled(_ message: OutgoingMessage, _ forum: Forum) throws -> Found {
    try .absent(
      message, at: forum.server.host, settling: settling, now: clock.now())
  }
}

extension DiscourseNetwork: Editing {
  /// Changes a post in place. One that reads so already is not changed again, so that nobody is told twice.
  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let forum = try forum(account)
    let raw = Self.raw(message.text)
    let (_, name) = try place(of: post, account)
    let standing = try await beforeHandingOver { () async throws -> ForumPost in
      let standing = try await find(post, forum, name)
      guard !standing.isGone else {
        throw NetworkError(.gone, "This post is no longer on \(forum.server.host).")
      }
      return standing
    }
    if standing.raw == raw { return sent(standing, forum) }
    let answer: PlaceClient.Answer<Written> = try await forum.client.ask(
      .put, "/posts/\(standing.id).json",
      body: .json(["post": ["raw": raw, "edit_reason": "Corrected"]]))
    return sent(answer.value.post ?? standing, forum)
  }

  public func written(
    _ post: RemoteReference, as account: AccountAccess
  ) async throws -> String? {
    let (forum, name) = try place(of: post, account)
    return try await find(post, forum, name).raw
  }
}

extension DiscourseNetwork: Deleting {
  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    let (forum, name) = try place(of: post, account)
    do {
      let standing = try await find(post, forum, name)
      guard !standing.isGone else { return }
      try await forum.client.send(.delete, "/posts/\(standing.id).json")
    } catch let error as NetworkError where error.kind == .gone {
      return
    }
  }
}
