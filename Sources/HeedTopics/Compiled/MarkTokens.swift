extension TermMarks {
  /// Looks up every token, and marks the terms that some query uses. All look-ups are begun before
  /// the first is ended: so they wait for memory together, not one after the other.
  mutating func mark(_ reader: borrowing TokenReader, for topics: CompiledTopics) {
    let count = reader.buffer.tokenCount
    reserveProbes(count)
    let tokens = reader.buffer.tokens
    let folded = UnsafePointer(reader.buffer.folded)
    for index in 0..<count {
      let token = tokens + index
      probes[index] = topics.whole.probe(
        folded + Int(token.pointee.keyStart), Int(token.pointee.keyCount))
    }
    let usesPrefixes = !topics.prefixes.isEmpty
    var state: UInt32 = 0
    for index in 0..<count {
      let kind = tokens[index].kind
      if kind == .character {
        if topics.runs.isEmpty { continue }
        let token = tokens[index]
        state = markRuns(folded, token, index, token.followsDirectly ? state : 0, topics)
        continue
      }
      let bytes = folded + Int(tokens[index].keyStart)
      let length = Int(tokens[index].keyCount)
      let term = topics.whole.find(probes[index], bytes, length)
      if term != TermTable.none { mark(term, tokens[index], index) }
      if usesPrefixes, kind == .word || kind == .compound || kind == .tag {
        markPrefixes(bytes, length, tokens[index], index, topics)
      }
      if kind == .handle { markName(bytes, length, tokens[index], index, topics) }
    }
  }

  /// A handle is also found by its name without the server.
  private mutating func markName(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ token: TokenBuffer.Token, _ index: Int,
    _ topics: CompiledTopics
  ) {
    let name = Self.nameCount(bytes + 1, count - 1)
    guard name < count - 1 else { return }
    let term = topics.whole.find(bytes, name + 1)
    if term != TermTable.none { mark(term, token, index) }
  }

  /// How long the name before the server is.
  @inline(__always)
  static func nameCount(_ handle: UnsafePointer<UInt8>, _ count: Int) -> Int {
    for index in 0..<count where handle[index] == 0x40 || handle[index] == 0x3A { return index }
    return count
  }

  @inline(__always)
  private mutating func markPrefixes(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ token: TokenBuffer.Token, _ index: Int,
    _ topics: CompiledTopics
  ) {
    let lengths = topics.prefixes.lengths(bytes, count)
    if lengths != 0 { markPrefixes(bytes, count, lengths, token, index, topics) }
  }

  @inline(never)
  private mutating func markPrefixes(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ lengths: UInt64, _ token: TokenBuffer.Token,
    _ index: Int, _ topics: CompiledTopics
  ) {
    topics.prefixes.forEach(bytes, count, lengths: lengths) {
      mark($0, token, index)
    }
  }

  @inline(__always)
  private mutating func mark(_ term: TermID, _ token: TokenBuffer.Token, _ index: Int) {
    if TermTable.needsPlaces(term) {
      mark(
        TermTable.number(term), at: token.position, token.position &+ token.length, tokens: index,
        index)
    } else {
      mark(term)
    }
  }

  /// Goes on in the automaton and marks every run that ends with this character.
  private mutating func markRuns(
    _ folded: UnsafePointer<UInt8>, _ token: TokenBuffer.Token, _ index: Int, _ before: UInt32,
    _ topics: CompiledTopics
  ) -> UInt32 {
    let start = Int(token.keyStart)
    let end = start + Int(token.keyCount)
    let scalar = UTF8Text(start: folded, count: end).value(at: start).value
    let state = topics.runs.step(before, scalar)
    var ending = state
    while ending != 0 {
      let run = topics.runs.states[Int(ending)]
      if run.term != TermTable.none {
        let first = index &- Int(run.depth) &+ 1
        if TermTable.needsPlaces(run.term) {
          let end = token.position &+ 1
          mark(
            TermTable.number(run.term), at: end &- run.depth, end, tokens: first, index)
        } else {
          mark(run.term)
        }
      }
      ending = run.shorter
    }
    return state
  }
}
