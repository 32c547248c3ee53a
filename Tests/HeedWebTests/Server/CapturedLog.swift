import Foundation
import Logging

/// Everything that is logged, at every level, as text.
final class CapturedLog: @unchecked Sendable {
  private var lines: [String] = []
  private let lock = NSLock()

  var all: [String] { lock.withLock { lines } }

  var logger: Logger {
    var logger = Logger(label: "captured") { _ in Handler(log: self) }
    logger.logLevel = .trace
    return logger
  }

  fileprivate func add(_ line: String) { lock.withLock { lines.append(line) } }

  private struct Handler: LogHandler {
    let log: CapturedLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let told = metadata.merging(event.metadata ?? [:]) { $1 }
      log.add("\(event.level) \(event.message) \(told)")
    }
  }
}
