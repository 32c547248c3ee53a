public import HeedDesk
public import HeedModel
public import HeedNetwork
public import HeedReading
import HeedSQLite
public import HeedStore
public import Logging

/// A whole desk for tests: a record in memory, a clock that a test moves, a fake network with an
/// account, and members of each role.
public struct TestDesk: Sendable {
  public static let password = "correct horse battery"

  public let desk: Desk
  public let store: any Record
  public let database: any SQLDatabase
  public let clock: ManualClock
  /// The far side's own: it goes on where a test sets the desk's back.
  public let farClock: ManualClock
  public let far: FarSide
  public let uploads: MemoryUploads
  /// What the desk's own requests for faces and pictures are answered by.
  public let wire: ScriptedWire
  public let media: MemoryMedia
  public let pages: MemoryPages
  /// What members are written.
  public let mail = MemoryMail()
  public let lead: Viewer
  /// Both answer what is private on the account.
  public let alicia: Viewer
  public let bruno: Viewer
  /// A member who does not.
  public let carla: Viewer
  public let observer: Viewer
  public let account: ID<Account>
  public let source: ID<Source>

  /// - Parameters:
  ///   - keyLife: for how long the far side honours keys; `nil` when it ignores them.
  ///   - database: migrated when it was not; in memory unless given.
  ///   - isOnlyProcess: no other machine serves the same record.
  ///   - reach: whom replies answer there.
  public init(
    seed: UInt64 = 1, keyLife: Duration? = .hours(1), limit: Int = 200,
    reach: ReplyReach = .author,
    database: (any SQLDatabase)? = nil, isOnlyProcess: Bool = true,
    logger: Logger = TestDesk.quiet
  ) async throws {
    let clock = ManualClock()
    let database: any SQLDatabase =
      if let database { database } else { try await SQLiteDatabase.ready() }
    try await Migrator(Migrations.all).migrate(database, clock: clock)
    let store = Store(database: database)
    let farClock = ManualClock(clock.now())
    let far = FarSide(clock: farClock, keyLife: keyLife)
    let uploads = MemoryUploads()
    let (wire, media, pages) = (ScriptedWire(), MemoryMedia(), MemoryPages())
    let desk = Self.make(
      store, [FakeNetwork(far: far, limit: limit, reach: reach)], uploads, clock,
      SeededRandomness(seed: seed),
      wire: wire, media: media, pages: pages, mail: mail, isOnlyProcess: isOnlyProcess,
      logger: logger)
    self.wire = wire
    self.media = media
    self.pages = pages
    func add(_ name: String, _ role: Role) async throws -> Viewer {
      let member = try await desk.addMember(
        name: name, email: name.lowercased() + "@desk.example", password: Self.password,
        role: role)
      return Viewer(member: member.id, role: role)
    }
    lead = try await add("Lena", .lead)
    alicia = try await add("Alicia", .member)
    bruno = try await add("Bruno", .member)
    carla = try await add("Carla", .member)
    observer = try await add("Olga", .observer)
    self.desk = desk
    self.store = store
    self.database = database
    self.clock = clock
    self.farClock = farClock
    self.far = far
    self.uploads = uploads
    account = try await Self.connect("", to: desk, by: lead)
    try await desk.change(
      account, custom: .none, answerers: [lead.member, alicia.member, bruno.member], by: lead)
    let id = account
    source = try await store.read { tx in
      try tx.sources().first { $0.account == id }?.id ?? ID(0)
    }
    var settings = try await desk.settings()
    settings.undoSeconds = 10
    try await desk.save(settings, by: lead)
  }

  public static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private static func make(
    _ record: any Record, _ networks: [any Network], _ uploads: MemoryUploads,
    _ clock: ManualClock, _ randomness: SeededRandomness, wire: ScriptedWire? = nil,
    media: MemoryMedia? = nil, pages: MemoryPages? = nil, mail: MemoryMail? = nil,
    isOnlyProcess: Bool = true,
    logger: Logger = TestDesk.quiet, reader: any Reader = PlainReader()
  ) -> Desk {
    Desk(
      record: record, networks: Networks(networks), reader: reader,
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: uploads, clock: clock,
      randomness: randomness,
      address: DeskAddress(base: "https://desk.example", isPublic: true),
      logger: logger, wire: wire, media: media, pages: pages, memberMail: mail,
      passwordCost: .least, isOnlyProcess: isOnlyProcess, promises: PromiseFinder(),
      meanings: WordVectors())
  }

  /// Time goes by, here and over there.
  public func pass(_ duration: Duration) {
    farClock.advance(by: duration)
    clock.advance(by: duration)
  }

  /// A further process on the same record: after a crash, or beside the first.
  /// - Parameters:
  ///   - late: how much later a request comes in that was on its way when the fuse burnt.
  ///   - elsewhere: accounts that speak with another far side.
  ///   - database: its own connections to the same database, where it is another machine.
  ///   - reader: what this process reads with.
  public func another(
    seed: UInt64, fuse: Fuse = Fuse(), late: Duration? = nil,
    elsewhere: [ID<Account>: FarSide] = [:], on database: (any SQLDatabase)? = nil,
    reader: any Reader = PlainReader()
  ) -> Desk {
    Self.make(
      FusedRecord(database.map { Store(database: $0) } ?? store, fuse: fuse),
      [FakeNetwork(far: far, fuse: fuse, late: late, elsewhere: elsewhere)], uploads, clock,
      SeededRandomness(seed: seed), wire: wire, mail: mail, isOnlyProcess: database == nil,
      reader: reader)
  }

  /// A desk that nobody set up yet.
  public static func empty() async throws -> Desk {
    let clock = ManualClock()
    let database = try await SQLiteDatabase.ready()
    return make(
      Store(database: database), [FakeNetwork(far: FarSide(clock: clock, keyLife: nil))],
      MemoryUploads(), clock, SeededRandomness())
  }

  /// Signs an account in.
  /// - Parameter name: whose handle it is; empty for the shop's.
  @discardableResult
  public func connect(_ name: String, by lead: Viewer, lending: Bool = false) async throws
    -> ID<Account>
  {
    try await Self.connect(name, to: desk, by: lead, lending: lending)
  }

  private static func connect(
    _ name: String, to desk: Desk, by lead: Viewer, lending: Bool = false
  ) async throws -> ID<Account> {
    let (_, sealed) = try await desk.beginSignIn(
      FakeNetwork.name, server: "fake.example", by: lead)
    return try await desk.finishSignIn(
      FakeNetwork.name, sealed: sealed, answer: .token(name), lending: lending, by: lead)
  }

  /// Somebody says something, now.
  /// - Returns: the thread that it stands in.
  @discardableResult
  public func says(
    _ text: String, id: String, by author: String = "ana", parent: RemoteID? = nil,
    toUs: Bool = true, visibility: Visibility = .public
  ) async throws -> ID<Conversation> {
    try await hear([
      .post(
        FakeNetwork.post(
          id, text, by: author, at: clock.now(), parent: parent, toUs: toUs,
          visibility: visibility))
    ])
    return try await post(id).conversation
  }

  public func hear(_ events: [RemoteEvent]) async throws {
    try await desk.hear(events, from: source)
  }

  /// A stored post by the network's id.
  public func post(_ id: String) async throws -> Post {
    let found = try await store.read {
      try $0.posts(FakeNetwork.name, remoteIDs: [RemoteID(id)]).first
    }
    guard let found else { throw Problem(.notFound, "No post \(id) is stored.") }
    return found
  }

  public func conversation(_ id: ID<Conversation>) async throws -> Conversation {
    guard let found = try await store.read({ try $0.conversation(id) }) else {
      throw Problem(.notFound, "No conversation \(id) is kept.")
    }
    return found
  }

  public func reply(_ id: ID<Reply>) async throws -> Reply {
    guard let found = try await store.read({ try $0.reply(id) }) else {
      throw Problem(.notFound, "No reply \(id) is stored.")
    }
    return found
  }

  /// What happened in a conversation, in order.
  public func events(of id: ID<Conversation>) async throws -> [EventKind] {
    let all = lead
    return try await store.read { try $0.events(of: id, kinds: [], for: all) }.map(\.kind)
  }
}
