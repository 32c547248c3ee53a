import HeedModel

/// Which of our own posts of a file were written by members of this desk.
struct ImportAttribution: Sendable {
  private let members: [String: ID<Member>]
  private(set) var written: [(network: NetworkName, post: RemoteID, member: ID<Member>)] = []

  init(members: [Member]) {
    // Of two of one name neither can be meant; their mail addresses tell them apart.
    let names = Dictionary(grouping: members, by: { $0.name.lowercased() })
    var known = names.compactMapValues { $0.count == 1 ? $0[0].id : nil }
    for member in members where member.leftAt == nil {
      known[member.email.lowercased()] = member.id
    }
    self.members = known
  }

  mutating func note(_ lines: [PostLine]) {
    for line in lines where line.direction == Direction.ours.rawValue && line.removed != true {
      guard let name = line.member?.lowercased(), let member = members[name] else { continue }
      written.append((line.place, RemoteID(line.id), member))
    }
  }
}

extension Desk {
  /// Says who wrote our posts. Only after the whole file: what was answered long ago must not come back to anybody as
  /// new.
  func attribute(_ attribution: ImportAttribution) async throws -> Int {
    let written = attribution.written
    var count = 0
    for start in stride(from: 0, to: written.count, by: Self.importGroup) {
      let some = Array(written[start..<min(start + Self.importGroup, written.count)])
      count += try await record.write { [self] tx in
        var count = 0
        for (network, post, member) in some {
          guard let post = try tx.posts(network, remoteIDs: [post]).first,
            try attribute(post, to: member, tx)
          else { continue }
          count += 1
        }
        return count
      }
    }
    return count
  }

  private func attribute(_ post: Post, to member: ID<Member>, _ tx: any RecordWriting) throws
    -> Bool
  {
    guard post.direction == .ours, post.removedAt == nil, let parent = post.parent,
      let author = post.author, let conversation = try tx.conversation(post.conversation)?.id,
      try tx.reply(delivered: post.id) == nil
    else { return false }
    let at = post.publishedAt
    try tx.insert(
      Reply(
        id: randomness.id(at: at), conversation: conversation, inReplyTo: parent,
        member: member, account: try account(speakingAs: author, of: post.network, tx),
        text: post.text.plain, signedText: post.text.plain, warning: post.warning,
        language: post.language, visibility: post.visibility, writtenAt: at,
        delivery: Delivery(
          status: .delivered, key: "import:\(post.id)", dueAt: at, deliveredAt: at,
          post: post.id)))
    return true
  }

  /// The account of a handle of ours; one from a file, or of somebody who posts by hand, has been taken away from the
  /// start, for nobody is signed in.
  func account(
    speakingAs handle: ID<Handle>, of network: NetworkName, _ tx: any RecordWriting
  ) throws -> ID<Account> {
    if let known = try tx.accounts().first(where: { $0.handle == handle }) { return known.id }
    let id = ID<Account>(handle.value)
    if try tx.account(id) == nil {
      let now = clock.now()
      try tx.insert(
        Account(
          id: id, network: network, server: "", handle: handle, custom: .none, addedAt: now,
          removedAt: now), credentials: [], answerers: [])
    }
    return id
  }
}
