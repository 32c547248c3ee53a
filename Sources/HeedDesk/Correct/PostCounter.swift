import HeedModel
import Logging
public import ServiceLifecycle

/// Counts our own posts at their times, as far as their networks count: what is due stands in the record, so a restart
/// misses nothing that is still worth asking.
public struct PostCounter: Service {
  static let look = Duration.seconds(10)
  /// What was said before the desk came to know of it is looked for so far back, now and then.
  static let looksBack = Duration.days(7)
  static let every = Duration.hours(1)
  /// And so far back each time.
  static let overlap = Duration.minutes(10)

  private let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var lookedBack: Instant?
      while !Task.isCancelled {
        do {
          let now = desk.clock.now()
          if lookedBack.map({ now - $0 >= Self.every }) ?? true {
            try await desk.planCounts(saidSince: now - Self.looksBack)
            lookedBack = now
          } else {
            try await desk.planCounts(saidSince: now - Self.overlap)
          }
          while try await desk.countDue() == Desk.countsAtOnce, !Task.isCancelled {}
        } catch {
          desk.logger.error(
            "Our posts could not be counted.", metadata: ["error": "\(LogText.of(error))"])
        }
        try? await desk.clock.sleep(for: Self.look)
      }
    }
  }
}
