import Foundation
import Testing

/// The map shows the house as it stands.
@Suite struct ArchitectureTests {
  @Test func everyPlaceOnTheMapExists() throws {
    let page = try Page("Docs/architecture.md")
    let roots = ["Sources/", "Tests/", "Scripts/", "Docs/", "Makefile", "Package.swift"]
    let places = page.quoted.filter { quote in roots.contains { quote.text.hasPrefix($0) } }
    #expect(places.count > 20, "the map names hardly any place")
    for place in places {
      #expect(House.exists(place.text), "Docs/architecture.md:\(place.number): no \(place.text)")
    }
  }

  @Test func everyFloorStandsOnTheMap() throws {
    let map = try House.text("Docs/architecture.md")
    let floors = try FileManager.default.contentsOfDirectory(
      atPath: House.root.appending(path: "Sources").path)
    for floor in floors where !floor.hasPrefix(".") {
      let isShown = map.contains("`Sources/\(floor)/`")
      #expect(isShown, "Docs/architecture.md does not show \(floor)")
    }
  }

  @Test func everyNetworkHasItsPage() throws {
    let overview = try House.text("Docs/networks/README.md")
    let networks = try FileManager.default.contentsOfDirectory(
      atPath: House.root.appending(path: "Sources/Networks").path)
    for network in networks where !network.hasPrefix(".") {
      let page = "\(network.lowercased()).md"
      #expect(House.exists("Docs/networks/\(page)"), "Docs/networks/\(page) is missing")
      let isListed = overview.contains("(\(page))")
      #expect(isListed, "Docs/networks/README.md does not lead to \(page)")
    }
  }

  @Test func everyDecisionIsListed() throws {
    let list = try House.text("Docs/decisions/README.md")
    for path in House.files(below: "Docs/decisions", ending: ".md") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let isListed = name == "README.md" || list.contains("(\(name))")
      #expect(isListed, "Docs/decisions/README.md does not lead to \(name)")
    }
  }
}
