import Foundation

/// The real inputs that lie beside the project; tests that need them say so and pass without.
enum Corpora {
  static let directory: URL? = {
    let given = ProcessInfo.processInfo.environment["HEED_CORPORA"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = given ?? root.appending(path: "../shared/corpora").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  static func directory(_ name: String) -> URL? {
    guard let url = directory?.appending(path: name),
      FileManager.default.fileExists(atPath: url.path)
    else {
      print("topics: skipped, no corpus \(name) (HEED_CORPORA names another place)")
      return nil
    }
    return url
  }

  /// How many cases a test of many tries: so many, or as many times more as `HEED_TIMES` says.
  static func count(_ few: Int) -> Int {
    few * (ProcessInfo.processInfo.environment["HEED_TIMES"].flatMap { Int($0) } ?? 1)
  }
}
