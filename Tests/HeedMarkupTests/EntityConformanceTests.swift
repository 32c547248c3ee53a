import Foundation
import HeedModel
import Testing

@testable import HeedMarkup

/// Agreement with the published rules of Twitter for tags, links and mentions. Ours differ where
/// the open networks do; each case of that kind is named below with its reason.
@Suite struct EntityConformanceTests {
  private static let reasons: [(mark: String, reason: String)] = [
    ("@test@example.com", "a handle with its host is a mention here"),
    (".comtest", "after https:// any end of a name is taken"),
    ("t.co/", "rules for Twitter's own short addresses only"),
    ("twitter.みんな", "without https:// only common ends of names"),
    ("PASSW0RD@", "addresses with a password are refused"),
    ("//192.168", "numbers are no host in running words"), ("[3ffe", "nor are these"),
  ]

  private static func reason(_ text: String) -> String {
    reasons.first { text.contains($0.mark) }?.reason ?? "not yet as it should be"
  }

  private func run(
    _ file: String, sections: [String], bare: Bool, least: Double,
    found: (Entities.Entity, String) -> String?
  ) throws {
    guard let data = try Corpora.data("text-entities", file) else { return }
    let cases = ConformanceFile(data).cases.filter { sections.contains($0.section) }
    #expect(cases.count > 5)
    let entities = Entities(bareDomains: bare)
    var agreed = 0
    for item in cases {
      let matches = entities.find(in: item.text).compactMap { entity in
        found(entity, item.text).map { (entity, $0) }
      }
      let words = matches.map(\.1)
      let ranges = matches.map { match -> [Int] in
        let scalars = item.text.unicodeScalars
        return [
          scalars.distance(from: scalars.startIndex, to: match.0.range.lowerBound),
          scalars.distance(from: scalars.startIndex, to: match.0.range.upperBound),
        ]
      }
      if words == item.expected, item.indices.isEmpty || ranges == item.indices {
        agreed += 1
      } else {
        print("  \(item.section): \(item.description): \(words) (\(Self.reason(item.text)))")
      }
    }
    let share = Double(agreed) / Double(cases.count)
    print("\(file) \(sections.joined(separator: ", ")): \(agreed) of \(cases.count) agree")
    #expect(share >= least)
  }

  @Test func mentionsAgreeWithThePublishedRules() throws {
    try run(
      "extract.yml", sections: ["mentions", "mentions_with_indices"], bare: false, least: 0.95
    ) { entity, _ in
      guard case .mention(let handle) = entity.kind else { return nil }
      return String(handle.dropFirst())
    }
  }

  @Test func tagsAgreeWithThePublishedRules() throws {
    try run(
      "extract.yml", sections: ["hashtags", "hashtags_from_astral", "hashtags_with_indices"],
      bare: true, least: 0.98
    ) { entity, _ in
      guard case .tag(let name) = entity.kind else { return nil }
      return name
    }
  }

  @Test func linksAgreeWithThePublishedRules() throws {
    try run(
      "extract.yml", sections: ["urls", "urls_with_indices", "urls_with_directional_markers"],
      bare: true, least: 0.93
    ) { entity, text in
      guard case .link = entity.kind else { return nil }
      return String(text[entity.range])
    }
  }

  @Test func addressesUnderEveryTopDomainAreFound() throws {
    try run("tlds.yml", sections: ["country", "generic"], bare: false, least: 0.99) {
      entity, text in
      guard case .link = entity.kind else { return nil }
      return String(text[entity.range])
    }
  }

  @Test func wholeTagsLinksAndNamesAreJudgedAlike() throws {
    guard let data = try Corpora.data("text-entities", "validate.yml") else { return }
    var agreed = 0
    let sections = ["usernames", "hashtags", "urls", "urls_without_protocol"]
    let cases = ConformanceFile(data).cases.filter { sections.contains($0.section) }
    #expect(cases.count >= 40)
    for item in cases {
      let isBare = item.section == "urls_without_protocol"
      let found = Entities(bareDomains: isBare).find(in: item.text)
      let isWhole = found.first?.range == item.text.startIndex..<item.text.endIndex
      if isWhole == (item.expected == ["true"]) {
        agreed += 1
      } else {
        print("  \(item.section): \(item.description): \(isWhole) (\(Self.reason(item.text)))")
      }
    }
    print("validate.yml: \(agreed) of \(cases.count) agree")
    #expect(Double(agreed) / Double(cases.count) > 0.9)
  }
}
