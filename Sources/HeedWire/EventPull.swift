import HeedNetwork
import NIOCore

/// One stream of events: opened when it is first read, closed when its reader lets go of it.
actor EventPull {
  private let wire: HTTPWire
  private let request: WireRequest
  private var connection: EventConnection?
  private var parser: EventParser
  private var waiting: ArraySlice<ServerSentEvent> = []
  private var isOver = false

  init(wire: HTTPWire, request: WireRequest) {
    self.wire = wire
    self.request = request
    parser = EventParser(maximumBytes: request.maximumBytes)
  }

  deinit { connection?.close(because: CancellationError()) }

  /// The next event; `nil` after the end was thrown.
  func next() async throws -> ServerSentEvent? {
    if let event = waiting.popFirst() { return event }
    if isOver { return nil }
    do {
      let connection = try await opened()
      while true {
        guard case .bytes(let bytes) = try await connection.next() else { continue }
        do {
          waiting = try parser.read(bytes.readableBytesView)[...]
        } catch {
          let host = HTTPWire.host(of: request)
          throw Faults.tooLarge(host, request.maximumBytes)
        }
        if let event = waiting.popFirst() { return event }
      }
    } catch {
      isOver = true
      connection?.close(because: error)
      connection = nil
      throw error
    }
  }

  private func opened() async throws -> EventConnection {
    if let connection { return connection }
    let opened = try await wire.openEvents(request)
    connection = opened
    return opened
  }
}
