import ArgumentParser
import CrowdNetwork
import Foundation
import HeedDesk
import HeedModel
import HeedStore
import ServiceLifecycle
import UnixSignals

/// Hears the crowd through the desk's own listener until all is in the record, and prints what that took as JSON.
struct BenchHear: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-hear", abstract: "For Benchmarks/desk.", shouldDisplay: false)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var crowd: CrowdOptions
  @Flag(help: "Only tells the posts, without a desk: what the crowd itself costs.") var only = false

  func run() async throws {
    if only { return tellOnly() }
    let bench = try await CrowdDesk(try await options.load(), crowd)
    let rowsBefore = try await rows(bench)
    let began = Consumption.now()
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: Listener(desk: bench.desk)),
          .init(
            service: Until {
              while !(try await bench.heardAll()) {
                try await bench.composition.clock.sleep(for: .milliseconds(50))
              }
            }, successTerminationBehavior: .gracefullyShutdownGroup),
        ], gracefulShutdownSignals: [.sigterm], logger: bench.composition.logger))
    try await group.run()
    let ended = Consumption.now()
    let rowsAfter = try await rows(bench)
    try await bench.composition.close()
    let made = rowsAfter.mapValues { $0 }.merging(rowsBefore) { $0 - $1 }
    report(
      posts: made["posts"] ?? 0, rows: made.values.reduce(0, +), began, ended,
      besides: made.filter { $0.value > 0 }.sorted { $0.key < $1.key })
  }

  private func tellOnly() {
    let network = crowd.network()
    _ = network.tell(0..<1_000)
    let began = Consumption.now()
    for start in stride(from: 0, to: crowd.posts, by: 1_000) {
      _ = network.tell(start..<min(start + 1_000, crowd.posts))
    }
    report(posts: crowd.posts, rows: 0, began, Consumption.now(), besides: [])
  }

  private func report(
    posts: Int, rows: Int, _ began: Consumption, _ ended: Consumption,
    besides tables: [(key: String, value: Int)]
  ) {
    let wall = ended.wall - began.wall
    let processor = ended.processor - began.processor
    let words = crowd.network().words.map { "\"\($0.name)\": \"\($0.word)\"" }
    let parts = [
      "\"posts\": \(posts)", "\"wall\": \(wall)", "\"processor\": \(processor)",
      "\"memory\": \(ended.memory)", "\"mostMemory\": \(ended.mostMemory)", "\"rows\": \(rows)",
      "\"words\": {\(words.joined(separator: ", "))}",
      "\"tables\": {\(tables.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}",
    ]
    Terminal.say("{\(parts.joined(separator: ", "))}")
  }

  private func rows(_ bench: CrowdDesk) async throws -> [String: Int] {
    try await bench.composition.database.read { connection in
      var rows: [String: Int] = [:]
      for table in [
        "posts", "post_terms", "topic_matches", "handles", "people", "conversations", "events",
        "local_references",
      ] {
        let key = table == "post_terms" && connection.dialect == .sqlite ? "rowid" : "*"
        if case .integer(let count)? = try connection.rows(
          "SELECT COUNT(\(key)) FROM \(table)", []
        ).first?.values.first {
          rows[table] = Int(count)
        }
      }
      return rows
    }
  }
}

/// Work whose end stops the others.
struct Until: Service {
  let work: @Sendable () async throws -> Void
  init(_ work: @escaping @Sendable () async throws -> Void) { self.work = work }
  func run() async throws { try await cancelWhenGracefulShutdown { try await work() } }
}

/// Runs the desk with its pages while it hears the crowd.
struct BenchServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-serve", abstract: "For Benchmarks/desk.", shouldDisplay: false)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var crowd: CrowdOptions

  func run() async throws {
    let bench = try await CrowdDesk(try await options.load(), crowd)
    let address = bench.composition.configuration.address
    try await bench.composition.run { Terminal.say("The desk is open at \(address)") }
  }
}
