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
  }

  private static let (k1, b) = (1.2, 0.75)
  /// Words that more than this share of all answers have tell nothing, once there are some.
  private static let commonShare = 0.25
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
  /// Of each answer the account in whose private talk it stands.
  private var privacy: [ID<Account>?] = []
  private(set) var answers: [ID<Member>: Int] = [:]
  private var words = 0

  var count: Int { members.count }

  func reply(of document: Int) -> ID<Reply> { replies[document] }

  /// - Parameter account: what was said in private counts only for those who answer that account.
  mutating func add(
    _ terms: [String], by member: ID<Member>, reply: ID<Reply> = ID(0),
    privateTo account: ID<Account>? = nil
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
    answers[member, default: 0] += 1
    lengths.append(UInt32(terms.count))
    words += terms.count
  }

  /// The answers most like these words, the likest first; of equal ones the newer.
  /// - Parameter accounts: whose private talk may count.
  func likest(_ terms: [String], limit: Int, answering accounts: Set<ID<Account>> = []) -> [Found] {
    guard count > 0 else { return [] }
    let average = max(1, Double(words) / Double(count))
    var scores: [UInt32: (score: Double, rarity: Double, words: Int)] = [:]
    var whole = 0.0
    for key in Set(terms.map(Self.key)) {
      guard let found = postings[key] else {
        // A word that nobody said yet may be a name or a slip as well as another matter.
        whole += rarity(of: 0) / 2
        continue
      }
      let share = Double(found.count) / Double(count)
      if count >= 20, share > Self.commonShare { continue }
      let frequency = Double(found.count)
      let rarity = log(1 + (Double(count) - frequency + 0.5) / (frequency + 0.5))
      let weight = self.rarity(of: found.count)
      whole += weight
      for posting in found {
        if let account = privacy[Int(posting.document)], !accounts.contains(account) { continue }
        let times = Double(posting.times)
        let length = Double(lengths[Int(posting.document)]) / average
        let known = scores[posting.document] ?? (0, 0, 0)
        let worth = (Self.k1 + 1) / (times + Self.k1 * (1 - Self.b + Self.b * length))
        scores[posting.document] = (
          known.score + rarity * times * worth, known.rarity + weight, known.words + 1
        )
      }
    }
    let sorted = scores.sorted { ($1.value.score, $1.key) < ($0.value.score, $0.key) }
    return sorted.prefix(limit).map { document, found in
      Found(
        document: Int(document), score: found.score, share: found.rarity / max(whole, .ulpOfOne),
        words: found.words)
    }
  }

  /// How much a word tells that so many answers have; in a young index as if it had fifty.
  private func rarity(of found: Int) -> Double {
    let all = Double(max(count, 50))
    return log(1 + (all - Double(found) + 0.5) / (Double(found) + 0.5))
  }

  /// By member the share of what is most alike; they add up to one where anything is alike.
  func shares(_ terms: [String], answering accounts: Set<ID<Account>> = []) -> [ID<Member>: Double]
  {
    let likest = likest(terms, limit: Self.neighbours, answering: accounts)
    let whole = likest.reduce(0) { $0 + $1.score * $1.score }
    guard whole > 0 else { return [:] }
    return likest.reduce(into: [:]) { shares, found in
      shares[members[found.document], default: 0] += found.score * found.score / whole
    }
  }

  /// FNV-1a, so that no word stands in memory for long.
  private static func key(_ term: String) -> UInt64 {
    term.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
