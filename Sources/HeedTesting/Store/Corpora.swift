public import Foundation

/// Where test data of others stands; never in this repository.
public enum Corpora {
  /// `HEED_CORPORA`, or the folder `shared/corpora` beside the package.
  /// - Returns: `nil` where it is absent.
  public static func folder(_ name: String, from file: String = #filePath) -> URL? {
    let named = ProcessInfo.processInfo.environment["HEED_CORPORA"].map {
      URL(filePath: $0, directoryHint: .isDirectory)
    }
    var root = URL(filePath: file)
    while root.path.count > 1, root.lastPathComponent != "Sources",
      root.lastPathComponent != "Tests"
    {
      root.deleteLastPathComponent()
    }
    let beside = root.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/corpora", directoryHint: .isDirectory)
    let folder = (named ?? beside).appending(path: name, directoryHint: .isDirectory)
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
