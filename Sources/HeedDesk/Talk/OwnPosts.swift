public import HeedModel
import HeedNetwork
import HeedTopics
import Logging

extension Desk {
  /// Changes our own words in place, where the network can. The earlier wording stays on the record (law 5).
  /// - Parameters:
  ///   - warning: words of warning from now on, none when empty; `nil` leaves those that stand. Where the network has none,
  ///     it changes nothing.
  ///   - seen: the `wording` over which it was typed; `nil` where nobody looked.
  /// - Throws: `Problem(.conflict)` where other words stand there by now: what was mended meanwhile is not undone unseen.
  public func edit(
    _ id: ID<Post>, to text: String, warning: String? = nil, seen: String? = nil, by viewer: Viewer
  ) async throws {
    try await edit(id, to: text, warning: warning, seen: seen, by: viewer, mending: nil)
  }

  /// - Parameter correction: of which mistake this is the fix; noted before the place is asked, and with what it said.
  func edit(
    _ id: ID<Post>, to text: String, warning: String? = nil, seen: String?, by viewer: Viewer,
    mending correction: Correction?
  ) async throws {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { throw Problem(.invalid, "Write something first.", field: "text") }
    let own = try await own(id, for: viewer)
    guard seen.map({ $0 == own.post.wording }) ?? true else {
      throw Problem(
        .conflict,
        """
        These words were changed since you opened them, and nothing was sent. What stands there now is shown; what \
        you typed is kept. Look at both, then change it.
        """, field: "text")
    }
    let written = try await record.read { [self] tx in
      try requireUnrestricted(viewer, tx)
      return try asWritten(own.post, tx)
    }
    guard correction == nil || text != own.post.text.plain && text != written else {
      throw Problem(
        .invalid, "These words stand there already, so nothing was sent. Change them first.",
        field: "text")
    }
    guard let network = networks[own.account.network] as? any Editing else {
      throw Problem(.invalid, "Posts cannot be changed there. Answer with a correction instead.")
    }
    let reference = own.reference
    let capabilities = try await capabilities(of: own.account)
    let warning = Self.warning(warning, on: own.post, capabilities)
    let message = OutgoingMessage(
      key: randomness.token(bytes: 16), text: text, warning: warning,
      language: own.post.language, visibility: own.post.visibility,
      firstTriedAt: clock.now())
    let access = try await shown { () async throws -> AccountAccess? in
      try await self.access(to: own.account.id)
    }
    guard let access else { throw Problem(.invalid, "That account is not connected any more.") }
    try Self.requireRoom(for: text, warning: warning, capabilities)
    try await begin(correction)
    let sent = try await carrying(correction) {
      try await shown { try await network.edit(reference, to: message, as: access) }
    }
    let now = clock.now()
    try await record.write { [self] tx in
      let snapshot = try book.snapshot(in: tx)
      guard var post = try tx.posts([id]).first, post.removedAt == nil else { return }
      let words = (sent.post?.text ?? RichText(plain: text)).normalised
      let warned = sent.post.map(\.warning) ?? warning
      // The network may have told of this edit already; then the earlier wording is kept.
      if post.text != words || post.warning != warned {
        try tx.insert(
          Revision(
            post: id, text: post.text, title: post.title, warning: post.warning, replacedAt: now,
            by: viewer.member))
      }
      let before = post.text
      post.text = words
      post.warning = warned
      post.editedAt = sent.post?.editedAt ?? now
      if before != words, post.reading.isByMember {
        try endCorrection(of: post, now, tx)
        post.reading = try readers.reader(in: tx).read(
          post.wordsToRead, declaredLanguage: post.language)
      }
      let author = try post.author.flatMap { try tx.handles([$0]).first }
      let document = TopicDocuments.prepared(
        post, author: author, source: try SourceNames(tx)[post.source])
      try tx.update(
        NewPost(
          post: post, terms: document.indexTerms, matches: snapshot.matches(document, post: id)))
      try tx.append(
        event(
          .ownPostEdited, by: viewer.member, in: try tx.conversation(post.conversation)?.id,
          subject: id.value))
      try tellPages(of: post, before: before, now: now, tx)
      try settleEdits(of: post, before: before, confirming: correction?.id, now: now, tx)
      try reopen(in: post, before: before, by: viewer.member, now: now, tx)
    }
  }

  /// What we wrote, as it was written, while nothing was changed since: what stands there may hide an address or a mark.
  func asWritten(_ post: Post, _ tx: any RecordReading) throws -> String? {
    guard post.direction == .ours, post.removedAt == nil,
      let reply = try tx.reply(delivered: post.id), try tx.revisions(of: [post.id]).isEmpty
    else { return nil }
    return reply.signedText
  }

  /// A member waits for the form; a place that takes longer is shown as the record has it.
  private static let longestLookThere = Duration.seconds(8)

  /// What a form holds that changes our words in place: what was written, so that nothing that the page does not show is
  /// lost. Where it was changed since, the place is asked.
  public func wordsToEdit(_ post: Post) async throws -> String {
    let (written, account, local) = try await record.read { [self] tx in
      let account = try tx.accounts().first { $0.handle == post.author }
      return (
        try asWritten(post, tx), account,
        try account.flatMap { try tx.localReference(of: post.id, account: $0.id) }
      )
    }
    if let written { return written }
    guard post.removedAt == nil, let account,
      let network = networks[account.network] as? any Editing
    else { return post.text.plain }
    do {
      let access = try await access(to: account.id)
      guard let access else { return post.text.plain }
      let reference = RemoteReference(
        remoteID: post.remoteID, local: local, address: post.address)
      let written = try await withThrowingTaskGroup(of: String?.self) { [clock] group in
        group.addTask { try await network.written(reference, as: access) }
        group.addTask {
          try await clock.sleep(for: Self.longestLookThere)
          return nil
        }
        defer { group.cancelAll() }
        return try await group.next().flatMap { $0 }
      }
      return written ?? post.text.plain
    } catch  where error is NetworkError || error is VaultError {
      logger.info(
        "A place did not say how a post of ours was written.",
        metadata: ["post": "\(post.id)", "error": "\(LogText.of(error))"])
      return post.text.plain
    }
  }

  /// What stands before our words from now on.
  private static func warning(
    _ wanted: String?, on post: Post, _ capabilities: Capabilities
  ) -> String? {
    guard let wanted, capabilities.hasWarning else { return post.warning }
    let words = trimmed(wanted)
    return words.isEmpty ? nil : words
  }

  /// Takes our own words away there. Here they stay on the record, marked as taken away.
  public func delete(_ id: ID<Post>, by viewer: Viewer) async throws {
    try await delete(id, by: viewer, mending: nil)
  }

  func delete(_ id: ID<Post>, by viewer: Viewer, mending correction: Correction?) async throws {
    let own = try await own(id, for: viewer)
    guard let network = networks[own.account.network] as? any Deleting else {
      throw Problem(.invalid, "Posts cannot be taken away there.")
    }
    let reference = own.reference
    let access = try await shown { () async throws -> AccountAccess? in
      try await self.access(to: own.account.id)
    }
    guard let access else { throw Problem(.invalid, "That account is not connected any more.") }
    try await begin(correction)
    try await carrying(correction) {
      try await shown { try await network.delete(reference, as: access) }
    }
    let now = clock.now()
    try await record.write { [self] tx in
      guard let post = try tx.posts([id]).first, post.removedAt == nil else { return }
      try tx.insert(
        Revision(
          post: id, text: post.text, title: post.title, warning: post.warning, replacedAt: now,
          by: viewer.member))
      try endCorrection(of: post, now, tx)
      try tx.blank([id], at: now)
      let kept = try tx.conversation(post.conversation)
      try tellPages(of: post, before: post.text, now: now, tx)
      try tx.append(event(.ownPostDeleted, by: viewer.member, in: kept?.id, subject: id.value))
      try settleDeletions(of: id, now: now, tx)
      try reopen(withoutFix: post, by: viewer.member, now: now, tx)
      if let kept { try restand(kept.id, settings: try tx.settings(), now: now, tx) }
    }
  }

  private func own(_ id: ID<Post>, for viewer: Viewer) async throws -> (
    post: Post, account: Account, reference: RemoteReference
  ) {
    try requireVoice(viewer)
    return try await record.read { tx in
      guard let row = try tx.post(id, for: viewer), row.post.direction == .ours,
        row.post.removedAt == nil,
        let account = try tx.accounts().first(where: { $0.handle == row.post.author })
      else { throw Problem(.notFound, "That post of ours is not here any more.") }
      let member = try tx.reply(delivered: id)?.member
      guard member == viewer.member || viewer.role.mayLead else {
        throw Problem(.forbidden, "Only whoever wrote it, or a lead, can change it.")
      }
      return (
        row.post, account,
        RemoteReference(
          remoteID: row.post.remoteID,
          local: try tx.localReference(of: id, account: account.id), address: row.post.address)
      )
    }
  }
}
