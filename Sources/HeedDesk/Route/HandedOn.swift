public import HeedModel

extension Desk {
  /// What was handed to somebody who did not take it yet, by conversation: whoever takes it ends that. Of what the viewer
  /// may not see, nothing is told by this: it names ids alone.
  public func handedOn(for viewer: Viewer) async throws -> [ID<Conversation>: HandOver] {
    try await record.read { tx in
      let standing = try tx.members().flatMap { try Self.standing(with: $0, tx) }
      var found: [ID<Conversation>: HandOver] = [:]
      for handOver in standing
      where try tx.conversation(handOver.conversation, for: viewer) != nil {
        found[handOver.conversation] = handOver
      }
      return found
    }
  }

  /// Whether nobody took yet what was handed on: the same for one.
  public func stands(_ handOver: HandOver) async throws -> Bool {
    try await record.read { tx in
      guard let receiver = try tx.member(handOver.to) else { return false }
      return try Self.standing(with: receiver, tx).contains(handOver)
    }
  }

  private static func standing(
    with receiver: Member, _ tx: any RecordReading
  ) throws -> [HandOver] {
    guard receiver.leftAt == nil, receiver.role.maySpeak else { return [] }
    return try tx.handedTo(Viewer(member: receiver.id, role: receiver.role))
  }
}
