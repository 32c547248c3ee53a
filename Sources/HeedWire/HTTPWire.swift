import AsyncHTTPClient
import HeedModel
public import HeedNetwork
public import Logging
import NIOCore
import NIOPosix

/// The way out: guarded, limited, patient. See `Docs/wire.md`.
public final class HTTPWire: Wire {
  let configuration: WireConfiguration
  let gate: AddressGuard
  let paces: Paces
  let clients: Clients
  let trust: Trust
  let streams = OpenStreams()
  let logger: Logger

  public init(configuration: WireConfiguration, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
    gate = AddressGuard(configuration)
    paces = Paces(configuration)
    do {
      trust = try configuration.trustedCertificates.map(Trust.init(own:)) ?? Trust()
    } catch {
      logger.error("The certificates of your own authority cannot be read; they are left out.")
      trust = Trust()
    }
    clients = Clients(limits: configuration.limits, trust: trust)
    for entry in gate.unreadable {
      logger.warning(
        "An allowed host names no host and is left out.", metadata: ["entry": "\(entry)"])
    }
    for variable in configuration.proxy.unreadable {
      logger.warning(
        "A proxy setting cannot be read and is left out. Write it as http://host:port.",
        metadata: ["variable": "\(variable)"])
    }
  }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    let deadline = NIODeadline.now() + TimeAmount(request.timeout)
    var hop = Hop(address: try Self.address(of: request, isWebSocket: false), request: request)
    while true {
      let answer: WireResponse
      do {
        answer = try await exchange(hop, until: deadline)
        guard
          let next = try hop.next(
            status: answer.status, location: answer.header("location"),
            limit: configuration.limits.redirects)
        else { return answer }
        hop = gate.following(hop, by: next)
      } catch var error as WireError {
        // The first host was asked, whatever became of the others.
        error.certainlyNotSent = error.certainlyNotSent && hop.count == 0
        throw error
      }
    }
  }

  public func events(
    _ request: WireRequest
  ) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    let events = EventPull(wire: self, request: request)
    return AsyncThrowingStream { try await events.next() }
  }

  public func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    let messages = MessagePull(wire: self, request: request)
    return AsyncThrowingStream { try await messages.next() }
  }

  /// How the host of a request wants to be asked, and how it has been doing.
  public func pace(of request: WireRequest) -> HostPace {
    guard let address = try? WebAddress(request.address) else { return HostPace() }
    return paces.pace(of: request, at: address)
  }

  /// Takes nothing more, lets exchanges under way end within the grace, closes everything.
  public func shutdown() async {
    clients.stop()
    streams.closeAll()
    let end = NIODeadline.now() + TimeAmount(configuration.limits.grace)
    while clients.inUse > 0, NIODeadline.now() < end, !Task.isCancelled {
      // The desk's clock may stand still; a stop must not.
      try? await Task.sleep(for: .milliseconds(20))
    }
    await clients.shutdown()
  }

  static func address(of request: WireRequest, isWebSocket: Bool) throws -> WebAddress {
    do {
      let address = try WebAddress(request.address)
      guard address.scheme.isWebSocket == isWebSocket else { throw AddressFault.scheme }
      return address
    } catch {
      let text = (error as? AddressFault)?.text ?? AddressFault.scheme.text
      throw WireError(.forbidden, text, certainlyNotSent: true, cause: error)
    }
  }
}
