import Foundation
import HeedModel
import HeedReading

/// Prints how right and how quick the readers are, and writes it into the page given, between its two marks.
@main
struct Measure {
  static func main() throws {
    let page = CommandLine.arguments.dropFirst().first { $0.hasSuffix(".md") }
    var promises = Report()
    try PromiseTable.write(to: &promises)
    print(promises.text)
    if let page { try promises.put(into: page, as: "promises measured") }
    // The rest takes minutes.
    if CommandLine.arguments.contains("promises") { return }
    guard let corpus = Corpus() else {
      print("measure-reading: skipped, no ../shared/corpora (HEED_CORPORA names another place)")
      return
    }
    var report = Report()
    if CommandLine.arguments.contains("kinds") {
      try KindTables.write(corpus, to: &report)
      print(report.text)
      return
    }
    try LanguageTables.write(corpus, to: &report)
    try ToneTables.write(corpus, to: &report)
    try DenialTable.write(to: &report)
    try KindTables.write(corpus, to: &report)
    LearningTable.write(to: &report)
    try SpeedTable.write(corpus, to: &report)
    print(report.text)
    if let page { try report.put(into: page, as: "measured") }
  }
}

/// Tables in Markdown.
struct Report {
  private(set) var text = ""

  mutating func head(_ title: String) { text += "### \(title)\n\n" }
  mutating func say(_ words: String) { text += words + "\n\n" }

  mutating func table(_ head: [String], _ rows: [[String]]) {
    let all = [head, head.map { _ in "---" }] + rows
    text += all.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n") + "\n\n"
  }

  private static let end = "<!-- until here -->"

  /// - Parameter name: of the mark before which nothing is touched.
  func put(into path: String, as name: String) throws {
    let page = try String(contentsOfFile: path, encoding: .utf8)
    guard let begin = page.range(of: "<!-- \(name) -->\n"),
      let end = page.range(of: Self.end, range: begin.upperBound..<page.endIndex)
    else {
      print("measure-reading: \(path) has no marks to write between; nothing is changed")
      return
    }
    let whole = page[..<begin.upperBound] + "\n" + text + page[end.lowerBound...]
    try String(whole).write(toFile: path, atomically: true, encoding: .utf8)
  }
}

func percent(_ part: Int, of whole: Int) -> String {
  whole == 0 ? "–" : String(format: "%.1f", 100 * Double(part) / Double(whole))
}

func figure(_ value: Double) -> String { String(format: "%.3f", value) }

/// A generator that gives the same numbers every time (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
