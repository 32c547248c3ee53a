import HeedModel

/// Hears far more than is kept, and asks the desk what that is before it spends more on it: on names, on writing.
///
/// Its stream begins at the cursor by itself, so `listen` is not asked before it.
public protocol Sifting: Streaming {
  /// The same as `stream(of:)`, with only those events that the sieve lets through. The cursor stands behind all of them.
  func stream(
    of source: ListeningSource, through sieve: any Sieve
  ) -> AsyncThrowingStream<Heard, any Error>
}

/// What the desk has use for.
public protocol Sieve: Sendable {
  /// Those of the events that the desk may keep, in their order: what a topic catches now, what speaks to us, and what
  /// changes something that is kept. Asking again is harmless; nothing is kept by asking.
  func sift(_ events: [RemoteEvent]) async throws -> [RemoteEvent]
}
