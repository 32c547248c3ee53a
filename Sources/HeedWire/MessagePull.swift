import HeedModel
import HeedNetwork

/// One stream of texts: opened when it is first read, closed when its reader lets go of it.
actor MessagePull {
  private let wire: HTTPWire
  private let request: WireRequest
  private var connection: SocketConnection?
  private var isOver = false

  init(wire: HTTPWire, request: WireRequest) {
    self.wire = wire
    self.request = request
  }

  deinit { connection?.close() }

  /// The next text; `nil` after the end was thrown.
  func next() async throws -> String? {
    if isOver { return nil }
    do {
      if connection == nil { connection = try await wire.openMessages(request) }
      return try await connection?.inbox.next()
    } catch {
      isOver = true
      connection?.close()
      connection = nil
      throw error
    }
  }
}
