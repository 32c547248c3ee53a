import AsyncHTTPClient
import Foundation
import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import Synchronization

/// HTTP clients, one for each approved address of a host.
///
/// AsyncHTTPClient resolves names when it connects, and can be told otherwise only for a whole
/// client (`dnsOverride`). So a client is made for a host *and* the address that was checked: it
/// connects to that address, while SNI, certificate check and `Host` keep the name.
final class Clients: Sendable {
  struct Key: Hashable, Sendable {
    var host: String
    var port: Int
    var way: Way
    /// Of a decompressed answer; `nil` for streams, which are asked for uncompressed.
    var sizeClass: Int?
    /// Never a connection that was used before.
    var isFresh: Bool
  }

  enum Way: Hashable, Sendable {
    case direct(IPAddress)
    case proxy(ProxySettings.Server, isSecure: Bool)
  }

  private struct Entry {
    let client: HTTPClient
    var inUse = 0
    var uses = 0
    var last: UInt64
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var tick: UInt64 = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  private let limits: WireLimits
  private let trust: Trust

  init(limits: WireLimits, trust: Trust) {
    self.limits = limits
    self.trust = trust
  }

  // AsyncHTTPClient insists on being shut down, also by owners who were just let go of.
  deinit { state.withLock { $0.entries.values.map(\.client) }.forEach(Self.close) }

  /// A client, and whether it was used before. It has to be given back.
  func take(_ key: Key) throws -> (client: HTTPClient, isUsed: Bool) {
    let (result, leaving) = try state.withLock { state in
      if state.isStopped { throw Self.stopped }
      state.tick += 1
      var entry = state.entries[key] ?? Entry(client: make(key), last: 0)
      let isUsed = entry.uses > 0
      entry.inUse += 1
      entry.uses += 1
      entry.last = state.tick
      state.entries[key] = entry
      return ((entry.client, isUsed), evict(from: &state))
    }
    leaving.forEach(Self.close)
    return result
  }

  func giveBack(_ key: Key) {
    let leaving = state.withLock { state in
      state.entries[key]?.inUse -= 1
      return evict(from: &state)
    }
    leaving.forEach(Self.close)
  }

  /// How many exchanges are under way.
  var inUse: Int { state.withLock { $0.entries.values.reduce(0) { $0 + $1.inUse } } }

  /// From now on nothing is taken.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Ends what is still under way.
  func shutdown() async {
    let clients = state.withLock { state in
      state.isStopped = true
      defer { state.entries = [:] }
      return state.entries.values.map(\.client)
    }
    for client in clients { try? await client.shutdown().get() }
  }

  static var stopped: WireError {
    WireError(
      .unreachable, "The desk is stopping. Nothing was asked.", certainlyNotSent: true)
  }

  private func evict(from state: inout State) -> [HTTPClient] {
    var leaving: [HTTPClient] = []
    while state.entries.count > limits.clients {
      let idle = state.entries.filter { $0.value.inUse == 0 }
      guard let oldest = idle.min(by: { $0.value.last < $1.value.last }) else { break }
      state.entries[oldest.key] = nil
      leaving.append(oldest.value.client)
    }
    return leaving
  }

  private static func close(_ client: HTTPClient) { client.shutdown { _ in } }

  private func make(_ key: Key) -> HTTPClient {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: trust.tls, redirectConfiguration: .disallow,
      timeout: .init(connect: TimeAmount(limits.connecting)))
    configuration.decompression = key.sizeClass.map { .enabled(limit: .size($0)) } ?? .disabled
    // One connection carries one exchange at a time: what was cut belongs to one request, and
    // whether its first byte left is known.
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    // Shorter than the idle limits of common servers, so that a kept connection is rarely stale.
    configuration.connectionPool.idleTimeout = .seconds(4)
    if key.isFresh {
      configuration.maximumUsesPerConnection = 1
      configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
    }
    switch key.way {
    case .direct(let address):
      configuration.dnsOverride = [key.host: "\(address)"]
    case .proxy(let server, isSecure: true):
      configuration.proxy = .server(
        host: server.host, port: server.port,
        authorization: server.credentials.map { .basic(credentials: Self.base64($0)) })
    case .proxy(let server, isSecure: false):
      configuration.dnsOverride = [key.host: server.host]
      let host = key.host.contains(":") ? "[\(key.host)]" : key.host
      let origin = "http://" + (key.port == 80 ? host : "\(host):\(key.port)")
      let credentials = server.credentials.map { "Basic " + Self.base64($0) }
      configuration.http1_1ConnectionDebugInitializer = { channel in
        channel.eventLoop.makeCompletedFuture {
          let encoder = try channel.pipeline.syncOperations.handler(type: HTTPRequestEncoder.self)
          try channel.pipeline.syncOperations.addHandler(
            AbsoluteForm(origin: origin, credentials: credentials), position: .after(encoder))
        }
      }
    }
    return HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
  }

  static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
