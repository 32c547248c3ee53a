import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Testing

@testable import HeedDesk

/// Several members say of the same posts what they are, and take it back, in any order.
struct StandingCorrectionTests {
  private static let words = [
    "the gasket is proper gnarled mate", "why is the gasket late again", "what a lovely gasket",
  ]

  @Test func whatStoodBeforeComesBackWithTheLesson() async throws {
    let test = try await TestDesk()
    let desk = test.another(seed: 3, reader: TrainedReader())
    try await test.says(Self.words[0], id: "one")
    let post = try await test.post("one")
    try await desk.correctReading(
      of: post.id, language: "en", tone: .negative, kinds: [.complaint], by: test.bruno)
    let first = try await test.post("one").reading
    try await desk.correctReading(
      of: post.id, language: "de", tone: .positive, kinds: [.praise], by: test.carla)
    try await desk.undoReading(of: post.id, by: test.lead)
    #expect(try await test.post("one").reading == first)
    let standing = try await test.store.read { try $0.correction(of: post.id) }
    #expect(standing?.member == test.bruno.member)
    #expect(desk.reasons(of: post).reading.tone == .negative)
  }

  @Test func whatWasSaidOfEarlierWordsDoesNotComeBack() async throws {
    let test = try await TestDesk()
    let said = FakeNetwork.post("one", "Thank you, lovely", by: "ana", at: test.clock.now())
    try await test.hear([.post(said)])
    let post = try await test.post("one")
    for tone in [Reading.Tone.negative, .neutral] {
      try await test.desk.correctReading(
        of: post.id, language: "en", tone: tone, kinds: [.complaint], by: test.bruno)
    }
    test.pass(.minutes(1))
    var other = said
    other.text = RichText(plain: Self.words[1])
    other.editedAt = test.clock.now()
    try await test.hear([.post(other)])
    let read = try await test.post("one").reading
    try await test.desk.correctReading(
      of: post.id, language: "en", tone: .positive, kinds: [.praise], by: test.carla)
    try await test.desk.undoReading(of: post.id, by: test.carla)
    #expect(try await test.post("one").reading == read)
    #expect(try await test.store.read { try $0.standingCorrections() }.isEmpty)
  }

  /// Held against a pile of corrections a post: undoing takes the uppermost away.
  @Test(arguments: 0..<8)
  func theUppermostCountsHoweverManySayAndTakeBack(_ life: Int) async throws {
    let seed = UInt64(life) &* 6151 &+ 5
    var chance = WeaveChance(seed: seed)
    let test = try await TestDesk(seed: seed)
    let desk = test.another(seed: seed &+ 1, reader: TrainedReader())
    var posts: [Post] = []
    for (index, words) in Self.words.enumerated() {
      try await test.says(words, id: "p\(index)", by: "human\(index)")
      posts.append(try await test.post("p\(index)"))
    }
    var piles = posts.map { _ in [Pile]() }
    var order = 0
    for step in 0..<24 {
      test.pass(.seconds(5))
      let at = Int.random(in: posts.indices, using: &chance)
      let member = [test.bruno, test.carla, test.lead].randomElement(using: &chance) ?? test.lead
      let told: Reading?
      if Int.random(in: 0..<5, using: &chance) < 3 {
        let said = Self.said(&chance)
        try await desk.correctReading(
          of: posts[at].id, language: said.language, tone: said.tone, kinds: said.kinds, by: member)
        order += 1
        piles[at].append(Pile(order: order, reading: said))
        told = said
      } else {
        let stood = piles[at].popLast() != nil
        try await desk.undoReading(of: posts[at].id, by: member)
        told =
          piles[at].last?.reading
          ?? (stood ? Self.own(posts[at], Self.reader(piles, posts)) : nil)
      }
      if let told {
        #expect(try await test.post("p\(at)").reading == told, "seed \(seed), step \(step)")
      }
      let learnt = Self.reader(piles, posts)
      for post in posts {
        #expect(
          desk.reasons(of: post).reading == Self.own(post, learnt), "seed \(seed), step \(step)")
      }
    }
  }

  private static func own(_ post: Post, _ reader: any Reader) -> Reading {
    reader.read(post.wordsToRead, declaredLanguage: post.language)
  }

  private struct Pile {
    var order: Int
    var reading: Reading
  }

  private static func said(_ chance: inout WeaveChance) -> Reading {
    Reading(
      language: ["en", "de", nil].randomElement(using: &chance) ?? nil,
      tone: Reading.Tone.allCases.randomElement(using: &chance),
      kinds: [[.praise], [.complaint], [.wish, .question]].randomElement(using: &chance) ?? [],
      by: Reading.member, sureness: 1)
  }

  /// One that learnt what stands and nothing else.
  private static func reader(_ piles: [[Pile]], _ posts: [Post]) -> any Reader {
    let standing = zip(piles, posts).compactMap { pile, post in pile.last.map { ($0, post) } }
      .sorted { $0.0.order < $1.0.order }
    return TrainedReader().taught(
      standing.map { pile, post in
        var reading = pile.reading
        if reading.language == post.reading.language { reading.language = nil }
        return Lesson(words: post.wordsToRead, declaredLanguage: post.language, reading: reading)
      })
  }
}
