import HeedModel

/// What people asked us, answered or not, findable by its words and by what they mean. Words stand in it as numbers alone.
///
/// Likeness is as of earlier answers (`Likeness.swift`). Only the best by the share of words and the best by meaning are
/// compared, so that many conversations with a common word cost little.
struct AskedIndex: Sendable {
  /// What a document is.
  struct Place: Sendable, Hashable {
    var conversation: ID<Conversation>
    var post: ID<Post>
    /// The account in whose private talk it stands.
    var privateTo: ID<Account>?
  }

  /// So many of the best are looked at for each that is wanted, by words and by meaning.
  private static let looks = 4
  private static let leastLooks = 64
  /// So many places of words are walked through at most, if it is more than one word.
  private static let mostWalked = 10_000

  private var postings: [UInt64: [UInt32]] = [:]
  private(set) var places: [Place] = []
  private var known: Set<ID<Conversation>> = []
  private var meanings = MeaningIndex()

  var count: Int { places.count }

  func has(anyOf posts: Set<ID<Post>>) -> Bool { places.contains { posts.contains($0.post) } }

  /// Adds what was asked first in a conversation; one that is known stays as it is.
  mutating func add(_ terms: [String], meaning: Meaning?, at place: Place) {
    guard known.insert(place.conversation).inserted else { return }
    let document = UInt32(places.count)
    for key in Set(terms.map(AnsweredIndex.key)) { postings[key, default: []].append(document) }
    places.append(place)
    meanings.add(meaning)
  }

  /// What was asked most alike, the likest first; of equally like ones the newer.
  /// - Parameters:
  ///   - meaning: where none is known, words have to do.
  ///   - accounts: whose private talk may count.
  func alike(
    _ terms: [String], _ meaning: Meaning?, limit: Int, answering accounts: Set<ID<Account>> = []
  ) -> [AnsweredIndex.Found] {
    let looks = max(Self.leastLooks, limit * Self.looks)
    let (words, whole) = asked(terms)
    func isMeant(_ document: Int) -> Bool {
      places[document].privateTo.map(accounts.contains) ?? true
    }
    var candidates = Set(best(by: words, limit: looks, where: isMeant))
    if let meaning {
      candidates.formUnion(
        meanings.nearest(to: meaning, limit: looks, where: isMeant).map(\.text))
    }
    let found = candidates.map { document in
      let common = words.filter { $0.isIn(UInt32(document)) }
      let share = common.reduce(0) { $0 + $1.rarity } / max(whole, .ulpOfOne)
      return AnsweredIndex.Found(
        document: document, score: share, share: share, words: common.count,
        nearness: meaning.map { meanings.nearness(of: document, to: $0) } ?? 0)
    }
    let sorted = found.sorted {
      ($1.likeness, places[$1.document].post) < ($0.likeness, places[$0.document].post)
    }
    return Array(sorted.prefix(limit))
  }

  /// A word that is asked with, and where it stands, in order.
  private struct Word {
    var rarity: Double
    var documents: [UInt32]

    func isIn(_ document: UInt32) -> Bool {
      var (low, high) = (0, documents.count)
      while low < high {
        let middle = (low + high) / 2
        if documents[middle] < document { low = middle + 1 } else { high = middle }
      }
      return low < documents.count && documents[low] == document
    }
  }

  /// The words that tell something, the rarest first, and how rare all that are asked with are together.
  private func asked(_ terms: [String]) -> ([Word], Double) {
    var words: [Word] = []
    var seen: Set<UInt64> = []
    var whole = 0.0
    for key in terms.map(AnsweredIndex.key) where seen.insert(key).inserted {
      guard let documents = postings[key] else {
        whole += AnsweredIndex.rarity(of: 0, among: count) / 2
        continue
      }
      let isCommon = Double(documents.count) > AnsweredIndex.commonShare * Double(count)
      if count >= 20, isCommon { continue }
      let word = Word(
        rarity: AnsweredIndex.rarity(of: documents.count, among: count), documents: documents)
      whole += word.rarity
      words.append(word)
    }
    return (words.sorted { $0.documents.count < $1.documents.count }, whole)
  }

  /// Those that have most of the rare words; of equal ones the later. Of words that very many have one only looks whether
  /// the best have them as well.
  private func best(by words: [Word], limit: Int, where isMeant: (Int) -> Bool) -> [Int] {
    var shares: [UInt32: Double] = [:]
    var walked = 0
    for word in words {
      if walked > 0, walked + word.documents.count > Self.mostWalked { break }
      walked += word.documents.count
      for document in word.documents { shares[document, default: 0] += word.rarity }
    }
    let meant = shares.filter { isMeant(Int($0.key)) }
    let sorted = meant.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
    return sorted.prefix(limit).map { Int($0.key) }
  }
}
