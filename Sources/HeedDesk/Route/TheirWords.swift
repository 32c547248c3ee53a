public import HeedModel

extension Post {
  /// Something that others said and that can be read.
  public var isTheirWords: Bool { direction != .ours && removedAt == nil && !isPlaceholder }
}

extension RecordReading {
  /// Accounts whose private talk a member answers.
  func accounts(answeredBy member: ID<Member>) throws -> Set<ID<Account>> {
    Set(try accounts().map(\.id).filter { try answerers(of: $0).contains(member) })
  }
}
