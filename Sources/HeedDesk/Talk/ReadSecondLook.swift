public import HeedModel

/// A look with what stands around it.
public struct SecondLookRow: Sendable {
  public var look: SecondLook
  /// Who speaks with us there.
  public var handle: Handle?
  public var writer: Member?
  public var asked: Member?

  public init(look: SecondLook, handle: Handle? = nil, writer: Member? = nil, asked: Member? = nil)
  {
    self.look = look
    self.handle = handle
    self.writer = writer
    self.asked = asked
  }
}

/// A look as its page shows it.
public struct KeptSecondLook: Sendable {
  public var row: SecondLookRow
  /// What the draft answers.
  public var answered: PostRow?

  public init(row: SecondLookRow, answered: PostRow? = nil) {
    self.row = row
    self.answered = answered
  }
}

extension Desk {
  /// - Throws: `Problem(.notFound)` for whoever neither asked nor was asked, without telling whether there is one.
  public func secondLook(_ id: ID<SecondLook>, for viewer: Viewer) async throws -> KeptSecondLook {
    try await record.read { tx in
      guard let look = try tx.secondLook(id, for: viewer),
        let conversation = try tx.conversation(look.conversation, for: viewer)
      else { throw Self.noLook }
      let thread = try tx.thread(conversation.id, for: viewer)
      let chosen = try tx.draft(of: conversation.id, by: look.member)?.answering
      let answered = thread.chosen([chosen]) ?? thread.toAnswer(in: conversation)
      return KeptSecondLook(row: try tx.row(of: look), answered: answered)
    }
  }
}

extension RecordReading {
  func row(of look: SecondLook) throws -> SecondLookRow {
    let handle = try conversation(look.conversation)?.handle
    return SecondLookRow(
      look: look, handle: try handle.flatMap { try handles([$0]).first },
      writer: try member(look.member), asked: try member(look.asked))
  }
}
