import HeedModel

/// People among themselves.
extension World {
  mutating func planChat(_ story: Int, turns: Int, _ chance: inout Chance) {
    var at = now
    for turn in 0..<turns {
      at = instant(after: .seconds(Int64(chance.number(25...420))), from: at)
      agenda.plan(.chat(story: story, turn: turn), at: at)
    }
  }

  mutating func planApplause(_ entry: Entry, _ chance: inout Chance) {
    for _ in 0..<chance.number(0...3) {
      guard let person = awake(&chance), person.id != entry.author else { continue }
      let at = instant(after: .seconds(Int64(chance.number(20...2400))))
      agenda.plan(
        chance.happens(0.2) ? .share(entry.id, by: person.id) : .like(entry.id, by: person.id),
        at: at)
      if chance.happens(0.08) {
        agenda.plan(.unlike(entry.id, by: person.id), at: instant(after: .seconds(75), from: at))
      }
    }
  }

  /// Some correct a slip, a few take it all back.
  mutating func planSecondThoughts(_ entry: Entry, _ chance: inout Chance) {
    let at = instant(after: .seconds(Int64(chance.number(30...600))))
    if chance.happens(0.25) {
      agenda.plan(.regret(entry.id), at: at)
    } else {
      agenda.plan(.correct(entry.id, text: entry.text + " ✏️"), at: at)
    }
  }

  mutating func chat(_ number: Int, _ turn: Int) {
    var chance = chance("story \(number) turn \(turn)")
    guard let story = stories[number], let first = story.posts.first,
      let opening = entries[first], opening.removedAt == nil
    else { return }
    let parent = story.isDebate && chance.happens(0.8) ? story.posts.last : chance.pick(story.posts)
    guard let parent, let answered = entries[parent], answered.removedAt == nil else { return }
    let language = opening.language ?? "en"
    let speakers = People.all.filter {
      $0.part == .person && $0.language == language && $0.id != answered.author
        && !$0.optedOut
    }
    guard let person = chance.pick(speakers) else { return }
    let book = Phrasebook.of(language)
    let line =
      story.isDebate
      ? Odds.arguments[turn % Odds.arguments.count]
      : fresh(book.lines[.chat] ?? [], &chance) ?? ""
    let entry = say(
      Saying(
        author: person.id, text: fill(line, book, person, &chance), parent: parent,
        language: book.language),
      named: "story \(number) turn \(turn)")
    stories[number]?.posts.append(entry.id)
    if chance.happens(0.3) {
      agenda.plan(
        .like(entry.id, by: answered.author), at: instant(after: .seconds(40)))
    }
  }

  mutating func help(_ opening: String) {
    var chance = chance("help \(opening)")
    guard let asked = cases[opening], let entry = entries[opening], entry.removedAt == nil,
      asked.state == .waiting
    else { return }
    let language = entry.language ?? "en"
    let helpers = People.all.filter {
      $0.part == .person && $0.language == language && $0.id != asked.opener && !$0.optedOut
    }
    guard let person = chance.pick(helpers) else { return }
    let book = Phrasebook.of(language)
    let said = say(
      Saying(
        author: person.id, text: line(.aside, book, person, &chance), parent: opening,
        language: book.language),
      named: "help \(opening)")
    if chance.happens(0.6) {
      agenda.plan(.like(said.id, by: asked.opener), at: instant(after: .seconds(60)))
    }
  }

  mutating func spam(_ post: String, _ story: Int) {
    var chance = chance("spam \(post)")
    guard let text = chance.pick(Odds.spam) else { return }
    say(
      Saying(author: "bestdeals", text: text, parent: post, language: "en"),
      named: "spam \(post)")
  }

  /// Somebody for whom it is day.
  func awake(_ chance: inout Chance) -> Villager? {
    chance.pick(People.all.filter(isAwake)) ?? People.byID["maud"]
  }

  /// Somebody who speaks a language, for whom it is day, or who cannot sleep.
  /// - Parameter others: who it is not.
  func awake(_ language: String, besides others: Set<String> = [], _ chance: inout Chance)
    -> Villager?
  {
    let speakers = People.all.filter {
      $0.part == .person && !$0.optedOut && $0.language == language && !others.contains($0.id)
    }
    return chance.pick(speakers.filter(isAwake)) ?? chance.pick(speakers)
  }

  private func isAwake(_ person: Villager) -> Bool {
    let hour = Int((now.milliseconds / 3_600_000) % 24)
    let local = (hour + person.zone + 24) % 24
    return person.part == .person && !person.optedOut && (7...23).contains(local)
  }

  func picture(_ chance: inout Chance) -> Entry.Picture {
    let picture = chance.pick(Odds.pictures) ?? Odds.pictures[0]
    return Entry.Picture(
      address: picture.address, alternative: picture.alternative, type: "image/jpeg")
  }

  /// A line that was not said lately, if there is one.
  mutating func fresh(_ lines: [String], _ chance: inout Chance) -> String? {
    let unsaid = lines.filter { !recent.contains($0) }
    guard let line = chance.pick(unsaid.isEmpty ? lines : unsaid) else { return nil }
    recent.append(line)
    if recent.count > 80 { recent.removeFirst() }
    return line
  }

  func line(
    _ line: Phrasebook.Line, _ book: Phrasebook, _ person: Villager, _ chance: inout Chance
  ) -> String {
    let texts = book.lines[line] ?? Phrasebook.english.lines[line] ?? []
    return fill(chance.pick(texts) ?? "…", book, person, &chance)
  }

  func fill(
    _ line: String, _ book: Phrasebook, _ person: Villager, _ chance: inout Chance
  ) -> String {
    guard line.contains("{") else { return line }
    // Everything is drawn, so that a change in one line moves none of the others.
    let values = [
      "{shop}": "@\(Place.shop)",
      "{order}": "CB-\(chance.number(10_000...99_999))",
      "{model}": chance.pick(Odds.models) ?? "",
      "{day}": chance.pick(book.days) ?? "",
      "{n}": String(chance.number(2...19)),
      "{town}": person.town,
    ]
    return values.reduce(line) { $0.replacing($1.key, with: $1.value) }
  }
}
