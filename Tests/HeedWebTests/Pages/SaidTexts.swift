import Foundation

/// Every text in the sources that the desk may say to a person, as the template that a `Message` makes of it.
///
/// Read from the source, so that a text cannot be said without being found: whatever reads like words for people is
/// one, unless it stands where only programs and logs read.
enum SaidTexts {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let floors = [
    "HeedModel", "HeedNetwork", "HeedWire", "HeedStore", "HeedTopics/Query", "HeedDesk", "HeedWeb",
    "Networks",
  ]

  /// What is said on the command line alone, or to programs, or is somebody else's: the catalogue, samples, markup,
  /// invented talk, what goes out in a mail.
  private static let elsewhere = [
    "HeedDesk/Listen/PostLine.swift", "HeedDesk/Know/PersonFile.swift", "HeedStore/Copy/",
    "HeedStore/Driver/",
    "HeedStore/RowReader.swift",
    "HeedTopics/Query/NetworkTitles.swift", "HeedTopics/Query/LanguageNames.swift",
    "HeedWeb/Words/",
    "HeedWeb/HTML/", "HeedWire/WireConfiguration.swift", "Networks/Practice/World/",
    "Networks/Practice/Pictures/", "Networks/Crowd/", "HeedWeb/Server/Certificate.swift",
    "HeedWeb/Server/Device.swift", "HeedWeb/Server/LiveStream.swift", "HeedWeb/Server/Door.swift",
    "HeedWeb/Server/KnownHosts.swift",
    "Networks/Mail/OutgoingWords.swift", "Networks/Mail/Smtp/PicturePart.swift",
    "Networks/Mail/Smtp/LetterComposer.swift", "Networks/Mail/Smtp/MailComposer.swift",
    "Networks/Mail/Smtp/BothReadings.swift",
    "Networks/Web/Inbound.swift",
    "Listen/NoteHandlers.swift", "HeedDesk/Listen/Notes.swift", "Samples.swift", "Sample.swift",
  ]

  /// Where sentences are put together: every text there is a part of one, however small.
  private static let putTogether = [
    "HeedTopics/Query/Explanation.swift", "HeedTopics/Query/AttributeWording.swift",
  ]

  /// Each with the file and line where it stands.
  static func all() throws -> [String: String] { try read.get() }

  private static let read = Result { try found() }

  private static func found() throws -> [String: String] {
    var found: [String: String] = [:]
    for floor in floors {
      let folder = root.appending(path: "Sources/\(floor)")
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      for name in (names ?? []).sorted() where name.hasSuffix(".swift") {
        let path = "\(floor)/\(name)"
        guard !elsewhere.contains(where: path.contains) else { continue }
        let source = try String(
          contentsOf: folder.appending(path: name), encoding: .utf8)
        let isPart = putTogether.contains(path)
        for literal in SwiftLiterals.all(in: source)
        where isPart ? !isCompared(literal) : isSaid(literal) {
          found[literal.template] = "\(path):\(literal.line)"
        }
      }
    }
    return found
  }

  /// Whether it is only compared with, not said.
  private static func isCompared(_ literal: SwiftLiteral) -> Bool {
    literal.before.contains(/(\bcase|separator:|\+)\s*$/) || literal.template.isEmpty
  }

  private static func isSaid(_ literal: SwiftLiteral) -> Bool {
    let before = literal.before
    // Before a text that goes to a log, to a program or into an error that is never shown.
    let unsaid =
      /(logger\.\w+\(|SQLError\(\.\w+,|LineFault\(|debugDescription:|value:|Array\(|\b(add|run|rows|list|open)\()\s*$/
    if before.contains(unsaid) { return false }
    if before.contains(/Message\??\s*(=|\{)\s*$/) {
      return literal.template.contains(where: \.isLetter)
    }
    return literal.template.contains(/^ ?(“?%\d”?|[“A-Z]).*[a-z]/)
      && literal.template.contains(/\S \S/)
      && !literal.template.contains(
        /[<=]|\b(SELECT|SAVEPOINT|CROSS JOIN|CAST|INSERT|UPDATE|DELETE|GET|POST|COALESCE|REPLACE|IN(?= \())\b/
      )
  }
}

/// One text of a Swift file.
struct SwiftLiteral {
  var template: String
  var line: Int
  /// The end of what stands before it.
  var before: String
}

/// Reads the texts of a Swift file. A text that does not end on its line is none: it was a regex.
struct SwiftLiterals {
  private let source: [UInt8]
  private var at = 0

  static func all(in source: String) -> [SwiftLiteral] {
    var reader = SwiftLiterals(source: Array(source.utf8))
    return reader.read()
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func read() -> [SwiftLiteral] {
    var found: [SwiftLiteral] = []
    var line = 1
    while at < source.count {
      if source[at] == Sign.newline { line += 1 }
      if starts("//") {
        while at < source.count, source[at] != Sign.newline { at += 1 }
      } else if source[at] == Sign.quote {
        let start = at
        if let template = text() {
          let before = String(decoding: source[max(0, start - 60)..<start], as: UTF8.self)
          found.append(SwiftLiteral(template: template, line: line, before: before))
          line += source[start..<at].count { $0 == Sign.newline }
        } else {
          at = start + 1
        }
      } else {
        at += 1
      }
    }
    return found
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { source[at...].starts(with: $0) }
  }

  /// The text that begins here, with `%1` for what is filled in.
  private mutating func text() -> String? {
    let isLong = starts("\"\"\"")
    at += isLong ? 3 : 1
    var template: [UInt8] = []
    var places = 0
    while at < source.count {
      if isLong ? starts("\"\"\"") : source[at] == Sign.quote {
        at += isLong ? 3 : 1
        let text = String(decoding: template, as: UTF8.self)
        return isLong ? Self.unindented(text) : text
      }
      if starts("\\(") {
        at += 2
        guard skipBrackets() else { return nil }
        places += 1
        template += Array("%\(places)".utf8)
      } else if source[at] == Sign.backslash, at + 1 < source.count {
        // The end of a line that is continued is marked until the text is unindented.
        template.append(source[at + 1] == Sign.newline ? 0 : source[at + 1])
        at += 2
      } else {
        if source[at] == Sign.newline, !isLong { return nil }
        template += source[at] == Sign.percent ? [Sign.percent, Sign.percent] : [source[at]]
        at += 1
      }
    }
    return nil
  }

  private mutating func skipBrackets() -> Bool {
    var depth = 1
    while at < source.count, depth > 0 {
      if source[at] == Sign.quote {
        guard text() != nil else { return false }
        continue
      }
      if source[at] == Sign.opens { depth += 1 }
      if source[at] == Sign.closes { depth -= 1 }
      at += 1
    }
    return depth == 0
  }

  /// Without the spaces before each line, and with the lines joined that a backslash continues.
  private static func unindented(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
      .split(separator: "\0", omittingEmptySubsequences: false)
      .enumerated().map { $0.offset == 0 ? $0.element : $0.element.drop { $0 == " " } }.joined()
      .trimmingCharacters(in: .newlines)
  }

  private enum Sign {
    static let newline = UInt8(ascii: "\n")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let percent = UInt8(ascii: "%")
    static let opens = UInt8(ascii: "(")
    static let closes = UInt8(ascii: ")")
  }
}
