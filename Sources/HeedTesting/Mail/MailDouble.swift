public import HeedModel
public import HeedNetwork
import Synchronization

/// A mailbox with its two servers, IMAP and SMTP, that lives in a test: people write to it, what we send is kept, and
/// things go wrong on demand. It holds no sockets: `connect` gives an end of a connection in memory, and whoever likes
/// binds `session` to a real one.
///
/// Written from RFC 3501, 2177, 5321 and 4954, not recorded.
public final class MailDouble: Connecting {
  /// What goes wrong, once, at the next chance.
  public enum Fault: Sendable, Hashable {
    /// The connection breaks after the mail came and before it was taken.
    case cutBeforeTaking
    /// It breaks after the mail was taken and before that was said.
    case cutAfterTaking
    /// The SMTP server answers so to the sender of a mail.
    case refusesSender(String)
    /// The SMTP server answers so to what stands behind `DATA`, and takes nothing.
    case refusesMail(String)
    /// The IMAP server answers so to the opening of a folder: `NO [UNAVAILABLE] later`.
    case refusesFolder(String)
    /// The IMAP server answers so to whoever signs in: `NO [UNAVAILABLE] later`.
    case refusesSignIn(String)
    /// The IMAP server says goodbye instead of hello.
    case turnsAway(String)
    /// A connection to either breaks before it is made.
    case noConnection
    /// The IMAP server says this in the middle of an answer, and closes.
    case babbles([UInt8])
    /// The server's copy of what was sent cannot be made.
    case refusesCopy
    /// The IMAP server is silent about a message whose words it is asked for, or gives `NIL`.
    case withholds(UInt32, isNil: Bool)
  }

  /// How the servers behave for good.
  public struct Manner: Sendable {
    public var hasIdle = true
    public var marksSent = true
    public var hasSent = true
    public var hasUIDNext = true
    public var literalsUnasked = false
    public var smtpWays = "PLAIN LOGIN"
    public var imapPlain = true
    public var keepsCopies = false
    public var offersTLS = true
    /// What stands in plain behind the consent to TLS: put there by somebody in between.
    public var injected = ""
    /// Another id than the one that a mail came with.
    public var renames = false
    public init() {}
  }

  struct Message: Sendable {
    var uid: UInt32
    var bytes: [UInt8]
    var flags: Set<String> = []
    var at: Instant
  }

  struct Folder: Sendable {
    var validity: UInt32 = 1
    var next: UInt32 = 1
    var messages: [Message] = []
  }

  struct State {
    var folders: [String: Folder] = ["INBOX": Folder(), "Sent": Folder(), "Archive": Folder()]
    var faults: [Fault] = []
    var password: String
    var token: String?
    var taken: [(from: String, to: [String], bytes: [UInt8])] = []
    var watchers: [UInt64: @Sendable ([UInt8]) -> Void] = [:]
    var closers: [UInt64: @Sendable () -> Void] = [:]
    var connections: [DoubleConnection] = []
    var serial: UInt64 = 0
    var said: [String] = []
    var idling = 0
    var unreadable: Set<UInt32> = []
    var stumbles: [UInt32: Stumbling] = [:]
    /// Connections that are refused from now on.
    var shut = 0
  }

  public let address: String
  public let manner: Manner
  let clock: any DeskClock
  let state: Mutex<State>

  public init(
    address: String = "help@shop.example", password: String, manner: Manner = Manner(),
    clock: any DeskClock
  ) {
    self.address = address
    self.manner = manner
    self.clock = clock
    state = Mutex(State(password: password))
  }

  // MARK: In a test's hand

  /// Puts a mail, as it came, into a folder.
  @discardableResult
  public func deliver(_ bytes: [UInt8], to name: String = "INBOX") -> UInt32 {
    let (uid, watchers, count) = state.withLock { state in
      var folder = state.folders[name] ?? Folder()
      let uid = folder.next
      folder.messages.append(Message(uid: uid, bytes: bytes, at: clock.now()))
      folder.next += 1
      let count = folder.messages.count
      state.folders[name] = folder
      return (uid, name == "INBOX" ? Array(state.watchers.values) : [], count)
    }
    for watcher in watchers { watcher(Array("* \(count) EXISTS\r\n".utf8)) }
    return uid
  }

  @discardableResult
  public func deliver(_ text: String, to name: String = "INBOX") -> UInt32 {
    deliver(Array(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8), to: name)
  }

  public func fail(_ fault: Fault) { state.withLock { $0.faults.append(fault) } }

  public func changePassword(to password: String) {
    state.withLock {
      $0.password = password
      $0.token = nil
    }
  }

  public func accepts(token: String) { state.withLock { $0.token = token } }

  /// Every mail that the SMTP server ever took, oldest first.
  public var taken: [[UInt8]] { state.withLock { $0.taken.map(\.bytes) } }
  public var recipients: [[String]] { state.withLock { $0.taken.map(\.to) } }
  /// Commands that were asked, without what stands behind the first two words: no secrets.
  public var commands: [String] { state.withLock { $0.said } }
  public func messages(in name: String) -> [[UInt8]] {
    state.withLock { $0.folders[name]?.messages.map(\.bytes) ?? [] }
  }

  /// Numbers every message anew, as a server does that lost its index.
  public func renumber(_ name: String, first: UInt32 = 1) {
    state.withLock { state in
      guard var folder = state.folders[name] else { return }
      folder.validity += 1
      for index in folder.messages.indices { folder.messages[index].uid = first + UInt32(index) }
      folder.next = first + UInt32(folder.messages.count)
      state.folders[name] = folder
    }
  }

  public func move(_ uid: UInt32, from name: String, to other: String) {
    let bytes = state.withLock { state -> [UInt8]? in
      guard let index = state.folders[name]?.messages.firstIndex(where: { $0.uid == uid }) else {
        return nil
      }
      return state.folders[name]?.messages.remove(at: index).bytes
    }
    if let bytes { deliver(bytes, to: other) }
  }

  /// How many wait for news.
  public var idling: Int { state.withLock { $0.idling } }

  public func cutConnections() {
    let open = state.withLock { state in
      defer { state.connections = [] }
      return state.connections
    }
    for connection in open { connection.cut() }
  }

  /// Whoever waits for something to come has waited long enough.
  public func letTimePass() {
    for connection in state.withLock({ $0.connections }) { connection.letTimePass() }
  }

  func strikes(where fits: (Fault) -> Bool) -> Fault? {
    state.withLock { state in
      guard let index = state.faults.firstIndex(where: fits) else { return nil }
      return state.faults.remove(at: index)
    }
  }

  // MARK: Connections

  public func connect(to host: String, port: Int, isSecure: Bool) async throws -> any WireConnection
  {
    if strikes(where: { $0 == .noConnection }) != nil || isShut() {
      throw WireError(
        .unreachable, "\(host) cannot be reached at the moment.", certainlyNotSent: true)
    }
    guard let session = session(atPort: port) else {
      throw WireError(.unreachable, "Nobody listens at \(host).", certainlyNotSent: true)
    }
    let connection = DoubleConnection(session: session, isSecure: isSecure)
    state.withLock { $0.connections.append(connection) }
    connection.begin()
    return connection
  }

  /// What speaks at a port of mail; `nil` at any other.
  public func session(atPort port: Int) -> (any MailSession)? {
    switch port {
    case 993, 143, 1143: ImapSession(double: self)
    case 465, 587, 1587: SmtpSession(double: self)
    default: nil
    }
  }
}

/// One end of a conversation, without a socket.
public protocol MailSession: AnyObject, Sendable {
  /// What it says first.
  func begin() -> MailAnswer
  func take(_ bytes: [UInt8]) -> MailAnswer
  /// Where it may say something unasked.
  func listen(_ tell: @escaping @Sendable ([UInt8]) -> Void)
  func end()
}

/// What a session says to what it was told.
public struct MailAnswer: Sendable {
  public var bytes: [UInt8] = []
  public var closes = false
  /// TLS begins behind these bytes.
  public var secures = false
  /// Whoever waits for more has waited long enough.
  var isSilent = false

  init(_ text: String = "", closes: Bool = false, secures: Bool = false) {
    bytes = Array(text.utf8)
    self.closes = closes
    self.secures = secures
  }
}

/// A connection in memory: what is written is answered at once.
public final class DoubleConnection: WireConnection {
  private struct State {
    var inbox: [UInt8] = []
    var isSecure: Bool
    var isClosed = false
    var isCut = false
    /// Time passed while nobody was waiting yet: whoever waits next has waited long enough.
    var timeHasPassed = false
    var reader: CheckedContinuation<[UInt8], any Error>?
  }

  private let session: any MailSession
  private let state: Mutex<State>

  init(session: any MailSession, isSecure: Bool) {
    self.session = session
    state = Mutex(State(isSecure: isSecure))
  }

  func begin() {
    session.listen { [weak self] bytes in self?.push(MailAnswer(bytes)) }
    push(session.begin())
  }

  public var isSecure: Bool { state.withLock { $0.isSecure } }

  public func read(within limit: Duration) async throws -> [UInt8] {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let ready = state.withLock { state -> Result<[UInt8], any Error>? in
          if Task.isCancelled { return .failure(CancellationError()) }
          if !state.inbox.isEmpty {
            defer { state.inbox = [] }
            return .success(state.inbox)
          }
          if state.isCut { return .failure(Self.broken) }
          if state.isClosed { return .success([]) }
          if state.timeHasPassed {
            state.timeHasPassed = false
            return .failure(Self.tooLong)
          }
          state.reader = continuation
          return nil
        }
        if let ready { continuation.resume(with: ready) }
      }
    } onCancel: {
      release(.failure(CancellationError()))
    }
  }

  public func write(_ bytes: [UInt8], within limit: Duration) async throws {
    guard state.withLock({ !$0.isClosed && !$0.isCut }) else { throw Self.broken }
    push(session.take(bytes))
  }

  public func secure() async throws {
    // What came in plain behind the consent is not kept.
    state.withLock {
      $0.isSecure = true
      $0.inbox = []
    }
  }

  public func close() {
    session.end()
    let reader = state.withLock { state in
      state.isClosed = true
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(throwing: Self.broken)
  }

  func cut() {
    state.withLock { $0.isCut = true }
    release(.failure(Self.broken))
  }

  func letTimePass() {
    let reader = state.withLock { state in
      if state.reader == nil { state.timeHasPassed = !state.isClosed }
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(throwing: Self.tooLong)
  }

  private func push(_ answer: MailAnswer) {
    let given = state.withLock { state -> (CheckedContinuation<[UInt8], any Error>, [UInt8])? in
      state.inbox += answer.bytes
      if answer.closes { state.isClosed = true }
      if answer.isSilent { state.timeHasPassed = true }
      guard let reader = state.reader, !state.inbox.isEmpty || state.isClosed else { return nil }
      defer {
        state.reader = nil
        state.inbox = []
      }
      return (reader, state.inbox)
    }
    if let (reader, bytes) = given { reader.resume(returning: bytes) }
  }

  private func release(_ result: Result<[UInt8], any Error>) {
    let reader = state.withLock { state in
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(with: result)
  }

  private static let tooLong = WireError(
    .timeout, "Nothing came for too long.", certainlyNotSent: false)
  private static let broken = WireError(.cut, "The connection broke.", certainlyNotSent: false)
}

extension MailAnswer {
  fileprivate init(_ bytes: [UInt8]) {
    self.init()
    self.bytes = bytes
  }
}
