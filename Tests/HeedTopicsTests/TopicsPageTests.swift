import Foundation
import HeedTopics
import Testing

/// The tables of `Docs/topics.md` are true.
struct TopicsPageTests {
  let tables: [String: [[String]]]

  init() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Docs/topics.md")
    var tables: [String: [[String]]] = [:]
    var heading: String?
    for line in try String(contentsOf: page, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("|") else {
        heading = nil
        continue
      }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if let heading {
        if !cells[0].hasPrefix("--") { tables[heading, default: []].append(cells) }
      } else {
        heading = cells.joined(separator: ", ")
      }
    }
    self.tables = tables
  }

  private func code(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func everyExampleIsFoundAsThePageSays() throws {
    let rows = try #require(tables["query, text, found"])
    #expect(rows.count > 30)
    for row in rows {
      let query = try TopicQuery(code(row[0])[0])
      let document = PreparedDocument(TopicDocument(text: row[1]))
      #expect(query.matches(document) == (row[2] == "yes"), "\(row)")
    }
  }

  @Test func everyQueryOfThePageIsOne() throws {
    let rows =
      try #require(tables["write, to find posts with"]) + #require(
        tables["write, to find posts"])
    #expect(rows.count > 18)
    for row in rows {
      for source in code(row[0]) { #expect(throws: Never.self) { try TopicQuery(source) } }
    }
  }

  @Test func everyMistakeOfThePageIsRepairedSo() throws {
    let rows = try #require(tables["written, repaired"])
    #expect(rows.count > 5)
    for row in rows {
      let error = #expect(throws: TopicQueryError.self) { try TopicQuery(code(row[0])[0]) }
      #expect(error?.repair == code(row[1])[0])
      #expect(throws: Never.self) { try TopicQuery(code(row[1])[0]) }
    }
  }

  @Test func everyExplanationOfThePageIsGiven() throws {
    let rows = try #require(tables["query, in words"])
    #expect(rows.count > 2)
    for row in rows { #expect(try TopicQuery(code(row[0])[0]).explanation.text == row[1]) }
  }

  @Test func everyFieldAndValueStandsOnThePage() throws {
    let rows = try #require(tables["write, to find posts"])
    for field in TopicQuery.Attribute.Field.allCases {
      let row = rows.first { $0[0].contains("`\(field.rawValue):") }
      let text = try #require(row, "\(field)").joined(separator: " ")
      for value in TopicQuery.Attribute.values(of: field) ?? [] { #expect(text.contains(value)) }
    }
  }
}
