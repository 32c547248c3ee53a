import Foundation

/// The real posts that lie beside the project, in an order of their own.
struct Posts {
  let texts: [String]
  var averageLength: Double {
    Double(texts.reduce(0) { $0 + $1.utf8.count }) / Double(texts.count)
  }

  /// The corpus is of the years of 140 characters; these are as long as posts are on average today.
  private static let lengths = 40...118

  /// - Throws: `Missing` when there is no corpus.
  init(seed: UInt64) throws {
    let given = ProcessInfo.processInfo.environment["HEED_CORPORA"].map { URL(filePath: $0) }
    let beside = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../../../shared/corpora")
    let directory = (given ?? beside).standardizedFileURL.appending(path: "topics-crisislex")
    guard let files = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
    else { throw Missing() }
    var texts: [String] = []
    for case let file as URL in files
    where file.lastPathComponent.hasSuffix("labeled.csv")
      || file.lastPathComponent.hasSuffix("offtopic.csv")
    {
      let table = try String(contentsOf: file, encoding: .utf8)
      texts += Self.rows(of: table).dropFirst().compactMap { $0.count > 1 ? $0[1] : nil }
    }
    texts = texts.filter { Self.lengths.contains($0.utf8.count) }
    guard !texts.isEmpty else { throw Missing() }
    var generator = Seeded(seed: seed)
    self.texts = texts.sorted().shuffled(using: &generator)
  }

  struct Missing: Error, CustomStringConvertible {
    let description =
      "no posts: the corpus topics-crisislex does not lie beside the project (HEED_CORPORA names another place)"
  }

  private static func rows(of table: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var previous: UInt8 = 0
    func text() -> String {
      String(decoding: field, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    for byte in table.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted, previous == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(text())
        field = []
      case UInt8(ascii: "\n") where !isQuoted:
        row.append(text())
        rows.append(row)
        field = []
        row = []
      default: field.append(byte)
      }
      previous = byte
    }
    return rows
  }
}

/// A generator whose run can be repeated from its seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
