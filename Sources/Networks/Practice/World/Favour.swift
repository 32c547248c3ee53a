import HeedModel

/// What somebody at the shop asks an invented person to say, word for word: so that a newcomer, an exercise or a test can
/// see what people can do who say it. “Please say “heed-k3m9q-x7wdp”” shows how a handle is proven.
enum Favour {
  private static let openings = ["please say", "please write", "bitte sag", "bitte schreib"]
  private static let quotes: [Character: Character] = ["“": "”", "„": "“", "\"": "\"", "«": "»"]
  private static let longest = 300

  /// The words between the first quotation marks after the question; `nil` where nothing is asked.
  static func words(askedIn text: String) -> String? {
    let lower = text.lowercased()
    guard let asked = openings.lazy.compactMap({ lower.firstRange(of: $0) }).first else {
      return nil
    }
    // The letters of some languages are more or fewer in lower case.
    let rest = text.dropFirst(lower.distance(from: lower.startIndex, to: asked.upperBound))
    guard let begin = rest.firstIndex(where: { quotes[$0] != nil }), let end = quotes[rest[begin]]
    else { return nil }
    let inner = rest[rest.index(after: begin)...].prefix { $0 != end }
    guard rest.index(after: begin) <= inner.endIndex, inner.endIndex < rest.endIndex else {
      return nil
    }
    return (1...longest).contains(inner.count) ? String(inner) : nil
  }
}

extension World {
  /// Whoever is asked in answer to their own words says it, within half a minute.
  /// - Returns: whether something was asked.
  mutating func noticeFavour(in ours: Entry) -> Bool {
    guard Favour.words(askedIn: ours.text) != nil, asked(in: ours) != nil else { return false }
    var chance = chance("favour \(ours.id)")
    agenda.plan(.favour(ours.id), at: instant(after: .seconds(Int64(chance.number(5...30)))))
    return true
  }

  /// Says it, as our post stands by then.
  mutating func doFavour(_ ours: String) {
    guard let said = entries[ours], said.removedAt == nil,
      let words = Favour.words(askedIn: said.text), let person = asked(in: said)
    else { return }
    say(
      Saying(
        author: person.id, text: words, parent: ours, visibility: said.visibility,
        language: said.language ?? person.language),
      named: "favour \(ours)")
  }

  private func asked(in ours: Entry) -> Villager? {
    ours.parent.flatMap { entries[$0]?.author }.flatMap { People.byID[$0] }
      .flatMap { $0.part == .person ? $0 : nil }
  }
}
