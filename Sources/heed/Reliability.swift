import ArgumentParser
import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedWire
import Logging
import PracticeNetwork
import ServiceLifecycle
import UnixSignals

/// Writes replies and sends them through the real outbox until `Scripts/check-reliability` ends it, again and again.
struct BenchSend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-send", abstract: "For Scripts/check-reliability.", shouldDisplay: false)

  @Option(help: "Folder of the desk.") var data: String
  @Option(help: "Where the practice network's far side listens.") var practice: String
  @Option(help: "Number of the next reply.") var next: Int
  @Option(help: "Number of the last reply.") var last: Int
  @Option(help: "Milliseconds between two replies.") var every: Int64 = 20

  func run() async throws {
    let bench = try await Bench(data) { clock, logger in
      let host = practice.split(separator: "/").last.map(String.init) ?? ""
      let wire = HTTPWire(
        configuration: WireConfiguration(
          userAgent: "Heed reliability check", proxy: ProxySettings(environment: [:]),
          allowedHosts: [host], clock: clock, randomness: SystemRandomness()),
        logger: logger)
      return PracticeNetwork(wire: wire, at: practice)
    }
    let viewer = try await bench.lead()
    if try await bench.store.read({ try $0.accounts() }).isEmpty {
      let (_, sealed) = try await bench.desk.beginSignIn(
        PracticeNetwork.name, server: "", by: viewer)
      _ = try await bench.desk.finishSignIn(
        PracticeNetwork.name, sealed: sealed, answer: .token(""), lending: false, by: viewer)
      var settings = try await bench.desk.settings()
      settings.undoSeconds = 0
      try await bench.desk.save(settings, by: viewer)
    }
    let numbers = Array(next..<last + 1)
    try await bench.run([
      Listener(desk: bench.desk), Outbox(desk: bench.desk, isOnlyProcess: true),
      Work { try await write(numbers, bench, viewer) },
    ])
  }

  private func write(_ numbers: [Int], _ bench: Bench, _ viewer: Viewer) async throws {
    var conversations: [ID<Conversation>] = []
    while conversations.count < 20 {
      conversations = try await [ConversationState.waiting, .answered].asyncFlatMap {
        try await bench.desk.conversations($0, PageRequest(limit: 200), for: viewer).rows.map(\.id)
      }
      try await bench.clock.sleep(for: .milliseconds(50))
    }
    for number in numbers {
      _ = try await bench.desk.send(
        ReplyRequest(
          conversation: conversations[number % conversations.count],
          text: "Reply number \(number).", anyway: true), by: viewer)
      // Acknowledged: from here on it must not be lost.
      Terminal.say("\(number)")
      try await bench.clock.sleep(for: .milliseconds(every))
    }
    let now = bench.clock.now()
    while try await bench.store.write({ tx in
      try tx.nextDue() != nil || !tx.abandoned(now: now, all: true, limit: 1).isEmpty
    }) {
      try await bench.clock.sleep(for: .milliseconds(100))
    }
  }
}

/// Takes in a long stream of posts until `Scripts/check-reliability` ends it, again and again.
struct BenchIngest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-ingest", abstract: "For Scripts/check-reliability.", shouldDisplay: false)

  @Option(help: "Folder of the desk.") var data: String
  @Option(help: "How many posts there are to hear.") var posts: Int

  func run() async throws {
    let bench = try await Bench(data) { clock, _ in Tide(clock: clock, posts: posts) }
    let viewer = try await bench.lead()
    let source = try await bench.desk.add(Tide.offer, by: viewer)
    // After a life that failed it would rest first.
    try await bench.desk.askNow(source, by: viewer)
    let end = String(posts)
    try await bench.run([
      Listener(desk: bench.desk),
      Work {
        while try await bench.store.read({ try $0.source(source)?.cursor }) != end {
          try await bench.clock.sleep(for: .milliseconds(100))
        }
      },
    ])
  }
}

/// A network of nothing but posts, the same in every life; it tells the last twenty again each time it is asked.
private struct Tide: Streaming {
  static let offer = Offer(
    network: NetworkName("tide"), kind: "all", target: "", name: "Tide", asks: "", can: "")
  let clock: SystemClock
  let posts: Int
  var name: NetworkName { Self.offer.network }
  var title: Message { Self.offer.name }

  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .never)
  }
  func offers(for typed: String) async throws -> [Offer] { [] }
  func listen(to source: ListeningSource) async throws -> Heard { part(after: source.cursor) }

  func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    let place = Place(cursor: source.cursor)
    return AsyncThrowingStream {
      while await Int(place.cursor ?? "") == posts { try await clock.sleep(for: .seconds(1)) }
      let heard = part(after: await place.cursor)
      await place.move(to: heard.cursor)
      return heard
    }
  }

  /// How far a stream was told.
  private actor Place {
    private(set) var cursor: String?
    init(cursor: String?) { self.cursor = cursor }
    func move(to cursor: String?) { self.cursor = cursor }
  }

  private func part(after cursor: String?) -> Heard {
    let from = cursor.flatMap { Int($0) } ?? 0
    let to = min(from + 80, posts)
    return Heard(
      events: (max(from - 20, 0)..<to).map { .post(post($0)) }, cursor: String(to), next: .zero)
  }

  /// Every fourth speaks to nobody's thread; the others answer an earlier one.
  private func post(_ number: Int) -> RemotePost {
    let author = "person\(number % 997)"
    return RemotePost(
      reference: RemoteReference(remoteID: RemoteID("tide-\(number)")),
      author: RemoteHandle(
        remoteID: RemoteID(author), address: "@\(author)@tide.example", name: author),
      publishedAt: Instant(seconds: 1_770_000_000 + Int64(number)),
      parent: number % 4 == 0 ? nil : RemoteID("tide-\(number - number % 4)"),
      text: RichText(plain: "Post number \(number) about brakes, bells and the weather."))
  }
}

/// A desk of its own for a check.
private struct Bench {
  let clock = SystemClock()
  let desk: Desk
  let store: Store
  let database: SQLiteDatabase
  let logger: Logger

  init(_ data: String, _ network: (SystemClock, Logger) -> any Network) async throws {
    var logger = Logger(label: "heed") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    self.logger = logger
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    database = try SQLiteDatabase(path: data + "/heed.sqlite")
    try await Migrator(Migrations.all).migrate(database, clock: clock)
    store = Store(database: database)
    desk = Desk(
      record: store, networks: Networks([network(clock, logger)]), reader: TrainedReader(),
      vault: Vault(key: try KeyFile.load(data + "/heed.key")),
      uploads: FolderOfUploads(path: data + "/media"), clock: clock,
      randomness: SystemRandomness(),
      address: DeskAddress(base: "http://127.0.0.1", isPublic: false), logger: logger,
      passwordCost: .least)
  }

  func lead() async throws -> Viewer {
    let members = try await store.read { try $0.members() }
    let known = members.first { $0.role == .lead }
    if let known { return Viewer(member: known.id, role: .lead) }
    let lead = try await desk.addMember(
      name: "Reliability", email: "reliability@desk.example",
      password: SystemRandomness().token(), role: .lead)
    return Viewer(member: lead.id, role: .lead)
  }

  func run(_ services: [any Service]) async throws {
    Terminal.say("ready")
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map {
          .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
        },
        gracefulShutdownSignals: [.sigterm], logger: logger))
    try await group.run()
    try await database.close()
  }
}

/// What a check does besides; its end stops the others.
private struct Work: Service {
  let work: @Sendable () async throws -> Void
  func run() async throws { try await work() }
}

extension Sequence {
  fileprivate func asyncFlatMap<T>(_ transform: (Element) async throws -> [T]) async rethrows
    -> [T]
  {
    var all: [T] = []
    for element in self { all += try await transform(element) }
    return all
  }
}
