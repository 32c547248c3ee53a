/// What of a conversation our replies there answered.
///
/// A conversation may hold many people: ten who ask below one post of ours. Answering one of them answers nobody beside
/// them, or nine would be lost without anybody's having decided so. What a reply stands below, it answers: who spoke there
/// reads it.
struct Answered {
  /// When each was said, no earlier than what it hangs on: servers' clocks differ, and many know no less than a second.
  private let said: [ID<Post>: Instant]
  /// What is answered whoever said it, and what of each author is.
  private var everybody = Reach()
  private var each: [ID<Handle>: Reach] = [:]
  /// What something of ours stands below.
  private var above: Set<ID<Post>> = []

  init(_ posts: [ConversationRecords.Spoken], reach: ReplyReach) {
    let known = Dictionary(posts.map { ($0.post, $0) }) { $1 }
    said = Self.said(posts, known)
    for ours in posts where ours.direction == .ours && !ours.isGone {
      let until = (said[ours.post] ?? ours.at) - .milliseconds(1)
      if Self.speaksToAll(ours, reach, in: known) {
        everybody.add(until, seen: ours.seenAt)
      }
      var isNearest = true
      var next = ours.answers
      var steps = 0
      while let one = next.flatMap({ known[$0] }) {
        let isFirst = above.insert(one.post).inserted
        if one.direction != .ours {
          // Who is answered is so with all that they had said; the others with what they said on this branch.
          note(one.by, isNearest ? until : said[one.post] ?? one.at, seen: ours.seenAt)
          isNearest = false
        }
        steps += 1
        // No thread is deeper than it has posts.
        guard isFirst || isNearest, steps < known.count else { break }
        next = one.answers
      }
    }
  }

  private mutating func note(_ handle: ID<Handle>?, _ moment: Instant, seen: Instant?) {
    guard let handle else { return }
    each[handle, default: Reach()].add(moment, seen: seen)
  }

  func includes(_ post: ConversationRecords.Spoken) -> Bool {
    if above.contains(post.post) { return true }
    let moment = said[post.post] ?? post.at
    return everybody.includes(moment, post)
      || post.by.flatMap { each[$0] }?.includes(moment, post) ?? false
  }

  private static func said(
    _ posts: [ConversationRecords.Spoken], _ known: [ID<Post>: ConversationRecords.Spoken]
  ) -> [ID<Post>: Instant] {
    var said: [ID<Post>: Instant] = [:]
    for post in posts {
      var path: [ConversationRecords.Spoken] = []
      var next: ConversationRecords.Spoken? = post
      // No thread is deeper than it has posts.
      while let one = next, said[one.post] == nil, path.count < known.count {
        path.append(one)
        next = one.answers.flatMap { known[$0] }
      }
      for one in path.reversed() {
        let above = one.answers.flatMap { said[$0] }.map { $0 + .milliseconds(1) }
        said[one.post] = above.map { max($0, one.at) } ?? one.at
      }
    }
    return said
  }

  private static func speaksToAll(
    _ ours: ConversationRecords.Spoken, _ reach: ReplyReach,
    in known: [ID<Post>: ConversationRecords.Spoken]
  ) -> Bool {
    guard reach != .everybody, let above = ours.answers else { return true }
    return reach == .page && known[above]?.answers == nil
  }
}

/// How far back replies answer: what was said until a moment, as far as their writers had heard it.
private struct Reach {
  /// None of them lies within another: as replies follow each other, the last one says it all.
  private var moments: [(said: Instant, seen: Instant)] = []

  /// - Parameter seen: `nil` of what was written elsewhere, where all that had been said stood.
  mutating func add(_ said: Instant, seen: Instant?) {
    let seen = seen ?? Instant(milliseconds: .max)
    guard !moments.contains(where: { $0.said >= said && $0.seen >= seen }) else { return }
    moments.removeAll { $0.said <= said && $0.seen <= seen }
    moments.append((said, seen))
  }

  func includes(_ moment: Instant, _ post: ConversationRecords.Spoken) -> Bool {
    moments.contains { moment <= $0.said && post.isHeard(by: $0.seen) }
  }
}
