import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Join and part in any order, with everything else that happens in between: whatever belongs to somebody stays with the
/// handle that it came from, and a person is what standing joins connect. Random lives, held against a naive model.
@Suite struct JoinLivesTests {
  @Test(arguments: 0..<count(12, full: 400))
  func joiningAndPartingLeaveEverythingWithItsRightfulOwner(_ life: Int) async throws {
    let seed = UInt64(life) &* 7919 &+ 17
    var life = try await JoinLife(seed: seed)
    for step in 0..<40 {
      try await life.step()
      let differences = try await life.differences()
      #expect(differences.isEmpty, "seed \(seed), step \(step): \(differences)\n\(life.told)")
      guard differences.isEmpty else { return }
    }
    try await life.partAll()
    let left = try await life.differences()
    #expect(left.isEmpty, "seed \(seed), all parted: \(left)\n\(life.told)")
    // As if nothing had ever been joined: each who spoke is one human with one handle.
    let isApart = try await life.groupsOfOne()
    #expect(isApart, "seed \(seed)\n\(life.told)")
  }
}

/// One life of a desk, and what it should hold by the simplest rules that say so.
private struct JoinLife {
  let test: TestDesk
  var chance: WeaveChance
  /// What was done, for whoever reads a failure.
  var told: [String] = []

  private let names = (0..<7).map { "human\($0)" }
  private var posts: [String: String] = [:]
  private var notes: [ID<Conversation>: Int] = [:]
  private var talks: [String: [ID<Conversation>]] = [:]
  private var joins: [(id: ID<HandleJoin>, pair: [String], stands: Bool)] = []
  private var voices: [(wish: Int, post: String)] = []
  private var wishes: [ID<Wish>] = []
  private var wishJoins: [(id: ID<WishJoin>, from: Int, into: Int, stands: Bool)] = []
  private var moved: Set<String> = []

  init(seed: UInt64) async throws {
    test = try await TestDesk(seed: seed)
    chance = WeaveChance(seed: seed)
  }

  private mutating func one<T>(of all: [T]) -> T? { all.randomElement(using: &chance) }

  private var speakers: [String] { talks.keys.sorted() }

  mutating func step() async throws {
    test.pass(.seconds(7))
    switch Int.random(in: 0..<12, using: &chance) {
    case 0, 1, 2: try await speak()
    case 3, 4, 5: try await join()
    case 6, 7: try await part()
    case 8: try await note()
    case 9: try await gather()
    case 10: try await joinWishes()
    default: try await moveOrPartWishes()
    }
  }

  private mutating func speak() async throws {
    guard let name = one(of: names) else { return }
    let id = "p\(posts.count)"
    told.append("\(name) says \(id)")
    let talk = try await test.says("Words \(id) of theirs", id: id, by: name)
    posts[id] = name
    talks[name, default: []].append(talk)
  }

  private mutating func join() async throws {
    guard let a = one(of: speakers), let b = one(of: speakers) else { return }
    let mine = try await handle(a)
    guard let person = mine.person else { return }
    told.append("join \(a) with \(b)")
    let isTheirs = group(of: a).contains(b)
    let refused = await problem {
      try await test.desk.joinByWord(of: person, with: "@\(b)@fake.example", by: test.carla)
    }
    #expect((refused != nil) == isTheirs, "\(a) with \(b): \(String(describing: refused))")
    guard refused == nil else { return }
    // Which of their handles it hangs on is the desk's affair, as long as it is one of theirs.
    let other = try await handle(b)
    let made = try await test.store.read { try $0.joins(of: [other.id]) }.last { $0.isStanding }
    guard let made else { return }
    let end = made.end(beside: other.id)
    let names = try await test.store.read { try $0.handles([end]) }.map(\.remoteID.rawValue)
    #expect(group(of: a).contains(names.first ?? ""))
    joins.append((made.id, [names.first ?? "", b], true))
  }

  private mutating func part() async throws {
    guard let index = joins.indices.filter({ joins[$0].stands }).randomElement(using: &chance)
    else {
      return
    }
    told.append("part \(joins[index].pair)")
    _ = try await test.desk.partHandles(joins[index].id, by: test.alicia)
    joins[index].stands = false
  }

  private mutating func note() async throws {
    guard let name = one(of: speakers), let talk = one(of: talks[name] ?? []) else { return }
    told.append("note on \(name)")
    try await test.desk.note(talk, text: "About \(name)", by: test.alicia)
    notes[talk, default: 0] += 1
  }

  private mutating func gather() async throws {
    guard let post = one(of: posts.keys.sorted()) else { return }
    let wish = wishes.isEmpty || chance.isLucky(40) ? nil : one(of: Array(wishes.indices))
    told.append("gather \(post) to \(wish.map { "\($0)" } ?? "a new wish")")
    let stored = try await test.post(post)
    let id = try await test.desk.gather(
      stored.id, to: wish.map { wishes[$0] }, title: "Wish \(wishes.count)", kind: .wish,
      by: test.carla)
    if wish == nil { wishes.append(id) }
    let number = wish ?? wishes.count - 1
    if !voices.contains(where: { $0.wish == number && $0.post == post }) {
      voices.append((number, post))
    }
  }

  private mutating func joinWishes() async throws {
    guard let a = one(of: Array(wishes.indices)), let b = one(of: Array(wishes.indices)) else {
      return
    }
    told.append("wish \(a) into \(b)")
    let isFree = root(of: a) == a && root(of: b) != a
    let refused = await problem {
      try await test.desk.joinWish(wishes[a], into: wishes[b], by: test.carla)
    }
    #expect((refused == nil) == isFree, "\(a) into \(b)")
    guard refused == nil else { return }
    let id = wishes[a]
    guard let join = try await test.store.read({ try $0.wishJoin(standing: id) }) else { return }
    wishJoins.append((join.id, a, b, true))
  }

  private mutating func moveOrPartWishes() async throws {
    if let index = wishJoins.indices.filter({ wishJoins[$0].stands }).randomElement(using: &chance),
      chance.isLucky(60)
    {
      told.append("part wish \(wishJoins[index].from)")
      try await test.desk.partWish(wishJoins[index].id, by: test.bruno)
      wishJoins[index].stands = false
      return
    }
    guard let a = one(of: speakers.filter { !moved.contains($0) }), let b = one(of: names), a != b
    else { return }
    told.append("\(a) moves to \(b)")
    try await test.hear([.moved(from: FakeNetwork.handle(a), to: FakeNetwork.handle(b))])
    moved.insert(a)
    let (old, new) = (try await handle(a), try await handle(b))
    let made = try await test.store.read { try $0.joins(of: [old.id]) }.last {
      $0.connects(old.id, new.id) && $0.isStanding
    }
    if let made, !joins.contains(where: { $0.id == made.id }) {
      joins.append((made.id, [a, b], true))
    }
  }

  mutating func partAll() async throws {
    while joins.contains(where: \.stands) { try await part() }
    for index in wishJoins.indices where wishJoins[index].stands {
      try await test.desk.partWish(wishJoins[index].id, by: test.bruno)
      wishJoins[index].stands = false
    }
  }

  // MARK: The naive model

  private func group(of name: String) -> Set<String> {
    var group: Set = [name]
    var size = 0
    while size != group.count {
      size = group.count
      for join in joins where join.stands && !group.isDisjoint(with: join.pair) {
        group.formUnion(join.pair)
      }
    }
    return group
  }

  private func root(of wish: Int) -> Int {
    wishJoins.first { $0.stands && $0.from == wish }.map { root(of: $0.into) } ?? wish
  }

  private func handle(_ name: String) async throws -> Handle {
    let found = try await test.store.read {
      try $0.handles(FakeNetwork.name, remoteIDs: [RemoteID(name)]).first
    }
    return try #require(found, "\(name) is not known")
  }

  func groupsOfOne() async throws -> Bool {
    var people: Set<ID<Person>> = []
    for name in speakers {
      let handle = try await handle(name)
      guard let person = handle.person, person == handle.ownPerson,
        people.insert(person).inserted
      else { return false }
    }
    return true
  }

  func differences() async throws -> [String] {
    var found: [String] = []
    func check(_ isTrue: Bool, _ what: String) { if !isTrue { found.append(what) } }
    for name in speakers {
      let mine = try await handle(name)
      let group = group(of: name)
      guard let person = mine.person else {
        found.append("\(name) is nobody's")
        continue
      }
      let viewer = test.alicia
      let (handles, facts, conversations) = try await test.store.read { tx in
        (
          try tx.handles(of: person), try tx.facts(of: person, for: viewer),
          try tx.conversations(of: person, PageRequest(limit: 200), for: viewer).rows
        )
      }
      check(
        Set(handles.map(\.remoteID.rawValue)) == group,
        "\(name)'s handles are \(handles.map(\.remoteID)), not \(group)")
      check(person == handles.compactMap(\.ownPerson).min(), "\(name) is not the oldest of them")
      let theirs = group.flatMap { talks[$0] ?? [] }
      check(Set(conversations.map(\.id)) == Set(theirs), "\(name)'s conversations")
      check(facts?.spoke == theirs.count, "\(name) spoke \(facts?.spoke ?? 0), not \(theirs.count)")
      let asked = voices.filter { group.contains(posts[$0.post] ?? "") }.map {
        wishes[root(of: $0.wish)]
      }
      let wanted = try await test.store.read { try $0.wishes(of: person, for: viewer) }.map(\.id)
      check(Set(wanted) == Set(asked) && wanted.count == Set(asked).count, "\(name)'s wishes")
    }
    for (post, name) in posts {
      let stored = try await test.post(post)
      let author = try await handle(name).id
      check(stored.author == author, "\(post) is not \(name)'s")
    }
    for (talk, count) in notes {
      let viewer = test.alicia
      let there = try await test.store.read { try $0.notes(of: talk, for: viewer).count }
      check(there == count, "notes")
    }
    for (number, wish) in wishes.enumerated() where root(of: number) == number {
      let viewer = test.alicia
      let people = Set(
        voices.filter { root(of: $0.wish) == number }.map { voice in
          group(of: posts[voice.post] ?? "").min() ?? ""
        })
      let row = try await test.store.read { try $0.wish(wish, for: viewer) }
      check(
        row?.people == people.count,
        "wish \(number): \(row?.people ?? -1) people, not \(people.count)")
      check(row?.wish.root == wish, "wish \(number) does not count for itself")
    }
    return found
  }
}
