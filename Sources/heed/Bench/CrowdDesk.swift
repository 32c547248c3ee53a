import ArgumentParser
import CrowdNetwork
import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedStore

/// How much talk a bench hears.
struct CrowdOptions: ParsableArguments {
  @Option(help: "Number of posts that there are, those that a desk has heard already included.")
  var posts = 1_000_000
  @Option(help: "Sources that they come from.") var sources = 16
  @Option(help: "Topics that each is tried on.") var topics = 100
  @Option(help: "Posts a second; as fast as they are taken without.") var perSecond: Int?
  @Option(help: "Days over which they were said, the last one now; all of them now without.")
  var days: Int?

  func network() -> CrowdNetwork {
    let clock = SystemClock()
    let span = days.map { days -> (start: Instant, step: Duration) in
      let length = Duration.days(Int64(days))
      return (clock.now() - length, length / max(posts, 1))
    }
    return CrowdNetwork(
      clock: clock, posts: posts, sources: sources, span: span, perSecond: perSecond)
  }
}

/// A desk that hears the crowd: its team, accounts, sources and topics.
struct CrowdDesk {
  let composition: Composition
  let crowd: CrowdNetwork
  static let email = "lead@desk.example"
  static let password = "a bench needs no better password"

  init(_ configuration: DeskConfiguration, _ options: CrowdOptions) async throws {
    crowd = options.network()
    composition = try await Composition(configuration, besides: [crowd])
    try await prepare(topics: options.topics)
    let viewer = try await viewer()
    // A seeded desk rests.
    for source in try await sources() where source.pausedAt != nil {
      try await desk.pause(source.id, false, by: viewer)
    }
  }

  var desk: Desk { composition.desk }

  func viewer() async throws -> Viewer {
    let known = try await desk.record.read { try $0.member(email: Self.email) }
    guard let known else { throw Problem(.notFound, "This desk was made by no bench.") }
    return Viewer(member: known.id, role: known.role)
  }

  func sources() async throws -> [Source] {
    try await desk.record.read { try $0.sources() }.filter { $0.network == CrowdNetwork.name }
  }

  /// Whether everything was heard.
  func heardAll() async throws -> Bool {
    try await sources().allSatisfy { $0.cursor == crowd.end(of: $0.target) }
  }

  /// Once; a desk that stands is left as it is.
  private func prepare(topics: Int) async throws {
    let isNew = try await desk.record.read { try $0.member(email: Self.email) == nil }
    guard isNew else { return }
    _ = try await desk.addMember(
      name: "Lead", email: Self.email, password: Self.password, role: .lead)
    let viewer = try await viewer()
    for (number, role) in [Role.member, .member, .member, .member, .observer].enumerated() {
      _ = try await desk.addMember(
        name: "Member \(number)", email: "member\(number)@desk.example", password: Self.password,
        role: role)
    }
    for account in 0..<CrowdNetwork.accounts {
      let (_, sealed) = try await desk.beginSignIn(CrowdNetwork.name, server: "", by: viewer)
      _ = try await desk.finishSignIn(
        CrowdNetwork.name, sealed: sealed, answer: .token(String(account)), lending: false,
        by: viewer)
    }
    for offer in crowd.offers { _ = try await desk.add(offer, by: viewer) }
    let now = composition.clock.now()
    try await desk.record.write { tx in
      for (number, query) in crowd.queries(topics).enumerated() {
        try tx.insert(
          Topic(
            id: ID(IDLayout.id(at: now, tail: Int64(number))), name: "Topic \(number)",
            query: query, addedBy: viewer.member, addedAt: now, changedAt: now))
      }
    }
  }
}
