import Foundation
import Testing

@testable import HeedWeb

/// Every sample as it was last looked at. `HEED_REWRITE_GOLDEN=1 swift test --filter GoldenTests` writes them anew; the
/// difference is read like any other change.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

  @Test(arguments: shownAndKept)
  func thePageIsAsItWasLookedAt(shown: Shown) throws {
    let name = "\(shown.sample.name).\(shown.words.language).html"
    let file = Self.folder.appending(path: name)
    let page = Self.steady(shown.html.markup)
    if ProcessInfo.processInfo.environment["HEED_REWRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try page.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(page.split(separator: "\n"), kept.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(page == kept, "\(name): \(difference.map { "\($0) where it was \($1)" } ?? "length")")
  }

  /// All in English; the line also in the others, German and right to left.
  private static let shownAndKept: [Shown] =
    Shown.english
    + Shown.all.filter {
      ["today", "conversation"].contains($0.sample.name) && $0.words.language != "en"
    }

  /// Without what differs between machines and versions: the files' hash, the machine's list of zones.
  private static func steady(_ markup: String) -> String {
    var steady = markup.replacingOccurrences(of: PublicFiles.hash, with: "HASH")
    if let start = steady.range(of: "<datalist id=\"zones\">"),
      let end = steady.range(of: "</datalist>")
    {
      steady.removeSubrange(start.upperBound..<end.lowerBound)
    }
    return steady
  }
}
