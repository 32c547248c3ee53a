/// Where something was found: word positions, and the bytes of the segment that shows it.
struct Span: Sendable, Hashable {
  let start: Int
  let end: Int
  let segment: Int
  let range: Range<Int>

  /// This with what stands directly behind it.
  func joined(with next: Span) -> Span {
    Span(
      start: start, end: next.end, segment: segment,
      range: range.lowerBound..<max(range.upperBound, next.range.upperBound))
  }
}

extension PreparedDocument {
  func spans(of finder: Program.Finder) -> [Span] {
    switch finder {
    case .row(let units): spans(of: units)
    case .any(let finders): finders.flatMap { spans(of: $0) }
    }
  }

  /// The places where the units stand one behind the other.
  private func spans(of units: [Program.Unit]) -> [Span] {
    guard let first = units.first else { return [] }
    var found = spans(of: first)
    for unit in units.dropFirst() where !found.isEmpty {
      let followers = Dictionary(grouping: spans(of: unit), by: \.start)
      var seen: Set<Span> = []
      found = found.flatMap { span in
        (followers[span.end] ?? []).map { span.joined(with: $0) }
      }.filter { seen.insert($0).inserted }
    }
    return found
  }

  private func spans(of unit: Program.Unit) -> [Span] {
    let found: [Span]
    switch unit.form {
    case .key(let key): found = (placesByKey[key] ?? []).map(span)
    case .prefix(let prefix):
      found = placesByKey.filter { key, places in
        key.utf8.starts(with: prefix.utf8) && isPrefixable(places[0])
      }.values.flatMap { $0.map(span) }
    case .compound(let parts, let whole): found = spans(of: parts) + spans(of: whole)
    case .characters(let keys): found = spans(ofCharacters: keys)
    }
    guard let exact = unit.exact else { return found }
    let wanted = ExactSpelling(text: exact, isPrefix: unit.isExactPrefix)
    return found.filter { wanted.fits(original(in: $0.range, segment: $0.segment)) }
  }

  private func spans(ofCharacters keys: [String]) -> [Span] {
    (placesByKey[keys[0]] ?? []).compactMap { first in
      let last = first + keys.count - 1
      guard last < places.count, places[first].token.kind == .character else { return nil }
      for (offset, key) in keys.enumerated().dropFirst() {
        let token = places[first + offset].token
        guard token.kind == .character, token.followsDirectly, token.folded == key else {
          return nil
        }
      }
      return span(first).joined(with: span(last))
    }
  }

  private func isPrefixable(_ place: Int) -> Bool {
    switch places[place].token.kind {
    case .word, .compound, .tag: true
    case .character, .emoji, .handle, .link: false
    }
  }

  private func span(_ index: Int) -> Span {
    let place = places[index]
    return Span(
      start: place.position, end: place.position + place.token.length, segment: place.segment,
      range: place.token.range)
  }
}
