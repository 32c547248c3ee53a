import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle
import Synchronization

/// Looks again at posts whose place does not tell of edits and removals by itself, so that what people changed or took
/// away is followed here too (L3).
///
/// Hearing comes first: how often a post is looked at falls with its age, how many are looked at in one pass is the
/// network's to say, and a place that asks for fewer calls is left alone for as long as it wants.
public struct Rechecker: Service {
  static let look = Duration.minutes(5)
  /// So many in a row that cannot be read, and the rest waits for the next look.
  static let mostFailures = 5

  private let desk: Desk
  private let rests = Rests()

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
    // A source that failed at its last turn is heard first.
    let able = sources.filter {
      $0.pausedAt == nil && $0.trouble == nil && $0.failures == 0
        && desk.networks[$0.network] is any Rechecking
    }
    let now = desk.clock.now()
    for (asker, sources) in Dictionary(grouping: able, by: asker)
    where !rests.holds(asker, at: now) {
      do {
        try await lookAgain(at: Self.inTurn(sources, at: now), as: asker)
      } catch {
        desk.logger.info(
          "Looking again failed.",
          metadata: ["network": "\(asker.network)", "error": "\(LogText.of(error))"])
      }
    }
  }

  private func asker(of source: Source) -> Asker {
    let network = desk.networks[source.network] as? any Rechecking
    let server = source.account == nil ? network?.server(of: ListeningSource(source)) : nil
    return Asker(network: source.network, account: source.account, server: server ?? "")
  }

  /// Each pass begins with another source, or the first would use up what all of them share.
  private static func inTurn(_ sources: [Source], at now: Instant) -> [Source] {
    let sorted = sources.sorted { $0.id < $1.id }
    let first = Int(now.milliseconds / look.milliseconds) % sorted.count
    return Array(sorted[first...] + sorted[..<first])
  }

  private func lookAgain(at sources: [Source], as asker: Asker) async throws {
    guard let network = desk.networks[asker.network] as? any Rechecking else { return }
    let access = try await desk.access(to: asker.account)
    var left = network.rechecksInPass(as: access)
    for source in sources where left > 0 {
      var look = Look(network: network, access: access)
      try await look.take(due(of: source, limit: left))
      left -= look.asked
      // Also where the place wants no more: what came before is kept, and is not asked for again.
      try await keep(look, of: source)
      if let refusal = look.refusal {
        if refusal.kind == .rateLimited {
          rests.rest(asker, until: desk.clock.now() + (refusal.retryAfter ?? Self.look))
        }
        throw refusal
      }
    }
  }

  private func due(of source: Source, limit: Int) async throws -> [Look.Due] {
    let now = desk.clock.now()
    return try await desk.record.read { tx in
      try tx.postsToRecheck(of: source.id, at: now, limit: limit).map { post in
        (
          post.id,
          RemoteReference(
            remoteID: post.remoteID,
            local: try source.account.flatMap { try tx.localReference(of: post.id, account: $0) },
            address: post.address)
        )
      }
    }
  }

  private func keep(_ look: Look, of source: Source) async throws {
    if !look.events.isEmpty {
      try await desk.takeIn([
        Batch(source: source, heard: Heard(events: look.events), movesCursor: false)
      ])
    }
    guard !look.done.isEmpty else { return }
    let now = desk.clock.now()
    try await desk.record.write { try $0.setRechecked(look.done, at: now) }
  }
}

/// Whose calls a place counts together.
private struct Asker: Hashable, Sendable {
  var network: NetworkName
  var account: ID<Account>?
  /// Where it is asked as nobody.
  var server: String
}

/// One look at some posts of a source: what came of it, and how far it got.
private struct Look {
  typealias Due = (id: ID<Post>, reference: RemoteReference)

  let network: any Rechecking
  let access: AccountAccess?
  var events: [RemoteEvent] = []
  /// Looked at. Also those that could not be read: they come again once all others had their turn.
  var done: [ID<Post>] = []
  /// How many were asked for.
  var asked = 0
  /// The place, or the right to ask it, allows no more.
  var refusal: NetworkError?
  /// The last in a row that could not be read.
  private var failed: [ID<Post>] = []

  init(network: any Rechecking, access: AccountAccess?) {
    self.network = network
    self.access = access
  }

  mutating func take(_ posts: [Due]) async throws {
    let size = max(network.rechecksAtOnce, 1)
    for start in stride(from: 0, to: posts.count, by: size) {
      try await ask(Array(posts[start..<min(start + size, posts.count)]))
      if refusal != nil || failed.count >= Rechecker.mostFailures { break }
    }
    // So many in a row are no matter of theirs: they are as due as before.
    if failed.count < Rechecker.mostFailures { done += failed }
  }

  private mutating func ask(_ posts: [Due]) async throws {
    asked += posts.count
    do {
      events += try await network.recheck(posts.map(\.reference), as: access)
      done += failed + posts.map(\.id)
      failed = []
    } catch let error as NetworkError {
      if error.kind == .rateLimited || error.kind == .signedOut {
        refusal = error
      } else if posts.count == 1 {
        failed += posts.map(\.id)
      } else {
        // One of them, or its server: the others are asked for each by itself.
        for post in posts where refusal == nil && failed.count < Rechecker.mostFailures {
          try await ask([post])
        }
      }
    }
  }
}

/// Who is left alone until when, for as long as the program runs.
private final class Rests: Sendable {
  private let until = Mutex<[Asker: Instant]>([:])

  func holds(_ asker: Asker, at now: Instant) -> Bool {
    until.withLock { ends in
      ends = ends.filter { $0.value > now }
      return ends[asker] != nil
    }
  }

  func rest(_ asker: Asker, until end: Instant) { until.withLock { $0[asker] = end } }
}
