import HeedModel
public import HeedNetwork

extension MailNetwork: Streaming {
  /// Stays in the folder and is told of each new mail (IDLE, RFC 2177), on one connection.
  ///
  /// A server without IDLE is asked once a minute.
  public func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    let follower = Follower(network: self, source: source)
    return AsyncThrowingStream { try await follower.next() }
  }
}

/// Follows one folder for as long as somebody asks it for more.
private actor Follower {
  private let network: MailNetwork
  private var source: ListeningSource
  private var client: ImapClient?
  private var mailbox: Mailbox?

  init(network: MailNetwork, source: ListeningSource) {
    self.network = network
    self.source = source
  }

  deinit {
    // Whoever listened went away; the server need not wait for half an hour. Closing does not wait for anything.
    if let client { Task { await client.close() } }
  }

  func next() async throws -> Heard? {
    guard source.kind == MailNetwork.Kind.inbox else {
      throw NetworkError(.unsupported, "What was sent is looked at now and then.")
    }
    do {
      while true {
        try Task.checkCancellation()
        if let heard = try await look() { return heard }
      }
    } catch {
      await client?.close()
      client = nil
      throw error
    }
  }

  /// What is new, or what came of waiting for it: nothing yet.
  private func look() async throws -> Heard? {
    let (mailbox, begun) = try await begun()
    var client = begun
    // Where its connection broke it went on with another, which is closed with the rest.
    defer { self.client = client }
    let heard = try await network.hear(source, mailbox, &client)
    let isNew = !heard.events.isEmpty || heard.cursor != source.cursor
    source.cursor = heard.cursor
    if isNew { return heard }
    // What came since is told by this, what comes from now on by the waiting.
    let folder = try await client.examine("INBOX")
    if let at = MailCursor(source.cursor), at.validity == folder.validity, folder.next <= at.next {
      try await wait(client, until: at)
    }
    return nil
  }

  private func begun() async throws -> (Mailbox, ImapClient) {
    if let mailbox, let client, await !client.isOver { return (mailbox, client) }
    let (mailbox, client) = try await network.enter(source.account)
    (self.mailbox, self.client) = (mailbox, client)
    guard await client.has("IDLE") else {
      throw NetworkError(
        .unsupported, "This server tells nothing by itself. It is asked once a minute.")
    }
    return (mailbox, client)
  }

  /// Until something comes, or what was set aside is asked for again.
  private func wait(_ client: ImapClient, until cursor: MailCursor) async throws {
    let limit = min(
      network.pace.idle, cursor.untilHeld(network.clock.now()) ?? network.pace.idle)
    try await withTaskCancellationHandler {
      _ = try await client.idle(for: limit)
    } onCancel: {
      // The one thing that ends a wait for the other side. Nothing else is done with the client any more.
      Task { await client.close() }
    }
  }
}
