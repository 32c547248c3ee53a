public import HeedDesk
import Synchronization

/// A folder of media in memory.
public final class MemoryUploads: UploadFolder {
  public struct Missing: Error {}
  private let files = Mutex<[String: [UInt8]]>([:])

  public init() {}

  public var names: [String] { files.withLock { $0.keys.sorted() } }

  public func write(_ bytes: [UInt8], name: String) async throws {
    files.withLock { $0[name] = bytes }
  }

  public func read(_ name: String) async throws -> [UInt8] {
    guard let bytes = files.withLock({ $0[name] }) else { throw Missing() }
    return bytes
  }

  public func remove(_ name: String) async throws { files.withLock { $0[name] = nil } }
}
