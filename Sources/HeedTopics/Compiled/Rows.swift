/// Phrases and NEAR, by sets of word positions: where what was found so far ends, and where it
/// begins. A set never grows beyond the positions of the document, so that no text, however often it
/// repeats itself, takes more than words times units.
extension TierScratch {
  private enum Use {
    static let leftEnds = 0, leftStarts = 1, rightEnds = 2, rightStarts = 3
    static let rows = (4, 5), compounds = (6, 7)
    static let count = 8
  }

  static let setCount = Use.count

  func hasRow(_ row: Int, _ asked: AskedDocument) -> Bool {
    sets[Use.leftEnds].clear()
    addEnds(ofRow: row, asked, into: Use.leftEnds)
    return sets[Use.leftEnds].count > 0
  }

  /// Whether one side ends at most so many words before the other begins.
  func hasNear(_ near: Int, _ asked: AskedDocument) -> Bool {
    let distance = topics.code[near + 1].word
    let left = near + 2
    let right = left + topics.code[left].operand
    addEnds(of: left, asked, into: Use.leftEnds)
    guard sets[Use.leftEnds].count > 0 else { return false }
    addEnds(of: right, asked, into: Use.rightEnds)
    guard sets[Use.rightEnds].count > 0 else { return false }
    addStarts(of: right, asked, into: Use.rightStarts)
    if follows(Use.rightStarts, Use.leftEnds, within: distance) { return true }
    addStarts(of: left, asked, into: Use.leftStarts)
    return follows(Use.leftStarts, Use.rightEnds, within: distance)
  }

  private func follows(_ starts: Int, _ ends: Int, within distance: UInt32) -> Bool {
    let last = UInt32(asked.reader.pointee.tokens.position)
    for index in 0..<sets[ends].count {
      let end = sets[ends].items[index]
      var start = end
      while start < end &+ distance, start <= last {
        if sets[starts].has(start) { return true }
        start &+= 1
      }
    }
    return false
  }

  private func forEachRow(of place: Int, _ body: (Int) -> Void) {
    let node = topics.code[place]
    guard node.operation == .choice else { return body(place) }
    var row = place + 1
    while row < place + node.operand {
      body(row)
      row += topics.code[row].operand
    }
  }

  private func addEnds(of place: Int, _ asked: AskedDocument, into ends: Int) {
    sets[ends].clear()
    forEachRow(of: place) { addEnds(ofRow: $0, asked, into: ends) }
  }

  private func addStarts(of place: Int, _ asked: AskedDocument, into starts: Int) {
    sets[starts].clear()
    forEachRow(of: place) { row in
      addStarts(
        ofUnits: row + 1, to: row + topics.code[row].operand, asked, behind: nil, into: starts,
        Use.rows)
    }
  }

  private func addEnds(ofRow row: Int, _ asked: AskedDocument, into ends: Int) {
    addEnds(
      ofUnits: row + 1, to: row + topics.code[row].operand, asked, from: nil, into: ends,
      Use.rows)
  }

  /// The ends of the units in a row that begin where `from` says, or anywhere.
  private func addEnds(
    ofUnits first: Int, to end: Int, _ asked: AskedDocument, from: Int?, into ends: Int,
    _ work: (Int, Int)
  ) {
    var from = from
    var unit = first
    var isOdd = false
    while unit < end {
      let following = unit + topics.code[unit].length
      if following >= end { return addEnds(ofUnit: unit, asked, from: from, into: ends) }
      let found = isOdd ? work.1 : work.0
      sets[found].clear()
      addEnds(ofUnit: unit, asked, from: from, into: found)
      if sets[found].count == 0 { return }
      from = found
      isOdd.toggle()
      unit = following
    }
  }

  private func addEnds(ofUnit unit: Int, _ asked: AskedDocument, from: Int?, into ends: Int) {
    forEachPlace(ofUnit: unit, asked) { place in
      if from.map({ sets[$0].has(place.start) }) ?? true { sets[ends].insert(place.end) }
    }
    guard let parts = parts(of: unit) else { return }
    addEnds(
      ofUnits: parts.lowerBound, to: parts.upperBound, asked, from: from, into: ends,
      Use.compounds)
  }

  /// The starts of the units in a row that end where `behind` says, or anywhere.
  private func addStarts(
    ofUnits unit: Int, to end: Int, _ asked: AskedDocument, behind: Int?, into starts: Int,
    _ work: (Int, Int)
  ) {
    let following = unit + topics.code[unit].length
    guard following < end else {
      return addStarts(ofUnit: unit, asked, behind: behind, into: starts)
    }
    let found = starts == work.0 ? work.1 : work.0
    sets[found].clear()
    addStarts(ofUnits: following, to: end, asked, behind: behind, into: found, work)
    if sets[found].count == 0 { return }
    addStarts(ofUnit: unit, asked, behind: found, into: starts)
  }

  private func addStarts(ofUnit unit: Int, _ asked: AskedDocument, behind: Int?, into starts: Int) {
    forEachPlace(ofUnit: unit, asked) { place in
      if behind.map({ sets[$0].has(place.end) }) ?? true { sets[starts].insert(place.start) }
    }
    guard let parts = parts(of: unit) else { return }
    addStarts(
      ofUnits: parts.lowerBound, to: parts.upperBound, asked, behind: behind, into: starts,
      Use.compounds)
  }

  /// The places of a unit in one piece.
  @inline(__always)
  private func forEachPlace(
    ofUnit unit: Int, _ asked: AskedDocument, _ body: (TermMarks.Place) -> Void
  ) {
    let node = topics.code[unit]
    switch node.operation {
    case .term: marks.pointee.forEachPlace(of: TermID(node.operand), body)
    case .exact:
      let wanted = topics.spellings[Int(topics.code[unit + 2].word)]
      marks.pointee.forEachPlace(of: topics.code[unit + 1].word) { place in
        if asked.isWritten(place, as: wanted) { body(place) }
      }
    case .compound: forEachPlace(ofWhole: unit + 1, body)
    case .all, .any, .not, .row, .near, .slow, .choice: break
    }
  }

  @inline(__always)
  private func forEachPlace(ofWhole term: Int, _ body: (TermMarks.Place) -> Void) {
    marks.pointee.forEachPlace(of: TermID(topics.code[term].operand), body)
  }

  /// The parts of a compound, behind its form written together.
  private func parts(of unit: Int) -> Range<Int>? {
    let node = topics.code[unit]
    return node.operation == .compound ? (unit + 2)..<(unit + node.operand) : nil
  }
}
