/// Many queries that stand and wait, asked together about each document that comes in.
///
/// An immutable value: adding and removing make another one, so that a stream can go on with the
/// one it has. Its answer is exactly that of asking every query by itself.
///
/// What is added stands in small tiers beside the large one, so that adding one query to ten
/// thousand does not compile them all. Every tier is asked about every document; `compacted` makes
/// one of all.
public struct TopicMatcher: Sendable {
  struct Tier: Sendable {
    let topics: CompiledTopics
    /// Queries that were removed or changed since, by their number; empty when none was.
    var gone: [Bool] = []
    var count: Int { topics.ids.count - gone.count { $0 } }

    func isGone(_ number: Int) -> Bool { !gone.isEmpty && gone[number] }
  }

  /// The largest first.
  private(set) var tiers: [Tier] = []
  /// The facts that some query asks for.
  private var signs: UInt64 = 0
  private var hasSlowSteps = false
  /// How many queries stand.
  public private(set) var count = 0

  /// What is added together up to so many is compiled anew with each one that comes.
  private static let freshLimit = 32
  private static let tierLimit = 1_024

  /// A matcher of these queries; of two with one id the later stands. `frequency` tells how common
  /// an index term is in what is heard, so that each query waits for its rarest word. Takes time in
  /// proportion to the length of all queries.
  public init(
    _ queries: [(id: Int64, query: TopicQuery)] = [],
    frequency: @escaping (String) -> Int = Anchors.likelyFrequency
  ) {
    if !queries.isEmpty { set([Tier(topics: Self.compiled(queries, frequency))]) }
  }

  /// How many sets of queries are asked one after the other; more than a few are worth `compacted`.
  public var tierCount: Int { tiers.count }

  /// The same queries in one tier; takes as long as making the matcher did.
  public func compacted(
    frequency: @escaping (String) -> Int = Anchors.likelyFrequency
  ) -> TopicMatcher {
    TopicMatcher(tiers.flatMap(Self.standing), frequency: frequency)
  }

  /// This with one query more, or with another in the place of the one of that id. Takes
  /// milliseconds, however many queries stand.
  public func adding(
    _ id: Int64, _ query: TopicQuery,
    frequency: @escaping (String) -> Int = Anchors.likelyFrequency
  ) -> TopicMatcher {
    var matcher = removing(id)
    var tiers = matcher.tiers
    var fresh: [(id: Int64, query: TopicQuery)] = [(id, query)]
    if let last = tiers.last, last.count < Self.freshLimit {
      fresh = Self.standing(last) + fresh
      tiers.removeLast()
    } else if tiers.count > 2, tiers[tiers.count - 1].count == Self.freshLimit,
      tiers[tiers.count - 2].count < Self.tierLimit
    {
      let joined = tiers.suffix(2).flatMap(Self.standing)
      tiers.removeLast(2)
      tiers.append(Tier(topics: Self.compiled(joined, frequency)))
    }
    tiers.append(Tier(topics: Self.compiled(fresh, frequency)))
    matcher.set(tiers)
    return matcher
  }

  /// This without the query of that id, if there is one.
  public func removing(_ id: Int64) -> TopicMatcher {
    var matcher = self
    var tiers = tiers
    for index in tiers.indices {
      guard let number = tiers[index].topics.number(of: id), !tiers[index].isGone(number) else {
        continue
      }
      if tiers[index].gone.isEmpty {
        tiers[index].gone = Array(repeating: false, count: tiers[index].topics.ids.count)
      }
      tiers[index].gone[number] = true
    }
    matcher.set(tiers.filter { $0.count > 0 })
    return matcher
  }

  private mutating func set(_ tiers: [Tier]) {
    self.tiers = tiers
    signs = tiers.reduce(0) { $0 | $1.topics.signs }
    hasSlowSteps = tiers.contains { !$0.topics.slowSteps.isEmpty }
    count = tiers.reduce(0) { $0 + $1.count }
  }

  private static func standing(_ tier: Tier) -> [(id: Int64, query: TopicQuery)] {
    tier.topics.ids.indices.filter { !tier.isGone($0) }
      .map { (tier.topics.ids[$0], tier.topics.queries[$0]) }
  }

  private static func compiled(
    _ queries: [(id: Int64, query: TopicQuery)], _ frequency: @escaping (String) -> Int
  ) -> CompiledTopics {
    var later: [Int64: TopicQuery] = [:]
    for (id, query) in queries { later[id] = query }
    let sorted = later.sorted { $0.key < $1.key }.map { (id: $0.key, query: $0.value) }
    return CompiledTopics(sorted, frequency: frequency)
  }
}

extension TopicMatcher {
  /// The ids of the queries that the document matches, in ascending order. Whoever asks often keeps
  /// a scratch and hands it over.
  public func matches(
    _ document: PreparedDocument, scratch: MatcherScratch = MatcherScratch()
  ) -> [Int64] {
    var text = document.segments[0].text
    var ids: [Int64] = []
    text.withUTF8 { match(valid: $0, document.facts, scratch, into: &ids) }
    return ids
  }

  /// Puts the ids of the queries that a text and what is known about it match into `ids`, in
  /// ascending order, in place of what was there. Bytes that are no UTF-8 are read as signs that
  /// part words.
  ///
  /// This is the way for a stream: with an array and a scratch that are kept, it asks the system
  /// for no memory and counts no references for what it reads.
  public func match(
    utf8 text: UnsafeBufferPointer<UInt8>, _ facts: borrowing TopicDocument.Facts,
    scratch: MatcherScratch, into ids: inout [Int64]
  ) {
    if UTF8Text.isValid(text) { return match(valid: text, facts, scratch, into: &ids) }
    var repaired = String(decoding: text, as: UTF8.self)
    repaired.withUTF8 { match(valid: $0, facts, scratch, into: &ids) }
  }

  private func match(
    valid text: UnsafeBufferPointer<UInt8>, _ facts: borrowing TopicDocument.Facts,
    _ scratch: MatcherScratch, into ids: inout [Int64]
  ) {
    ids.removeAll(keepingCapacity: true)
    guard !tiers.isEmpty else { return }
    scratch.document.read(text, facts, signs: signs, keepsFacts: hasSlowSteps)
    scratch.fit(tiers)
    for index in tiers.indices {
      let tier = scratch.tiers[index]
      tier.match()
      for place in 0..<tier.hitCount {
        let number = Int(tier.hits[place])
        if tiers[index].isGone(number) { continue }
        ids.append(tier.topics.ids[number])
      }
    }
    if tiers.count > 1 { ids.sort() }
  }
}
