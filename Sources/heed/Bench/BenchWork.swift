import ArgumentParser
import Foundation
import HeedDesk
import HeedModel

/// Puts conversations into every state there is, as a team would have over the years.
struct BenchWork: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-work", abstract: "For Benchmarks/desk.", shouldDisplay: false)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var crowd: CrowdOptions
  @Option(help: "How many waiting conversations are worked on.") var conversations = 4_000
  @Option(help: "How many answers are written down as replies of a member.") var replies = 4_000

  func run() async throws {
    let bench = try await CrowdDesk(try await options.load(), crowd)
    let viewer = try await bench.viewer()
    try await work(bench.desk, viewer)
    try await answer(bench.desk, viewer)
    for row in try await bench.desk.record.read({
      try $0.asksAboutUs(since: Instant(seconds: 0), PageRequest(limit: 200), for: viewer).rows
    }).prefix(100) {
      try await bench.desk.takeUp(row.post.conversation, by: viewer)
    }
    for source in try await bench.sources() {
      try await bench.desk.pause(source.id, true, by: viewer)
    }
    try await bench.composition.close()
  }

  /// Claims, notes, hand-overs, snoozes and closures, from the newest on; every third waits on.
  private func work(_ desk: Desk, _ viewer: Viewer) async throws {
    let others = try await desk.record.read { try $0.members() }
      .filter { $0.role.maySpeak && $0.id != viewer.member }
    let waiting = try await all(desk, .waiting, conversations, viewer)
    let now = desk.clock.now()
    for (number, row) in waiting.enumerated() {
      let id = row.conversation.id
      switch number % 9 {
      case 0: try await desk.claim(id, by: viewer)
      case 1: try await desk.snooze(id, until: now + .days(1 + Int64(number % 30)), by: viewer)
      case 2, 5: try await desk.close(id, reason: .done, post: nil, by: viewer)
      case 3:
        try await desk.close(id, reason: .solved, post: row.conversation.waitingPost, by: viewer)
      case 4:
        try await desk.note(id, text: "Look at this again on Monday.", by: viewer)
        try await desk.handOver(
          id, to: others[number % others.count].id, word: "Yours?", by: viewer)
      default: continue
      }
    }
  }

  /// Our posts that the crowd's place told of become replies of members, some that failed beside them.
  private func answer(_ desk: Desk, _ viewer: Viewer) async throws {
    let members = try await desk.record.read { try $0.members() }.filter(\.role.maySpeak)
    var rows = try await all(desk, .answered, replies, viewer)
    rows += try await all(desk, .waiting, replies / 4, viewer)
    for start in stride(from: 0, to: rows.count, by: 500) {
      let part = rows[start..<min(start + 500, rows.count)]
      try await desk.record.write { tx in
        for row in part {
          try Self.answer(
            row.conversation, by: members[Int(row.id.value / 7) % members.count].id, desk, tx)
        }
      }
    }
  }

  private static func answer(
    _ conversation: Conversation, by member: ID<Member>, _ desk: Desk, _ tx: any RecordWriting
  ) throws {
    guard let account = conversation.account else { return }
    let posts = try tx.posts(try tx.records(of: conversation.id).posts.map(\.post))
    for post in posts where post.direction == .ours {
      guard let parent = post.parent, try tx.reply(delivered: post.id) == nil else { continue }
      let isLost = post.id.value % 500 == 0
      try tx.insert(
        Reply(
          id: desk.randomness.id(at: post.publishedAt), conversation: conversation.id,
          inReplyTo: parent, member: member, account: account, text: post.text.plain,
          signedText: post.text.plain, intent: .answer, visibility: post.visibility,
          writtenAt: post.publishedAt,
          delivery: Delivery(
            status: isLost ? .failed : .delivered, key: "bench-\(post.id)",
            dueAt: post.publishedAt, attempts: 1, deliveredAt: post.publishedAt,
            post: isLost ? nil : post.id)))
      for child in posts where child.parent == post.id && child.direction == .toUs {
        try tx.insertCameBack(child.id, to: member, conversation: conversation.id)
      }
    }
  }

  private func all(
    _ desk: Desk, _ state: ConversationState, _ limit: Int, _ viewer: Viewer
  ) async throws -> [WaitingRow] {
    var rows: [WaitingRow] = []
    var next: String?
    repeat {
      let page = try await desk.conversations(
        state, PageRequest(limit: 200, after: next), for: viewer)
      rows += page.rows
      next = page.next
    } while next != nil && rows.count < limit
    return Array(rows.prefix(limit))
  }
}
