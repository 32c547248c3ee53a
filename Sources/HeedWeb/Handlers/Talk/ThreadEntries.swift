import HeedDesk
import HeedModel
import HeedNetwork

/// A conversation's posts, notes, happenings and replies on their way, in the order in which a reader wants them.
struct ThreadEntries {
  let entries: [ThreadEntry]

  init(_ view: KeptConversation, call: Call, members: [ID<Member>: Member]) {
    let posts = Self.posts(view, call: call, members: members)
    var timed: [(Instant, ThreadEntry)] = []
    for note in view.notes {
      guard let member = members[note.member] else { continue }
      timed.append(
        (
          note.at,
          .note(ThreadNote(id: note.id, by: call.colleague(member), text: note.text, at: note.at))
        ))
    }
    for happening in Self.happenings(view, members, in: call.page) {
      timed.append((happening.at, .happening(happening)))
    }
    for reply in view.replies {
      switch reply.delivery.status {
      case .delivered, .takenBack: continue
      case .queued, .sending, .failed, .unknown:
        guard let member = members[reply.member] else { continue }
        timed.append(
          (
            reply.writtenAt,
            .outgoing(
              OutgoingReply(
                id: reply.id, by: call.colleague(member), text: reply.signedText,
                status: reply.delivery.status, dueAt: reply.delivery.dueAt,
                attempts: reply.delivery.attempts, trouble: reply.delivery.trouble,
                page: view.posts.first { $0.id == reply.inReplyTo }.flatMap {
                  call.desk.page(toAnswer: $0.post)
                }))
          ))
      }
    }
    timed.sort { $0.0 < $1.0 }
    // What the team did stands after the last post that was there when it was done.
    var merged: [ThreadEntry] = []
    var rest = timed[...]
    let latest = posts.map(\.at).max()
    for (index, post) in posts.enumerated() {
      merged.append(.post(post))
      let next = index + 1 < posts.count ? posts[index + 1].at : nil
      while let first = rest.first, let next, first.0 < next, first.0 >= post.at,
        first.0 < (latest ?? first.0)
      {
        merged.append(first.1)
        rest.removeFirst()
      }
    }
    entries = merged + rest.map(\.1)
  }

  /// Answers below what they answer, brothers in order of time.
  private static func posts(
    _ view: KeptConversation, call: Call, members: [ID<Member>: Member]
  ) -> [ThreadPost] {
    let ids = Set(view.posts.map(\.id))
    var children: [ID<Post>?: [PostRow]] = [:]
    for row in view.posts {
      let parent = row.post.parent.flatMap { ids.contains($0) ? $0 : nil }
      children[parent, default: []].append(row)
    }
    let byID = Dictionary(view.posts.map { ($0.id, $0) }) { $1 }
    let elsewhere = Dictionary(view.quoted.map { ($0.id, $0) }) { $1 }
    var ordered: [ThreadPost] = []
    // By hand, not by recursion: threads of strangers may be deeper than a stack.
    // With the nearest post of ours above each.
    var stack: [(PostRow, Int, ID<Post>?)] = (children[nil] ?? []).reversed().map { ($0, 0, nil) }
    while let (row, depth, ours) = stack.popLast() {
      let quoted = row.post.quoted.flatMap { byID[$0] ?? elsewhere[$0] }
      var post = ThreadPost(
        row, depth: depth, parent: row.post.parent.flatMap { byID[$0] }, quoted: quoted, view: view,
        call: call, members: members)
      if post.correctsUs { post.corrects = quoted?.post.direction == .ours ? quoted?.id : ours }
      ordered.append(post)
      let nearest = row.post.direction == .ours ? row.id : ours
      for child in (children[row.id] ?? []).reversed() {
        stack.append((child, depth + 1, nearest))
      }
    }
    return ordered
  }

  private static func happenings(
    _ view: KeptConversation, _ members: [ID<Member>: Member], in page: PageContext
  ) -> [Happening] {
    var happenings = view.handOvers.map { handOver in
      Happening(
        kind: .handedOver(
          to: members[handOver.to]?.name ?? "", word: handOver.word,
          reasons: handOver.reasons),
        by: members[handOver.from]?.name, at: handOver.at)
    }
    for event in view.events {
      let by = event.member.flatMap { members[$0]?.name }
      switch event.kind {
      case .closed:
        let closure = view.closures.last { $0.closedAt <= event.at }
        happenings.append(Happening(kind: .closed(closure?.reason ?? .done), by: by, at: event.at))
      case .reopened: happenings.append(Happening(kind: .reopened, by: by, at: event.at))
      case .takenUp: happenings.append(Happening(kind: .takenUp, by: by, at: event.at))
      default: break
      }
    }
    let names = Dictionary(view.handles.map { ($0.id, page.name(of: $0)) }) { $1 }
    // That it is solved is a closure, and said as one.
    happenings += view.theirWords.filter {
      $0.conversation == view.conversation.id && $0.kind != .solved
    }.map { Happening(kind: .theirWord($0), by: names[$0.handle], at: $0.saidAt) }
    return happenings
  }
}

extension ThreadPost {
  init(
    _ row: PostRow, depth: Int, parent: PostRow?, quoted: PostRow?, view: KeptConversation,
    call: Call, members: [ID<Member>: Member]
  ) {
    let post = row.post
    let isMine = row.member == call.member?.id || (call.member?.role.mayLead ?? false)
    let capabilities = view.capabilities
    let maySpeak = call.member?.role.maySpeak ?? false
    let delivery = view.replies.first { $0.delivery.post == post.id }?.delivery
    self.init(
      id: post.id, who: post.isPlaceholder ? nil : Who(row, in: call.page),
      member: row.member.flatMap { members[$0] }.map(call.colleague),
      to: parent.flatMap { Self.addressee($0, of: row, in: call.page) }, at: post.publishedAt,
      direction: post.direction,
      depth: depth, visibility: post.visibility, title: post.title, warning: post.warning,
      text: post.text, language: post.reading.language ?? post.language, media: post.media,
      quoted: quoted.map { Quoted(who: Who($0, in: call.page), text: $0.post.text) },
      address: post.address,
      editedAt: post.editedAt, revisions: view.revisions[post.id] ?? [],
      removedAt: post.removedAt, kinds: post.reading.kinds,
      reasons: post.direction == .ours || post.reading.isSaid
        ? nil : call.desk.reasons(of: post),
      canCorrectReading: maySpeak && post.direction != .ours && post.removedAt == nil
        && !post.isPlaceholder,
      canEdit: maySpeak && post.direction == .ours && isMine && post.removedAt == nil
        && (capabilities?.canEdit ?? false),
      canDelete: maySpeak && post.direction == .ours && isMine && post.removedAt == nil
        && (capabilities?.canDelete ?? false),
      byHand: delivery?.byHand, unchecked: delivery?.byHand == nil ? nil : delivery?.trouble)
    isReadByThem = post.reading.isByThem && post.removedAt == nil
    canMark = maySpeak && post.direction == .ours && !post.isPlaceholder
    hasMarkKey = canMark && post.id == view.posts.last(where: { $0.post.direction == .ours })?.id
    correctsUs =
      maySpeak && post.isTheirWords && post.removedAt == nil
      && post.reading.kinds.contains(.correction)
    scars = view.mistakes[post.id] ?? []
    mends = view.mends[post.id]
    keepable = call.keepable(post, view)
  }

  /// Whom a post answers; nobody where its author only goes on.
  private static func addressee(_ parent: PostRow, of row: PostRow, in page: PageContext)
    -> String?
  {
    guard let author = parent.author, author.id != row.author?.id else { return nil }
    return page.name(of: author)
  }
}
