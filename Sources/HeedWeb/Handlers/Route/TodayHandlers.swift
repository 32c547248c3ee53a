import HeedDesk
import HeedModel

extension Call {
  func today() async throws -> Answer {
    let line = try await line(open: nil)
    // Wide screens show the first who waits beside the line, unless a colleague is writing to them already.
    guard let first = line.rows.first(where: { $0.writing.isEmpty && $0.claimedBy?.isYou ?? true })
    else { return .page(TodayScreen(line: line)) }
    let view = try await desk.conversation(first.conversation, for: viewer)
    var open = try await withHelpers(
      OpenConversation(view, call: self, settings: try await desk.settings(), problem: nil), view)
    open.handedOn = try await handedOn(view)
    return .page(TodayScreen(line: line, open: open))
  }

  /// The waiting line as the member who looks sees it.
  func line(open: ID<Conversation>?) async throws -> WaitingLine {
    let viewer = try viewer
    let today = try await desk.today(pageRequest(), for: viewer)
    let (hasSources, hasAccounts) = try await desk.record.read { tx in
      (try !tx.sources().isEmpty, try !tx.accounts().isEmpty)
    }
    let members = Dictionary(today.members.map { ($0.id, $0) }) { $1 }
    let handedBy = Dictionary(
      today.handed.map { ($0.row.conversation.id, members[$0.handOver.from]?.name ?? "") }
    ) { $1 }
    // What was handed to me stands first, whatever its rank.
    let handed = today.handed.map(\.row)
    let rest = today.waiting.rows.filter { handedBy[$0.conversation.id] == nil }
    let snoozed = try await desk.conversations(.snoozed, PageRequest(limit: 20), for: viewer)
    let handedOn = try await desk.handedOn(for: viewer)
    let known = try await speakingElsewhere(handed + rest, viewer)
    let late = try await late(handed + rest, viewer)
    var line = WaitingLine(
      rows: (handed + rest).map { row in
        var shown = WaitingRow(
          row, in: page, claimedBy: row.claimedBy.flatMap { members[$0] }.map(colleague),
          handedBy: handedBy[row.conversation.id],
          writing: today.writing[row.conversation.id].flatMap { writer in
            writer == viewer.member ? nil : members[writer].map { [$0.name] }
          } ?? [])
        if let on = handedOn[row.conversation.id], on.to != viewer.member, row.claimedBy == nil {
          shown.handedOn = members[on.to]?.name
          shown.mayTakeBack = on.from == viewer.member
        }
        if known.contains(row.conversation.id) {
          shown.reasons.removeAll { $0 == .firstWords }
          shown.wroteBefore = true
        }
        shown.isPromiseLate = late.contains(row.conversation.id)
        shown.hasDraft = today.drafted.contains(row.conversation.id)
        return shown
      },
      total: today.waitingCount, next: today.waiting.next,
      troubled: try await troubled(today.troubled, viewer),
      cameBack: today.cameBack.rows.map { row in
        var line = CameBackRow(
          conversation: row.post.conversation, post: row.id, who: Who(row, in: page),
          words: row.post.previewToUs(limit: 160), at: row.post.publishedAt,
          kinds: row.post.reading.kinds)
        line.isJoiningIn = today.joinedIn.contains(row.id)
        return line
      },
      aboutUs: today.asks.rows.map { row in
        AboutUsRow(
          post: row.id, who: Who(row, in: page), network: row.post.network,
          words: row.post.preview(limit: 200), at: row.post.publishedAt,
          kinds: row.post.reading.kinds,
          language: row.post.reading.language ?? row.post.language)
      },
      snoozed: snoozed.rows.compactMap { row in
        row.conversation.snoozedUntil.map {
          SnoozedRow(conversation: row.conversation.id, who: Who(row.handle, in: page), until: $0)
        }
      }.sorted { $0.until < $1.until },
      open: open, hasSources: hasSources, hasAccounts: hasAccounts)
    line.people = today.waitingPeople
    line.openMistakes = today.openMistakes
    line.putAside = today.putAsideCount
    line.secondLooks = today.secondLooks.map { SecondLookNote($0, for: viewer.member, page) }
    line.theirWords = today.theirWords.map {
      TheirWordRow(who: Who($0.handle, in: page), word: $0.word)
    }
    let (spikes, topics) = try await desk.record.read {
      (try $0.standingSpikes(), try $0.topics())
    }
    line.promises = lines(of: today.promises, members)
    line.spikes = spikes.reversed().map { spike in
      let topic = topics.first { $0.id == spike.topic }
      return SpikeRow(
        id: spike.id, topic: topic.map { TopicName(id: $0.id, name: $0.name) }, at: spike.beganAt,
        posts: spike.posts, usual: Int(spike.usual.rounded()))
    }
    return line
  }

  /// Of these, where their first words were the first when they came, and are not all that they said to us by now.
  private func speakingElsewhere(_ rows: [HeedModel.WaitingRow], _ viewer: Viewer) async throws
    -> Set<ID<Conversation>>
  {
    let first = rows.filter { $0.conversation.reasons.contains(.firstWords) }
    guard !first.isEmpty else { return [] }
    return try await desk.record.read { tx in
      let several = try first.filter { row in
        guard let person = row.handle?.person else { return false }
        return try tx.conversations(of: person, PageRequest(limit: 2), for: viewer).rows.count > 1
      }
      return Set(several.map(\.conversation.id))
    }
  }

  /// Of these, where the day of what was promised is over.
  private func late(_ rows: [HeedModel.WaitingRow], _ viewer: Viewer) async throws
    -> Set<ID<Conversation>>
  {
    let due = rows.map(\.conversation).filter { $0.reasons.contains(.promiseDue) }.map(\.id)
    guard !due.isEmpty else { return [] }
    let now = page.now
    return try await desk.record.read { tx in
      Set(
        try tx.promises(in: due, for: viewer).filter { $0.state(at: now) == .late }
          .map(\.promise.conversation))
    }
  }

  private func troubled(_ replies: [Reply], _ viewer: Viewer) async throws -> [TroubledReply] {
    let page = page
    return try await desk.record.read { tx in
      try replies.map { reply in
        let handle = try tx.conversation(reply.conversation, for: viewer)?.handle
        return TroubledReply(
          conversation: reply.conversation,
          who: Who(try handle.flatMap { try tx.handles([$0]).first }, in: page),
          status: reply.delivery.status)
      }
    }
  }
}

extension WaitingRow {
  init(
    _ row: HeedModel.WaitingRow, in page: PageContext, claimedBy: Colleague?, handedBy: String?,
    writing: [String]
  ) {
    let conversation = row.conversation
    self.init(
      conversation: conversation.id, who: Who(row.handle, in: page), network: conversation.network,
      words: row.post?.previewToUs(limit: 200) ?? "", warning: row.post?.warning,
      since: conversation.waitingSince ?? conversation.lastPostAt, reasons: conversation.reasons,
      kinds: row.post?.reading.kinds ?? [],
      language: row.post.flatMap { $0.reading.language ?? $0.language },
      isPrivate: conversation.isPrivate,
      wroteBefore: !conversation.reasons.contains(.firstWords), claimedBy: claimedBy,
      handedBy: handedBy, writing: writing)
  }
}
