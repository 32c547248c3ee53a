import Foundation
import Testing

/// Every key that the program knows is documented, with what it knows of it, and no other.
@Suite struct ConfigurationTests {
  private struct Entry: Hashable {
    var key: String
    var fallback: String
    var meaning: String
  }

  private func known() throws -> [Entry] {
    let source = try House.text("Sources/heed/DeskConfiguration.swift")
    let entry = /\.init\(\s*key: "([^"]*)",\s*fallback:\s*"([^"]*)",\s*meaning:\s*"([^"]*)"/
    return source.matches(of: entry).map {
      Entry(key: String($0.1), fallback: String($0.2), meaning: String($0.3))
    }
  }

  private func documented() throws -> [[String]] {
    try Page("Docs/configuration.md").table("key").map { row in
      row.map { $0.replacing("`", with: "") }
    }
  }

  @Test func theSameKeysStandInTheProgramAndOnThePage() throws {
    let known = try known().map(\.key)
    #expect(known.count > 5, "no keys were found in Sources/heed/DeskConfiguration.swift")
    #expect(try Set(documented().map { $0[0] }) == Set(known))
  }

  @Test func eachKeyStandsWithItsVariableFlagAndDefault() throws {
    let flags = [
      "listen.host": "--host", "listen.port": "--port", "address": "--address",
      "data": "--data", "database": "--database",
    ]
    let rows = Dictionary(try documented().map { ($0[0], $0) }) { $1 }
    for entry in try known() {
      let row = try #require(rows[entry.key], "\(entry.key) is not documented")
      try #require(row.count == 5, "the row of \(entry.key) has not five cells")
      let variable = "HEED_" + entry.key.uppercased().replacing(".", with: "_")
      #expect(row[1] == variable)
      #expect(row[2] == flags[entry.key] ?? "--set \(entry.key)=…")
      if !entry.fallback.isEmpty { #expect(row[3] == entry.fallback, "default of \(entry.key)") }
      #expect(!row[4].isEmpty, "what \(entry.key) says")
    }
  }

  @Test func everyFlagOnThePageIsOneOfTheProgram() throws {
    let source = try House.text("Sources/heed/DeskConfiguration.swift")
    for row in try documented() where !row[2].hasPrefix("--set") {
      let name = row[2].drop { $0 == "-" }
      #expect(source.contains("var \(name):"), "the program has no \(row[2])")
    }
    #expect(source.contains("\"set\""), "the program has no --set")
  }
}
