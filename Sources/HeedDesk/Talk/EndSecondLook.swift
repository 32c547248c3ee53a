public import HeedModel

extension Desk {
  /// The writer asks no more, or read what was proposed and keeps their own words: once it was answered it is the latter.
  /// Where it is over already this changes nothing.
  public func endLook(_ id: ID<SecondLook>, by viewer: Viewer) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      let look = try ownLook(id, by: viewer, tx)
      if look.state != .ended {
        try end(
          look, look.state == .asked ? .withdrawn : .left, by: viewer.member, now: now, tx)
      }
      return look.conversation
    }
  }

  /// Whatever was asked about a draft dies with it, in the transaction that ends the draft.
  func endLooks(
    at conversation: ID<Conversation>, by member: ID<Member>, _ ending: SecondLook.Ending,
    now: Instant, _ tx: any RecordWriting
  ) throws {
    for look in try tx.secondLooks(of: conversation, by: member) {
      try end(look, ending, by: member, now: now, tx)
    }
  }

  func end(
    _ look: SecondLook, _ ending: SecondLook.Ending, by member: ID<Member>?, now: Instant,
    _ tx: any RecordWriting
  ) throws {
    var look = look
    look.end(ending, at: now)
    try tx.update(look)
    try tx.append(
      event(
        .lookEnded, by: member, in: look.conversation, subject: look.id.value, other: look.asked))
  }

  /// What was asked about drafts that are gone, and of or by members who left.
  func endStrandedLooks() async throws {
    let now = clock.now()
    while true {
      let ended = try await record.write { [self] tx in
        let stranded = try tx.strandedSecondLooks(limit: 100)
        for look in stranded {
          let draft = try tx.draft(of: look.conversation, by: look.member)
          try end(look, draft == nil ? .discarded : .gone, by: nil, now: now, tx)
        }
        return stranded.count
      }
      guard ended == 100 else { return }
    }
  }
}
