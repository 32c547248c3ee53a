import Foundation
import HeedModel
import HeedNetwork

/// Tells what happens as it happens.
extension PracticeService {
  /// Answers with a stream of pages, each with its cursor as the event's id.
  func stream(_ call: PracticeCall) -> PracticeAnswer {
    let start = change { state -> (ear: Ear, cursor: String, epoch: Int)? in
      guard call.token == nil || call.token == state.token, let ear = ear(call, state) else {
        return nil
      }
      let cursor = call["after"] ?? call.header("last-event-id")
      let from = cursor.flatMap { state.number(of: $0) } ?? state.world.changes.count
      return (ear, state.cursor(from), state.epoch)
    }
    guard let start else {
      return PracticeAnswer(
        .answer(call.failure(401, "The right to listen here was withdrawn.", false)))
    }
    let events = Flow.stream { [self] (reader: AsyncThrowingStream<_, any Error>.Continuation) in
      var cursor = start.cursor
      while true {
        let page = try await nextPage(start.ear, after: cursor, epoch: start.epoch)
        cursor = page.cursor
        let data = String(decoding: try JSONEncoder().encode(page), as: UTF8.self)
        reader.yield(ServerSentEvent(id: cursor, event: "heard", data: data))
      }
    }
    return PracticeAnswer(.events(events))
  }

  /// Waits until there is something to tell.
  /// - Throws: `WireError` once the streams were cut.
  private func nextPage(_ ear: Ear, after cursor: String, epoch: Int) async throws -> Told.Page {
    var cursor = cursor
    while true {
      let rung = bell.rung
      let (page, isCut, nextAt) = change { state in
        (
          state.page(ear, after: cursor, limit: 100, settings), state.epoch != epoch,
          state.world.nextAt
        )
      }
      if isCut { throw WireError(.cut, "The connection broke.", certainlyNotSent: false) }
      if !page.changes.isEmpty { return page }
      cursor = page.cursor
      try await waitForSomething(after: rung, until: nextAt)
    }
  }

  /// Waits until somebody says something, or the next thing that is planned is due.
  private func waitForSomething(after rung: Int, until nextAt: Instant?) async throws {
    let wait = nextAt.map { max(.milliseconds(1), $0 - clock.now()) } ?? .hours(1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [bell] in try await bell.wait(after: rung) }
      group.addTask { [clock] in try await clock.sleep(for: wait) }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Breaks every open stream.
  public func cutStreams() { change { $0.epoch += 1 } }
}
