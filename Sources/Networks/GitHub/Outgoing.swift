import HeedMarkup
import HeedModel
public import HeedNetwork

extension GitHubNetwork: Answering {
  /// Adds a comment below the thread; in a discussion, below the comment that is answered.
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let (place, name) = try target(message, account)
    let body = Markdown.keepingAngles(in: message.text)
    if name.isDiscussion { return try await discuss(body, name, place) }
    do {
      let comment: Comment = try await place.client.ask(
        .post, "\(name.path)/issues/\(name.number)/comments", body: .json(["body": body])
      ).value
      return try sent(comment, place)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      if let refused = error.cause as? PlaceFault.Forbidden, Place.saysLocked(refused.said) {
        throw place.locked()
      }
      if let there = await moved(name, place) {
        throw NetworkError(
          .refused, "This was moved to \(there.page). Answer it there; your text is kept.",
          certainlyNotSent: true)
      }
      guard error.kind == .gone else { throw error }
      throw NetworkError(
        .gone, "What you answer is no longer on \(place.server.host). Your text is kept.",
        certainlyNotSent: true)
    }
  }

  /// Where an issue stands now that was transferred to another repository: reading follows it, writing does not
  /// (https://docs.github.com/rest/issues/issues#get-an-issue).
  private func moved(_ name: ThreadName, _ place: Place) async -> ThreadName? {
    guard let issue = try? await place.issue(name), let there = ThreadName(issue.page),
      (there.owner.lowercased(), there.repository.lowercased(), there.number)
        != (name.owner.lowercased(), name.repository.lowercased(), name.number)
    else { return nil }
    return there
  }

  private func target(
    _ message: OutgoingMessage, _ account: AccountAccess
  ) throws -> (Place, ThreadName) {
    let place = try place(account)
    guard let name = message.inReplyTo.flatMap({ ThreadName($0.remoteID.rawValue) }),
      name.server == place.server
    else {
      throw NetworkError(
        .unsupported, "This account can answer on \(place.server.host) only.",
        certainlyNotSent: true)
    }
    return (place, name)
  }

  private func sent(_ comment: Comment, _ place: Place) throws -> Sent {
    let incoming = Incoming(server: place.server, now: clock.now())
    guard let post = incoming.post(comment) else {
      throw NetworkError(
        .malformed, "\(place.server.host) answered with something that the desk cannot read.")
    }
    return Sent(reference: post.reference, at: post.publishedAt, post: post)
  }

  private func discuss(_ body: String, _ name: ThreadName, _ place: Place) async throws -> Sent {
    let discussions = Discussions(place: place, now: clock.now())
    let (thread, above) = try await beforeHandingOver { () async throws -> (Discussion, String?) in
      let thread = try await discussions.one(name) { Self.top(of: name, in: $0) != nil }
      return (thread, try Self.above(name, in: thread, place))
    }
    let said = try await discussions.add(body, to: thread.said.id, below: above)
    let parent = above == nil ? nil : Self.page(of: above, in: thread)
    return try sent(said, parent: parent, discussions, place)
  }

  private func sent(
    _ said: Said, parent: RemoteID?, _ discussions: Discussions, _ place: Place
  ) throws -> Sent {
    guard let post = discussions.post(said, parent: parent) else {
      throw NetworkError(
        .malformed, "\(place.server.host) answered with something that the desk cannot read.")
    }
    return Sent(reference: post.reference, at: post.publishedAt, post: post)
  }

  /// Which comment of a discussion stands at the top of where an answer goes: answers have no answers of their own.
  private static func above(
    _ name: ThreadName, in thread: Discussion, _ place: Place
  ) throws -> String? {
    guard name.comment != nil else { return nil }
    guard let top = top(of: name, in: thread) else {
      guard thread.isWhole else {
        throw NetworkError(.unsupported, "\(place.server.host) cannot do this.")
      }
      throw NetworkError(
        .gone, "What you answer is no longer on \(place.server.host). Your text is kept.")
    }
    return top.said.id
  }

  /// The comment that a name names or that stands above it; of a discussion as a whole any will do.
  private static func top(of name: ThreadName, in thread: Discussion) -> Discussion.Comment? {
    func isIt(_ said: Said) -> Bool { said.url.flatMap(ThreadName.init)?.comment == name.comment }
    return thread.comments.first {
      name.comment == nil || isIt($0.said) || $0.replies.contains(where: isIt)
    }
  }

  private static func page(of id: String?, in thread: Discussion) -> RemoteID? {
    thread.comments.first { $0.said.id == id }?.said.url.flatMap(ThreadName.init)?.remoteID
  }

  /// Reads the thread back since the first attempt: the same words by the same account.
  ///
  /// Comments carry no mark of ours: what only programs read has no place in what people wrote.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    let (place, name) = try target(message, account)
    let since = message.lookFrom - .minutes(2)
    let wanted = Self.bare(Markdown.keepingAngles(in: message.text))
    if name.isDiscussion { return try await findDiscussed(message, wanted, since, name, place) }
    let comments: (items: [Comment], isWhole: Bool)
    do {
      comments = try await place.comments(of: name, since: since)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      return .cannotTell
    }
    let ours = comments.items.last { comment in
      comment.user?.login.lowercased() == place.login?.lowercased()
        && Self.bare(comment.body) == wanted
        && (Dates.instant(comment.created) ?? clock.now()) >= since
    }
    if let ours { return .there(try sent(ours, place)) }
    guard comments.isWhole else { return .cannotTell }
    return try settled(message, place)
  }

  private func findDiscussed(
    _ message: OutgoingMessage, _ wanted: String, _ since: Instant, _ name: ThreadName,
    _ place: Place
  ) async throws -> Found {
    let discussions = Discussions(place: place, now: clock.now())
    let thread: Discussion
    do {
      thread = try await discussions.one(name)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      return .cannotTell
    }
    func isOurs(_ said: Said) -> Bool {
      said.author?.login.lowercased() == place.login?.lowercased()
        && Self.bare(said.body) == wanted
        && (Dates.instant(said.created) ?? clock.now()) >= since
    }
    for comment in thread.comments {
      if isOurs(comment.said) {
        return .there(try sent(comment.said, parent: nil, discussions, place))
      }
      if let reply = comment.replies.last(where: isOurs) {
        return .there(
          try sent(reply, parent: Self.page(of: comment.said.id, in: thread), discussions, place))
      }
    }
    // Only the last of a very long one are told.
    guard thread.isWhole else { return .cannotTell }
    return try settled(message, place)
  }

  private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private func settled(_ message: OutgoingMessage, _ place: Place) throws -> Found {
    try .absent(
      message, at: place.server.host, settling: settling, now: clock.now())
  }
}

extension GitHubNetwork: Editing {
  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let place = try place(account)
    let body = Markdown.keepingAngles(in: message.text)
    guard let name = ThreadName(post.remoteID.rawValue), name.server == place.server else {
      throw Self.notOurs(place)
    }
    if name.isDiscussion, name.comment != nil {
      let discussions = Discussions(place: place, now: clock.now())
      let (id, parent) = try await beforeHandingOver {
        try await self.id(of: name, discussions, place)
      }
      return try sent(
        try await discussions.change(id, to: body), parent: parent, discussions, place)
    }
    guard let id = name.commentID else { throw Self.notOurs(place) }
    let comment: Comment = try await place.client.ask(
      .patch, "\(name.path)/issues/comments/\(id)", body: .json(["body": body])
    ).value
    return try sent(comment, place)
  }

  public func written(
    _ post: RemoteReference, as account: AccountAccess
  ) async throws -> String? {
    let place = try place(account)
    guard let name = ThreadName(post.remoteID.rawValue), name.server == place.server else {
      return nil
    }
    if name.isDiscussion, name.comment != nil {
      let discussions = Discussions(place: place, now: clock.now())
      let thread = try await discussions.one(name) { Self.top(of: name, in: $0) != nil }
      return thread.comments.flatMap { [$0.said] + $0.replies }
        .first { $0.url.flatMap(ThreadName.init)?.comment == name.comment }?.body
    }
    guard let id = name.commentID else { return nil }
    let comment: Comment = try await place.client.get("\(name.path)/issues/comments/\(id)").value
    return comment.body
  }

  private static func notOurs(_ place: Place) -> NetworkError {
    NetworkError(
      .unsupported, "Only comments of this account on \(place.server.host) can be changed here.",
      certainlyNotSent: true)
  }

  private func id(
    of name: ThreadName, _ discussions: Discussions, _ place: Place
  ) async throws -> (String, RemoteID?) {
    let thread = try await discussions.one(name) { Self.top(of: name, in: $0) != nil }
    func isIt(_ said: Said) -> Bool { said.url.flatMap(ThreadName.init)?.comment == name.comment }
    for comment in thread.comments {
      if isIt(comment.said) { return (comment.said.id, nil) }
      if let reply = comment.replies.first(where: isIt) {
        return (reply.id, Self.page(of: comment.said.id, in: thread))
      }
    }
    throw Self.missing(name, thread.isWhole)
  }
}

extension GitHubNetwork: Deleting {
  public func mayEdit(_ post: RemoteReference) -> Bool { Self.isComment(post) }
  public func mayDelete(_ post: RemoteReference) -> Bool { Self.isComment(post) }

  private static func isComment(_ post: RemoteReference) -> Bool {
    guard let name = ThreadName(post.remoteID.rawValue) else { return false }
    return name.isDiscussion ? name.comment != nil : name.commentID != nil
  }

  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    let place = try place(account)
    guard let name = ThreadName(post.remoteID.rawValue), name.server == place.server else {
      throw Self.notOurs(place)
    }
    do {
      if name.isDiscussion, name.comment != nil {
        let discussions = Discussions(place: place, now: clock.now())
        try await discussions.delete(try await id(of: name, discussions, place).0)
      } else if let id = name.commentID {
        try await place.client.send(.delete, "\(name.path)/issues/comments/\(id)")
      } else {
        throw Self.notOurs(place)
      }
    } catch let error as NetworkError where error.kind == .gone {
      // The same is said to whoever may not see it any more.
      if error.cause is PlaceFault.Removed { return }
      guard try await isShown(name, as: account) else {
        throw NetworkError(
          .refused, "\(place.server.host) does not allow this.\(PlaceFault.says(nil))",
          certainlyNotSent: true, cause: error)
      }
    }
  }
}
