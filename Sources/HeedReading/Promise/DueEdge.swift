import HeedModel

extension DueWords {
  /// Which part of a week or a month is meant.
  enum Edge: Sendable, Hashable {
    /// Of a week its Tuesday, of a month its tenth: by then it is no longer early.
    case beginning
    /// Of a week its Wednesday, of a month its fifteenth.
    case middle
    case end
  }

  /// Between such a part and what it is a part of.
  static let edgeJoining = words("of the in de la le el del do da des du d' l' der dem den o a dos")
}

extension DueReader {
  /// "early next week", "Anfang Dezember", "la fin du mois prochain": where it ends, its last day, and the day on which
  /// the whole begins.
  func edge(_ tokens: [PromiseToken], _ from: Int) -> (
    end: Int, day: Int64, first: Int64, edge: DueWords.Edge
  )? {
    for length in stride(from: min(2, tokens.count - from), through: 1, by: -1) {
      let said = tokens[from..<(from + length)].map(\.bare).joined(separator: " ")
      guard let edge = words.edges[said] else { continue }
      var place = from + length
      while place < tokens.count, place - from - length <= 3 {
        if let (end, meaning) = phrase(tokens, place), let found = day(edge, of: meaning) {
          return (end, found.day, found.first, edge)
        }
        guard DueWords.edgeJoining.contains(tokens[place].bare) else { break }
        place += 1
      }
    }
    return nil
  }

  private func day(
    _ edge: DueWords.Edge, of meaning: DueWords.Meaning
  ) -> (day: Int64, first: Int64)? {
    switch meaning {
    case .week(let weeks):
      let first = calendar.weekday(0, inWeeks: weeks)
      return switch edge {
      case .beginning: (first + 1, first)
      case .middle: (first + 2, first)
      case .end: (calendar.week(weeks), first)
      }
    case .monthEnd(let months): return day(edge, ofMonthEnding: calendar.monthEnd(after: months))
    case .month(let month): return day(edge, ofMonthEnding: calendar.end(ofMonth: month))
    default: return nil
    }
  }

  private func day(
    _ edge: DueWords.Edge, ofMonthEnding last: Int64
  ) -> (day: Int64, first: Int64) {
    let first = last - Int64(WallTime(dayNumber: last).day) + 1
    return switch edge {
    case .beginning: (first + 9, first)
    case .middle: (first + 14, first)
    case .end: (last, first)
    }
  }
}
