import HeedModel
public import HeedNetwork

extension MastodonNetwork: Answering {
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let (intake, body) = try await beforeSending { () async throws -> Prepared in
      let intake = try await self.intake(client(account), account: account)
      let parent = try await parent(of: message, intake)
      return (intake, Outgoing(message, parent: parent, intake: intake).body)
    }
    let status: Status
    do {
      status = try await intake.client.ask(
        .post, Path.statuses, body: .json(body), key: message.key, timeout: .seconds(60)
      ).value
    } catch let error as NetworkError where error.kind == .gone {
      throw NetworkError(
        .gone,
        "What you answer is no longer on \(intake.server.host). Your text is kept.",
        certainlyNotSent: true)
    }
    return await sent(status, intake)
  }

  private typealias Prepared = (Intake, [String: any Sendable])

  func sent(_ status: Status, _ intake: Intake) async -> Sent {
    let now = clock.now()
    let reference = intake.incoming.reference(status)
    await intake.servers.note(status.id, on: intake.server, is: reference.remoteID)
    // It did go out: a parent that cannot be named right now must not turn that into a failure.
    let post = try? await intake.post(status)
    return Sent(reference: reference, at: Dates.instant(status.createdAt) ?? now, post: post)
  }

  /// What a message answers, as our server has it.
  func parent(of message: OutgoingMessage, _ intake: Intake) async throws -> Status? {
    guard let reference = message.inReplyTo else { return nil }
    guard let status = try await intake.find(reference) else {
      throw NetworkError(
        .gone,
        """
        What you answer is not on \(intake.server.host): it was deleted, \
        or this server cannot see it. Your text is kept.
        """,
        certainlyNotSent: true)
    }
    return status
  }
}

/// A message as a server wants it.
struct Outgoing {
  let body: [String: any Sendable]

  init(_ message: OutgoingMessage, parent: Status?, intake: Intake) {
    let mentions = parent.map { Self.mentions(for: $0, in: message.text, intake) } ?? []
    var body: [String: any Sendable] = [
      "status": (mentions + [message.text]).joined(separator: " "),
      "visibility": Self.word(
        Self.narrower(message.visibility, parent.map { intake.visibility(of: $0) })),
    ]
    if let parent { body["in_reply_to_id"] = parent.id }
    if let warning = message.warning, !warning.isEmpty {
      body["spoiler_text"] = warning
      body["sensitive"] = true
    }
    if let language = message.language { body["language"] = language }
    if !message.media.isEmpty { body["media_ids"] = message.media.map(\.rawValue) }
    if intake.knowledge.wantsPlainText { body["content_type"] = "text/plain" }
    self.body = body
  }

  /// Who is not named in a reply is not told of it: the parent's author is named first, or, below a post of ours, those
  /// whom that one names; unless the text does it.
  private static func mentions(for parent: Status, in text: String, _ intake: Intake) -> [String] {
    let domain = intake.knowledge.domain
    func isUs(_ acct: String) -> Bool {
      RemoteIDs.person(acct, domain: domain) == intake.me?.remoteID
    }
    let author = parent.account.acct
    let told = isUs(author) ? parent.mentions.map(\.acct).filter { !isUs($0) } : [author]
    let names = Self.names(in: text)
    return told.filter { acct in
      let whole = RemoteIDs.address(acct, domain: domain).lowercased()
      // Without a host a name means somebody of our own server.
      let isOfOurs = whole.hasSuffix("@" + domain.lowercased())
      let short = isOfOurs ? String(whole.dropLast(domain.utf8.count + 1)) : nil
      return !names.contains(whole) && short.map(names.contains) != true
    }.map { "@" + $0 }
  }

  private static func names(in text: String) -> Set<String> {
    let words = text.lowercased().split { $0.isWhitespace || "()[],;:!?\"".contains($0) }
    return Set(
      words.filter { $0.hasPrefix("@") }.map { word in
        String(word.reversed().drop { $0 == "." || $0 == "'" }.reversed())
      })
  }

  /// An answer is never read by more people than what it answers.
  static func narrower(_ ours: Visibility, _ theirs: Visibility?) -> Visibility {
    guard let theirs else { return ours }
    let order: [Visibility] = [.public, .unlisted, .followers, .private]
    let at = max(order.firstIndex(of: ours) ?? 3, order.firstIndex(of: theirs) ?? 3)
    return order[at]
  }

  static func word(_ visibility: Visibility) -> String {
    switch visibility {
    case .public: "public"
    case .unlisted: "unlisted"
    case .followers: "private"
    case .private: "direct"
    }
  }
}
