import Foundation
import HeedDesk
import HeedModel

/// A new key for the desk. Each step is whole or not at all, and may be the last before a crash: running it again goes
/// on where it ended, and at every moment the files beside the database open all that is in it.
struct KeyRotation {
  enum Step: CaseIterable {
    case begun, made, sealed, kept, replaced
  }

  /// Where the key stands.
  var path: String
  var desk: @Sendable (_ from: [UInt8], _ to: [UInt8]) async throws -> Resealed
  /// Told after each step; a test that throws there is a crash.
  var after: (Step) throws -> Void = { _ in }

  /// The new key, until it has taken the place of the old one.
  var next: String { path + ".next" }
  var isUnfinished: Bool { FileManager.default.fileExists(atPath: next) }

  /// - Returns: what was sealed anew, and where the old key stays.
  func run() async throws -> (resealed: Resealed, old: String) {
    let current = try KeyFile.load(path, make: false)
    try after(.begun)
    // One that is there already is the one that some secrets may be sealed with.
    let fresh = try KeyFile.load(next)
    try after(.made)
    let resealed = try await desk(current, fresh)
    try after(.sealed)
    let old = path + ".old-" + Self.name(of: current)
    if !FileManager.default.fileExists(atPath: old) { try KeyFile.write(current, to: old) }
    try after(.kept)
    guard rename(next, path) == 0 else { throw KeyFile.fault(path) }
    try KeyFile.settle(path)
    try after(.replaced)
    return (resealed, old)
  }

  /// The same key always has the same name, which tells nothing of it.
  private static func name(of key: [UInt8]) -> String {
    Hex.text(Vault.hash("name:" + Data(key).base64EncodedString()).prefix(4))
  }
}
