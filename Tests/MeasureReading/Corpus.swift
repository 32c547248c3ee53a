import Foundation

/// The sets of `../shared/corpora` that reading is measured on.
struct Corpus {
  let root: URL

  init?() {
    let named = ProcessInfo.processInfo.environment["HEED_CORPORA"]
    root = URL(filePath: named ?? "../shared/corpora", directoryHint: .isDirectory)
    guard FileManager.default.fileExists(atPath: root.appending(path: "tone-xlmt").path) else {
      return nil
    }
  }

  static let toneLanguages = [
    ("english", "en"), ("german", "de"), ("french", "fr"), ("spanish", "es"),
    ("portuguese", "pt"), ("italian", "it"), ("arabic", "ar"), ("hindi", "hi-Latn"),
  ]

  /// Posts of the part that nothing was trained on, with their tone: 0 negative, 1 neutral, 2 positive.
  func toned(_ language: String) throws -> [(text: String, tone: Int)] {
    let folder = "tone-xlmt/sentiment/\(language)"
    let texts = try lines("\(folder)/test_text.txt")
    let labels = try lines("\(folder)/test_labels.txt")
    return zip(texts, labels).compactMap { text, label in
      Int(label.trimmingCharacters(in: .whitespaces)).map { (Self.clean(text), $0) }
    }
  }

  /// Whether there are sentences of it.
  func has(_ language: String) -> Bool {
    FileManager.default.fileExists(
      atPath: root.appending(path: "language-leipzig/language-models/\(language)").path)
  }

  func sentences(_ language: String) throws -> [String] {
    try lines("language-leipzig/language-models/\(language)/testdata/sentences.txt")
      .filter { !$0.isEmpty }
  }

  /// Posts without a label that real people wrote: id and words.
  func care() throws -> [String: String] {
    struct Talk: Decodable {
      struct Turn: Decodable {
        var message: String?
        var post: String

        enum CodingKeys: String, CodingKey {
          case message
          case post = "tweet_ID"
        }
      }
      var dialogContent: [Turn]
    }
    var found: [String: String] = [:]
    for name in ["dev", "test"] {
      let data = try Data(contentsOf: root.appending(path: "conversations-ibm-care/\(name).json"))
      for talk in try JSONDecoder().decode([Talk].self, from: data) {
        for turn in talk.dialogContent where turn.message != nil {
          found[turn.post] = Self.clean(turn.message ?? "")
        }
      }
    }
    return found
  }

  func rumours() throws -> [String: String] {
    struct Said: Decodable { var text: String }
    var found: [String: String] = [:]
    for part in ["traindev", "test"] {
      let data = try Data(contentsOf: root.appending(path: "threads-rumoureval/\(part)/posts.json"))
      for (id, post) in try JSONDecoder().decode([String: Said].self, from: data) {
        found[id] = Self.clean(post.text)
      }
    }
    return found
  }

  func crises() throws -> [String: String] {
    var found: [String: String] = [:]
    let base = root.appending(path: "topics-crisislex")
    guard let all = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else {
      return [:]
    }
    for case let file as URL in all where file.pathExtension == "csv" {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for row in Self.rows(text) where row.count >= 3 {
        let id = row[0].trimmingCharacters(in: CharacterSet(charactersIn: "'\" "))
        if !id.isEmpty, id.allSatisfy(\.isNumber) { found[id] = Self.clean(row[1]) }
      }
    }
    return found
  }

  private func lines(_ path: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0))
    }
  }

  /// Rows of a CSV file, quoted as RFC 4180 has it.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if isQuoted {
        if scalar == "\"" {
          if next == "\"" {
            field.unicodeScalars.append(scalar)
            next = scalars.next()
          } else {
            isQuoted = false
          }
        } else {
          field.unicodeScalars.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"" where field.allSatisfy(\.isWhitespace):
        field = ""
        isQuoted = true
      case ",":
        row.append(field)
        field = ""
      case "\n":
        row.append(field)
        rows.append(row)
        row = []
        field = ""
      case "\r": break
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  /// The words as they were posted: the sets hold them with escapes of the files they came through.
  static func clean(_ text: String) -> String {
    var text = text
    if text.contains("\\u") {
      text = text.replacing(#/\\u([0-9a-fA-F]{4})/#) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
      }
    }
    text = text.replacingOccurrences(of: "\\\"\"\"\"", with: "\"")
      .replacingOccurrences(of: "\"\"\"\"", with: "\"")
    for (entity, plain) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] { text = text.replacingOccurrences(of: entity, with: plain) }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// The labels that were made by hand: posts by corpus and id, and own sentences.
struct Labels {
  struct Labelled {
    var id: String
    var text: String
    var kinds: Set<String>
  }

  var posts: [Labelled] = []
  var own: [Labelled] = []

  init(_ corpus: Corpus) throws {
    let folder = URL(filePath: "Scripts/reading/labels", directoryHint: .isDirectory)
    let texts = [
      "conversations-ibm-care": try corpus.care(), "threads-rumoureval": try corpus.rumours(),
      "topics-crisislex": try corpus.crises(),
    ]
    for name in ["kinds.tsv", "kinds-more.tsv"] {
      for row in try Self.rows(folder.appending(path: name)) where row.count >= 3 {
        guard let text = texts[row[0]]?[row[1]] else { continue }
        posts.append(Labelled(id: row[1], text: text, kinds: Self.kinds(row[2])))
      }
    }
    for row in try Self.rows(folder.appending(path: "own.tsv")) where row.count >= 2 {
      own.append(Labelled(id: row[0], text: row[0], kinds: Self.kinds(row[1])))
    }
  }

  /// Four in ten are kept apart from all training, by a CRC-32 of their id (zlib's).
  static func isTest(_ id: String) -> Bool { crc(id) % 10 < 4 }

  /// As zlib's crc32.
  static func crc(_ text: String) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in text.utf8 {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func kinds(_ text: String) -> Set<String> {
    Set(text.split(separator: ",").map(String.init))
  }

  private static func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
