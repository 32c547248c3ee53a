import Foundation
import Synchronization

/// A server of bytes on a socket of 127.0.0.1: it speaks HTTP as badly as a test wants it to.
///
/// Each connection has a thread of its own and goes through the steps of the script.
final class PlainServer: Sendable {
  /// What a connection can do.
  struct Connection {
    let socket: Int32
    let number: Int

    /// Reads up to the end of a request's head; `nil` when the other side went.
    func head() -> String? {
      var bytes: [UInt8] = []
      while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        guard let byte = next() else { return nil }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    func read(_ count: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.count < count {
        guard let byte = next() else { break }
        bytes.append(byte)
      }
      return bytes
    }

    /// `false` when the other side went.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    func answer(
      _ status: String = "200 OK", _ headers: [String] = [], body: [UInt8] = []
    ) {
      let lines =
        ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers + ["", ""]
      write(Array(lines.joined(separator: "\r\n").utf8) + body)
    }

    func answer(_ status: String = "200 OK", _ headers: [String] = [], text: String) {
      answer(status, headers, body: Array(text.utf8))
    }

    /// The far side is slow; nothing of ours waits for it.
    func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

    /// A write that nobody takes fails after that time.
    func sendTimeout(milliseconds: Int) {
      var limit = timeval(tv_sec: 0, tv_usec: milliseconds * 1000)
      setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Ends with a reset instead of an orderly close.
    func reset() {
      var now = linger(l_onoff: 1, l_linger: 0)
      setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// Holds this connection until the test lets it go on.
    func waitForEnd(of flag: Flag) {
      let signal = DispatchSemaphore(value: 0)
      flag.then { signal.signal() }
      signal.wait()
    }

    /// Waits until the other side goes.
    func waitForEnd() {
      while next() != nil {}
    }

    private func next() -> UInt8? {
      var byte: UInt8 = 0
      while true {
        let count = recv(socket, &byte, 1, 0)
        if count == 1 { return byte }
        // A child process that ends interrupts whoever waits.
        guard count < 0, errno == EINTR else { return nil }
      }
    }
  }

  let port: Int
  private let listener: Int32
  private let counter = Mutex(0)
  private let log = Mutex<[String]>([])

  var connections: Int { counter.withLock { $0 } }
  /// The heads of requests, in the order in which they came.
  var heads: [String] { log.withLock { $0 } }
  var base: String { "http://127.0.0.1:\(port)" }

  /// - Parameter script: what happens on a connection; it is closed afterwards.
  init(_ script: @escaping @Sendable (Connection) -> Void) throws {
    (listener, port) = try Self.bound()
    guard listen(listener, 128) == 0 else { throw POSIXError(.EADDRINUSE) }
    let listener = listener
    Thread.detachNewThread { [self] in
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else {
          if errno == EINTR { continue }
          break
        }
        let number = counter.withLock {
          $0 += 1
          return $0
        }
        Thread.detachNewThread {
          script(Connection(socket: socket, number: number))
          close(socket)
        }
      }
      // Here and nowhere else: while this thread may still call `accept`, the number of the socket
      // must not go to another test's.
      close(listener)
    }
  }

  /// A socket with a port of its own.
  fileprivate static func bound() throws -> (socket: Int32, port: Int) {
    let holder = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(holder, $0, size) == 0 && getsockname(holder, $0, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    return (holder, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Answers every request on every connection, kept open.
  convenience init(answering: @escaping @Sendable (String, Connection) -> Void) throws {
    let notes = Notes()
    try self.init { connection in
      while let head = connection.head() {
        notes.add(head)
        answering(head, connection)
      }
    }
    notes.server.withLock { $0 = self }
  }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private final class Notes: Sendable {
    let server = Mutex<PlainServer?>(nil)
    func add(_ head: String) {
      server.withLock { $0 }?.log.withLock { $0.append(head) }
    }
  }

  static func answering<T>(
    _ answer: @escaping @Sendable (String, Connection) -> Void,
    body: (PlainServer) async throws -> T
  ) async throws -> T {
    let server = try PlainServer(answering: answer)
    defer { server.stop() }
    return try await body(server)
  }

  static func playing<T>(
    _ script: @escaping @Sendable (Connection) -> Void, body: (PlainServer) async throws -> T
  ) async throws -> T {
    let server = try PlainServer(script)
    defer { server.stop() }
    return try await body(server)
  }
}

/// A port at which nobody listens, and nobody else can for as long as this lives.
final class DeadPort: Sendable {
  private let holder: Int32
  let port: Int
  var base: String { "http://127.0.0.1:\(port)" }

  init() throws {
    (holder, port) = try PlainServer.bound()
  }

  deinit { close(holder) }
}

/// The path of a request's head.
func path(of head: String) -> String {
  String(head.split(separator: " ", maxSplits: 2).dropFirst().first ?? "")
}

func header(_ name: String, of head: String) -> String? {
  head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
    .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
}
