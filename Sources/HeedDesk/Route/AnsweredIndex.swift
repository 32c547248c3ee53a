import Foundation
import HeedModel

/// What was answered before and by whom, findable by its words. Terms stand in it as numbers alone.
///
/// Ranked by BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009) with k1 = 1.2 and b = 0.75.
/// Of the likest answers each member gets the share that they gave, weighted by the square of how like they are: the
/// document-centred model of expert search (Balog, Azzopardi and de Rijke, 2006).
struct AnsweredIndex: Sendable {
  /// An answer that is like what is asked.
  struct Found: Sendable, Hashable {
    var document: Int
    var score: Double
    /// Of how rare the words of the question are together, the share that this has: 0 to 1.
    var share: Double
    /// How many different words both have.
    var words: Int
    /// How near the two are by meaning: 1 where they point the same way, 0 where nothing is known.
    var nearness = 0.0
  }

  private static let (k1, b) = (1.2, 0.75)
  /// Words that more than this share of all answers have tell nothing, once there are some.
  static let commonShare = 0.25
  /// So many of the likest count for who knows.
  static let neighbours = 20

  private struct Posting: Sendable {
    var document: UInt32
    var times: UInt32
  }

  private var postings: [UInt64: [Posting]] = [:]
  private var lengths: [UInt32] = []
  private var members: [ID<Member>] = []
  private var replies: [ID<Reply>] = []
  /// How much each answer teaches of who knows.
  private var worths: [Double] = []
  /// Of each answer the account in whose private talk it stands.
  private var privacy: [ID<Account>?] = []
  private var meanings = MeaningIndex()
  private(set) var answers: [ID<Member>: Int] = [:]
  private var words = 0

  var count: Int { members.count }

  func reply(of document: Int) -> ID<Reply> { replies[document] }

  /// - Parameters:
  ///   - meaning: of these words, if one is known.
  ///   - worth: how much it teaches of who knows, by what came back.
  ///   - account: what was said in private counts only for those who answer that account.
  mutating func add(
    _ terms: [String], meaning: Meaning? = nil, by member: ID<Member>, reply: ID<Reply> = ID(0),
    privateTo account: ID<Account>? = nil, worth: Double = 1
  ) {
    let document = UInt32(members.count)
    var times: [UInt64: UInt32] = [:]
    for term in terms { times[Self.key(term), default: 0] += 1 }
    for (key, times) in times {
      postings[key, default: []].append(Posting(document: document, times: times))
    }
    members.append(member)
    replies.append(reply)
    privacy.append(account)
    worths.append(worth)
    meanings.add(meaning)
    answers[member, default: 0] += 1
    lengths.append(UInt32(terms.count))
    words += terms.count
  }

  /// The answers most like these words, the likest first; of equal ones the newer.
  /// - Parameter accounts: whose private talk may count.
  func likest(_ terms: [String], limit: Int, answering accounts: Set<ID<Account>> = []) -> [Found] {
    let sorted = scores(terms, accounts).sorted {
      ($1.value.score, $1.value.document) < ($0.value.score, $0.value.document)
    }
    return sorted.prefix(limit).map(\.value)
  }

  /// The answers most like what is asked by its words and its meaning together, the likest first; of equal ones the newer.
  /// - Parameters:
  ///   - meaning: where none is known, words have to do.
  ///   - accounts: whose private talk may count.
  func alike(
    _ terms: [String], _ meaning: Meaning?, limit: Int, answering accounts: Set<ID<Account>> = []
  ) -> [Found] {
    var found = scores(terms, accounts)
    if let meaning {
      let near = meanings.nearest(to: meaning, limit: limit * 4) { document in
        privacy[document].map(accounts.contains) ?? true
      }
      for one in near where found[UInt32(one.text)] == nil {
        found[UInt32(one.text)] = Found(document: one.text, score: 0, share: 0, words: 0)
      }
      for key in found.keys {
        found[key]?.nearness = meanings.nearness(of: Int(key), to: meaning)
      }
    }
    let sorted = found.values.sorted {
      ($1.likeness, $1.score, $1.document) < ($0.likeness, $0.score, $0.document)
    }
    return Array(sorted.prefix(limit))
  }

  private func scores(_ terms: [String], _ accounts: Set<ID<Account>>) -> [UInt32: Found] {
    guard count > 0 else { return [:] }
    let average = max(1, Double(words) / Double(count))
    var scores: [UInt32: Found] = [:]
    var whole = 0.0
    for key in Set(terms.map(Self.key)) {
      guard let found = postings[key] else {
        // A word that nobody said yet may be a name or a slip as well as another matter.
        whole += Self.rarity(of: 0, among: count) / 2
        continue
      }
      let share = Double(found.count) / Double(count)
      if count >= 20, share > Self.commonShare { continue }
      let frequency = Double(found.count)
      let rarity = log(1 + (Double(count) - frequency + 0.5) / (frequency + 0.5))
      let weight = Self.rarity(of: found.count, among: count)
      whole += weight
      for posting in found {
        let document = Int(posting.document)
        if let account = privacy[document], !accounts.contains(account) { continue }
        let times = Double(posting.times)
        let length = Double(lengths[document]) / average
        let worth = (Self.k1 + 1) / (times + Self.k1 * (1 - Self.b + Self.b * length))
        var known =
          scores[posting.document] ?? Found(document: document, score: 0, share: 0, words: 0)
        known.score += rarity * times * worth
        known.share += weight
        known.words += 1
        scores[posting.document] = known
      }
    }
    return scores.mapValues { found in
      var found = found
      found.share /= max(whole, .ulpOfOne)
      return found
    }
  }

  /// How much a word tells that so many of all texts have; in a young index as if it had fifty.
  static func rarity(of found: Int, among count: Int) -> Double {
    let all = Double(max(count, 50))
    return log(1 + (all - Double(found) + 0.5) / (Double(found) + 0.5))
  }

  /// By member the share of what is most alike, each answer by what came back to it; they add up to one where anything is
  /// alike that teaches something.
  func shares(_ terms: [String], answering accounts: Set<ID<Account>> = []) -> [ID<Member>: Double]
  {
    let likest = likest(terms, limit: Self.neighbours, answering: accounts)
    let taught = likest.map { (found: $0, weight: worths[$0.document] * $0.score * $0.score) }
    let whole = taught.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return [:] }
    return taught.reduce(into: [:]) { shares, one in
      guard one.weight > 0 else { return }
      shares[members[one.found.document], default: 0] += one.weight / whole
    }
  }

  /// A hash, so that no word stands in memory for long.
  static func key(_ term: String) -> UInt64 {
    StableHash.of(bytes: term.utf8)
  }
}
