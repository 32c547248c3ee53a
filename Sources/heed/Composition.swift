import BlueskyNetwork
import DiscourseNetwork
import FeedsNetwork
import Foundation
import GitHubNetwork
import HackerNewsNetwork
import HeedDesk
import HeedModel
import HeedNetwork
import HeedPostgres
import HeedReading
import HeedSQLite
import HeedStore
import HeedWeb
import HeedWire
import LemmyNetwork
import Logging
import MailNetwork
import MastodonNetwork
import PracticeNetwork
import ServiceLifecycle
import UnixSignals
import WebNetwork
import WordPressNetwork

/// The one place where the house is put together. No logic: who gets what.
struct Composition {
  var configuration: DeskConfiguration
  var logger: Logger
  var database: any SQLDatabase
  var store: Store
  var wire: HTTPWire
  var desk: Desk
  let clock = SystemClock()
  private let lock: DeskLock?

  /// - Parameter alone: this process serves the desk, and no other may on the same folder.
  init(
    _ configuration: DeskConfiguration, practice: PracticeNetwork? = nil,
    besides others: [any Network] = [], alone: Bool = false
  ) async throws {
    self.configuration = configuration
    logger = Self.logger(configuration)
    lock = alone ? try DeskLock(configuration) : nil
    try FileManager.default.createDirectory(
      atPath: configuration.data, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    database = try Self.database(configuration)
    try await Migrator(Migrations.all).migrate(database, clock: clock)
    store = Store(database: database)
    if alone {
      let rotation = KeyRotation(configuration, store)
      if rotation.isUnfinished { _ = try await rotation.run() }
    }
    wire = HTTPWire(configuration: try configuration.wayOut(clock: clock), logger: logger)
    let address = DeskAddress(base: configuration.address, isPublic: configuration.isPublic)
    var networks = Self.networks(
      wire: wire, connections: wire, records: wire, clock: clock, configuration)
    networks += others
    if let practice {
      networks.append(practice)
    } else if configuration.flag("practice") {
      networks.append(
        try Self.practice(
          seed: 1, journal: configuration.data + "/practice.jsonl", clock: clock))
    }
    desk = Desk(
      record: store, networks: Networks(networks), reader: TrainedReader(),
      vault: Vault(key: try KeyFile.load(configuration.key)),
      uploads: FolderOfUploads(path: configuration.data + "/media"), clock: clock,
      randomness: SystemRandomness(),
      address: address,
      logger: logger, wire: wire,
      media: FolderOfMedia(path: configuration.data + "/fetched"),
      pages: WebPages(wire: wire, clock: clock),
      memberMail: try configuration.memberPost(wire),
      isOnlyProcess: !configuration.isPostgres, promises: PromiseFinder(),
      meanings: WordVectors())
  }

  /// Those of the world outside.
  static func networks(
    wire: any Wire, connections: any Connecting, records: (any NameRecords)?,
    clock: any DeskClock, _ configuration: DeskConfiguration
  ) -> [any Network] {
    let all: [any Network] = [
      FeedsNetwork(wire: wire, clock: clock),
      MastodonNetwork(
        wire: wire, clock: clock, publicServers: configuration.list("mastodon.servers"),
        randomness: SystemRandomness()),
      MailNetwork(wire: wire, connections: connections, records: records, clock: clock),
      DiscourseNetwork(wire: wire, clock: clock, randomness: SystemRandomness()),
      GitHubNetwork(wire: wire, clock: clock),
      LemmyNetwork(wire: wire, clock: clock),
      BlueskyNetwork(
        wire: wire, clock: clock, randomness: SystemRandomness(),
        jetstream: configuration.list("bluesky.jetstream"), view: configuration["bluesky.view"],
        directory: configuration["bluesky.directory"], records: records),
      WebNetwork(
        wire: wire, clock: clock,
        desk: DeskAddress(base: configuration.address, isPublic: configuration.isPublic),
        paths: [.webmention: Route.takeWebmention.path, .pingback: Route.takePingback.path]),
      WordPressNetwork(wire: wire, clock: clock),
    ]
    return configuration.flag("hackernews")
      ? all + [HackerNewsNetwork(wire: wire, clock: clock)] : all
  }

  static func practice(seed: UInt64, journal: String, clock: SystemClock) throws -> PracticeNetwork
  {
    PracticeNetwork(
      service: try PracticeService(
        settings: PracticeSettings(seed: seed), clock: clock,
        journal: PracticeJournal(path: journal)))
  }

  static func logger(_ configuration: DeskConfiguration) -> Logger {
    var logger = Logger(label: "heed") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(rawValue: configuration["log"]) ?? .info
    return logger
  }

  static func database(_ configuration: DeskConfiguration) throws -> any SQLDatabase {
    if configuration.isPostgres {
      return try PostgresDatabase(connectionString: configuration["database"])
    }
    try FileManager.default.createDirectory(
      atPath: configuration.data, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let path = configuration.data + "/heed.sqlite"
    // People's words, private ones too, are nobody else's on this machine, whoever made the folder. Files beside the
    // database get its mode from it.
    umask(0o077)
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + end)
    }
    return try SQLiteDatabase(path: path)
  }

  /// Everything that runs, in the order of starting; stopped the other way round.
  func run(
    besides others: [any Service] = [], lines: @escaping @Sendable () async throws -> Void
  ) async throws {
    OpenFiles.allowAll()
    let live = LiveFeed(desk: desk)
    let server = WebServer(
      desk: desk, live: live,
      configuration: WebConfiguration(
        host: configuration.host, port: configuration.port,
        trustsProxy: configuration.flag("proxied"), isSecure: configuration.isSecure,
        names: configuration.list("listen.names")),
      logger: logger)
    let certificates = try configuration.tls.map {
      try Certificates($0, clock: clock, logger: logger)
    }
    let door = try Door.desk(server, certificates: certificates) { _ in try? await lines() }
    var services: [any Service] = [
      Outbox(desk: desk, isOnlyProcess: !configuration.isPostgres), Listener(desk: desk),
      Rechecker(desk: desk), MentionLooker(desk: desk), PostCounter(desk: desk),
      Janitor(desk: desk), live,
      Teller(desk: desk, words: DigestView(base: configuration.address)),
      Subscriber(desk: desk) { Route.notes(token: $0).path },
      ProofLetters(desk: desk) { Route.proofLink(token: $0).path },
    ]
    if configuration.isPostgres { services.append(Attendance(desk: desk)) }
    if let certificates { services += [certificates, HangUp { certificates.reload() }] }
    if let port = configuration.redirectPort {
      services.append(
        Door.redirect(
          host: configuration.host, port: port, to: configuration.address, logger: logger))
    }
    services.append(door)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map { .init(service: $0) }
          + others.map { .init(service: $0, successTerminationBehavior: .ignore) },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
    await wire.shutdown()
    try await database.close()
    lock?.release()
  }
}
