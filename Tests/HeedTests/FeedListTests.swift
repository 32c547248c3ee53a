import ArgumentParser
import Foundation
import HeedDesk
import HeedModel
import Testing

@testable import heed

/// Lists of feeds come and go.
@Suite struct FeedListTests {
  private static let list = """
    <?xml version="1.0"?><opml version="2.0"><body>
      <outline text="News &amp; more"><outline text="One" xmlUrl="https://one.example/feed"/>
        <outline text="Two" xmlUrl="https://two.example/feed"/></outline>
      <outline text="Bad" xmlUrl="javascript:alert(1)"/>
      <outline text="Twice" xmlUrl="https://one.example/feed"/>
    </body></opml>
    """

  @Test func everyFeedBecomesOneSourceOnce() async throws {
    try await withDesk { desk in
      let feeds = FeedList(desk: desk)
      try await feeds.take(Array(Self.list.utf8), from: "feeds.opml")
      let first = try await desk.record.read { try $0.sources() }
      #expect(first.map(\.target) == ["https://one.example/feed", "https://two.example/feed"])
      #expect(first.map(\.name) == ["One", "Two"])
      #expect(first.allSatisfy { $0.network == FeedList.network && $0.kind == FeedList.kind })
      try await feeds.take(Array(try await feeds.written().utf8), from: "again.opml")
      #expect(try await desk.record.read { try $0.sources() } == first)
    }
  }

  @Test func aTrialAddsNothing() async throws {
    try await withDesk { desk in
      try await FeedList(desk: desk, isTrial: true).take(Array(Self.list.utf8), from: "feeds.opml")
      #expect(try await desk.record.read { try $0.sources() }.isEmpty)
    }
  }

  @Test func anotherFileIsRefused() async throws {
    try await withDesk { desk in
      await #expect(throws: (any Error).self) {
        try await FeedList(desk: desk).take(Array("no list".utf8), from: "a.opml")
      }
    }
  }

  private func withDesk(_ body: (Desk) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let options = try ConfigurationOptions.parse(["--data", folder.path, "--set", "log=error"])
    let composition = try await Composition(try await options.load())
    _ = try await composition.desk.addMember(
      name: "Alicia Lund", email: "alicia@shop.example", password: "corner bikes demo", role: .lead)
    do {
      try await body(composition.desk)
    } catch {
      try? await composition.close()
      throw error
    }
    try await composition.close()
  }
}
