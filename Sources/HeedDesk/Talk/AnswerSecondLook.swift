public import HeedModel

extension Desk {
  /// What a colleague proposes: changed words, a word of their own, or that there is nothing to change. Until it is taken or
  /// over they may say it anew.
  /// - Throws: `Problem(.conflict)` when it is over: the draft went out, was given up, or is asked about no more.
  public func answer(
    _ id: ID<SecondLook>, proposing text: String, word: String, by viewer: Viewer
  ) async throws {
    let word = Self.trimmed(word)
    guard text.utf8.count <= 100_000, word.count <= 2_000 else {
      throw Problem(.invalid, "That is too long.", field: "text")
    }
    let now = clock.now()
    try await record.write { [self] tx in
      var look = try lookToAnswer(id, by: viewer, tx)
      let proposed = Self.trimmed(text)
      look.proposed =
        proposed.isEmpty || proposed == Self.trimmed(look.text) ? nil : proposed
      look.word = word
      look.answeredAt = now
      try tx.update(look)
      try tx.append(
        event(
          .lookAnswered, by: viewer.member, in: look.conversation, subject: look.id.value,
          other: look.member))
    }
  }

  private func lookToAnswer(
    _ id: ID<SecondLook>, by viewer: Viewer, _ tx: any RecordReading
  ) throws -> SecondLook {
    guard let look = try tx.secondLook(id, for: viewer), look.asked == viewer.member else {
      throw Self.noLook
    }
    switch look.state {
    case .asked, .answered: return look
    case .taken:
      throw Problem(.conflict, "What you proposed was taken already. Nothing was changed.")
    case .ended: throw Self.isOver(look)
    }
  }

  static var noLook: Problem {
    Problem(.notFound, "Nobody asks you to look at that, or the conversation is not yours to see.")
  }

  static func isOver(_ look: SecondLook) -> Problem {
    switch look.ending {
    case .sent: Problem(.conflict, "It went out already. What you typed stays here to be copied.")
    case .discarded:
      Problem(.conflict, "The draft was given up. What you typed stays here to be copied.")
    case .withdrawn, .left, .gone, nil:
      Problem(.conflict, "You are not asked any more. What you typed stays here to be copied.")
    }
  }
}
