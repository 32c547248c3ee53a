import Foundation
import Synchronization

@testable import HeedWire

/// A name server on 127.0.0.1 that answers as a test wants it to, by datagram and over connections.
final class NameServerDouble: Sendable {
  /// What goes out for a question, in this order; by datagram each one by itself.
  typealias Script = @Sendable (_ query: [UInt8], _ isLong: Bool) -> [[UInt8]]

  let port: Int
  private let datagrams: Int32
  private let listener: Int32
  private let script: Script
  private let seen = Mutex<[[UInt8]]>([])

  /// How often it was asked.
  var count: Int { seen.withLock { $0.count } }
  var server: NameServer { NameServer(address: .v4(0x7F00_0001), port: port) }

  init(_ script: @escaping Script) throws {
    self.script = script
    // The same number for both: the first that is free for one may be taken for the other.
    for _ in 0..<50 {
      let one = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      let two = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
      if let port = Self.bind(one, 0), Self.bind(two, port) != nil, listen(one, 8) == 0 {
        self.port = port
        listener = one
        datagrams = two
        Thread.detachNewThread { [self] in takeDatagrams() }
        Thread.detachNewThread { [self] in takeConnections() }
        return
      }
      close(one)
      close(two)
    }
    throw NoPort()
  }

  private struct NoPort: Error {}

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    shutdown(datagrams, Int32(SHUT_RDWR))
  }

  private static func bind(_ socket: Int32, _ port: Int) -> Int? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        Foundation.bind(socket, place, size) == 0 && getsockname(socket, place, &size) == 0
      }
    }
    return isBound ? Int(in_port_t(bigEndian: address.sin_port)) : nil
  }

  private func takeDatagrams() {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    while true {
      var from = sockaddr_storage()
      var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let count = withUnsafeMutablePointer(to: &from) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          recvfrom(datagrams, &bytes, bytes.count, 0, $0, &size)
        }
      }
      guard count > 0 else {
        close(datagrams)
        return
      }
      let query = Array(bytes[..<count])
      seen.withLock { $0.append(query) }
      for answer in script(query, false) {
        withUnsafePointer(to: &from) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            _ = sendto(datagrams, answer, answer.count, 0, $0, size)
          }
        }
      }
    }
  }

  private func takeConnections() {
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else {
        close(listener)
        return
      }
      var query: [UInt8] = []
      var byte: UInt8 = 0
      while query.count < 2 || query.count < 2 + (Int(query[0]) << 8 | Int(query[1])) {
        guard recv(socket, &byte, 1, 0) == 1 else { break }
        query.append(byte)
      }
      seen.withLock { $0.append(Array(query.dropFirst(2))) }
      for answer in script(Array(query.dropFirst(2)), true) {
        let whole = [UInt8(answer.count >> 8), UInt8(answer.count & 255)] + answer
        // In two parts, as networks do.
        for part in [whole.prefix(3), whole.dropFirst(3)] {
          _ = Array(part).withUnsafeBytes {
            send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
          }
        }
      }
      close(socket)
    }
  }
}

/// Answers as they are written (RFC 1035, section 4.1).
enum Records {
  /// - Parameter query: whose id and question are repeated.
  static func answer(
    _ query: [UInt8], _ records: [[UInt8]], code: UInt8 = 0, isCut: Bool = false
  ) -> [UInt8] {
    let count = UInt8(records.count)
    return Array(query.prefix(2)) + [
      0x81 | (isCut ? 2 : 0), 0x80 | code, 0, 1, 0, count, 0, 0, 0, 0,
    ]
      + Array(query.dropFirst(12)) + records.joined()
  }

  /// Points to the question's own name where none is given.
  static func record(_ kind: UInt8, _ data: [UInt8], at name: String? = nil) -> [UInt8] {
    (name.map(Self.name) ?? [0xC0, 12])
      + [0, kind, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 255)] + data
  }

  static func service(
    _ priority: UInt8, _ weight: UInt8, _ port: Int, _ host: String, at name: String? = nil
  ) -> [UInt8] {
    record(
      33,
      [0, priority, 0, weight, UInt8(port >> 8), UInt8(port & 255)] + Self.name(host), at: name)
  }

  static func text(_ parts: [String], at name: String? = nil) -> [UInt8] {
    record(16, parts.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }, at: name)
  }

  static func alias(_ target: String, at name: String? = nil) -> [UInt8] {
    record(5, Self.name(target), at: name)
  }

  static func name(_ text: String) -> [UInt8] {
    text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
  }
}
