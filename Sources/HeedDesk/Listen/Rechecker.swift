import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle

/// Looks again at posts whose place does not tell of edits and removals by itself, so that what people changed or took
/// away is followed here too (L3).
public struct Rechecker: Service {
  static let look = Duration.minutes(5)
  /// Later edits are rare; each look costs the other side a call.
  static let looksBack = Duration.days(7)
  static let most = 40
  /// So many in a row that cannot be read, and the rest waits for the next look.
  static let mostFailures = 5

  private let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await desk.clock.sleep(for: Self.look)
        if Task.isCancelled { return }
        await lookAgain()
      }
    }
  }

  func lookAgain() async {
    let sources = (try? await desk.record.read { try $0.sources() }) ?? []
    for source in sources where source.pausedAt == nil && source.trouble == nil {
      guard let network = desk.networks[source.network] as? any Rechecking else { continue }
      do {
        try await lookAgain(at: source, network)
      } catch {
        desk.logger.info(
          "Looking again failed.",
          metadata: ["source": "\(source.id)", "error": "\(LogText.of(error))"])
      }
    }
  }

  private func lookAgain(at source: Source, _ network: any Rechecking) async throws {
    let now = desk.clock.now()
    let posts = try await desk.record.read { tx in
      try tx.postsToRecheck(of: source.id, since: now - Self.looksBack, limit: Self.most).map {
        post in
        (
          post.id,
          RemoteReference(
            remoteID: post.remoteID,
            local: try source.account.flatMap { try tx.localReference(of: post.id, account: $0) },
            address: post.address)
        )
      }
    }
    guard !posts.isEmpty else { return }
    let access = try await desk.access(to: source.account)
    var events: [RemoteEvent] = []
    var looked = posts.count
    do {
      events = try await network.recheck(posts.map(\.1), as: access)
    } catch let error as NetworkError
      where posts.count > 1 && error.kind != .rateLimited && error.kind != .signedOut
    {
      // One of them, or its server: the others are asked for each by itself.
      looked = 0
      var failures = 0
      for post in posts where failures < Self.mostFailures {
        do {
          events += try await network.recheck([post.1], as: access)
          failures = 0
        } catch is NetworkError {
          failures += 1
        }
        looked += 1
      }
    }
    if !events.isEmpty {
      try await desk.takeIn([
        Batch(source: source, heard: Heard(events: events), movesCursor: false)
      ])
    }
    // Also those that could not be read: they come again once all others had their turn.
    let done = posts.prefix(looked).map(\.0)
    try await desk.record.write { try $0.setRechecked(done, at: now) }
  }
}
