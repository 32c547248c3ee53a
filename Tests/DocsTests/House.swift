import Foundation

/// The files of this repository, as the tests of its documents see them.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// Everything below a folder whose name ends so, as paths from the root.
  static func files(below folder: String, ending suffix: String) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }

  /// Every page of words: those at the root and all of Docs.
  static var pages: [String] {
    let top = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return top.filter { $0.hasSuffix(".md") }.sorted() + files(below: "Docs", ending: ".md")
  }
}

/// A page without its examples of code, in which nothing is a link or a name of ours.
struct Page {
  let path: String
  let lines: [(number: Int, text: String)]

  init(_ path: String) throws {
    self.path = path
    var isCode = false
    var lines: [(Int, String)] = []
    for (index, line) in try House.text(path).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if line.trimmingPrefix(while: \.isWhitespace).hasPrefix("```") {
        isCode.toggle()
      } else if !isCode {
        lines.append((index + 1, String(line)))
      }
    }
    self.lines = lines
  }

  /// What stands between backticks.
  var quoted: [(number: Int, text: String)] {
    lines.flatMap { line in
      line.text.matches(of: /`([^`]+)`/).map { (line.number, String($0.1)) }
    }
  }

  /// Where its links lead.
  var links: [(number: Int, target: String)] {
    lines.flatMap { line in
      line.text.matches(of: /\]\(([^)\s]+)\)/).map { (line.number, String($0.1)) }
    }
  }

  /// What its headings are called in addresses: small letters, hyphens for spaces, nothing else.
  var anchors: Set<String> {
    Set(
      lines.filter { $0.text.hasPrefix("#") }.map { line in
        let heading = line.text.drop { $0 == "#" || $0 == " " }.lowercased()
        return String(
          heading.compactMap { character -> Character? in
            if character == " " { return "-" }
            return character.isLetter || character.isNumber || character == "-" || character == "_"
              ? character : nil
          })
      })
  }

  /// The cells of its table whose first column has this heading.
  func table(_ heading: String) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for line in lines {
      guard line.text.hasPrefix("|") else {
        isInside = false
        continue
      }
      let cells = line.text.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
        .dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
      if isInside {
        if cells.first?.hasPrefix("--") == false { rows.append(cells) }
      } else {
        isInside = cells.first == heading
      }
    }
    return rows
  }
}
