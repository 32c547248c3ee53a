import Foundation
import Testing

@Suite struct LinkTests {
  @Test(arguments: House.pages)
  func everyLinkWithinTheHouseLeadsSomewhere(path: String) throws {
    let page = try Page(path)
    let folder = House.root.appending(path: path).deletingLastPathComponent()
    for link in page.links where !link.target.contains("://") && !link.target.hasPrefix("mailto:") {
      let parts = link.target.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file =
        parts[0].isEmpty ? House.root.appending(path: path) : folder.appending(path: parts[0])
      #expect(
        FileManager.default.fileExists(atPath: file.path),
        "\(path):\(link.number): nothing is at \(link.target)")
      guard parts.count == 2, file.pathExtension == "md" else { continue }
      let target = String(file.standardizedFileURL.path.dropFirst(House.root.path.count))
      #expect(
        try Page(target).anchors.contains(String(parts[1])),
        "\(path):\(link.number): \(link.target) names no heading")
    }
  }

  @Test func theReadmeSaysHowToBeginAndHowToTest() throws {
    let readme = try House.text("README.md")
    for command in ["make run", "make test", "make demo"] {
      let isNamed = readme.contains(command)
      #expect(isNamed, "README.md does not name \(command)")
    }
  }

  @Test func everyCommandThatIsNamedIsOneOfTheMakefile() throws {
    let makefile = try House.text("Makefile")
    let commands = Set(makefile.matches(of: /(?m)^([a-z-]+):/).map { String($0.1) })
    for path in House.pages {
      for quote in try Page(path).quoted where quote.text.hasPrefix("make ") {
        let command = String(quote.text.dropFirst(5).prefix { $0 != " " })
        #expect(
          commands.contains(command), "\(path):\(quote.number): there is no make \(command)")
      }
    }
  }

  @Test func everyScriptThatIsNamedIsThere() throws {
    for path in House.pages {
      for quote in try Page(path).quoted where quote.text.hasPrefix("Scripts/") {
        let script = String(quote.text.prefix { $0 != " " })
        #expect(House.exists(script), "\(path):\(quote.number): there is no \(script)")
      }
    }
  }

  @Test func everyVariableThatTestsReadIsExplained() throws {
    let page = try House.text("Docs/testing.md")
    let files =
      House.files(below: "Tests", ending: ".swift") + House.files(below: "Tests", ending: ".py")
      + House.files(below: "Sources/HeedTesting", ending: ".swift")
    for file in files where !file.hasPrefix("Tests/DocsTests/") {
      for name in try House.text(file).matches(of: /environ[a-z.(]*\[?"(HEED_[A-Z_]*[A-Z])"/).map({
        String($0.1)
      }) {
        let isExplained = page.contains("`\(name)`")
        #expect(isExplained, "\(file) reads \(name), which Docs/testing.md does not explain")
      }
    }
  }
}
