public import HeedDesk
public import HeedModel
import Synchronization

/// Media of other people, kept in memory.
public final class MemoryMedia: MediaCache {
  private struct Kept {
    var bytes: [UInt8]
    var keptAt: Instant
    var usedAt: Instant
  }
  private let files = Mutex<[String: Kept]>([:])

  public init() {}

  public var names: [String] { files.withLock { $0.keys.sorted() } }

  public func read(_ name: String, at now: Instant) async throws -> [UInt8]? {
    files.withLock {
      $0[name]?.usedAt = now
      return $0[name]?.bytes
    }
  }

  public func write(_ bytes: [UInt8], name: String, at now: Instant) async throws {
    files.withLock { $0[name] = Kept(bytes: bytes, keptAt: now, usedAt: now) }
  }

  public func remove(_ name: String) async throws { files.withLock { $0[name] = nil } }

  public func all() async throws -> [KeptMedium] {
    files.withLock { files in
      files.map {
        KeptMedium(
          name: $0.key, bytes: $0.value.bytes.count, keptAt: $0.value.keptAt,
          usedAt: $0.value.usedAt)
      }
    }
  }
}
