public import HeedModel
import Synchronization

/// Ends a process in a test: after so many steps everything that it does fails, as if it had been
/// killed there.
public final class Fuse: Sendable {
  public struct Burnt: Error {
    /// Whether this was the step at which the process ended; all after it are a dead one's.
    public var isFirst: Bool
  }

  private let state: Mutex<(left: Int, isBurnt: Bool)>

  /// - Parameter steps: how many go well.
  public init(steps: Int = .max) { state = Mutex((steps, false)) }

  public var isBurnt: Bool { state.withLock { $0.isBurnt } }

  /// - Throws: `Burnt` from the step on at which it burns through.
  public func step() throws {
    try state.withLock { state in
      guard state.left > 0 else {
        defer { state.isBurnt = true }
        throw Burnt(isFirst: !state.isBurnt)
      }
      if state.left != .max { state.left -= 1 }
    }
  }
}

/// A record that is lost to its process once a fuse burns through: before a transaction, or after it
/// was made durable and before anybody was told.
public struct FusedRecord: Record {
  private let inner: any Record
  private let fuse: Fuse

  public init(_ inner: any Record, fuse: Fuse) {
    self.inner = inner
    self.fuse = fuse
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any RecordReading) throws -> T
  ) async throws -> T {
    try fuse.step()
    return try await inner.read(body)
  }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any RecordWriting) throws -> T
  ) async throws -> T {
    try fuse.step()
    let value = try await inner.write(body)
    try fuse.step()
    return value
  }

  public func commits() -> AsyncStream<Void> { inner.commits() }

  public func forgetErasedTerms() async throws {
    try fuse.step()
    try await inner.forgetErasedTerms()
  }

  public func purge() async throws {
    try fuse.step()
    try await inner.purge()
  }
}
