import HeedModel
import HeedNetwork

/// Lines and counted bytes out of a connection, with limits: a server can send for ever, and never a line end.
actor LineReader {
  private let connection: any WireConnection
  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes that may still be read before the next `allow`.
  private var allowance = 0

  init(_ connection: any WireConnection) { self.connection = connection }

  /// How much the other side may send until this is called again.
  func allow(_ bytes: Int) { allowance = bytes }

  /// Nothing that came in plain is read after TLS began.
  func forget() {
    buffer = []
    start = 0
  }

  /// A line without its end.
  func line(longest: Int, within limit: Duration) async throws -> [UInt8] {
    var looked = start
    while true {
      if let end = buffer[looked...].firstIndex(of: 0x0A) {
        var line = buffer[start..<end]
        if line.last == 0x0D { line.removeLast() }
        let result = Array(line)
        take(to: end + 1)
        return result
      }
      looked = buffer.count
      guard buffer.count - start <= longest else { throw ImapFault.tooLong }
      let before = start
      try await fill(within: limit)
      looked -= before - start
    }
  }

  func bytes(_ count: Int, within limit: Duration) async throws -> [UInt8] {
    while buffer.count - start < count { try await fill(within: limit) }
    let result = Array(buffer[start..<(start + count)])
    take(to: start + count)
    return result
  }

  private func take(to end: Int) {
    start = end
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.count < 1 << 20)
      start = 0
    }
  }

  private func fill(within limit: Duration) async throws {
    let new = try await connection.read(within: limit)
    guard !new.isEmpty else { throw ImapFault.ended }
    allowance -= new.count
    guard allowance >= 0 else { throw ImapFault.tooLong }
    if start > 0, start >= buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += new
  }
}
