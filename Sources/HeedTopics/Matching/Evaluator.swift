extension TopicQuery {
  /// Whether the document is what the query asks for.
  public func matches(_ document: PreparedDocument) -> Bool {
    document.fulfils(program.root)
  }

  /// Where in the document's text the words are that made it match, in order and without overlap;
  /// empty when it does not match, or matches by what is not in the text.
  public func matchRanges(in document: PreparedDocument) -> [Range<String.Index>] {
    guard matches(document) else { return [] }
    var ranges: [Range<Int>] = []
    document.collect(program.root, into: &ranges)
    return document.merged(ranges)
  }
}

extension PreparedDocument {
  func fulfils(_ step: Program.Step) -> Bool {
    switch step {
    case .place(let finder): !spans(of: finder).isEmpty
    case .near(let left, let right, let distance):
      !neighbours(spans(of: left), spans(of: right), within: distance, firstOnly: true).isEmpty
    case .all(let steps): steps.allSatisfy(fulfils)
    case .any(let steps): steps.contains(where: fulfils)
    case .not(let step): !fulfils(step)
    case .attribute(let attribute): attributes.have(attribute)
    }
  }

  func collect(_ step: Program.Step, into ranges: inout [Range<Int>]) {
    switch step {
    case .place(let finder): ranges += spans(of: finder).filter { $0.segment == 0 }.map(\.range)
    case .near(let left, let right, let distance):
      ranges += neighbours(spans(of: left), spans(of: right), within: distance, firstOnly: false)
        .filter { $0.segment == 0 }.map(\.range)
    case .all(let steps): for step in steps { collect(step, into: &ranges) }
    case .any(let steps):
      for step in steps where fulfils(step) { collect(step, into: &ranges) }
    case .not, .attribute: break
    }
  }

  /// The spans that have one of the other side beside them, without sharing a word with it.
  private func neighbours(
    _ one: [Span], _ other: [Span], within distance: Int, firstOnly: Bool
  ) -> [Span] {
    guard !one.isEmpty, !other.isEmpty else { return [] }
    let found = accompanied(one, by: other, within: distance, firstOnly: firstOnly)
    return firstOnly ? found : found + accompanied(other, by: one, within: distance)
  }

  /// The spans of `one` that end at most `distance` words before one of `other` starts, or start
  /// so after it ends.
  private func accompanied(
    _ one: [Span], by other: [Span], within distance: Int, firstOnly: Bool = false
  ) -> [Span] {
    let starts = other.map(\.start).sorted()
    let ends = other.map(\.end).sorted()
    var found: [Span] = []
    for span in one {
      let following = starts[lowerBound(of: span.end, in: starts)...].first
      let preceding = ends[..<lowerBound(of: span.start + 1, in: ends)].last
      let isBefore = following.map { $0 - span.end < distance } ?? false
      let isBehind = preceding.map { span.start - $0 < distance } ?? false
      guard isBefore || isBehind else { continue }
      found.append(span)
      if firstOnly { return found }
    }
    return found
  }

  private func lowerBound(of value: Int, in sorted: [Int]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func merged(_ ranges: [Range<Int>]) -> [Range<String.Index>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    let text = segments[0].text
    return merged.map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return start..<text.utf8.index(start, offsetBy: range.count)
    }
  }
}
