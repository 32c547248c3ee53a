import HeedModel
public import HeedNetwork

extension BlueskyNetwork: Sifting {
  public func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    guard source.kind == Kind.everything.rawValue else {
      // These are asked again and again; the place has no stream of them.
      return AsyncThrowingStream {
        throw NetworkError(.unsupported, "Bluesky has no stream of this.")
      }
    }
    return stream(of: source, through: Everything())
  }

  /// Begins a few seconds before the cursor and goes on from there; the cursor of each pass stands behind its events.
  public func stream(
    of source: ListeningSource, through sieve: any Sieve
  ) -> AsyncThrowingStream<Heard, any Error> {
    let flow = Flow(self, source, sieve)
    return AsyncThrowingStream { try await flow.next() }
  }

  /// Opens the stream for as long as it takes to hear what was said until now, or for a page of it.
  func listenToAll(_ source: ListeningSource) async throws -> Heard {
    let place = try place(source)
    let began = clock.now()
    var cursor = StreamCursor(source.cursor, now: began)
    var told: [Told] = []
    var next: Duration? = .zero
    do {
      let request = place.request(from: cursor.start(now: began), silence: .seconds(2))
      for try await message in wire.messages(request) {
        guard let one = Told(message) else { continue }
        told.append(one)
        if one.at ?? 0 >= began.milliseconds * 1_000 { next = nil }
        if told.count == Flow.page || next == nil { break }
      }
    } catch let error as WireError where error.kind == .timeout || error.kind == .cut {
      // Nobody said anything more; nothing at all is another matter.
      if error.kind == .cut, told.isEmpty { throw failed(error, place) }
      next = nil
    } catch {
      throw failed(error, place)
    }
    let events = take(told, &cursor)
    return Heard(events: await resolver.named(events), cursor: cursor.text, next: next)
  }

  var resolver: Resolver { Resolver(wire: wire, host: places.view, directory: directory) }

  func place(_ source: ListeningSource) throws -> Jetstreams.Place {
    guard source.kind == Kind.everything.rawValue else {
      throw NetworkError(.unsupported, "Bluesky has nothing called “\(source.kind)” to hear.")
    }
    guard let place = servers.current else {
      throw NetworkError(
        .refused,
        "No Jetstream server is configured. Name one in “bluesky.jetstream”, then start anew.")
    }
    return place
  }

  func failed(_ error: any Error, _ place: Jetstreams.Place) -> any Error {
    if !(error is CancellationError) { servers.turn(from: place) }
    return Fault.of(error, host: place.host)
  }

  /// Events in the order in which they were told; what people told of themselves is remembered.
  func take(_ told: [Told], _ cursor: inout StreamCursor) -> [RemoteEvent] {
    let now = clock.now()
    let incoming = Incoming(now: now)
    var events: [RemoteEvent] = []
    for one in told {
      directory.learn(one)
      if let event = incoming.event(one, { directory[$0] }) { events.append(event) }
      cursor.move(to: one.at, now: now)
    }
    return events
  }
}

/// Lets everything through.
private struct Everything: Sieve {
  func sift(_ events: [RemoteEvent]) async throws -> [RemoteEvent] { events }
}
