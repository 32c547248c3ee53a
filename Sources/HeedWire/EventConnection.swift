import AsyncHTTPClient
import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1
import Synchronization

/// The connection under a stream of events.
final class EventConnection: HTTPClientResponseDelegate {
  typealias Response = Void

  enum Arrival: Sendable {
    case head(HTTPResponseHead)
    case bytes(ByteBuffer)
  }

  private struct State {
    var isSent = false
    var task: HTTPClient.Task<Void>?
    var silence: Silence?
    var onClose: (@Sendable () -> Void)?
    var isClosed = false
  }

  private let inbox = Inbox<Arrival>()
  private let state = Mutex(State())
  private let host: String
  private let limits: WireLimits

  init(host: String, limits: WireLimits) {
    self.host = host
    self.limits = limits
  }

  /// - Parameter onClose: called once.
  func start(
    _ request: HTTPClient.Request, with client: HTTPClient, silence limit: Duration,
    onClose: @escaping @Sendable () -> Void
  ) {
    let task = client.execute(request: request, delegate: self)
    let silence = Silence(limit, on: task.eventLoop) { [weak self] in
      guard let self else { return }
      self.close(because: Faults.silent(self.host))
    }
    let isClosed = state.withLock {
      $0.task = task
      $0.silence = silence
      $0.onClose = onClose
      return $0.isClosed
    }
    if isClosed { release() }
  }

  /// What comes next.
  /// - Throws: `WireError`, or `CancellationError`.
  func next() async throws -> Arrival {
    do {
      return try await inbox.next()
    } catch {
      close(because: error)
      throw Faults.translate(error, host: host, isSent: state.withLock { $0.isSent })
    }
  }

  /// Harmless when repeated.
  func close(because error: any Error) {
    inbox.end(error)
    state.withLock { $0.isClosed = true }
    release()
  }

  private func release() {
    let (task, silence, onClose) = state.withLock { state in
      defer {
        state.task = nil
        state.silence = nil
        state.onClose = nil
      }
      return (state.task, state.silence, state.onClose)
    }
    silence?.stop()
    task?.cancel()
    onClose?()
  }

  func didSendRequestHead(task: HTTPClient.Task<Void>, _ head: HTTPRequestHead) {
    state.withLock { $0.isSent = true }
  }

  func didReceiveHead(
    task: HTTPClient.Task<Void>, _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    do {
      try AnswerHead.check(head, of: host, limits: limits, encodings: [])
    } catch {
      return task.eventLoop.makeFailedFuture(error)
    }
    return put(.head(head), on: task.eventLoop)
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<Void>, _ buffer: ByteBuffer
  ) -> EventLoopFuture<Void> {
    put(.bytes(buffer), on: task.eventLoop)
  }

  func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) { inbox.end(error) }

  func didFinishRequest(task: HTTPClient.Task<Void>) throws {
    inbox.end(
      WireError(.cut, "\(host) closed the stream.", certainlyNotSent: false))
  }

  private func put(_ arrival: Arrival, on loop: any EventLoop) -> EventLoopFuture<Void> {
    let silence = state.withLock { $0.silence }
    silence?.touch()
    let taken = loop.makePromise(of: Void.self)
    let isFree = inbox.put(arrival) {
      silence?.resume()
      taken.succeed()
    }
    if isFree { taken.succeed() } else { silence?.pause() }
    return taken.futureResult
  }
}
