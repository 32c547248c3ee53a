import Foundation

/// Test data of others: named by `HEED_CORPORA`, else beside the package; never copied into it.
enum Corpora {
  static let root: URL = {
    if let named = ProcessInfo.processInfo.environment["HEED_CORPORA"] {
      return URL(fileURLWithPath: named)
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/corpora")
  }()

  static func has(_ name: String) -> Bool {
    let there = FileManager.default.fileExists(atPath: root.appending(path: name).path)
    if !there { print("skipped: \(name) is not there; set HEED_CORPORA to where it is") }
    return there
  }

  /// Files of a folder by name, without those it holds further down.
  static func files(in folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: nil
    ).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  static func bytes(_ file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }
}

/// What a piece of work costs this thread, whatever else the machine does meanwhile.
func cpuTime<T>(of work: () throws -> T) rethrows -> (result: T, time: Duration) {
  func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
  let started = now()
  let result = try work()
  return (result, now() - started)
}
