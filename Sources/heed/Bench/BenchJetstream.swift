import ArgumentParser
import BlueskyNetwork
import CrowdNetwork
import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedStore
import ServiceLifecycle
import UnixSignals

/// Hears recorded messages of a Jetstream server, again and again under new keys, through the desk's own listener, and
/// prints what that took as JSON. The connection itself is left out: the messages come as the way out would bring them.
struct BenchJetstream: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-jetstream", abstract: "For Docs/networks/bluesky.md.", shouldDisplay: false)

  @OptionGroup var options: ConfigurationOptions
  @Option(help: "File with one message a line; without, the configured server is heard.")
  var messages: String?
  @Option(help: "For how long the server is heard.") var seconds = 60
  @Option(help: "How many are told.") var events = 200_000
  @Option(help: "Topics that each post is tried on.") var topics = 10_000
  @Option(help: "Events a second; as fast as they are taken without.") var perSecond: Int?
  @Flag(help: "Only those about posts, as a server sends them that was asked for these.")
  var posts = false

  func run() async throws {
    guard let messages else { return try await hearServer() }
    let lines = try String(contentsOfFile: messages, encoding: .utf8).split(separator: "\n")
      .map { String($0) }
      .filter { !posts || $0.contains("\"collection\":\"app.bsky.feed.post\"") }
    let wire = ReplayWire(lines: lines, count: events, perSecond: perSecond)
    let clock = SystemClock()
    let composition = try await Composition(
      try await options.load(),
      besides: [
        BlueskyNetwork(
          wire: wire, clock: clock, randomness: SystemRandomness(), jetstream: ["replay.example"])
      ])
    try await prepare(composition, now: clock.now())
    let began = Consumption.now()
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: Listener(desk: composition.desk)),
          .init(
            service: Until {
              while !(try await heardAll(composition, wire)) {
                try await clock.sleep(for: .milliseconds(50))
              }
            }, successTerminationBehavior: .gracefullyShutdownGroup),
        ], gracefulShutdownSignals: [.sigterm], logger: composition.logger))
    try await group.run()
    let ended = Consumption.now()
    let kept = try await composition.database.read { connection in
      try connection.rows("SELECT COUNT(*) FROM posts", []).first?.values.first
    }
    try await composition.close()
    let processor = ended.processor - began.processor
    Terminal.say(
      """
      {"events": \(events), "wall": \(ended.wall - began.wall), "processor": \(processor), \
      "perSecondOfOneCore": \(Int(Double(events) / processor)), "kept": "\(kept.map { "\($0)" } ?? "")", \
      "memory": \(ended.memory), "mostMemory": \(ended.mostMemory)}
      """)
  }

  /// The whole way: over a real connection, from a server that tells at its own pace.
  private func hearServer() async throws {
    let composition = try await Composition(try await options.load())
    try await prepare(composition, now: composition.clock.now())
    let (clock, length) = (composition.clock, Duration.seconds(seconds))
    let began = Consumption.now()
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: Listener(desk: composition.desk)),
          .init(
            service: Until { try await clock.sleep(for: length) },
            successTerminationBehavior: .gracefullyShutdownGroup),
        ], gracefulShutdownSignals: [.sigterm], logger: composition.logger))
    try await group.run()
    let ended = Consumption.now()
    let cursor = try await composition.desk.record.read { tx in
      try tx.sources().first { $0.network == BlueskyNetwork.name }?.cursor
    }
    let kept = try await composition.database.read { connection in
      try connection.rows("SELECT COUNT(*) FROM posts", []).first?.values.first
    }
    try await composition.close()
    guard case .integer(let posts)? = kept else { return }
    Terminal.say(
      """
      {"wall": \(ended.wall - began.wall), "processor": \(ended.processor - began.processor), \
      "cursor": \(cursor ?? "0"), "kept": \(posts), "memory": \(ended.memory), "mostMemory": \(ended.mostMemory)}
      """)
  }

  private func prepare(_ composition: Composition, now: Instant) async throws {
    let crowd = CrowdNetwork(clock: SystemClock(), posts: 0)
    // Words that are really said, so that something is caught.
    let queries = crowd.queries(max(topics - 3, 0)) + ["netflix", "america*", "\"good time\""]
    try await composition.desk.record.write { tx in
      guard try tx.topics().isEmpty else { return }
      for (number, query) in queries.enumerated() {
        try tx.insert(
          Topic(
            id: ID(IDLayout.id(at: now, tail: Int64(number))), name: "Topic \(number)",
            query: query, addedBy: nil, addedAt: now, changedAt: now))
      }
      try tx.insert(
        Source(
          id: ID(IDLayout.id(at: now, tail: 1)), network: BlueskyNetwork.name, kind: "everything",
          target: "everything", name: "Everything said on Bluesky", isBroad: true, addedAt: now,
          nextAt: now))
    }
  }

  private func heardAll(_ composition: Composition, _ wire: ReplayWire) async throws -> Bool {
    let sources = try await composition.desk.record.read { try $0.sources() }
    guard let cursor = sources.first?.cursor.flatMap({ Int64($0) }) else { return false }
    return cursor >= wire.end
  }
}
