import HeedModel

/// The invented place: who said what, who feels how, and what is going to happen.
///
/// A value without any luck, clock or memory of its own beside what stands here: the same seed, the
/// same start and the same inputs at the same instants make the same world, however often and in
/// whatever steps it is moved on.
struct World: Sendable {
  let settings: PracticeSettings
  /// The first instant of the place; what comes before `liveFrom` is its past.
  let start: Instant
  let liveFrom: Instant
  private(set) var now: Instant

  private(set) var entries: [String: Entry] = [:]
  private(set) var children: [String: [String]] = [:]
  /// The number of a change is its place in this list, counted from one.
  private(set) var changes: [Change] = []
  /// Our own posts, in order.
  private(set) var ours: [String] = []
  private var reactions: [Reacting: Change.Reaction] = [:]
  private var saidByMany = 0

  var agenda = Agenda<Act>()
  /// What people want of the shop, by the post that opened it.
  var cases: [String: Case] = [:]
  /// How each feels about the shop, from -1 to 1.
  var moods: [String: Double] = [:]
  var stories: [Int: Story] = [:]
  /// What we said that does not hold, by our post.
  var slips: [String: Slip] = [:]
  /// What several ask for, by the post that asked first.
  var sharedWishes: [String: SharedWish] = [:]
  /// Lines that were used lately.
  var recent: [String] = []

  init(settings: PracticeSettings, start: Instant) {
    self.settings = settings
    self.start = start
    self.now = start
    self.liveFrom = start + settings.history
    guard !settings.isQuiet else { return }
    agenda.plan(.story(0), at: start)
    agenda.plan(.greeting(0), at: liveFrom + .seconds(4))
    agenda.plan(.greeting(1), at: instant(after: .seconds(90), from: liveFrom))
    agenda.plan(.greeting(2), at: instant(after: .seconds(150), from: liveFrom))
  }

  /// When something happens next, if nobody says anything until then.
  var nextAt: Instant? { agenda.nextAt }

  /// Lets everything happen that is due by `instant`; earlier instants change nothing.
  mutating func move(to instant: Instant) {
    while let (at, act) = agenda.take(dueAt: instant) {
      now = max(now, at)
      perform(act)
    }
    now = max(now, instant)
  }

  /// Lets nothing happen until `instant`: everybody sleeps and wakes as if no time had passed.
  mutating func rest(until instant: Instant) {
    guard instant > now else { return }
    let pause = instant - now
    agenda.shift(by: pause)
    for (opening, asked) in cases {
      cases[opening]?.waitingSince = asked.waitingSince + pause
    }
    now = instant
  }

  /// When so much time has gone by as people here live it: once the place is live, the pace shortens
  /// it. What is planned before that and falls after it is shortened from there on, or a quick place
  /// would begin by standing still.
  func instant(after duration: Duration, from base: Instant? = nil) -> Instant {
    let base = base ?? now
    let slow = max(.zero, min(duration, liveFrom - base))
    return base + slow + paced(duration - slow)
  }

  /// How long this takes in the living place.
  private func paced(_ duration: Duration) -> Duration {
    guard settings.pace > 0, duration > .zero else { return duration }
    return .milliseconds(max(1, Int64(Double(duration.milliseconds) / settings.pace)))
  }

  func chance(_ name: String) -> Chance { Chance(seed: settings.seed, name) }

  /// What the next post that no story planned is called.
  private var nextInput: String { "input \(saidByMany + 1)" }

  /// The id that the next post will have that comes from outside.
  var nextID: String { freshID(nextInput) }

  private func freshID(_ name: String) -> String {
    var chance = chance("post \(name)")
    var id = chance.letters(12)
    while entries[id] != nil { id = chance.letters(12) }
    return id
  }

  /// Adds a post. An answer to what is gone or unknown stands on its own.
  @discardableResult
  mutating func say(_ saying: Saying, named name: String? = nil) -> Entry {
    let id = freshID(name ?? nextInput)
    saidByMany += name == nil ? 1 : 0
    let parent = saying.parent.flatMap { entries[$0] }
    var mentions = Names.mentions(in: saying.text)
    if let parent, parent.author != saying.author, !mentions.contains(parent.author) {
      mentions.append(parent.author)
    }
    let entry = Entry(
      id: id, author: saying.author, at: now, parent: parent?.id, root: parent?.root ?? id,
      visibility: saying.visibility, warning: saying.warning, text: saying.text,
      language: saying.language, media: saying.media, mentions: mentions,
      tags: Names.tags(in: saying.text))
    entries[id] = entry
    if let parent { children[parent.id, default: []].append(id) }
    if saying.author == Place.shop { ours.append(id) }
    changes.append(.said(id))
    return entry
  }

  /// Changes the words of a post that stands.
  mutating func rewrite(_ id: String, text: String, warning: String?, language: String?) {
    guard var entry = entries[id], entry.removedAt == nil else { return }
    entry.text = text
    entry.warning = warning
    entry.language = language ?? entry.language
    entry.editedAt = max(now, entry.at + .milliseconds(1))
    entry.tags = Names.tags(in: text)
    entries[id] = entry
    changes.append(.said(id))
  }

  /// Blanks a post at once; that something stood there stays known. Repeating it changes nothing.
  mutating func remove(_ id: String) {
    guard var entry = entries[id], entry.removedAt == nil else { return }
    entry.removedAt = now
    entry.text = ""
    entry.warning = nil
    entry.media = []
    entries[id] = entry
    changes.append(.gone(id))
  }

  mutating func react(_ kind: Reaction.Kind, to post: String, by person: String) {
    let key = Reacting(kind: kind, post: post, by: person)
    guard let entry = entries[post], entry.removedAt == nil, reactions[key] == nil else { return }
    let reaction = Change.Reaction(kind: kind, post: post, by: person, at: now)
    reactions[key] = reaction
    changes.append(.reacted(reaction))
  }

  /// What people did with a post and did not take back, the oldest first.
  func reacted(to post: String) -> [Change.Reaction] {
    reactions.values.filter { $0.post == post }.sorted { ($0.at, $0.by) < ($1.at, $1.by) }
  }

  mutating func takeBack(_ kind: Reaction.Kind, of post: String, by person: String) {
    let key = Reacting(kind: kind, post: post, by: person)
    guard let reaction = reactions.removeValue(forKey: key) else { return }
    changes.append(.reactionTakenBack(reaction))
  }

  private struct Reacting: Hashable {
    var kind: Reaction.Kind
    var post: String
    var by: String
  }
}
