/// The index terms of which a document must have at least one for a query to match.
public struct Anchors {
  let terms: Set<String>
  let prefixes: Set<String>
  private let cost: Int

  /// Nil when the plan demands no term.
  init?(_ plan: SearchPlan, frequency: (String) -> Int) {
    switch plan {
    case .all: return nil
    case .term(let term): self.init(terms: [term], prefixes: [], cost: frequency(term))
    case .prefix(let prefix):
      self.init(terms: [], prefixes: [prefix], cost: 16 * frequency(prefix))
    case .and(let plans):
      let anchors = plans.compactMap { Anchors($0, frequency: frequency) }
      guard let cheapest = anchors.min(by: { $0.cost < $1.cost }) else { return nil }
      self = cheapest
    case .or(let plans):
      var all = Anchors(terms: [], prefixes: [], cost: 0)
      for plan in plans {
        guard let anchors = Anchors(plan, frequency: frequency) else { return nil }
        all = Anchors(
          terms: all.terms.union(anchors.terms), prefixes: all.prefixes.union(anchors.prefixes),
          cost: all.cost + anchors.cost)
      }
      self = all
    }
  }

  private init(terms: Set<String>, prefixes: Set<String>, cost: Int) {
    self.terms = terms
    self.prefixes = prefixes
    self.cost = cost
  }

  /// A guess where nothing has been counted: short words are common.
  public static func likelyFrequency(_ term: String) -> Int {
    1 << max(0, 16 - 2 * min(term.utf8.count, 8))
  }
}
