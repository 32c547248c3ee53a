public import HeedModel
import Logging
public import ServiceLifecycle

/// Tells every open page what changed, from the events of the record: each event once to each listener, in order, and
/// only to those who may see what it concerns.
public struct LiveFeed: Service {
  private static let most = 500
  private let desk: Desk
  private let board: LiveBoard

  public init(desk: Desk) {
    self.desk = desk
    board = LiveBoard()
  }

  /// Events for one viewer from now on; ends when its reader goes away, the desk stops, or what this member may see
  /// could have changed: whoever listens again is asked anew who they are.
  public func events(for viewer: Viewer) async -> AsyncStream<[Event]> {
    await board.listen(viewer)
  }

  public func run() async throws {
    let record = desk.record
    // Commits from here on: what happens before the first look is not missed.
    let commits = record.commits()
    let start = try await record.read { try $0.lastEvent() }
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask { await breathe() }
        await follow(commits, from: start)
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

  private func follow(_ commits: AsyncStream<Void>, from start: ID<Event>?) async {
    var last = start
    for await _ in commits {
      do {
        while let next = try await tell(after: last) { last = next }
      } catch {
        desk.logger.error("Live updates failed.", metadata: ["error": "\(LogText.of(error))"])
      }
      if Task.isCancelled { break }
    }
  }

  /// Tells one stretch of events to all.
  /// - Returns: the last event of it; `nil` when there was none.
  private func tell(after last: ID<Event>?) async throws -> ID<Event>? {
    let viewers = await board.viewers
    // All read at one moment, so that none falls between what is told and where it goes on.
    let (all, told) = try await desk.record.read { tx in
      let all = try tx.events(after: last, limit: Self.most, for: nil)
      guard let upTo = all.last?.id else { return (all, [(Viewer, [Event])]()) }
      let told = try viewers.map { viewer in
        (viewer, try tx.events(after: last, limit: Self.most, for: viewer).filter { $0.id <= upTo })
      }
      return (all, told)
    }
    for (viewer, events) in told where !events.isEmpty { await board.tell(events, to: viewer) }
    for event in all { await board.end(event.changedRights) }
    return all.last?.id
  }
}

extension Event {
  /// Whose right to see or to be signed in this may have changed.
  fileprivate var changedRights: [ID<Member>] {
    switch kind {
    case .memberLeft, .memberChanged: [subject.map { ID($0) }].compactMap { $0 }
    case .passwordChanged, .memberSignedOut: [member, subject.map { ID($0) }].compactMap { $0 }
    default: []
    }
  }
}

private actor LiveBoard {
  private var listeners: [Int: (viewer: Viewer, feed: AsyncStream<[Event]>.Continuation)] = [:]
  private var number = 0
  private var isClosed = false

  var viewers: Set<Viewer> { Set(listeners.values.map(\.viewer)) }

  func listen(_ viewer: Viewer) -> AsyncStream<[Event]> {
    // A page that reads too slowly loses the oldest: it only uses them to know what to fetch anew.
    let (stream, feed) = AsyncStream.makeStream(
      of: [Event].self, bufferingPolicy: .bufferingNewest(16))
    guard !isClosed else {
      feed.finish()
      return stream
    }
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

  func end(_ members: [ID<Member>]) {
    for (number, listener) in listeners where members.contains(listener.viewer.member) {
      listener.feed.finish()
      listeners[number] = nil
    }
  }

  func close() {
    isClosed = true
    for listener in listeners.values { listener.feed.finish() }
    listeners = [:]
  }
}
