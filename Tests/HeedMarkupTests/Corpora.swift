import Foundation

/// Test data of others, which stands beside the repository and is never part of it.
enum Corpora {
  /// The folder `name`, or `nil` with a line that says so.
  static func folder(_ name: String) -> URL? {
    let root: URL
    if let path = ProcessInfo.processInfo.environment["HEED_CORPORA"] {
      root = URL(fileURLWithPath: path)
    } else {
      root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/corpora")
    }
    let folder = root.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("Skipped: no corpus \(name); set HEED_CORPORA to the folder that holds it.")
      return nil
    }
    return folder
  }

  static func data(_ name: String, _ file: String) throws -> Data? {
    try folder(name).map { try Data(contentsOf: $0.appendingPathComponent(file)) }
  }
}
