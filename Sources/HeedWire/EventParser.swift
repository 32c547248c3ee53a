import HeedNetwork

/// Reads server-sent events, split anywhere
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation).
struct EventParser {
  /// What the server asks for before a new connection.
  private(set) var retry: Duration?

  private var line: [UInt8] = []
  private var isAfterCarriageReturn = false
  private var isFirstLine = true
  private var data: [UInt8] = []
  private var hasData = false
  private var type = ""
  private var lastID = ""
  private let maximumBytes: Int

  /// - Parameter maximumBytes: of one event, in all its lines.
  init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  struct TooLarge: Error {}

  /// The events that end within `bytes`.
  /// - Throws: `TooLarge`.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(TooLarge) -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    for byte in bytes {
      let isLineFeed = byte == UInt8(ascii: "\n")
      if isLineFeed, isAfterCarriageReturn {
        isAfterCarriageReturn = false
        continue
      }
      isAfterCarriageReturn = byte == UInt8(ascii: "\r")
      if isLineFeed || isAfterCarriageReturn {
        if let event = endLine() { events.append(event) }
        continue
      }
      guard line.count + data.count < maximumBytes else { throw TooLarge() }
      line.append(byte)
    }
    return events
  }

  private mutating func endLine() -> ServerSentEvent? {
    defer { line.removeAll(keepingCapacity: line.capacity <= 65536) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xef, 0xbb, 0xbf]) { line.removeFirst(3) }
    }
    if line.isEmpty { return dispatch() }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    // A comment: it keeps the connection alive and says nothing.
    if colon == 0 { return nil }
    var value = line[min(colon + 1, line.endIndex)...]
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    switch String(decoding: line[..<colon], as: UTF8.self) {
    case "event": type = String(decoding: value, as: UTF8.self)
    case "data":
      if hasData { data.append(UInt8(ascii: "\n")) }
      hasData = true
      data += value
    case "id": if !value.contains(0) { lastID = String(decoding: value, as: UTF8.self) }
    case "retry":
      if !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }),
        let milliseconds = Int64(String(decoding: value, as: UTF8.self)),
        milliseconds <= 86_400_000
      {
        retry = .milliseconds(milliseconds)
      }
    default: break
    }
    return nil
  }

  private mutating func dispatch() -> ServerSentEvent? {
    defer {
      data.removeAll(keepingCapacity: data.capacity <= 65536)
      hasData = false
      type = ""
    }
    guard hasData else { return nil }
    return ServerSentEvent(
      id: lastID.isEmpty ? nil : lastID, event: type.isEmpty ? "message" : type,
      data: String(decoding: data, as: UTF8.self))
  }
}
