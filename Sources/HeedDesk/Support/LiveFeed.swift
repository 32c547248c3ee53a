public import HeedModel
import Logging
public import ServiceLifecycle

/// Tells every open page what changed, from the events of the record: each event once to each listener, in order, and
/// only to those who may see what it concerns.
public struct LiveFeed: Service {
  private let desk: Desk
  private let board: LiveBoard

  public init(desk: Desk) {
    self.desk = desk
    board = LiveBoard()
  }

  /// Events for one viewer from now on; ends when its reader goes away or the desk stops.
  public func events(for viewer: Viewer) async -> AsyncStream<[Event]> {
    await board.listen(viewer)
  }

  public func run() async throws {
    let record = desk.record
    let start = try await record.read { try $0.lastEvent() }
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask { await breathe() }
        await follow(record, from: start)
        group.cancelAll()
      }
    }
    await board.close()
  }

  /// An empty group now and then keeps a connection alive through proxies, and finds out who went away.
  private func breathe() async {
    while !Task.isCancelled {
      try? await desk.clock.sleep(for: .seconds(20))
      for viewer in await board.viewers { await board.tell([], to: viewer) }
    }
  }

  private func follow(_ record: any Record, from start: ID<Event>?) async {
    var last = start
    for await _ in record.commits() {
      do {
        for viewer in await board.viewers {
          let from = last
          let events = try await record.read {
            try $0.events(after: from, limit: 500, for: viewer)
          }
          if !events.isEmpty { await board.tell(events, to: viewer) }
        }
        last = try await record.read { try $0.lastEvent() } ?? last
      } catch {
        desk.logger.error("Live updates failed.", metadata: ["error": "\(error)"])
      }
      if Task.isCancelled { break }
    }
  }
}

private actor LiveBoard {
  private var listeners: [Int: (viewer: Viewer, feed: AsyncStream<[Event]>.Continuation)] = [:]
  private var number = 0

  var viewers: Set<Viewer> { Set(listeners.values.map(\.viewer)) }

  func listen(_ viewer: Viewer) -> AsyncStream<[Event]> {
    // A page that reads too slowly loses the oldest: it only uses them to know what to fetch anew.
    let (stream, feed) = AsyncStream.makeStream(
      of: [Event].self, bufferingPolicy: .bufferingNewest(16))
    number += 1
    let mine = number
    listeners[mine] = (viewer, feed)
    feed.onTermination = { [weak self] _ in
      // The stream's end is told on no task of ours; forgetting the listener needs the actor.
      Task { await self?.forget(mine) }
    }
    return stream
  }

  private func forget(_ number: Int) { listeners[number] = nil }

  func tell(_ events: [Event], to viewer: Viewer) {
    for listener in listeners.values where listener.viewer == viewer { listener.feed.yield(events) }
  }

  func close() {
    for listener in listeners.values { listener.feed.finish() }
    listeners = [:]
  }
}
