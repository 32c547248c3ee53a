public import HeedModel

extension Desk {
  /// What was handed to somebody who did not take it yet, by conversation: whoever takes it ends that. Of what the viewer
  /// may not see, nothing is told by this: it names ids alone.
  public func handedOn(for viewer: Viewer) async throws -> [ID<Conversation>: HandOver] {
    try await record.read { tx in
      let standing = try tx.members().filter { $0.leftAt == nil && $0.role.maySpeak }
        .flatMap { try tx.handedTo(Viewer(member: $0.id, role: $0.role)) }
      var found: [ID<Conversation>: HandOver] = [:]
      for handOver in standing
      where try tx.conversation(handOver.conversation, for: viewer) != nil {
        found[handOver.conversation] = handOver
      }
      return found
    }
  }
}
