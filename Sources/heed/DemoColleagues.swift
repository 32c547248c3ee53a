import HeedDesk
import HeedModel
import Logging
import ServiceLifecycle

/// What the invented colleagues did before you came in: closed what was thanked for this morning, took one
/// conversation, left a word for the team. Ends once that is done.
struct DemoColleagues: Service {
  let desk: Desk
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      do { try await work() } catch {
        logger.error("The demonstration's colleagues stopped.", metadata: ["error": "\(error)"])
      }
      logger.notice("The demonstration's morning is in.")
    }
  }

  private func work() async throws {
    let members = try await desk.record.read { try $0.members() }
    guard let sam = members.first(where: { $0.name.hasPrefix("Sam") }) else { return }
    let viewer = Viewer(member: sam.id, role: sam.role)
    let opened = desk.clock.now()
    var rows: [WaitingRow] = []
    // The morning comes in by and by: begun once nothing of it was added for a moment.
    for _ in 0..<60 {
      try await desk.clock.sleep(for: .milliseconds(700))
      let now = try await desk.today(PageRequest(limit: 100), for: viewer).waiting.rows
      if !now.isEmpty, now.count == rows.count { break }
      rows = now
    }
    for row in rows where try await isOver(row, at: opened, viewer) {
      let isThanks = row.post?.reading.kinds.contains(.thanks) ?? false
      try await desk.close(
        row.id, reason: isThanks ? .solved : .done, post: isThanks ? row.post?.id : nil,
        by: viewer)
    }
    let left = try await desk.today(PageRequest(limit: 100), for: viewer).waiting.rows
    // Somebody whom the shop knows already: whoever is new is left for whoever looks around here.
    let known = left.dropFirst(2).first {
      !$0.conversation.isPrivate && !$0.conversation.reasons.contains(.firstWords)
    }
    guard let taken = known else { return }
    try await desk.claim(taken.id, by: viewer)
    try await desk.note(
      taken.id, text: "I know this one from the workshop. Asking Ines, back in ten minutes.",
      by: viewer)
  }

  /// Long answered, and nothing was asked since.
  private func isOver(_ row: WaitingRow, at now: Instant, _ viewer: Viewer) async throws -> Bool {
    guard let since = row.conversation.waitingSince, now - since > .minutes(90),
      row.post.map({ $0.reading.kinds.isDisjoint(with: [.question, .complaint, .correction]) })
        ?? false
    else { return false }
    let thread = try await desk.record.read { try $0.thread(row.id, for: viewer) }
    return thread.contains { $0.post.direction == .ours }
  }
}
