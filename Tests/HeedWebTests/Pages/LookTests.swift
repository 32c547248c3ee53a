import Foundation
import Testing

@testable import HeedWeb

/// What the stylesheet and the scripts promise, read from the files that are sent.
@Suite struct LookTests {
  private static let css = String(
    decoding: PublicFiles.file("heed.css")?.bytes ?? [], as: UTF8.self)

  /// Relative luminance of `#rrggbb`, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
  private func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// The light and the dark value of a token.
  private func token(_ name: String) throws -> [String] {
    let line = try #require(
      Self.css.split(separator: "\n").first { $0.contains("--\(name): light-dark(") })
    let inside = line.split(separator: "(")[1].split(separator: ")")[0]
    return inside.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static let textPairs = [
    ("ink", "paper"), ("ink", "card"), ("ink", "sunk"), ("ink", "tint"), ("ink", "note-tint"),
    ("ink", "late-tint"), ("ink", "upset-tint"), ("soft", "paper"), ("soft", "card"),
    ("soft", "sunk"), ("soft", "note-tint"), ("soft", "tint"), ("accent", "paper"),
    ("accent", "card"),
    ("accent", "sunk"), ("accent", "tint"), ("on-accent", "accent"), ("upset", "upset-tint"),
    ("upset", "paper"), ("upset", "card"), ("late", "late-tint"), ("late", "paper"),
    ("late", "card"), ("late", "sunk"), ("mended", "paper"), ("mended", "sunk"),
  ]

  @Test(arguments: textPairs)
  func textCanBeReadInLightAndDark(text: String, ground: String) throws {
    for (a, b) in zip(try token(text), try token(ground)) {
      #expect(contrast(a, b) >= 4.5, "\(text) on \(ground): \(contrast(a, b))")
    }
  }

  @Test(arguments: [("edge", "paper"), ("edge", "card"), ("accent", "sunk")])
  func edgesOfFieldsCanBeSeen(edge: String, ground: String) throws {
    for (a, b) in zip(try token(edge), try token(ground)) {
      #expect(contrast(a, b) >= 3, "\(edge) on \(ground): \(contrast(a, b))")
    }
  }

  @Test func theStylesheetHasItsLayersAndFetchesNothing() {
    #expect(Self.css.hasPrefix("@layer tokens, base, layout, parts, pages;"))
    #expect(!Self.css.contains("url(") && !Self.css.contains("@import"))
    #expect(Self.css.contains("prefers-reduced-motion") && Self.css.contains("@media print"))
  }

  @Test func sidesAreLogicalSoThatTheyTurnWithTheScript() {
    for side in ["-left:", "-right:", " left:", " right:", "text-align: left"] {
      #expect(!Self.css.contains(side), "\(side)")
    }
  }

  @Test func everyClassOnAPageStandsInTheStylesheetOrInAScript() {
    let scripts = PublicFiles.all.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let bare: Set = ["name", "body", "nobody", "form", "one", "query-field", "heard", "sent"]
    var missing: Set<String> = []
    for shown in Shown.english {
      for tag in shown.tags {
        for name in (tag["class"] ?? "").split(separator: " ") {
          let isKnown = scripts.contains(".\(name)") || bare.contains(String(name))
          if !isKnown { missing.insert(String(name)) }
        }
      }
    }
    let states: Set = [
      "toUs", "aboutUs", "queued", "sending", "delivered", "takenBack", "done", "wide", "column",
      "problem", "section", "turns",
    ]
    #expect(missing.subtracting(states).isEmpty, "\(missing.subtracting(states).sorted())")
  }

  @Test func theScriptsNeedNoExceptionFromTheContentPolicy() {
    for file in PublicFiles.all where file.name.hasSuffix(".js") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for forbidden in [
        "eval(", "new Function", "innerHTML", "outerHTML", "document.write",
        "insertAdjacentHTML", ".style.", "http://", "import(",
      ] {
        let isComment = forbidden == "http://"
        #expect(isComment || !text.contains(forbidden), "\(file.name): \(forbidden)")
      }
    }
  }

  @Test func theHashChangesWithTheFilesAndAnyHashFindsThem() {
    #expect(PublicFiles.hash.count > 6)
    #expect(PublicFiles.file("heed.css")?.type == "text/css; charset=utf-8")
    #expect(PublicFiles.file("../secret") == nil)
    #expect(PublicFiles.all.allSatisfy { !$0.bytes.isEmpty })
  }
}
