import HeedModel
import Logging
public import ServiceLifecycle

/// Tells members in time what concerns them: finds it, writes the mails, sends the pushes.
public struct Teller: Service {
  static let look = Duration.seconds(2)
  static let post = Duration.seconds(15)
  static let clean = Duration.minutes(30)
  /// What was told and the mails that told it are forgotten after so long.
  static let keeps = Duration.days(90)

  private let desk: Desk
  private let words: any MemberWords

  public init(desk: Desk, words: any MemberWords) {
    self.desk = desk
    self.words = words
  }

  public func run() async throws {
    let (desk, words) = (desk, words)
    // A mail server that takes its time holds up no push.
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask {
          await run("What concerns members was not found.", every: Self.look) {
            while try await desk.tellMembers() {}
          }
        }
        if let mail = desk.memberMail {
          group.addTask {
            await run("Members were not written to.", every: Self.post) {
              try await desk.writeDigests()
              try await desk.sendDigests(by: mail, in: words)
            }
          }
        }
        if let wire = desk.wire {
          group.addTask {
            await run("Members' browsers were not told.", every: Self.look) {
              try await desk.bundlePushes()
              try await desk.sendPushes(through: wire, in: words)
            }
          }
        }
        group.addTask {
          await run("What was told was not cleaned up.", every: Self.clean) {
            try await desk.forgetTold()
          }
        }
      }
    }
  }

  private func run(
    _ failure: Logger.Message, every pause: Duration, _ body: () async throws -> Void
  ) async {
    while !Task.isCancelled {
      do {
        try await body()
      } catch {
        desk.logger.error(failure, metadata: ["error": "\(LogText.of(error))"])
      }
      try? await desk.clock.sleep(for: pause)
    }
  }
}

extension Desk {
  /// What is long past, in small transactions.
  func forgetTold() async throws {
    let before = clock.now() - Teller.keeps
    while try await record.write({ try $0.deleteTellings(before: before, limit: 500) }) == 500 {}
    try await record.write { tx in
      try tx.deleteDigests(before: before)
      try tx.deletePushSubscriptions(addedBefore: before)
    }
  }
}
