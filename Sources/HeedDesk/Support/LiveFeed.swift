public import HeedModel
import Logging
public import ServiceLifecycle

/// Something that open pages should know of.
public struct LiveNews: Sendable, Hashable {
  /// A conversation in which others came, went, began or ceased to write.
  public struct Attended: Sendable, Hashable {
    public var conversation: ID<Conversation>
    /// Whether it is others who write there now.
    public var writersChanged: Bool
  }

  /// In order.
  public var events: [Event] = []
  public var attended: [Attended] = []
  /// Says only that the desk is still there.
  public var isEmpty: Bool { events.isEmpty && attended.isEmpty }
}

/// Tells every open page what changed: each event of the record once to each listener, in order, and who looks or writes
/// where, on whichever machine; only to those who may see what it concerns.
public struct LiveFeed: Service {
  private static let most = 500
  private let desk: Desk
  private let board: LiveBoard

  public init(desk: Desk) {
    self.desk = desk
    board = LiveBoard()
  }

  /// News for one viewer from now on; ends when its reader goes away, the desk stops, or what this member may see
  /// could have changed: whoever listens again is asked anew who they are.
  /// - Parameter since: what had happened last when the reader's page was made. What came between is told at once, up
  ///   to 500 events.
  public func news(for viewer: Viewer, since: ID<Event>? = nil) async throws -> AsyncStream<
    LiveNews
  > {
    let (news, feed) = await board.listen(viewer)
    guard let since else { return news }
    // Listening already: what happens beside this is told twice rather than never.
    let missed = try await desk.record.read {
      try $0.events(after: since, limit: Self.most, for: viewer)
    }
    if !missed.isEmpty { feed.yield(LiveNews(events: missed)) }
    return news
  }

  public func run() async throws {
    let record = desk.record
    // Commits from here on: what happens before the first look is not missed.
    let commits = record.commits()
    let presence = await desk.presence.changes()
    let start = try await record.read { try $0.lastEvent() }
    let attended = try await desk.presence.everybody(now: desk.clock.now())
    // One look for all that asked for one while the last went on.
    let (looks, look) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask {
          for await _ in commits { look.yield() }
          look.finish()
        }
        group.addTask { for await _ in presence { look.yield() } }
        group.addTask { await breathe(look) }
        await follow(looks, from: start, attended)
        group.cancelAll()
      }
    }
    await board.close()
  }

  /// Empty news now and then keep a connection alive through proxies, and find out who went away. Who says nothing any
  /// more is looked for as often.
  private func breathe(_ look: AsyncStream<Void>.Continuation) async {
    while !Task.isCancelled {
      try? await desk.clock.sleep(for: .seconds(20))
      for viewer in await board.viewers { await board.tell(LiveNews(), to: viewer) }
      look.yield()
    }
  }

  private func follow(
    _ looks: AsyncStream<Void>, from start: ID<Event>?,
    _ attended: [ID<Conversation>: Set<PresenceBoard.Seen>]
  ) async {
    var last = start
    var known = attended
    for await _ in looks {
      do {
        while let next = try await tell(after: last) { last = next }
        let now = try await desk.presence.everybody(now: desk.clock.now())
        try await tell(now, since: known)
        known = now
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
    for (viewer, events) in told where !events.isEmpty {
      await board.tell(LiveNews(events: events), to: viewer)
    }
    for event in all { await board.end(event.changedRights) }
    return all.last?.id
  }

  /// Tells who came, went, began or ceased to write, each viewer of the others.
  private func tell(
    _ now: [ID<Conversation>: Set<PresenceBoard.Seen>],
    since before: [ID<Conversation>: Set<PresenceBoard.Seen>]
  ) async throws {
    let changed = Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }.sorted()
    let viewers = await board.viewers
    guard !changed.isEmpty, !viewers.isEmpty else { return }
    let told = try await desk.record.read { tx in
      try viewers.map { viewer in
        func others(_ seen: Set<PresenceBoard.Seen>?) -> Set<PresenceBoard.Seen> {
          (seen ?? []).filter { $0.member != viewer.member }
        }
        let attended = try changed.compactMap { id -> LiveNews.Attended? in
          let difference = others(now[id]).symmetricDifference(others(before[id]))
          guard !difference.isEmpty, try tx.conversation(id, for: viewer) != nil else { return nil }
          return LiveNews.Attended(
            conversation: id, writersChanged: difference.contains { $0.activity == .writing })
        }
        return (viewer, attended)
      }
    }
    for (viewer, attended) in told where !attended.isEmpty {
      await board.tell(LiveNews(attended: attended), to: viewer)
    }
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
  private var listeners: [Int: (viewer: Viewer, feed: AsyncStream<LiveNews>.Continuation)] = [:]
  private var number = 0
  private var isClosed = false

  var viewers: Set<Viewer> { Set(listeners.values.map(\.viewer)) }

  func listen(_ viewer: Viewer) -> (
    AsyncStream<LiveNews>, AsyncStream<LiveNews>.Continuation
  ) {
    // A page that reads too slowly loses the oldest: it only uses them to know what to fetch anew.
    let (stream, feed) = AsyncStream.makeStream(
      of: LiveNews.self, bufferingPolicy: .bufferingNewest(16))
    guard !isClosed else {
      feed.finish()
      return (stream, feed)
    }
    number += 1
    let mine = number
    listeners[mine] = (viewer, feed)
    feed.onTermination = { [weak self] _ in
      // The stream's end is told on no task of ours; forgetting the listener needs the actor.
      Task { await self?.forget(mine) }
    }
    return (stream, feed)
  }

  private func forget(_ number: Int) { listeners[number] = nil }

  func tell(_ news: LiveNews, to viewer: Viewer) {
    for listener in listeners.values where listener.viewer == viewer { listener.feed.yield(news) }
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
