public import HeedModel
import HeedNetwork

extension Desk {
  /// What a source has and could not hand out, in words; `nil` where all is heard.
  public func setAside(at source: Source) -> Message? {
    (networks[source.network] as? any SettingAside)?.setAside(at: source.cursor)
  }

  /// The source as it goes on when somebody wants what is there now, and what was set aside.
  func askedAgain(_ source: Source, now: Instant) -> Source {
    var asked = source
    asked.nextAt = now
    guard let network = networks[source.network] as? any SettingAside else { return asked }
    asked.cursor = network.askingAgain(at: source.cursor)
    // A stream that runs goes on from its own place: it ends, and what follows begins at this one.
    if asked.cursor != source.cursor { asked.askedAt = nil }
    return asked
  }

  /// Whether somebody asked for what was set aside since it was heard last.
  func isAskedAgain(_ id: ID<Source>) async throws -> Bool {
    try await record.read { [networks] tx in
      guard let source = try tx.source(id), networks[source.network] is any SettingAside else {
        return false
      }
      return source.askedAt == nil
    }
  }
}
