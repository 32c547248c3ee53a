import HeedModel

/// Something that more than one person asks for.
struct SharedWish: Sendable, Equatable {
  /// Its place in `Odds.wishes`.
  var number: Int
  var by: [String]
}

/// People who want the same, each in words of their own.
extension World {
  /// Two more ask for what an opening asks for, where there are words for it.
  /// - Parameter line: of the opening, out of the phrasebook.
  mutating func planSeconds(_ opening: String, _ line: String, _ chance: inout Chance) {
    guard let number = Odds.wishes.firstIndex(where: { $0.first == line }),
      let entry = entries[opening]
    else { return }
    sharedWishes[opening] = SharedWish(number: number, by: [entry.author])
    var at = now
    for turn in 1..<Odds.wishes[number].count {
      at = instant(after: .seconds(Int64(chance.number(60...420))), from: at)
      agenda.plan(.second(opening, turn), at: at)
    }
  }

  /// Says it again, in an opening of its own: to the shop, not to whoever said it first.
  mutating func second(_ opening: String, _ turn: Int) {
    var chance = chance("second \(turn) \(opening)")
    guard let wish = sharedWishes[opening], let first = entries[opening], first.removedAt == nil,
      let person = awake(first.language ?? "en", besides: Set(wish.by), &chance)
    else { return }
    sharedWishes[opening]?.by.append(person.id)
    let book = Phrasebook.of(first.language ?? "en")
    let entry = say(
      Saying(
        author: person.id, text: fill(Odds.wishes[wish.number][turn], book, person, &chance),
        language: book.language),
      named: "second \(turn) \(opening)")
    cases[entry.id] = Case(
      opener: person.id, theme: .wish, isPrivate: false, isAbout: false, waitingSince: now)
    planShopAnswer(entry.id, &chance)
  }
}
