public import HeedModel
public import HeedNetwork

/// Mailboxes: heard by IMAP, answered by SMTP.
///
/// What passes through a mailbox is between whoever wrote and those who answer there: every post is private.
/// `Docs/networks/mail.md` says what is heard, what is not answered, and why.
public struct MailNetwork: Network {
  /// The kinds of its sources.
  public enum Kind {
    /// What comes to the mailbox.
    public static let inbox = "inbox"
    /// What was sent from it, also from elsewhere.
    public static let sent = "sent"
  }

  public static let name = NetworkName("mail")
  public var name: NetworkName { Self.name }
  public var title: Message { "Mail" }
  public var replyReach: ReplyReach { .everybody }

  let wire: any Wire
  let connections: any Connecting
  let records: (any NameRecords)?
  let clock: any DeskClock
  let pace: Pace

  /// - Parameters:
  ///   - wire: for looking up where a mailbox stands.
  ///   - connections: for the mailbox itself.
  ///   - records: name servers, for looking up where a mailbox stands; `nil` where they are not asked.
  public init(
    wire: any Wire, connections: any Connecting, records: (any NameRecords)? = nil,
    clock: any DeskClock, pace: Pace = Pace()
  ) {
    self.records = records
    self.wire = wire
    self.connections = connections
    self.clock = clock
    self.pace = pace
  }

  /// How a mailbox is read.
  public struct Pace: Sendable {
    /// How far back a mailbox is read when it is added.
    public var past: Duration = .days(30)
    /// Messages of one pass.
    public var messages = 100
    /// Bytes of one mail that are read at first: words mostly come first.
    public var mailBytes = 256 << 10
    /// Bytes of one mail that goes on behind those: words and the names of attachments may stand behind a picture.
    public var wholeBytes = 8 << 20
    /// Bytes of one pass; a pass brings at least one mail.
    public var passBytes = 8 << 20
    /// A server may end a connection that says nothing for half an hour (RFC 3501, 5.4).
    public var idle: Duration = .minutes(24)
    /// Searches of one pass for what a mail answers that does not say so well.
    public var searches = 20

    public init() {}
  }

  func mailbox(_ account: AccountAccess?) throws -> Mailbox {
    guard let account, let mailbox = Mailbox(account) else {
      throw NetworkError(
        .signedOut, "This mailbox is not signed in. Add it again.", certainlyNotSent: true)
    }
    return mailbox
  }

  func open(_ mailbox: Mailbox) async throws -> ImapClient {
    let client = try await ImapClient.open(mailbox.incoming, through: connections)
    do {
      try await client.signIn(mailbox.secret)
      return client
    } catch {
      await client.close()
      throw error
    }
  }

  /// Does something with an open mailbox, and leaves it.
  func with<T: Sendable>(
    _ mailbox: Mailbox, _ body: (ImapClient) async throws -> T
  ) async throws -> T {
    let client = try await open(mailbox)
    return try await client.leaving { try await body(client) }
  }
}

extension ImapClient {
  /// Does something with the open mailbox and leaves it as is polite; where that fails the connection is only closed.
  nonisolated func leaving<T: Sendable>(_ body: () async throws -> T) async throws -> T {
    do {
      let result = try await body()
      await leave()
      return result
    } catch {
      await close()
      throw error
    }
  }
}
