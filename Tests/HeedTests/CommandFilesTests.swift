import Foundation
import HeedDesk
import HeedWeb
import Testing

@testable import heed

/// What commands make of names and files.
@Suite struct CommandFilesTests {
  @Test func aStoreIsAServerAFileOrAFolder() throws {
    #expect(StorePlace("postgres://heed@db.example/heed").kind == .postgres)
    #expect(StorePlace("POSTGRESQL://db.example/heed").kind == .postgres)
    #expect(StorePlace("old.sqlite") == StorePlace("old.sqlite"))
    #expect(StorePlace("old.sqlite").text == "old.sqlite")
    let folder = FileManager.default.temporaryDirectory.path
    #expect(StorePlace(folder).text == folder + "/heed.sqlite")
    #expect(throws: (any Error).self) {
      try StorePlace(folder + "/\(UUID().uuidString).sqlite").open(mustExist: true)
    }
  }

  @Test func aFileThatExistsIsNotWrittenOver() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try NewFile(path)
    try file.write("words")
    try file.close()
    #expect(FileMode(path)?.bits == 0o600)
    #expect(throws: (any Error).self) { try NewFile(path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "words")
  }

  @Test func everyPageOfTheStorybookStandsAlone() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = try StorybookFiles(folder: folder, words: [.english]).write()
    #expect(pages == Storybook.all.count)
    for sample in Storybook.all {
      let page = try String(
        contentsOf: folder.appending(path: sample.name + ".html"), encoding: .utf8)
      #expect(page.contains("href=\"assets/heed.css\""), "\(sample.name)")
      #expect(!page.contains("\"/assets/"), "\(sample.name)")
    }
    let index = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    for sample in Storybook.all { #expect(index.contains("href=\"\(sample.name).html\"")) }
    for file in PublicFiles.all {
      let path = folder.appending(path: "assets/" + file.name).path
      #expect(FileManager.default.contents(atPath: path) == Data(file.bytes))
    }
  }

  @Test func aSummarySaysWhatIsLeftToDo() {
    var report = ImportReport()
    report.new = 2
    report.faults = 1
    let text = ImportSummary(file: "a.jsonl", report: report, isTrial: false).text
    #expect(text.hasPrefix("a.jsonl: 2 posts came in"))
    #expect(text.contains("Mend them"))
    #expect(ImportSummary(file: "a", report: report, isTrial: true).text.contains("would come in"))
  }
}
