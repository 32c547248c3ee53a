/// Many queries made ready to be asked together: what a running match reads.
///
/// Invariants: nothing is written after `init`, so any thread may read; every term, query and
/// posting number in it is within its array; the memory lives as long as this.
final class CompiledTopics: @unchecked Sendable {
  /// Which queries wait for a term, and what is known about it.
  struct TermEntry {
    var postingStart: UInt32 = 0
    var postingEnd: UInt32 = 0
    /// Whether paths below this host are asked for.
    var hasAddresses = false
  }

  /// A query that waits for a term.
  struct Posting {
    /// Bits of the terms without which it cannot match.
    let required: UInt64
    let query: UInt32
    /// Where its program begins, doubled, and 1 if it waits for other terms too and may be called twice.
    var place: UInt32

    @inline(__always)
    var isShared: Bool { place & 1 != 0 }
    @inline(__always)
    var program: Int { Int(place >> 1) }
  }

  /// A path below a host.
  struct Address {
    let host: TermID
    let path: [UInt8]
    let term: TermID
  }

  /// Ascending.
  let ids: [Int64]
  /// In the order of `ids`.
  let queries: [TopicQuery]
  let termCount: Int
  let terms: UnsafeMutablePointer<TermEntry>
  let postings: UnsafeMutablePointer<Posting>
  /// Queries that nothing announces.
  let always: UnsafeMutablePointer<Posting>
  let alwaysCount: Int
  let code: UnsafeMutablePointer<Instruction>
  let whole: TermTable
  let prefixes: PrefixTable
  let runs: RunAutomaton
  let addresses: [Address]
  let spellings: [ExactSpelling]
  let slowSteps: [Program.Step]
  /// Bit n: some term begins with the sign n, as those of tags, hosts and facts do; bit 0 is `@`.
  let signs: UInt64
  /// What is found in a document without being named, if some query asks for it.
  let carried: Carried
  /// The most labels of a host that is asked for.
  let hostLabels: Int

  /// Ids must be ascending and different.
  init(_ topics: [(id: Int64, query: TopicQuery)], frequency: @escaping (String) -> Int) {
    var compiler = QueryCompiler(frequency: frequency)
    var written: [UInt32] = []
    var waiting: [(term: TermID, posting: Posting)] = []
    var always: [Posting] = []
    for (number, topic) in topics.enumerated() {
      written.append(UInt32(compiler.code.count))
      let part = compiler.compile(topic.query.program.root)
      guard let anchors = part.anchors else {
        always.append(Posting(required: 0, query: UInt32(number), place: 0))
        continue
      }
      let terms = Set(anchors.terms)
      let required = part.required.reduce(0) { $0 | Self.bit(of: $1) }
      for term in terms {
        let posting = Posting(
          required: required, query: UInt32(number), place: terms.count > 1 ? 1 : 0)
        waiting.append((term, posting))
      }
    }
    ids = topics.map(\.id)
    queries = topics.map(\.query)
    written.append(UInt32(compiler.code.count))
    termCount = compiler.terms.count
    spellings = compiler.spellings
    slowSteps = compiler.slowSteps
    addresses = Self.addresses(of: compiler.terms)
    (terms, postings) = Self.postings(waiting, termCount: termCount)
    // Programs lie in the order in which they are called, so that those of one term are read in a row.
    var layout = Layout(of: compiler.code, written)
    for index in 0..<waiting.count { layout.place(&postings[index]) }
    for index in always.indices { layout.place(&always[index]) }
    self.always = Self.memory(of: always)
    alwaysCount = always.count
    code = Self.memory(of: layout.code)
    for address in addresses { terms[Int(address.host)].hasAddresses = true }
    let numbered = compiler.terms.enumerated().map { number, term in
      (
        term: term,
        id: TermTable.marked(TermID(number), needsPlaces: compiler.needsPlaces[number])
      )
    }
    func table(_ space: Term.Space) -> [(bytes: [UInt8], id: TermID)] {
      numbered.filter { $0.term.space == space }.map { ($0.term.bytes, $0.id) }
    }
    let wholeTerms = table(.whole)
    whole = TermTable(wholeTerms, termCount: termCount)
    let prefixTerms = table(.prefix)
    prefixes = PrefixTable(prefixTerms, termCount: termCount)
    runs = RunAutomaton(table(.run))
    signs = (wholeTerms + prefixTerms).reduce(0) { $0 | Self.bit(ofSign: $1.bytes[0]) }
    carried = Carried(whole)
    let linkSign = TopicQuery.Attribute.Field.link.sign
    hostLabels =
      wholeTerms.lazy.filter { $0.bytes[0] == linkSign }
      .map { $0.bytes.count { $0 == UInt8(ascii: ".") } + 1 }.max() ?? 0
  }

  deinit {
    always.deallocate()
    terms.deallocate()
    postings.deallocate()
    code.deallocate()
  }

  /// Whether some term begins with this sign.
  @inline(__always)
  func uses(_ sign: UInt8) -> Bool { signs & Self.bit(ofSign: sign) != 0 }

  /// Whether some query asks what is known besides the words.
  var asksFacts: Bool { signs & 0b1001_1111_1110 != 0 }

  /// The number of a query by its id.
  func number(of id: Int64) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }

  @inline(__always)
  static func bit(of term: TermID) -> UInt64 {
    1 << ((UInt64(term) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  @inline(__always)
  private static func bit(ofSign sign: UInt8) -> UInt64 { sign <= 64 ? 1 << UInt64(sign % 64) : 0 }

  private static func memory<Element>(of array: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: array.count + 1)
    memory.initialize(from: array, count: array.count)
    return memory
  }

  private static func addresses(of terms: [Term]) -> [Address] {
    var numbers: [[UInt8]: TermID] = [:]
    for (number, term) in terms.enumerated() where term.space == .whole {
      numbers[term.bytes] = TermID(number)
    }
    return terms.enumerated().compactMap { number, term in
      guard term.space == .address else { return nil }
      let address = String(decoding: term.bytes, as: UTF8.self)
      let host = Links.host(of: address)
      let key = Term.fact(.link, host).bytes
      return numbers[key].map {
        Address(
          host: $0, path: Array(term.bytes.dropFirst(host.utf8.count)), term: TermID(number))
      }
    }.sorted { $0.host < $1.host }
  }

  private static func postings(
    _ waiting: [(term: TermID, posting: Posting)], termCount: Int
  ) -> (UnsafeMutablePointer<TermEntry>, UnsafeMutablePointer<Posting>) {
    var entries = [TermEntry](repeating: TermEntry(), count: termCount)
    for (term, _) in waiting { entries[Int(term)].postingEnd += 1 }
    var start: UInt32 = 0
    for index in entries.indices {
      let count = entries[index].postingEnd
      entries[index].postingStart = start
      entries[index].postingEnd = start
      start += count
    }
    let postings = UnsafeMutablePointer<Posting>.allocate(capacity: waiting.count + 1)
    for (term, posting) in waiting {
      postings[Int(entries[Int(term)].postingEnd)] = posting
      entries[Int(term)].postingEnd += 1
    }
    return (memory(of: entries), postings)
  }
}

/// Writes programs anew in the order in which they are asked for. What is in them counts from where it stands, so they may
/// be moved.
private struct Layout {
  private let old: [Instruction]
  /// Where each query's program begins in `old`, and behind the last one its end.
  private let starts: [UInt32]
  private var moved: [UInt32]
  private(set) var code: [Instruction] = []

  init(of old: [Instruction], _ starts: [UInt32]) {
    self.old = old
    self.starts = starts
    moved = Array(repeating: .max, count: starts.count)
    code.reserveCapacity(old.count)
  }

  mutating func place(_ posting: inout CompiledTopics.Posting) {
    let query = Int(posting.query)
    if moved[query] == .max {
      moved[query] = UInt32(code.count)
      code += old[Int(starts[query])..<Int(starts[query + 1])]
    }
    posting.place |= moved[query] << 1
  }
}
