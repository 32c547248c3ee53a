import Foundation
import HeedNetwork
import HeedTesting
import Synchronization

/// The double with what a process has besides: a log that outlives it, and time to be late.
final class FarSide: Sendable {
  /// An answer that is late: everything is done at once, and said later.
  struct Delay: Sendable {
    var method: String
    var path: String
    var seconds: Double
  }

  let double: MastodonDouble
  private let log: AcceptedLog?
  private let delays = Mutex<[Delay]>([])

  init(double: MastodonDouble, log: AcceptedLog?) {
    self.double = double
    self.log = log
  }

  func delay(_ delay: Delay) { delays.withLock { $0.append(delay) } }

  /// Answers a request; `nil` when the connection breaks without a word.
  func answer(_ request: WireRequest) async throws -> WireResponse? {
    let path = String(request.address.dropFirst("https://".count).drop { $0 != "/" })
    if request.method == .get, let picture = Self.picture(path) { return picture }
    let late = delays.withLock { delays in
      delays.firstIndex { $0.method == request.method.rawValue && path.hasPrefix($0.path) }
        .map { delays.remove(at: $0) }
    }
    let answer = double.handle(request)
    // What was accepted is on the disk before anybody is told of it.
    try log?.write(double.journal)
    if let late { try await Task.sleep(for: .seconds(late.seconds)) }
    return answer
  }

  /// Faces and media: one transparent pixel for each.
  private static func picture(_ path: String) -> WireResponse? {
    guard path.hasPrefix("/avatars/") || path.hasPrefix("/media/") else { return nil }
    let pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    return WireResponse(
      status: 200, headers: [("Content-Type", "image/png")],
      body: Array(Data(base64Encoded: pixel) ?? Data()), address: path)
  }
}

/// What programs sent and the double took, in order; never taken back by a later deletion.
final class AcceptedLog: Sendable {
  private let file: Mutex<(handle: FileHandle, written: Int)>

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    file = Mutex((handle, 0))
  }

  func write(_ journal: [MastodonDouble.Accepted]) throws {
    try file.withLock { file in
      for message in journal.dropFirst(file.written) {
        try file.handle.write(contentsOf: Data((message.line + "\n").utf8))
        file.written += 1
      }
      try file.handle.synchronize()
    }
  }
}

extension MastodonDouble.Accepted {
  /// One line of JSON.
  var line: String { json.rendered }

  var json: JSONValue {
    [
      "uri": .text(uri), "text": .text(text), "key": JSONValue(key), "warning": .text(warning),
      "language": JSONValue(language), "visibility": .text(visibility),
      "parent": JSONValue(parent), "alternatives": .list(alternatives.map { .text($0) }),
    ]
  }
}
