import ArgumentParser
import Foundation
import HeedWeb

struct StorybookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "storybook",
    abstract:
      "Write every page with invented people into a folder, to be looked at without a server.")

  @Option(help: "Folder to write to.") var to = "storybook"
  @Option(help: "Language of the interface, or all.") var language = "en"

  func run() async throws {
    let all = language == "all"
    guard all || Words.all.contains(where: { $0.language == language }) else {
      throw ValidationError(
        "There is no “\(language)”. Known are all, "
          + Words.all.map(\.language).joined(separator: ", ") + ".")
    }
    let words = Words.all.filter { all || $0.language == language }
    let pages = try StorybookFiles(folder: URL(filePath: to), words: words).write()
    print("\(pages) pages are in \(to). Open \(to)/index.html")
  }
}

/// Every sample page as a file that opens without a server: addresses of styles and pages lead to files beside it.
struct StorybookFiles {
  var folder: URL
  var words: [Words]

  /// - Returns: how many pages were written.
  func write() throws -> Int {
    let assets = folder.appending(path: "assets")
    try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
    for file in PublicFiles.all {
      try Data(file.bytes).write(to: assets.appending(path: file.name))
    }
    var names: [String] = []
    for words in words {
      for sample in Storybook.all {
        let name = words.language == "en" ? sample.name : "\(sample.name).\(words.language)"
        try write(sample.html(words: words), name: name)
        names.append(name)
      }
    }
    if let frame = Storybook.all.first {
      var list = frame
      list.screen = StorybookScreen(names: names)
      try write(list.html(), name: "index")
    }
    return names.count
  }

  private func write(_ page: HTML, name: String) throws {
    try Data(Self.standingAlone(page.markup).utf8)
      .write(to: folder.appending(path: name + ".html"))
  }

  static func standingAlone(_ markup: String) -> String {
    markup
      .replacing("=\"/assets/\(PublicFiles.hash)/", with: "=\"assets/")
      .replacing(/="\/storybook\/([^"\/]+)"/) { "=\"\($0.output.1).html\"" }
  }
}
