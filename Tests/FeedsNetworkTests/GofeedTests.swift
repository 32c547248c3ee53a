import Foundation
import Testing

@testable import FeedsNetwork

/// Agreement with the expected parse of the gofeed cases, in the fields that the project names.
@Suite(.enabled(if: Corpora.has("feeds-gofeed")))
struct GofeedTests {
  private static let folders = [
    "parser/atom", "parser/rss", "parser/json", "translator/atom", "translator/rss",
    "translator/json", "extensions/dublincore", "extensions/itunes", "extensions/media",
  ]

  @Test func agreesWithNinetySevenInAHundredExpectedFeeds() throws {
    var cases = 0
    var agreed = 0
    var slowest: (name: String, time: Duration) = ("", .zero)
    for folder in Self.folders {
      for (input, expected) in try Self.pairs(in: folder) {
        cases += 1
        let name = "\(folder)/\(input.deletingPathExtension().lastPathComponent)"
        let bytes = try Corpora.bytes(input)
        let (feed, time) = cpuTime { try? FeedParser.parse(bytes) }
        if time > slowest.time { slowest = (name, time) }
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: expected))
        let shape = GofeedShape(folder: folder)
        let theirs = shape.facts(try #require(object as? [String: Any]))
        let ours = feed.map { Facts($0, labels: shape == .united) }
        let differences = ours?.differences(from: theirs) ?? ["it is not read"]
        if differences.isEmpty {
          agreed += 1
        } else {
          let reason = KnownDifferences.reason(for: name)
          print("differs \(name): \(reason ?? "NO REASON KNOWN")")
          for difference in differences { print("    \(difference)") }
          #expect(reason != nil, "\(name) differs and no reason is known")
        }
      }
    }
    let share = Double(agreed) * 100 / Double(max(cases, 1))
    let shown = (share * 10).rounded() / 10
    print("gofeed: \(agreed) of \(cases) agree (\(shown) %), slowest \(slowest)")
    #expect(cases >= 533)
    #expect(share >= 97)
    #expect(slowest.time < .seconds(1))
  }

  @Test func whatIsNoFeedIsRefused() throws {
    let folder = "feeds-gofeed/testdata/parser"
    for name in [
      "universal/unknown_feed.xml", "universal/empty_feed.xml", "universal/invalid.json",
    ] {
      let bytes = try Corpora.bytes(Corpora.root.appending(path: "\(folder)/\(name)"))
      #expect(throws: FeedParser.Failure.noFeed) { try FeedParser.parse(bytes) }
    }
    for file in try Corpora.files(in: "\(folder)/universal")
    where file.lastPathComponent.contains("_feed") && !file.lastPathComponent.contains("unknown")
      && !file.lastPathComponent.contains("empty")
    {
      #expect(throws: Never.self) { try FeedParser.parse(Corpora.bytes(file)) }
    }
  }

  private static func pairs(in folder: String) throws -> [(input: URL, expected: URL)] {
    let files = try Corpora.files(in: "feeds-gofeed/testdata/\(folder)")
    return files.compactMap { input in
      let stem = input.deletingPathExtension().lastPathComponent
      let suffix = input.pathExtension == "xml" ? "" : "_expected"
      let expected = input.deletingLastPathComponent().appending(path: "\(stem)\(suffix).json")
      return input != expected
        && files.contains { $0.lastPathComponent == expected.lastPathComponent }
        ? (input, expected) : nil
    }
  }
}
