import Foundation
import HeedWire
import Synchronization

/// A WebSocket server that writes its frames by hand, so that it can write wrong ones.
final class SocketServer: Sendable {
  enum Code: UInt8, Sendable {
    case continuation = 0
    case text, binary
    case close = 8
    case ping, pong
  }

  struct Frame: Sendable {
    var code: Code
    var isMasked: Bool
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  struct Connection {
    fileprivate let plain: PlainServer.Connection
    fileprivate let log: @Sendable (Frame) -> Void

    func text(_ text: String) { frame(.text, text) }
    func frame(_ code: Code, _ text: String, isLast: Bool = true) {
      frame(code, Array(text.utf8), isLast: isLast)
    }

    func frame(_ code: Code, _ bytes: [UInt8], isLast: Bool = true) {
      let count = bytes.count
      let length: [UInt8]
      switch count {
      case ..<126: length = [UInt8(count)]
      case ..<65536: length = [126, UInt8(count >> 8), UInt8(count & 255)]
      default:
        length = [127] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
      }
      raw([code.rawValue | (isLast ? 0x80 : 0)] + length + bytes)
    }

    func raw(_ bytes: [UInt8]) { plain.write(bytes) }

    /// The client's next frame; `nil` when it went.
    func read() -> Frame? {
      let start = plain.read(2)
      guard start.count == 2, let code = Code(rawValue: start[0] & 15), start[1] & 127 < 126
      else { return nil }
      let isMasked = start[1] & 128 != 0
      let mask = isMasked ? plain.read(4) : [0, 0, 0, 0]
      let bytes = plain.read(Int(start[1] & 127)).enumerated().map { $1 ^ mask[$0 % 4] }
      let frame = Frame(code: code, isMasked: isMasked, bytes: bytes)
      log(frame)
      return frame
    }

    func waitForEnd() { while read() != nil {} }
  }

  private struct State {
    var frames: [Frame] = []
    var head: String?
  }

  private let state: Shared
  private let plain: PlainServer
  private let ends: AsyncStream<Void>

  var port: Int { plain.port }
  var address: String { "ws://127.0.0.1:\(port)" }
  var frames: [Frame] { state.value.withLock { $0.frames } }
  var head: String? { state.value.withLock { $0.head } }

  private final class Shared: Sendable { let value = Mutex(State()) }

  init(_ script: @escaping @Sendable (Connection) -> Void) throws {
    let state = Shared()
    self.state = state
    let (ends, ending) = AsyncStream.makeStream(of: Void.self)
    self.ends = ends
    plain = try PlainServer { connection in
      guard let head = connection.head() else { return }
      state.value.withLock { $0.head = head }
      connection.write(Self.consent(to: head))
      script(
        Connection(plain: connection) { frame in
          state.value.withLock { $0.frames.append(frame) }
        })
      ending.finish()
    }
  }

  /// Returns once the script of a connection came to its end: all that the other side sent was read.
  func end() async { for await _ in ends {} }

  /// RFC 6455, section 4.2.2.
  static func consent(to head: String) -> String {
    let key = header("sec-websocket-key", of: head) ?? ""
    let sum = SHA1.sum(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      + "Sec-WebSocket-Accept: \(Data(sum).base64EncodedString())\r\n\r\n"
  }

  static func with(
    script: @escaping @Sendable (Connection) -> Void,
    body: (SocketServer, HTTPWire) async throws -> Void
  ) async throws {
    let server = try SocketServer(script)
    defer { server.plain.stop() }
    try await Bench.with(Bench()) { try await body(server, $0.wire) }
  }
}

/// RFC 3174, for the handshake alone.
enum SHA1 {
  static func sum(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    var padded = bytes + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += withUnsafeBytes(of: UInt64(bytes.count * 8).bigEndian) { Array($0) }
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { word in
        padded[(start + word * 4)...].prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      for t in 16..<80 {
        words.append(turned(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for (t, word) in words.enumerated() {
        let (mix, constant): (UInt32, UInt32)
        switch t {
        case ..<20: (mix, constant) = ((b & c) | (~b & d), 0x5a82_7999)
        case ..<40: (mix, constant) = (b ^ c ^ d, 0x6ed9_eba1)
        case ..<60: (mix, constant) = ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
        default: (mix, constant) = (b ^ c ^ d, 0xca62_c1d6)
        }
        let next = turned(a, 5) &+ mix &+ e &+ constant &+ word
        (e, d, c, b, a) = (d, c, turned(b, 30), a, next)
      }
      for (index, value) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ value }
    }
    return state.flatMap { value in withUnsafeBytes(of: value.bigEndian) { Array($0) } }
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }
}
