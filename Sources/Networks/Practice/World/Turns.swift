import HeedModel

/// What people make of what we say, and of our silence.
extension World {
  func mood(of person: Villager) -> Double {
    moods[person.id] ?? 0.15 - person.temper * 0.3
  }

  mutating func feel(_ person: Villager, _ change: Double) {
    moods[person.id] = min(1, max(-1, mood(of: person) + change))
  }

  /// Lets people take notice of a post of ours that was just said.
  mutating func takeNotice(of ours: Entry) {
    guard !settings.isQuiet else { return }
    if noticeFavour(in: ours) { return }
    noticeSlip(in: ours)
    if noticeMending(by: ours) { return }
    var chance = chance("notice \(ours.id)")
    guard let parent = ours.parent.flatMap({ entries[$0] }), parent.author != Place.shop else {
      return planAudience(of: ours, &chance)
    }
    let opening = opening(above: ours) ?? parent.id
    if cases[opening] == nil {
      cases[opening] = Case(
        opener: parent.author, theme: .praise, isPrivate: ours.visibility.isPrivate,
        isAbout: true, waitingSince: now)
    }
    guard let person = People.byID[parent.author], person.part == .person else { return }
    let then = instant(after: .seconds(Int64(chance.number(35...600))))
    if cases[opening]?.opener == parent.author {
      cases[opening]?.state = .answered
      agenda.plan(.answer(opening, to: ours.id), at: then)
    } else {
      agenda.plan(.bystander(to: ours.id), at: then)
    }
  }

  /// Those whom we had answered see that we mended our words.
  mutating func takeNotice(ofEditOf ours: Entry) {
    guard !settings.isQuiet else { return }
    noticeSlip(in: ours)
    guard let reader = ours.parent.flatMap({ entries[$0]?.author }),
      let person = People.byID[reader], person.part == .person
    else { return }
    var chance = chance("edit \(ours.id)")
    feel(person, 0.05)
    guard chance.happens(0.5) else { return }
    agenda.plan(
      .like(ours.id, by: reader), at: instant(after: .seconds(Int64(chance.number(30...400)))))
  }

  /// The nearest post above ours that opened a case.
  private func opening(above ours: Entry) -> String? {
    var next = ours.parent
    while let id = next {
      if cases[id] != nil { return id }
      next = entries[id]?.parent
    }
    return nil
  }

  private mutating func planAudience(of ours: Entry, _ chance: inout Chance) {
    guard ours.visibility == .public else { return }
    for _ in 0..<chance.number(1...5) {
      guard let person = awake(&chance) else { continue }
      let at = instant(after: .seconds(Int64(chance.number(20...1800))))
      if mood(of: person) > 0.4, chance.happens(0.4) {
        agenda.plan(.share(ours.id, by: person.id), at: at)
      } else if mood(of: person) > -0.3 {
        agenda.plan(.like(ours.id, by: person.id), at: at)
      }
    }
  }

  mutating func nudge(_ opening: String) {
    guard var asked = cases[opening], let entry = entries[opening], entry.removedAt == nil,
      asked.state == .waiting, let person = People.byID[asked.opener]
    else { return }
    feel(person, -0.12 - person.temper * 0.15)
    asked.nudges += 1
    guard asked.nudges <= 2 else {
      asked.state = .silent
      cases[opening] = asked
      return
    }
    cases[opening] = asked
    var chance = chance("nudge \(asked.nudges) \(opening)")
    agenda.plan(
      .nudge(opening),
      at: instant(after: .minutes(Int64(person.patience * (2 + asked.nudges)))))
    guard chance.happens(0.45 + person.temper * 0.4) else { return }
    let book = Phrasebook.of(entry.language ?? person.language)
    say(
      Saying(
        author: person.id, text: line(.nudge, book, person, &chance), parent: opening,
        visibility: entry.visibility, language: book.language),
      named: "nudge \(asked.nudges) \(opening)")
  }

  /// Somebody at the shop sees to it, if it is long past; what came in shortly before the place
  /// went live waits for the desk.
  mutating func planShopAnswer(_ opening: String, _ chance: inout Chance) {
    guard now + .minutes(90) < liveFrom, chance.happens(0.9) else { return }
    agenda.plan(.shopAnswers(opening), at: now + .minutes(Int64(chance.number(6...85))))
  }

  mutating func answerFromTheShop(_ opening: String) {
    guard let asked = cases[opening], let entry = entries[opening], entry.removedAt == nil,
      asked.state == .waiting || asked.awaitsPromise, now < liveFrom
    else { return }
    var chance = chance("shop \(asked.exchanges) \(opening)")
    let kinds = asked.awaitsPromise ? [.kept] : ShopTalk.kinds(for: asked.theme)
    let said = kinds.map {
      ShopTalk.words($0, in: entry.language ?? "en")
    }
    guard let words = chance.pick(said.filter { !asked.heard.contains($0.text) }) else { return }
    // The newest word of theirs in the thread, not the first.
    let theirs = thread(around: opening, seenBy: Place.shop).last { $0.author == asked.opener }
    let ours = say(
      Saying(
        author: Place.shop, text: words.text, parent: theirs?.id ?? opening,
        visibility: entry.visibility, language: words.language),
      named: "shop \(asked.exchanges) \(opening)")
    takeNotice(of: ours)
  }

  mutating func respond(to ours: String, in opening: String) {
    guard let said = entries[ours], said.removedAt == nil, var asked = cases[opening],
      let person = People.byID[asked.opener], asked.state != .silent
    else { return }
    var chance = chance("answer \(ours)")
    let impression = Impression(of: said.text, earlier: asked.heard + elsewhere(before: said))
    let isLate =
      !asked.isAbout
      && said.at > instant(after: .minutes(Int64(person.patience)), from: asked.waitingSince)
    feel(person, impression.weight(temper: person.temper, isComplaint: asked.theme.isComplaint))
    if isLate, asked.exchanges == 0 { feel(person, -0.1 * person.temper) }
    asked.heard.append(said.text)
    asked.exchanges += 1
    asked.awaitsPromise = false

    let mood = mood(of: person)
    if mood > 0, chance.happens(0.35 + mood / 2) {
      react(.liked, to: ours, by: person.id)
    }
    let turn = nextTurn(asked, impression, mood, &chance)
    switch turn {
    case .solved: asked.state = .solved
    case .leaving: asked.state = .silent
    case .detail:
      asked.gaveDetail = true
      asked.state = .waiting
    case .still, .angry, .repeated, .hurt, .softened: asked.state = .waiting
    case .waiting:
      asked.awaitsPromise = true
      let kept = now + .hours(Int64(chance.number(3...14)))
      if kept < liveFrom { agenda.plan(.shopAnswers(opening), at: kept) }
      agenda.plan(.overdue(opening, promised: ours), at: instant(after: .hours(20)))
    default: break
    }
    asked.waitingSince = now
    cases[opening] = asked
    if impression.isRude, said.visibility == .public {
      agenda.plan(.gasp(at: ours), at: instant(after: .seconds(50)))
    }
    if asked.state == .waiting { planShopAnswer(opening, &chance) }
    if asked.state == .waiting, asked.nudges < 2 {
      agenda.plan(.nudge(opening), at: instant(after: .minutes(Int64(person.patience * 2))))
    }
    guard let turn else { return }
    let book = Phrasebook.of(entries[opening]?.language ?? person.language)
    var text = line(turn, book, person, &chance)
    if isLate, asked.exchanges == 1, person.temper > 0.3 {
      text = line(.finally, book, person, &chance) + " " + text
    }
    say(
      Saying(
        author: person.id, text: text, parent: ours, visibility: said.visibility,
        language: book.language),
      named: "answer \(ours)")
    if turn == .solved, let first = entries[opening], chance.happens(0.2) {
      let added = first.text + " " + line(.added, book, person, &chance)
      agenda.plan(.correct(opening, text: added), at: instant(after: .seconds(30)))
    }
  }

  /// Which way the talk goes on; `nil` when they leave it at that.
  private func nextTurn(
    _ asked: Case, _ impression: Impression, _ mood: Double, _ chance: inout Chance
  ) -> Phrasebook.Line? {
    if impression.isRude { return mood < -0.7 && asked.exchanges > 1 ? .leaving : .hurt }
    if impression.repeats { return .repeated }
    if asked.state == .solved { return nil }
    if asked.isAbout {
      return asked.exchanges == 1 ? .noticed : chance.happens(0.5) ? .thanks : nil
    }
    if asked.theme == .praise || asked.theme == .wish {
      return impression.isThin || chance.happens(0.4) ? nil : .thanks
    }
    if impression.asks, !asked.gaveDetail { return .detail }
    if mood < -0.65, asked.exchanges > 2 { return .leaving }
    if mood < -0.15 {
      if impression.apologises { return .softened }
      return impression.isThin || chance.happens(0.7) ? .angry : nil
    }
    if impression.isThin { return .still }
    if impression.promises, chance.happens(0.8) { return .waiting }
    if !asked.theme.isComplaint { return chance.happens(0.3) ? .solved : .thanks }
    let isEnough = asked.exchanges > 1 || mood > 0.3
    if isEnough { return chance.happens(0.75) ? .solved : .thanks }
    return chance.happens(0.55) ? .still : .thanks
  }

  /// What we told others lately: people read each other's threads.
  private func elsewhere(before said: Entry) -> [String] {
    ours.suffix(40).compactMap { id in
      guard let entry = entries[id], entry.id != said.id, entry.at <= said.at,
        entry.root != said.root, !entry.visibility.isPrivate, entry.author == said.author,
        entry.at >= liveFrom
      else { return nil }
      return entry.text
    }
  }

  mutating func chime(in ours: String) {
    guard let said = entries[ours], said.removedAt == nil,
      let person = said.parent.flatMap({ entries[$0] }).flatMap({ People.byID[$0.author] }),
      person.part == .person
    else { return }
    var chance = chance("bystander \(ours)")
    let impression = Impression(of: said.text, earlier: [])
    feel(person, impression.weight(temper: person.temper, isComplaint: false))
    if !impression.isRude { react(.liked, to: ours, by: person.id) }
    guard impression.isRude || impression.asks || chance.happens(0.4) else { return }
    let book = Phrasebook.of(person.language)
    let text = line(impression.isRude ? .hurt : .thanks, book, person, &chance)
    say(
      Saying(
        author: person.id, text: text, parent: ours, visibility: said.visibility,
        language: book.language),
      named: "bystander \(ours)")
  }

  mutating func remind(_ opening: String, of promise: String) {
    guard var asked = cases[opening], asked.state != .solved, asked.state != .silent,
      let said = entries[promise], said.removedAt == nil,
      let person = People.byID[asked.opener],
      !ours.contains(where: { entries[$0].map { $0.root == said.root && $0.at > said.at } ?? false }
      )
    else { return }
    var chance = chance("overdue \(promise)")
    planShopAnswer(opening, &chance)
    agenda.plan(.nudge(opening), at: instant(after: .minutes(Int64(person.patience * 2))))
    feel(person, -0.2 - person.temper * 0.2)
    asked.state = .waiting
    asked.waitingSince = now
    cases[opening] = asked
    let book = Phrasebook.of(entries[opening]?.language ?? person.language)
    say(
      Saying(
        author: person.id, text: line(.promised, book, person, &chance), parent: promise,
        visibility: said.visibility, language: book.language),
      named: "overdue \(promise)")
  }

  mutating func gasp(at ours: String) {
    guard let said = entries[ours], said.removedAt == nil else { return }
    var chance = chance("gasp \(ours)")
    let language = said.parent.flatMap { entries[$0]?.language } ?? "en"
    let onlookers = People.all.filter {
      $0.part == .person && !$0.optedOut && $0.language == language
        && $0.id != said.parent.flatMap { entries[$0]?.author }
    }
    guard let person = chance.pick(onlookers) else { return }
    feel(person, -0.3)
    let book = Phrasebook.of(language)
    say(
      Saying(
        author: person.id, text: line(.gasp, book, person, &chance), parent: ours,
        language: book.language),
      named: "gasp \(ours)")
  }
}
