import HeedMarkup
import HeedModel
public import HeedNetwork

extension LemmyNetwork: Answering {
  /// Where a message goes.
  private enum Target: Sendable {
    case below(post: Int, comment: Int?)
    case privately(person: Int)
  }

  /// Answers below what is answered; what is to be private goes to its author as a message.
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let (server, target) = try await beforeHandingOver { () async throws -> (LemmyServer, Target) in
      let server = try await self.server(account)
      return (server, try await self.target(message, server))
    }
    let content = Markdown.keepingAngles(in: message.text)
    switch target {
    case .privately(let person):
      let answer: PlaceClient.Answer<OneMessage> = try await server.client.ask(
        .post, "/private_message", body: .json(["content": content, "recipient_id": person]))
      return try await sent(.message(answer.value.view), server)
    case .below(let post, let comment):
      var body: [String: any Sendable] = ["content": content, "post_id": post]
      if let comment { body["parent_id"] = comment }
      let fields = body
      let answer: PlaceClient.Answer<OneComment> = try await server.gone {
        try await server.client.ask(.post, "/comment", body: .json(fields))
      }
      return try await sent(.comment(answer.value.view), server)
    }
  }

  private func target(_ message: OutgoingMessage, _ server: LemmyServer) async throws -> Target {
    guard let parent = message.inReplyTo else {
      throw NetworkError(.unsupported, "This account can answer on \(server.server.host) only.")
    }
    if let local = LocalName(parent, on: server.server) {
      switch local.kind {
      case .message:
        guard let with = local.with else { break }
        return .privately(person: with)
      case .post where message.visibility != .private: return .below(post: local.id, comment: nil)
      case .post:
        return .privately(person: try await server.post(local.id).creator.id)
      case .comment:
        let view = try await server.comment(local.id)
        return target(view, message.visibility)
      }
    }
    // Heard elsewhere: the server fetches it by its name (/resolve_object).
    let resolved: PlaceClient.Answer<Resolved> = try await server.gone {
      try await server.client.get("/resolve_object", [("q", parent.remoteID.rawValue)])
    }
    switch resolved.value.view {
    case .comment(let view): return target(view, message.visibility)
    case .post(let view):
      return message.visibility == .private
        ? .privately(person: view.creator.id) : .below(post: view.post.id, comment: nil)
    case .message, nil:
      throw NetworkError(
        .gone,
        """
        What you answer is not on \(server.server.host): it was deleted, \
        or this server cannot see it. Your text is kept.
        """)
    }
  }

  private func target(_ view: CommentView, _ visibility: Visibility) -> Target {
    visibility == .private
      ? .privately(person: view.creator.id)
      : .below(post: view.comment.post ?? view.post?.id ?? 0, comment: view.comment.id)
  }

  private func sent(_ view: View, _ server: LemmyServer) async throws -> Sent {
    let intake = intake(server)
    let reference = intake.reference(view)
    if case .comment(let view) = view {
      await knowledge.note(
        comment: view.comment.id, on: server.server, is: reference.remoteID)
    }
    // It did go out: a name above that cannot be asked for right now must not turn that into a failure.
    let post = try? await intake.post(view)
    return Sent(
      reference: reference, at: Dates.instant(view.said.published) ?? clock.now(), post: post)
  }

  /// Reads the post's newest comments, or our newest messages, back to the first attempt.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    let server = try await self.server(account)
    let target: Target
    do {
      target = try await self.target(message, server)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      return .cannotTell
    }
    let path: String
    var query = [("limit", "50"), ("sort", server.newest)]
    switch target {
    case .below(let post, _):
      path = "/comment/list"
      query += [("post_id", String(post)), ("type_", server.everywhere)]
    case .privately:
      // The list of v4 has only what came to us.
      guard server.version == .v3 else { return .cannotTell }
      path = "/private_message/list"
      query += [("unread_only", "false")]
    }
    let wanted = Markdown.keepingAngles(in: message.text).filter { !$0.isWhitespace }
    let since = message.lookFrom - .minutes(2)
    var below: String?
    for number in 1...5 {
      var asked = query
      if server.version == .v3 { asked.append(("page", String(number))) }
      if let below { asked.append(("page_cursor", below)) }
      let views: Views = try await server.client.get(path, asked).value
      guard views.views.items.count == views.views.count, !views.views.isUnsaid else {
        return .cannotTell
      }
      for view in views.views.items {
        let at = Dates.instant(view.said.published) ?? clock.now()
        if at >= since, isOurs(view, at: target, server),
          view.said.content.filter({ !$0.isWhitespace }) == wanted
        {
          return .there(try await sent(view, server))
        }
      }
      let oldest = views.views.items.compactMap { Dates.instant($0.said.published) }.min()
      if views.views.count < 50 || oldest.map({ $0 < since }) ?? false {
        return try settled(message, server)
      }
      below = server.version == .v4 ? views.next : nil
      if server.version == .v4, below == nil { return try settled(message, server) }
    }
    return .cannotTell
  }

  private func isOurs(_ view: View, at target: Target, _ server: LemmyServer) -> Bool {
    switch (view, target) {
    case (.comment(let view), .below(_, let comment)):
      !view.comment.isGone && String(view.creator.id) == server.personID
        && view.comment.above == comment
    case (.message(let view), .privately(let person)):
      !view.message.isGone && String(view.creator.id) == server.personID
        && view.recipient.id == person
    default: false
    }
  }

  private func settled(_ message: OutgoingMessage, _ server: LemmyServer) throws -> Found {
    try .absent(
      message, at: server.server.host, settling: settling, now: clock.now())
  }
}

extension LemmyNetwork: Editing {
  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let content = Markdown.keepingAngles(in: message.text)
    let (server, local) = try await beforeHandingOver {
      try await ours(post, account)
    }
    return try await server.gone {
      if local.kind == .message {
        let answer: PlaceClient.Answer<OneMessage> = try await server.client.ask(
          .put, "/private_message",
          body: .json(["private_message_id": local.id, "content": content]))
        return try await sent(.message(answer.value.view), server)
      }
      let standing = try await beforeHandingOver { try await server.comment(local.id) }
      guard !standing.comment.isGone else {
        throw NetworkError(
          .gone, "It is no longer on \(server.server.host).", certainlyNotSent: true)
      }
      // One that reads so already is not changed again.
      if standing.comment.content == content { return try await sent(.comment(standing), server) }
      let answer: PlaceClient.Answer<OneComment> = try await server.client.ask(
        .put, "/comment", body: .json(["comment_id": local.id, "content": content]))
      return try await sent(.comment(answer.value.view), server)
    }
  }

  public func written(
    _ post: RemoteReference, as account: AccountAccess
  ) async throws -> String? {
    let (server, local) = try await ours(post, account)
    guard local.kind == .comment else { return nil }
    return try await server.gone { try await server.comment(local.id) }.comment.content
  }

  fileprivate func ours(
    _ post: RemoteReference, _ account: AccountAccess
  ) async throws -> (LemmyServer, LocalName) {
    let server = try await self.server(account)
    if let local = LocalName(post, on: server.server), local.kind != .post {
      return (server, local)
    }
    let resolved: PlaceClient.Answer<Resolved> = try await server.gone {
      try await server.client.get("/resolve_object", [("q", post.remoteID.rawValue)])
    }
    guard let view = resolved.value.view,
      let local = LocalName(intake(server).reference(view), on: server.server), local.kind != .post
    else {
      throw NetworkError(
        .unsupported, "Only comments of this account on \(server.server.host) can be changed here.",
        certainlyNotSent: true)
    }
    return (server, local)
  }
}

extension LemmyNetwork {
  /// Comments and messages; what begins a thread is changed on its own page.
  public func mayEdit(_ post: RemoteReference) -> Bool { Self.isSaidBelow(post) }
  public func mayDelete(_ post: RemoteReference) -> Bool { Self.isSaidBelow(post) }

  private static func isSaidBelow(_ post: RemoteReference) -> Bool {
    !(post.local ?? post.remoteID.rawValue).contains("/post/")
  }
}

extension LemmyNetwork: Deleting {
  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    do {
      let (server, local) = try await ours(post, account)
      let isMessage = local.kind == .message
      let path = isMessage ? "/private_message" : "/comment"
      let body: [String: any Sendable] = [
        isMessage ? "private_message_id" : "comment_id": local.id, "deleted": true,
      ]
      _ = try await server.gone {
        switch server.version {
        case .v3: try await server.client.send(.post, path + "/delete", body: .json(body))
        case .v4: try await server.client.send(.delete, path, body: .json(body))
        }
      }
    } catch let error as NetworkError where error.kind == .gone {
      return
    }
  }
}
