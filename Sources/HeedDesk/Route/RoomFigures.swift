public import HeedModel

/// The figures beside the rooms' names, as far as the member who looks may see what they count.
public struct RoomFigures: Sendable, Hashable {
  /// Conversations in which somebody waits for a word of ours.
  public var waiting: Int
  /// Sources that need a hand.
  public var troubledSources: Int
  /// What concerns the member and was not looked at yet.
  public var told: Int
  /// Of their own promises, those that are due today or late; nobody else's (law 3).
  public var promisesDue: Int
  /// Mistakes of ours that are not fixed.
  public var openMistakes: Int
}

extension Desk {
  public func figures(for viewer: Viewer) async throws -> RoomFigures {
    let now = clock.now()
    return try await record.read { tx in
      RoomFigures(
        waiting: try tx.waitingCount(for: viewer), troubledSources: try tx.troubleCount(),
        told: try tx.unseenTellings(for: viewer),
        promisesDue: viewer.role.maySpeak ? try tx.promisesDueCount(at: now, for: viewer) : 0,
        openMistakes: try tx.openMistakes(for: viewer))
    }
  }
}
