import ArgumentParser
import CrowdNetwork
import Foundation
import HeedDesk
import HeedModel
import HeedStore

/// Searches a desk that the crowd filled, for the newest fifty, and prints how long each kind of query took.
struct BenchSearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-search", abstract: "For Benchmarks/desk.", shouldDisplay: false)

  @OptionGroup var options: ConfigurationOptions
  @Option(help: "Queries of each kind.") var count = 100

  func run() async throws {
    let clock = SystemClock()
    let crowd = CrowdNetwork(clock: clock, posts: 0)
    let composition = try await Composition(try await options.load(), besides: [crowd])
    let known = try await composition.desk.record.read { try $0.member(email: CrowdDesk.email) }
    guard let known else { throw Problem(.notFound, "This desk was made by no bench.") }
    let viewer = Viewer(member: known.id, role: known.role)
    var kinds: [String] = []
    for (kind, queries) in crowd.searches(count) {
      // Once before, so that pages of the file and prepared statements are at hand.
      for query in queries.prefix(10) { _ = try await look(query, viewer, composition.desk) }
      var times: [Double] = []
      var (rows, cutOff) = (0, 0)
      let before = Consumption.now().processor
      for query in queries {
        let began = ContinuousClock.now
        let found = try await look(query, viewer, composition.desk)
        times.append((ContinuousClock.now - began) / .milliseconds(1))
        rows += found.rows.count
        if found.lookedBackTo != nil { cutOff += 1 }
      }
      let processor = (Consumption.now().processor - before) * 1_000 / Double(queries.count)
      times.sort()
      func at(_ part: Double) -> Double {
        times[min(times.count - 1, Int(Double(times.count) * part))]
      }
      let figures = [
        "\"kind\": \"\(kind)\"", "\"p50\": \(at(0.5))", "\"p95\": \(at(0.95))",
        "\"most\": \(times.last ?? 0)", "\"processor\": \(processor)",
        "\"rows\": \(Double(rows) / Double(queries.count))", "\"cutOff\": \(cutOff)",
      ]
      kinds.append("{\(figures.joined(separator: ", "))}")
    }
    try await composition.close()
    Terminal.say("{\"kinds\": [\(kinds.joined(separator: ", "))]}")
  }

  private func look(_ query: String, _ viewer: Viewer, _ desk: Desk) async throws -> FoundPosts {
    try await desk.search(query, PageRequest(limit: 50), for: viewer)
  }
}
