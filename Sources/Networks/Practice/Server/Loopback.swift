import HeedModel
import HeedNetwork

/// Carries requests to a far side in the same process, and its faults back, as a real wire would.
struct Loopback: Wire {
  let service: PracticeService

  func send(_ request: WireRequest) async throws -> WireResponse {
    let answer = await service.handle(request)
    guard answer.after < request.timeout else {
      try await service.clock.sleep(for: request.timeout)
      throw WireError(.timeout, "No answer came in time.", certainlyNotSent: false)
    }
    if answer.after > .zero { try await service.clock.sleep(for: answer.after) }
    switch answer.outcome {
    case .answer(let response): return response
    case .cut, .events:
      throw WireError(.cut, "The connection broke.", certainlyNotSent: false)
    }
  }

  func events(
    _ request: WireRequest
  ) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    Flow.stream { [service] reader in
      switch await service.handle(request).outcome {
      case .events(let events):
        for try await event in events { reader.yield(event) }
      case .answer(let response) where response.status == 401:
        throw WireError(.malformed, "The stream was refused: 401.", certainlyNotSent: false)
      case .answer, .cut:
        throw WireError(.cut, "The connection broke.", certainlyNotSent: false)
      }
    }
  }

  func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    Flow.stream { _ in
      throw WireError(.malformed, "There are no WebSockets here.", certainlyNotSent: true)
    }
  }
}
