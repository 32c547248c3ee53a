import HeedModel

/// Something we said that does not hold, and who told us.
struct Slip: Sendable, Equatable {
  /// Its place in `Fact.all`.
  var fact: Int
  /// Who pointed it out, and in which post.
  var toldBy: String?
  var told: String?
  var isMended = false
  /// Whoever told us came back to it.
  var isOver = false

  var isTold: Bool { toldBy != nil }
}

/// What becomes of a wrong answer: somebody points it out, and comes back to whoever puts it right.
extension World {
  /// Looks at what we say, and again at what we made of it.
  mutating func noticeSlip(in ours: Entry) {
    var chance = chance("slip \(ours.id)")
    guard let fact = Fact.contradicted(by: ours.text) else {
      guard slips[ours.id]?.isMended == false else { return }
      slips[ours.id]?.isMended = true
      // Nobody is told of an edit: who told us sees it by and by, or not.
      if let reader = slips[ours.id]?.toldBy, chance.happens(0.4) {
        feel(person: reader, 0.1)
        plan(
          .comeBack(to: ours.id, below: ours.id), .minutes(Int64(chance.number(120...480))))
      }
      return
    }
    guard slips[ours.id] == nil else {
      slips[ours.id]?.isMended = false
      return
    }
    slips[ours.id] = Slip(fact: fact)
    plan(.pointOut(ours.id), .seconds(Int64(chance.number(40...300))))
  }

  /// Whether a post of ours answers whoever pointed something out, and puts it right: they come back to that.
  mutating func noticeMending(by ours: Entry) -> Bool {
    guard
      let (id, slip) = slips.first(where: { $0.value.told != nil && $0.value.told == ours.parent }),
      !slip.isOver, Fact.contradicted(by: ours.text) == nil
    else { return false }
    let says = Fact.all[slip.fact].isStated(by: ours.text)
    let isSorry = Impression(of: ours.text, earlier: []).apologises
    guard slip.isMended || says || isSorry else { return false }
    slips[id]?.isMended = true
    var chance = chance("mended \(ours.id)")
    plan(.comeBack(to: id, below: ours.id), .seconds(Int64(chance.number(40...400))))
    return true
  }

  /// In public an onlooker; in private whoever it was said to finds out.
  mutating func pointOut(_ ours: String) {
    guard let said = entries[ours], said.removedAt == nil, let slip = slips[ours], !slip.isMended,
      !slip.isTold
    else { return }
    var chance = chance("point out \(ours)")
    let reader = said.parent.flatMap { entries[$0]?.author }
    let language = said.language ?? said.parent.flatMap { entries[$0]?.language } ?? "en"
    let book = Phrasebook.of(language)
    let somebody =
      said.visibility.isPrivate
      ? reader.flatMap { People.byID[$0] }
      : awake(book.language, besides: Set([reader].compactMap { $0 }), &chance)
    guard let person = somebody, person.part == .person else { return }
    feel(person, -0.1)
    let told = Fact.all[slip.fact].told
    let text =
      line(.corrects, book, person, &chance) + " " + (told[book.language] ?? told["en"] ?? "")
    let entry = say(
      Saying(
        author: person.id, text: text, parent: ours, visibility: said.visibility,
        language: book.language),
      named: "point out \(ours)")
    slips[ours]?.toldBy = person.id
    slips[ours]?.told = entry.id
  }

  mutating func comeBack(to ours: String, below post: String) {
    guard let slip = slips[ours], slip.isMended, !slip.isOver,
      let person = slip.toldBy.flatMap({ People.byID[$0] }), let said = entries[post],
      said.removedAt == nil
    else { return }
    slips[ours]?.isOver = true
    var chance = chance("come back \(ours)")
    feel(person, 0.3)
    react(.liked, to: post, by: person.id)
    let book = Phrasebook.of(slip.told.flatMap { entries[$0]?.language } ?? person.language)
    say(
      Saying(
        author: person.id, text: line(.mended, book, person, &chance), parent: post,
        visibility: said.visibility, language: book.language),
      named: "come back \(ours)")
  }

  private mutating func feel(person id: String, _ change: Double) {
    if let person = People.byID[id] { feel(person, change) }
  }

  private mutating func plan(_ act: Act, _ after: Duration) {
    agenda.plan(act, at: instant(after: after))
  }
}
