import HeedModel

extension Desk {
  /// An account did what it was asked to: whatever shut it out is over, unless a source of it still says otherwise.
  func noteWorks(_ id: ID<Account>, _ tx: any RecordWriting) throws {
    guard var account = try tx.account(id), account.trouble != nil, account.removedAt == nil else {
      return
    }
    let isStillShut = try tx.sources().contains {
      $0.account == id && $0.trouble != nil && $0.pausedAt == nil
    }
    guard !isStillShut else { return }
    account.trouble = nil
    try tx.update(account)
    try tx.append(event(.accountChanged, subject: id.value))
  }
}
