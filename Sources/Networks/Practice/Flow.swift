/// A stream made by a loop.
enum Flow {
  /// Runs `body` until it throws or its reader goes; a quiet end of `body` ends the stream quietly.
  static func stream<Element: Sendable>(
    _ body:
      @escaping @Sendable (AsyncThrowingStream<Element, any Error>.Continuation) async throws
      -> Void
  ) -> AsyncThrowingStream<Element, any Error> {
    AsyncThrowingStream { continuation in
      // Unstructured: a stream outlives the call that opens it. Its reader's end is this task's.
      let task = Task {
        do {
          try await body(continuation)
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
