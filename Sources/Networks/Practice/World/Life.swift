import HeedModel

/// What happens whether or not anybody answers: people have things on their minds.
extension World {
  mutating func perform(_ act: Act) {
    switch act {
    case .story(let number): tell(number)
    case .greeting(let number): greet(number)
    case .chat(let story, let turn): chat(story, turn)
    case .help(let opening): help(opening)
    case .spam(let post, let story): spam(post, story)
    case .nudge(let opening): nudge(opening)
    case .shopAnswers(let opening): answerFromTheShop(opening)
    case .answer(let opening, let ours): respond(to: ours, in: opening)
    case .bystander(let ours): chime(in: ours)
    case .overdue(let opening, let promise): remind(opening, of: promise)
    case .gasp(let ours): gasp(at: ours)
    case .pointOut(let ours): pointOut(ours)
    case .comeBack(let ours, let below): comeBack(to: ours, below: below)
    case .favour(let ours): doFavour(ours)
    case .second(let opening, let number): second(opening, number)
    case .like(let post, let person): react(.liked, to: post, by: person)
    case .unlike(let post, let person): takeBack(.liked, of: post, by: person)
    case .share(let post, let person): react(.shared, to: post, by: person)
    case .correct(let post, let text):
      rewrite(post, text: text, warning: entries[post]?.warning, language: nil)
    case .regret(let post): remove(post)
    }
  }

  private mutating func tell(_ number: Int) {
    var chance = chance("story \(number)")
    agenda.plan(
      .story(number + 1), at: instant(after: .seconds(Int64(chance.number(240...1200)))))
    guard let person = awake(&chance) else { return }
    switch chance.fraction() {
    case ..<0.36: open(number, by: person, &chance)
    case ..<0.40: openInPrivate(number, by: person, &chance)
    case ..<0.415: openWithWarning(number, by: person, &chance)
    case ..<0.56: talkAboutUs(number, by: person, &chance)
    case ..<0.59: debate(number, by: person, &chance)
    case ..<0.64: announce(number, &chance)
    case ..<0.66: murmur(number, &chance)
    default: talkOfOtherThings(number, by: person, &chance)
    }
  }

  private mutating func greet(_ number: Int) {
    var chance = chance("greeting \(number)")
    // What several ask for is asked for soon, in the language that there are words for.
    if number == 2 {
      guard let person = awake("en", &chance) else { return }
      return open(
        -1 - number, by: person, about: .wish, saying: Odds.wishes.compactMap(\.first), &chance)
    }
    let themes: [Theme] = number == 0 ? [.hours, .wish, .workshop] : [.brakes, .page, .order]
    guard let theme = chance.pick(themes), let person = awake(&chance) else { return }
    open(-1 - number, by: person, about: theme, &chance)
  }

  private mutating func open(
    _ number: Int, by person: Villager, about theme: Theme? = nil, saying lines: [String]? = nil,
    _ chance: inout Chance
  ) {
    let book = Phrasebook.of(person.language)
    let themes = book.openings.keys.sorted { $0.rawValue < $1.rawValue }
    let wanted = theme.flatMap { book.openings[$0] == nil ? nil : $0 }
    guard let theme = wanted ?? chance.pick(themes),
      let line = fresh(lines ?? book.openings[theme] ?? [], &chance)
    else { return }
    var saying = Saying(
      author: person.id, text: fill(line, book, person, &chance), language: book.language)
    if [.delivery, .brakes, .page, .praise].contains(theme), chance.happens(0.35) {
      saying.media = [picture(&chance)]
    }
    begin(saying, number, theme, &chance)
    if let opening = stories[number]?.posts.first { planSeconds(opening, line, &chance) }
  }

  private mutating func openInPrivate(
    _ number: Int, by person: Villager, _ chance: inout Chance
  ) {
    let text = fill(fresh(Odds.inPrivate, &chance) ?? "", .english, person, &chance)
    let saying = Saying(
      author: person.id, text: text, visibility: .private, language: "en")
    begin(saying, number, .order, &chance)
  }

  private mutating func openWithWarning(
    _ number: Int, by person: Villager, _ chance: inout Chance
  ) {
    guard let line = chance.pick(Odds.warned) else { return }
    let saying = Saying(
      author: person.id, text: fill(line.text, .english, person, &chance),
      warning: line.warning, language: "en")
    begin(saying, number, line.warning.contains("parcel") ? .delivery : .brakes, &chance)
  }

  private mutating func talkAboutUs(
    _ number: Int, by person: Villager, _ chance: inout Chance
  ) {
    let book = Phrasebook.of(person.language)
    let themes = book.about.keys.sorted { $0.rawValue < $1.rawValue }
    guard let theme = chance.pick(themes), let line = fresh(book.about[theme] ?? [], &chance)
    else { return }
    let saying = Saying(
      author: person.id, text: fill(line, book, person, &chance), language: book.language)
    begin(saying, number, theme, isAbout: true, &chance)
    if chance.happens(0.5) { planChat(number, turns: chance.number(1...3), &chance) }
  }

  private mutating func debate(_ number: Int, by person: Villager, _ chance: inout Chance) {
    let text = fresh(Odds.debate, &chance) ?? ""
    let entry = say(
      Saying(author: person.id, text: text, language: "en"), named: "story \(number)")
    stories[number] = Story(posts: [entry.id], isDebate: true)
    planChat(number, turns: Odds.arguments.count, &chance)
  }

  private mutating func announce(_ number: Int, _ chance: inout Chance) {
    let text = fill(fresh(Odds.tram, &chance) ?? "", .english, People.shop, &chance)
    say(
      Saying(author: "harrowbytram", text: text, visibility: .unlisted, language: "en"),
      named: "story \(number)")
  }

  private mutating func murmur(_ number: Int, _ chance: inout Chance) {
    guard let quiet = People.byID["quiet"] else { return }
    if chance.happens(0.5) {
      talkAboutUs(number, by: quiet, &chance)
    } else {
      talkOfOtherThings(number, by: quiet, &chance)
    }
  }

  private mutating func talkOfOtherThings(
    _ number: Int, by person: Villager, _ chance: inout Chance
  ) {
    let book = Phrasebook.of(person.language)
    let interests = person.interests.filter { book.daily[$0] != nil }
    guard let line = fresh(interests.flatMap { book.daily[$0] ?? [] }, &chance) else { return }
    var saying = Saying(
      author: person.id, text: fill(line, book, person, &chance), language: book.language)
    if interests.contains(.cats), chance.happens(0.3) { saying.media = [picture(&chance)] }
    let entry = say(saying, named: "story \(number)")
    stories[number] = Story(posts: [entry.id], isDebate: false)
    if chance.happens(0.6) { planChat(number, turns: chance.number(1...4), &chance) }
    if chance.happens(0.3) { planSecondThoughts(entry, &chance) }
    planApplause(entry, &chance)
  }

  /// An opening and what may come of it when nobody answers.
  private mutating func begin(
    _ saying: Saying, _ number: Int, _ theme: Theme, isAbout: Bool = false,
    _ chance: inout Chance
  ) {
    guard let person = People.byID[saying.author] else { return }
    let entry = say(saying, named: "story \(number)")
    stories[number] = Story(posts: [entry.id], isDebate: false)
    cases[entry.id] = Case(
      opener: person.id, theme: theme, isPrivate: saying.visibility == .private,
      isAbout: isAbout, waitingSince: now)
    // Greetings stay: an empty room is what they are there against.
    if number >= 0, chance.happens(0.08) { planSecondThoughts(entry, &chance) }
    guard !isAbout else { return planApplause(entry, &chance) }
    planShopAnswer(entry.id, &chance)
    if theme != .praise, theme != .wish {
      agenda.plan(.nudge(entry.id), at: instant(after: .minutes(Int64(person.patience))))
    }
    if saying.visibility == .public, chance.happens(0.35) {
      agenda.plan(.help(entry.id), at: instant(after: .seconds(Int64(chance.number(90...1500)))))
    }
    if saying.visibility == .public, chance.happens(0.05) {
      agenda.plan(
        .spam(entry.id, story: number),
        at: instant(after: .seconds(Int64(chance.number(200...2000)))))
    }
  }
}

/// The posts of one story, for those who join it.
struct Story: Sendable, Equatable {
  var posts: [String]
  /// Each answers the one before, so that the thread grows deep.
  var isDebate: Bool
}
