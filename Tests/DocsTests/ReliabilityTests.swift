import Foundation
import Testing

/// A promise that is said to be checked names tests, and they are there.
@Suite struct ReliabilityTests {
  private static let rows = (try? Page("Docs/reliability.md").table("#")) ?? []

  @Test func everyTestThatIsNamedIsThere() throws {
    let sources = try
      (House.files(below: "Tests", ending: ".swift")
      + House.files(below: "Sources/HeedTesting", ending: ".swift")).map(House.text)
    #expect(!Self.rows.isEmpty)
    for row in Self.rows {
      for name in row[3].matches(of: /`([A-Za-z]+)`/).map({ String($0.1) }) {
        #expect(
          sources.contains { $0.contains("func \(name)(") || $0.contains("\"\(name)\"") },
          "row \(row[0]) names \(name), and there is no such test")
      }
    }
  }

  @Test func whatIsCheckedNamesATest() {
    for row in Self.rows where row[2].hasPrefix("checked") {
      #expect(row[3].contains("`"), "row \(row[0]) is said to be checked, by nothing")
    }
  }

  @Test func theRowsAreNumberedThroughout() {
    #expect(Self.rows.map { $0[0] } == (1...30).map(String.init))
  }
}
