import Foundation
import HeedModel

/// The desk's key: 32 random bytes in a file that only its owner reads.
enum KeyFile {
  static func load(_ path: String, make: Bool = true) throws -> [UInt8] {
    if let data = FileManager.default.contents(atPath: path) {
      let text = String(decoding: data, as: UTF8.self).trimmingCharacters(
        in: .whitespacesAndNewlines)
      guard let key = Data(base64Encoded: text), key.count == 32 else {
        throw Problem(
          .invalid, "\(path) holds no key of a desk. Bring it back from your backup of keys.")
      }
      return Array(key)
    }
    guard make else {
      throw Problem(
        .notFound, "There is no key at \(path). Bring it back from your backup of keys.")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return try write(SystemRandomness().bytes(32), to: path)
  }

  /// Durable when it returns, whole or not at all, and never over a key that is there.
  @discardableResult
  static func write(_ key: [UInt8], to path: String) throws -> [UInt8] {
    let unfinished = path + ".part"
    try? FileManager.default.removeItem(atPath: unfinished)
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw fault(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    try handle.write(contentsOf: Data(Data(key).base64EncodedString().utf8))
    try handle.synchronize()
    try handle.close()
    // Unlike a rename, a link never replaces what is there.
    guard link(unfinished, path) == 0 else { throw fault(path) }
    unlink(unfinished)
    try settle(path)
    return key
  }

  /// Makes durable which files stand in the folder of this one.
  static func settle(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let opened = open(folder, O_RDONLY)
    guard opened >= 0 else { throw fault(path) }
    defer { close(opened) }
    guard fsync(opened) == 0 else { throw fault(path) }
  }

  static func fault(_ path: String) -> Problem {
    Problem(.broken, "The key could not be written to \(path): \(String(cString: strerror(errno)))")
  }
}
