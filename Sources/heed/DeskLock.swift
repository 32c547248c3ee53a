import ArgumentParser
import Foundation
import Synchronization

/// Held by whoever must be alone on a data folder: a running desk, a change of its key. Ends with the process, however
/// that ends.
final class DeskLock: Sendable {
  private let file: Mutex<Int32>

  /// - Throws: when somebody else holds it.
  init(_ configuration: DeskConfiguration) throws {
    guard !configuration.isPostgres else {
      // Many machines may serve one; who is there stands in the database.
      file = Mutex(-1)
      return
    }
    try FileManager.default.createDirectory(
      atPath: configuration.data, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let path = configuration.data + "/heed.lock"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw ValidationError("\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw ValidationError(
        "A desk runs on \(configuration.data) already. Stop it first, or give this one a folder of its own with --data."
      )
    }
    self.file = Mutex(file)
  }

  func release() {
    file.withLock { file in
      if file >= 0 { close(file) }
      file = -1
    }
  }

  deinit { release() }
}
