import HTTPTypes
import HeedModel
import HeedTesting
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// The stream of what changed.
@Suite(.timeLimit(.minutes(1))) struct LiveTests {
  private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// What a browser reads of a stream, as it comes.
  struct Sink: ResponseBodyWriter {
    struct Gone: Error {}
    let chunks: AsyncStream<String>.Continuation
    /// After so many pieces the reader is gone.
    var left = Int.max

    mutating func write(_ buffer: ByteBuffer) async throws {
      guard left > 0 else { throw Gone() }
      left -= 1
      chunks.yield(String(buffer: buffer))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { chunks.finish() }
  }

  /// Opens the stream as a member; it is heard from the return on.
  private static func open(
    _ web: WebDesk, as viewer: Viewer, since: ID<Event>? = nil
  ) async throws -> (response: Response, letIn: LetIn) {
    let letIn = try await web.desk.open(for: viewer.member, awaitsSecondFactor: false)
    return (await ask(web, cookie: letIn.token, since: since), letIn)
  }

  private static func ask(
    _ web: WebDesk, cookie: String, since: ID<Event>? = nil
  ) async -> Response {
    let server = WebServer(
      desk: web.desk, live: web.live,
      configuration: WebConfiguration(
        host: "127.0.0.1", port: 8080, trustsProxy: false, isSecure: false), logger: logger)
    let request = Request(
      head: HTTPRequest(
        method: .get, scheme: "http", authority: "localhost",
        path: "/live" + (since.map { "?since=\($0)" } ?? ""),
        headerFields: [.cookie: "heed=\(cookie)"]), body: RequestBody(buffer: ByteBuffer()))
    return await server.respond(to: .live, request, WebContext(logger: logger))
  }

  /// Reads until a piece satisfies a condition.
  /// - Returns: everything read; less than that when the stream ended.
  private static func read(
    _ chunks: inout AsyncStream<String>.Iterator, until found: (String) -> Bool
  ) async -> String {
    var all = ""
    while let chunk = await chunks.next() {
      all += chunk
      if found(chunk) { break }
    }
    return all
  }

  @Test func strangersHearNothing() async throws {
    let web = try await WebDesk()
    #expect(await Self.ask(web, cookie: "").status == .unauthorized)
    #expect(await Self.ask(web, cookie: "made-up").status == .unauthorized)
  }

  @Test func eachHearsOnlyOfWhatTheyMaySee() async throws {
    let web = try await WebDesk()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await web.live.run() }
      await web.test.clock.waitForSleepers()
      var heard: [String: String] = [:]
      var readers: [(String, AsyncStream<String>)] = []
      let outsiders = [("Carla", web.test.carla), ("Olga", web.test.observer), ("Nora", web.nora)]
      for (name, viewer) in outsiders + [("Bruno", web.test.bruno)] {
        let (response, _) = try await Self.open(web, as: viewer)
        #expect(response.headers[.contentType] == "text/event-stream")
        let (chunks, feed) = AsyncStream.makeStream(of: String.self)
        group.addTask { try await response.body.write(Sink(chunks: feed)) }
        readers.append((name, chunks))
      }
      try await web.desk.note(web.hidden.conversation, text: "notensecret", by: web.test.alicia)
      try await web.desk.note(web.open.conversation, text: "Plain words", by: web.test.lead)
      let seen = LiveTopic.conversation(web.open.conversation).name
      let unseen = LiveTopic.conversation(web.hidden.conversation).name
      for (name, chunks) in readers {
        var iterator = chunks.makeAsyncIterator()
        heard[name] = await Self.read(&iterator) { $0.contains(seen) }
      }
      for (name, text) in heard {
        #expect(text.contains(seen), "\(name)")
        #expect(text.contains(unseen) == (name == "Bruno"), "\(name)")
        #expect(!text.contains("words") && !text.contains("secret"), "\(name)")
      }
      group.cancelAll()
    }
  }

  @Test func whatHappenedWhileThePageWasOnItsWayIsTold() async throws {
    let web = try await WebDesk()
    // The page was made: it shows all that happened until here.
    let since = try #require(try await web.test.store.read { try $0.lastEvent() })
    try await web.desk.note(web.hidden.conversation, text: "Not for all", by: web.test.alicia)
    try await web.desk.note(web.open.conversation, text: "Plain words", by: web.test.lead)
    let seen = LiveTopic.conversation(web.open.conversation).name
    let unseen = LiveTopic.conversation(web.hidden.conversation).name
    let (response, _) = try await Self.open(web, as: web.test.carla, since: since)
    let (chunks, feed) = AsyncStream.makeStream(of: String.self)
    let reader = Task { try await response.body.write(Sink(chunks: feed)) }
    var iterator = chunks.makeAsyncIterator()
    let text = await Self.read(&iterator) { $0.contains("changed") }
    reader.cancel()
    #expect(text.contains(seen) && !text.contains(unseen))
  }

  @Test func theNumberBesideTheBellComesWithTheNews() async throws {
    let web = try await WebDesk()
    try await web.desk.tellMembers()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await web.live.run() }
      await web.test.clock.waitForSleepers()
      var readers: [AsyncStream<String>] = []
      for viewer in [web.test.bruno, web.test.lead] {
        let (response, _) = try await Self.open(web, as: viewer)
        let (chunks, feed) = AsyncStream.makeStream(of: String.self)
        group.addTask { try await response.body.write(Sink(chunks: feed)) }
        readers.append(chunks)
      }
      let asked = try await web.test.says("Which brake?", id: "h", by: "stranger")
      try await web.desk.handOver(
        asked, to: web.test.bruno.member, word: "You know brakes.", by: web.test.lead)
      try await web.desk.tellMembers()
      var numbers: [String] = []
      for chunks in readers {
        var iterator = chunks.makeAsyncIterator()
        let all = await Self.read(&iterator) { $0.hasPrefix("event: told\n") }
        numbers += all.split(separator: "\n").suffix(1).map(String.init)
      }
      #expect(numbers == ["data: 1", "data: 0"])
      group.cancelAll()
    }
  }

  @Test func aStreamEndsWithItsSession() async throws {
    let web = try await WebDesk()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await web.live.run() }
      await web.test.clock.waitForSleepers()
      let (response, _) = try await Self.open(web, as: web.test.bruno)
      let (chunks, feed) = AsyncStream.makeStream(of: String.self)
      group.addTask { try await response.body.write(Sink(chunks: feed)) }
      var iterator = chunks.makeAsyncIterator()
      _ = await iterator.next()
      web.test.clock.advance(by: .seconds(20))
      #expect(await iterator.next() == ": here\n\n")
      await web.test.clock.waitForSleepers()
      web.test.clock.advance(by: .days(31))
      #expect(await iterator.next() == nil)
      group.cancelAll()
    }
  }

  @Test func aStreamEndsWhenItsMemberSignsOut() async throws {
    let web = try await WebDesk()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await web.live.run() }
      await web.test.clock.waitForSleepers()
      let (response, letIn) = try await Self.open(web, as: web.test.bruno)
      let (chunks, feed) = AsyncStream.makeStream(of: String.self)
      group.addTask { try await response.body.write(Sink(chunks: feed)) }
      var iterator = chunks.makeAsyncIterator()
      try await web.desk.signOut(letIn.session)
      let all = await Self.read(&iterator) { _ in false }
      #expect(all.hasPrefix(": here"))
      group.cancelAll()
    }
  }

  @Test func aReaderThatWentAwayIsForgotten() async throws {
    let web = try await WebDesk()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await web.live.run() }
      await web.test.clock.waitForSleepers()
      let (response, _) = try await Self.open(web, as: web.test.bruno)
      let (chunks, feed) = AsyncStream.makeStream(of: String.self)
      // On its own, for how it ends is what is looked at; in the group its error would end the test.
      let reader = Task { try await response.body.write(Sink(chunks: feed, left: 1)) }
      var iterator = chunks.makeAsyncIterator()
      _ = await iterator.next()
      web.test.clock.advance(by: .seconds(20))
      await #expect(throws: Sink.Gone.self) { try await reader.value }
      group.cancelAll()
    }
  }

  private struct Reading: Service {
    let response: Response
    let feed: AsyncStream<String>.Continuation
    func run() async throws { try await response.body.write(Sink(chunks: feed)) }
  }

  @Test func anOpenStreamHoldsUpNoStop() async throws {
    let web = try await WebDesk()
    let (response, _) = try await Self.open(web, as: web.test.bruno)
    let (chunks, feed) = AsyncStream.makeStream(of: String.self)
    let services = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: Reading(response: response, feed: feed),
            successTerminationBehavior: .gracefullyShutdownGroup)
        ],
        logger: Self.logger))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await services.run() }
      var iterator = chunks.makeAsyncIterator()
      #expect(await iterator.next()?.hasPrefix(": here") == true)
      await services.triggerGracefulShutdown()
      // Were the stream still waiting for events, this would never return.
      try await group.waitForAll()
    }
  }
}
