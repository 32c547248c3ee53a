/// Guesses what was meant.
enum Spelling {
  /// The known word at most two typing errors away, and nearer than that for short ones.
  static func nearest(to written: String, among known: [String]) -> String? {
    let ranked = known.map { (word: $0, distance: distance(Array(written.utf8), Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    if best.distance <= (best.word.utf8.count < 4 ? 1 : 2) { return best.word }
    return known.first { word in
      written.utf8.count >= 2 && (written.hasPrefix(word) || word.hasPrefix(written))
    }
  }

  static func example(of field: TopicQuery.Attribute.Field) -> String {
    switch field {
    case .from, .to: "ana@example.org"
    case .network: "mastodon"
    case .language: "en"
    case .link: "example.org"
    case .source: "\"Planet Debian\""
    case .kind: "question"
    case .tone: "positive"
    case .has: "link"
    }
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    guard one.count < 32, other.count < 32 else { return .max }
    var before: [Int] = []
    var row = Array(0...other.count)
    for i in one.indices {
      var current = [i + 1]
      for j in other.indices {
        let same = one[i] == other[j] ? 0 : 1
        var best = min(row[j] + same, row[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          best = min(best, before[j - 1] + 1)
        }
        current.append(best)
      }
      before = row
      row = current
    }
    return row[other.count]
  }
}
