import Foundation
import Testing

@testable import heed

@Suite struct NetworkTableTests {
  /// `heed networks > Docs/networks.md` writes it anew.
  @Test func theTableOfNetworksIsTrue() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let kept = try String(contentsOf: root.appending(path: "Docs/networks.md"), encoding: .utf8)
    #expect(try await NetworkTable.page() == kept)
  }

  @Test func theTableNamesEveryNetworkAndItsPage() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let table = try await NetworkTable.page()
    for name in ["hackernews", "discourse", "github", "lemmy", "mastodon", "bluesky", "feeds"] {
      #expect(table.contains("(networks/\(name).md)"))
      let page = root.appending(path: "Docs/networks/\(name).md")
      #expect(FileManager.default.fileExists(atPath: page.path))
    }
  }
}
