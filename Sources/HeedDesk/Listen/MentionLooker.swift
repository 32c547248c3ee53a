import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle

/// Looks at the pages that are said to point to ours: durable, a few at a time for one host, so that a dead one holds up
/// nobody else.
public struct MentionLooker: Service {
  static let pause = Duration.milliseconds(500)
  static let clean = Duration.hours(1)

  private let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  public func run() async throws {
    let (wakes, bell) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let lanes = MentionLanes { bell.yield() }
    await withDiscardingTaskGroup { group in
      group.addTask {
        await cancelWhenGracefulShutdown {
          var cleaned: Instant?
          while !Task.isCancelled {
            bell.yield()
            let now = desk.clock.now()
            if cleaned.map({ now - $0 >= Self.clean }) ?? true {
              cleaned = now
              await clean(now)
            }
            try? await desk.clock.sleep(for: Self.pause)
          }
        }
        bell.finish()
      }
      for await _ in wakes {
        guard !Task.isCancelled, !Task.isShuttingDownGracefully else { break }
        do {
          try await look(lanes, &group)
        } catch {
          desk.logger.error(
            "Mentions could not be read.", metadata: ["error": "\(LogText.of(error))"])
        }
      }
      group.cancelAll()
    }
  }

  /// Begins with one page of each host that is due and has room.
  func look(_ lanes: MentionLanes, _ group: inout DiscardingTaskGroup) async throws {
    let now = desk.clock.now()
    let hosts = try await desk.record.read { try $0.hostsDue(at: now, limit: 500) }
    for host in hosts {
      guard await lanes.begin(host) else { continue }
      let leased = try await desk.record.write {
        try $0.lease(mentionOf: host, now: now, until: now + Desk.mentionLease)
      }
      guard let leased else {
        await lanes.end(host)
        continue
      }
      group.addTask {
        let speaker = await desk.look(at: leased)
        await lanes.end(host)
        guard let speaker, await lanes.beginEvidence() else { return }
        await desk.gatherEvidence(of: speaker)
        await lanes.endEvidence()
      }
    }
  }

  private func clean(_ now: Instant) async {
    do {
      while try await desk.record.write({
        try $0.deleteMentions(lookedAtBefore: now - Desk.keepsMentions, limit: 500)
      }) == 500 {}
    } catch {
      desk.logger.error(
        "Old mentions could not be let go.", metadata: ["error": "\(LogText.of(error))"])
    }
  }
}

/// How many pages are looked at just now: over all, and of one host.
actor MentionLanes {
  static let most = 32
  static let mostOfHost = 2
  static let mostEvidence = 4

  private let freed: @Sendable () -> Void
  private var running: [String: Int] = [:]
  private var all = 0
  private var evidence = 0

  init(freed: @escaping @Sendable () -> Void) { self.freed = freed }

  func begin(_ host: String) -> Bool {
    guard all < Self.most, running[host, default: 0] < Self.mostOfHost else { return false }
    all += 1
    running[host, default: 0] += 1
    return true
  }

  func end(_ host: String) {
    all -= 1
    running[host, default: 1] -= 1
    if running[host] == 0 { running[host] = nil }
    freed()
  }

  func beginEvidence() -> Bool {
    guard evidence < Self.mostEvidence else { return false }
    evidence += 1
    return true
  }

  func endEvidence() { evidence -= 1 }
}
