import HeedModel

/// What several people said alike and no wish or cause gathers; ids alone, so that each is read again before it is shown.
struct GatheringIdea: Sendable, Hashable {
  var kind: Wish.Kind
  /// What some that said the same were gathered to; `nil` where nobody gathered any of them.
  var wish: ID<Wish>?
  /// Not gathered, the newest first.
  var posts: [ID<Post>]
}

/// Finds what was said alike: around each post those that are like it by the gates of what others asked
/// (`Likeness.swift`), the post with the most people first. A post stands in one idea at most.
///
/// Stars and no chains: everything in an idea is like its middle, so that matters that touch do not run together.
enum AlikeWords {
  /// From so many people on something new is suggested.
  static let severalPeople = 3
  /// So many of those like one post are looked at.
  static let mostAlike = 60
  static let mostIdeas = 40

  static func ideas(
    _ kind: Wish.Kind, among words: [PressingWords], _ meanings: any MeaningFinding
  ) async -> [GatheringIdea] {
    let stars = await stars(words, meanings)
    var left = Set(words.indices.filter { words[$0].wish == nil })
    var found: [GatheringIdea] = []
    while found.count < mostIdeas, !left.isEmpty {
      var best: (middle: Int, wish: ID<Wish>?, people: Int)?
      for middle in left {
        let people = Set(stars[middle].filter(left.contains).map { words[$0].person }).count
        let wish = wish(in: stars[middle], words)
        guard wish != nil || people >= severalPeople else { continue }
        if let known = best, (known.people, known.middle * -1) >= (people, middle * -1) { continue }
        best = (middle, wish, people)
      }
      guard let best else { break }
      let members = stars[best.middle].filter(left.contains)
      left.subtract(members)
      found.append(
        GatheringIdea(
          kind: kind, wish: best.wish, posts: members.map { words[$0].post }.sorted(by: >)))
    }
    return found
  }

  /// Of each post those that are like it, itself among them.
  private static func stars(_ words: [PressingWords], _ meanings: any MeaningFinding) async
    -> [[Int]]
  {
    var index = AskedIndex()
    for one in words {
      // Several may complain in one conversation: here each post stands for itself.
      index.add(
        one.terms, meaning: meanings.meaning(of: one.terms),
        at: AskedIndex.Place(conversation: ID(one.post.value), post: one.post))
    }
    var stars = words.indices.map { Set([$0]) }
    for (number, one) in words.enumerated() {
      let alike = index.alike(one.terms, meanings.meaning(of: one.terms), limit: mostAlike)
      for like in alike where like.isAskedAlike && like.document != number {
        stars[number].insert(like.document)
        stars[like.document].insert(number)
      }
      if number % 32 == 31 { await Task.yield() }
    }
    return stars.map { $0.sorted() }
  }

  /// The wish that most of them were gathered to; of equal ones the newer.
  private static func wish(in star: [Int], _ words: [PressingWords]) -> ID<Wish>? {
    var times: [ID<Wish>: Int] = [:]
    for wish in star.compactMap({ words[$0].wish }) { times[wish, default: 0] += 1 }
    return times.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
