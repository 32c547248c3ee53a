public import HeedModel

extension Desk {
  /// They say what a post of theirs is. Their word outranks any reader's and any member's; topics match it anew at once.
  /// No reader learns from it: else whoever speaks to us could teach the desk what to put aside.
  /// - Parameter language: BCP 47.
  /// - Throws: `Problem(.conflict)` where a member put it aside as spam.
  public func theySay(
    of id: ID<Post>, language: String?, tone: Reading.Tone?, kinds: Set<Reading.Kind>,
    _ visit: Visit
  ) async throws {
    guard language.map(LanguageTag.isOne) ?? true else {
      throw Problem(.invalid, "Choose a language from the list.", field: "language")
    }
    let said = Reading(
      language: language, tone: tone, kinds: kinds.subtracting([.spam]), by: Reading.them,
      sureness: 1)
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }
      guard var post = try tx.posts([id]).first, post.isTheirWords,
        let author = handles.first(where: { $0.id == post.author })
      else { throw Problem(.notFound, "These words are not here, or they are not yours.") }
      // A form that is sent again says nothing new.
      if post.reading == said { return }
      if let correction = try tx.correction(of: id) {
        guard !correction.reading.kinds.contains(.spam) else {
          throw Problem(
            .conflict,
            "Somebody on the team read this and put it aside as spam. Write to us if that is wrong."
          )
        }
        try tx.end(correction.id, at: now)
      }
      for word in try tx.theirWords(of: [author.id])
      where word.kind == .readWrongly && word.post == id && word.endedAt == nil {
        try tx.end(word.id, at: now)
      }
      try tx.insert(
        TheirWord(
          id: newID(), handle: author.id,
          conversation: try tx.conversation(post.conversation)?.id, kind: .readWrongly,
          saidAt: now, post: id, reading: said))
      post.reading = said
      try settleReading(of: post, author: author, as: .theySaidReading, nil, now, tx)
    }
    // A member's correction that their word ended is learnt from no more.
    try await reloadReader()
  }

  /// They did not ask for what members gathered from their words: all of it leaves the wish, so that they are not counted
  /// there. The same words are gathered to it no more.
  public func theySay(notAsked id: ID<Wish>, _ visit: Visit) async throws {
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }.map(\.id)
      guard let root = try tx.wish(id)?.root else { throw Self.notCounted }
      let voices = try tx.voices(of: root, by: handles)
      // A form that is sent again says nothing new.
      if voices.isEmpty, try tx.deny(handles, root) { return }
      guard !voices.isEmpty else { throw Self.notCounted }
      for voice in voices {
        let post = try tx.posts([voice.post]).first
        let conversation = try post.flatMap { try tx.conversation($0.conversation) }?.id
        try tx.delete(voice.id)
        try tx.insert(
          TheirWord(
            id: newID(), handle: voice.handle, conversation: conversation, kind: .notAsked,
            saidAt: now, post: voice.post, wish: voice.wish))
        try tx.append(
          event(.theySaidNotAsked, in: conversation, subject: voice.wish.value))
      }
    }
  }

  private static let notCounted = Problem(
    .notFound, "This is not here, or it was not gathered from words of yours.")
}

extension RecordReading {
  /// Whether one of these said that they did not ask for this.
  /// - Parameter since: only where they said so later than this.
  func deny(_ handles: [ID<Handle>], _ root: ID<Wish>, since: Instant? = nil) throws -> Bool {
    try theirWords(of: handles).contains { word in
      guard word.kind == .notAsked, since.map({ word.saidAt > $0 }) ?? true, let wish = word.wish
      else { return false }
      return try self.wish(wish)?.root == root
    }
  }
}
