import HeedModel
import HeedNetwork

/// One open stream: a task of its own reads and understands while the desk makes durable what came before.
actor Flow {
  static let page = 1_000
  /// How often the cursor is told although nothing is kept, in microseconds of the stream.
  private static let pause: Int64 = 5_000_000
  private static let moment = Duration.milliseconds(50)

  private let network: BlueskyNetwork
  private let source: ListeningSource
  private let sieve: any Sieve
  private let basket = Basket<Told>(most: 4_000)
  private var cursor: StreamCursor
  private var place: Jetstreams.Place?
  private var reading: Task<Void, Never>?
  private var toldAt: Int64 = 0
  private var hasTold = false
  private var isFirst = true
  private var isGapSaid = false
  private var end: (any Error)?

  init(_ network: BlueskyNetwork, _ source: ListeningSource, _ sieve: any Sieve) {
    self.network = network
    self.source = source
    self.sieve = sieve
    cursor = StreamCursor(source.cursor, now: network.clock.now())
    toldAt = cursor.at ?? 0
  }

  deinit {
    reading?.cancel()
    basket.end(CancellationError())
  }

  func next() async throws -> Heard? {
    if let end { throw end }
    let place = try open()
    if hasTold, basket.count < Self.page {
      // A commit costs a flush of the disk: what comes within a moment shares it.
      try await Task.sleep(for: Self.moment)
    }
    while true {
      let told: [Told]
      do {
        told = try await basket.take(most: Self.page)
      } catch {
        throw network.failed(error, place)
      }
      if let gap = gap(told, place) { return gap }
      let events = try await sieve.sift(network.take(told, &cursor))
      let isLate = (cursor.at ?? 0) - toldAt > Self.pause
      guard !events.isEmpty || isLate else { continue }
      toldAt = cursor.at ?? toldAt
      hasTold = true
      return Heard(
        events: await network.resolver.named(events), cursor: cursor.text, next: .seconds(5))
    }
  }

  private func open() throws -> Jetstreams.Place {
    if let place { return place }
    let place = try network.place(source)
    self.place = place
    let request = place.request(
      from: cursor.start(now: network.clock.now()), silence: .seconds(60))
    // It lives as long as this stream, which ends it: nobody waits for it otherwise.
    reading = Task { [wire = network.wire, basket] in
      do {
        for try await message in wire.messages(request) {
          if let told = Told(message) { await basket.put(told) }
        }
        basket.end(WireError(.cut, "The connection broke.", certainlyNotSent: false))
      } catch {
        basket.end(error)
      }
    }
    return place
  }

  /// What the server no longer keeps is said once: the cursor moves behind it first, then the stream ends with the
  /// reason, and goes on after it.
  private func gap(_ told: [Told], _ place: Jetstreams.Place) -> Heard? {
    guard isFirst else { return nil }
    isGapSaid = isGapSaid || told.contains { $0.what == .gap }
    guard let at = told.lazy.compactMap(\.at).first else { return nil }
    isFirst = false
    let now = network.clock.now()
    guard cursor.at != nil, isGapSaid || cursor.misses(at, now: now) else { return nil }
    cursor.move(to: at, now: now)
    end = NetworkError(
      .gone,
      """
      The desk was away for longer than \(place.host) keeps what was said. What was said on Bluesky meanwhile is missing; \
      it goes on from here.
      """,
      retryAfter: .seconds(60))
    return Heard(cursor: cursor.text, next: .seconds(5))
  }
}
