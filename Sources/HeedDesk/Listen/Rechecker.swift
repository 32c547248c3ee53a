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
    let events = try await network.recheck(posts.map(\.1), as: access)
    if !events.isEmpty {
      try await desk.takeIn([
        Batch(source: source, heard: Heard(events: events), movesCursor: false)
      ])
    }
    try await desk.record.write { try $0.setRechecked(posts.map(\.0), at: now) }
  }
}
