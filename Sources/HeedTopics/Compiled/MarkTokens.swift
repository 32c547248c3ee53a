extension TermMarks {
  /// Looks up every token, and marks the terms that some query uses.
  mutating func mark(_ reader: borrowing TokenReader, for topics: CompiledTopics) {
    let usesTags = topics.uses(UInt8(ascii: "#"))
    let usesHandles = topics.uses(UInt8(ascii: "@"))
    let usesHosts = topics.uses(UInt8(ascii: "/"))
    let usesRuns = !topics.runs.isEmpty
    let usesPrefixes = !topics.prefixes.isEmpty
    let tokens = reader.buffer.tokens
    let folded = UnsafePointer(reader.buffer.folded)
    var state: UInt32 = 0
    for index in 0..<reader.buffer.tokenCount {
      let token = tokens[index]
      let bytes = folded + Int(token.foldedStart)
      let count = Int(token.foldedCount)
      switch token.kind {
      case .word, .compound:
        markWhole(bytes, count, token, index, topics)
        if usesPrefixes { markPrefixes(bytes, count, token, index, topics) }
      case .emoji: markWhole(bytes, count, token, index, topics)
      case .character:
        if usesRuns {
          state = markRuns(bytes, token, index, token.followsDirectly ? state : 0, topics)
        }
      case .tag:
        guard usesTags else { continue }
        markWhole(bytes - 1, count &+ 1, token, index, topics)
        if usesPrefixes { markPrefixes(bytes - 1, count &+ 1, token, index, topics) }
      case .handle:
        guard usesHandles else { continue }
        markWhole(bytes - 1, count &+ 1, token, index, topics)
        let name = Self.nameCount(bytes, count)
        if name < count { markWhole(bytes - 1, name &+ 1, token, index, topics) }
      case .link:
        if usesHosts { markWhole(bytes - 1, count &+ 1, token, index, topics) }
      }
    }
  }

  /// How long the name before the server is.
  @inline(__always)
  static func nameCount(_ handle: UnsafePointer<UInt8>, _ count: Int) -> Int {
    for index in 0..<count where handle[index] == 0x40 || handle[index] == 0x3A { return index }
    return count
  }

  @inline(__always)
  private mutating func markWhole(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ token: TokenBuffer.Token, _ index: Int,
    _ topics: CompiledTopics
  ) {
    let term = topics.whole.find(bytes, count)
    if term != TermTable.none { mark(term, token, index, index, topics) }
  }

  @inline(__always)
  private mutating func markPrefixes(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ token: TokenBuffer.Token, _ index: Int,
    _ topics: CompiledTopics
  ) {
    topics.prefixes.forEach(bytes, count) { mark($0, token, index, index, topics) }
  }

  @inline(__always)
  private mutating func mark(
    _ term: TermID, _ token: TokenBuffer.Token, _ first: Int, _ last: Int,
    _ topics: CompiledTopics
  ) {
    if topics.terms[Int(term)].needsPlaces {
      mark(term, at: token.position, token.position &+ token.length, tokens: first, last)
    } else {
      mark(term)
    }
  }

  /// Goes on in the automaton and marks every run that ends with this character.
  private mutating func markRuns(
    _ bytes: UnsafePointer<UInt8>, _ token: TokenBuffer.Token, _ index: Int, _ before: UInt32,
    _ topics: CompiledTopics
  ) -> UInt32 {
    let scalar = UTF8Text(start: bytes, count: Int(token.foldedCount)).value(at: 0).value
    let state = topics.runs.step(before, scalar)
    var ending = state
    while ending != 0 {
      let run = topics.runs.states[Int(ending)]
      if run.term != TermTable.none {
        let first = index &- Int(run.depth) &+ 1
        if topics.terms[Int(run.term)].needsPlaces {
          let end = token.position &+ 1
          mark(run.term, at: end &- run.depth, end, tokens: first, index)
        } else {
          mark(run.term)
        }
      }
      ending = run.shorter
    }
    return state
  }
}
