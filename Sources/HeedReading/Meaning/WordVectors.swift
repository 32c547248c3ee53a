import CModels
public import HeedModel

/// What a text means by the words in it: the sum of the vectors of those that are known, which are longer the more a word
/// tells. `Scripts/reading/meaning.py` makes them; Docs/reading.md tells from what.
public struct WordVectors: MeaningFinding {
  private static let rows = read(ModelBytes(heed_meaning_model()))

  public init() {}

  /// How many words are known.
  public static var count: Int { rows.count }

  public func meaning(of terms: [String]) -> Meaning? {
    // In order of their rows, so that the same words add up to the very same numbers.
    let known = Set(terms.lazy.compactMap { Self.rows.row(of: Self.key($0)) }).sorted()
    guard !known.isEmpty else { return nil }
    var sums = [Float](repeating: 0, count: Meaning.width)
    for row in known { Self.rows.add(row, to: &sums) }
    return Meaning(direction: sums)
  }

  private static func read(_ bytes: ModelBytes) -> ModelBytes.Rows {
    var bytes = bytes
    // "HVM2"
    _ = bytes.integer()
    let isMeant = bytes.integer() == Meaning.width
    let count = bytes.integer()
    return bytes.rows(isMeant ? count : 0, width: Meaning.width)
  }

  /// FNV-1a over the bytes.
  private static func key(_ term: String) -> UInt32 {
    term.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
