public import HeedModel

/// What a member says who marks a mistake.
public struct MistakeReport: Sendable {
  /// The post of ours that is wrong.
  public var post: ID<Post>?
  /// Or the page.
  public var page: String
  /// What was wrong.
  public var words: String
  /// The wrong words as they stand there.
  public var said: String
  public var noticedBy: Mistake.Noticer
  /// When the page began to say it, if they know; a post tells it itself.
  public var saidAt: Instant?
  /// When it was noticed; `nil` for now, or for when somebody told us: never before the words stood there.
  public var noticedAt: Instant?

  public init(
    post: ID<Post>? = nil, page: String = "", words: String, said: String = "",
    noticedBy: Mistake.Noticer = .ourselves, saidAt: Instant? = nil, noticedAt: Instant? = nil
  ) {
    self.post = post
    self.page = page
    self.words = words
    self.said = said
    self.noticedBy = noticedBy
    self.saidAt = saidAt
    self.noticedAt = noticedAt
  }
}

extension Desk {
  /// Marks something wrong that we said, in a post of ours or on a page. Anybody who may speak may mark any of it.
  public func mark(_ report: MistakeReport, by viewer: Viewer) async throws -> Mistake {
    try requireVoice(viewer)
    let words = Self.trimmed(report.words)
    guard !words.isEmpty else {
      throw Problem(.invalid, "Say what was wrong, in a sentence.", field: "text")
    }
    guard words.count <= 2_000, report.said.count <= 10_000 else {
      throw Problem(
        .invalid, "That is too long for a mistake. Say it in a sentence.", field: "text")
    }
    let page = try report.post == nil ? Self.pageAddress(report.page) : nil
    let now = clock.now()
    let marked = try await record.write { [self] tx in
      let post = try report.post.map { try ownPost($0, for: viewer, tx) }
      var noticedAt = report.noticedAt ?? now
      if case .person(let told) = report.noticedBy {
        guard let row = try tx.post(told, for: viewer), row.post.direction != .ours,
          !row.post.isPlaceholder
        else {
          throw Problem(.notFound, "The post that told you is not here, or not yours to see.")
        }
        noticedAt = report.noticedAt ?? min(row.post.publishedAt, now)
      }
      // Of a post the place it stands at says when it was said, and of what told us the place of that: their clocks
      // differ, and nobody answers what is not said yet.
      let saidAt = post.map { min($0.publishedAt, now) } ?? report.saidAt
      if post != nil, let saidAt, report.noticedAt.map({ saidAt - $0 < .minutes(1) }) ?? true {
        noticedAt = max(noticedAt, saidAt)
      }
      guard noticedAt <= now, saidAt.map({ $0 <= now }) ?? true else {
        throw Problem(.invalid, "That time is still to come.", field: "date")
      }
      guard saidAt.map({ noticedAt >= $0 }) ?? true else {
        throw Problem(.invalid, "It was said only after that time.", field: "date")
      }
      let mistake = Mistake(
        id: newID(), member: viewer.member, post: post?.id, page: page, words: words,
        said: Self.trimmed(report.said), noticedBy: report.noticedBy, saidAt: saidAt,
        noticedAt: noticedAt)
      try tx.insert(mistake)
      if let post { try tx.freezeCounts(of: post.id, as: .noticed, at: now) }
      try tx.append(
        event(
          .mistakeMarked, by: viewer.member,
          in: try post.flatMap { try tx.conversation($0.conversation)?.id },
          subject: mistake.id.value))
      return mistake
    }
    // What was wrong teaches nobody whom to ask.
    if marked.post != nil { await answered.forget() }
    return marked
  }

  /// - Throws: `Problem(.notFound)` for what is not ours or not theirs to see.
  func ownPost(_ id: ID<Post>, for viewer: Viewer, _ tx: any RecordReading) throws -> Post {
    guard let row = try tx.post(id, for: viewer), row.post.direction == .ours else {
      throw Problem(.notFound, "That post of ours is not here any more.")
    }
    return row.post
  }

  /// - Throws: `Problem(.invalid)` for what is no address of a page.
  static func pageAddress(_ typed: String) throws -> String {
    guard let address = TypedPage.address(typed) else {
      throw Problem(
        .invalid, "Give the address of the page, with https:// in front.", field: "target")
    }
    return address
  }
}
