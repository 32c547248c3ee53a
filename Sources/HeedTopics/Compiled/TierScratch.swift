/// What one thread writes while it asks one set of compiled topics.
final class TierScratch {
  let topics: CompiledTopics
  let marks: UnsafeMutablePointer<TermMarks>
  let asked: AskedDocument
  let sets: UnsafeMutablePointer<PositionSet>
  /// The document for which a query was called last, by query.
  private let called: UnsafeMutablePointer<UInt32>
  /// The queries that matched; each at most once, so there is room for all.
  let hits: UnsafeMutablePointer<UInt32>
  private(set) var hitCount = 0
  /// Room for as many while they are sorted, and for how many begin alike.
  private let spare: UnsafeMutablePointer<UInt32>
  private let counts: UnsafeMutablePointer<UInt32>
  private static let digit = 9
  private var setCapacity = 256

  init(_ topics: CompiledTopics, _ asked: AskedDocument) {
    self.topics = topics
    self.asked = asked
    marks = .allocate(capacity: 1)
    marks.initialize(to: TermMarks(termCount: topics.termCount))
    sets = .allocate(capacity: Self.setCount)
    for index in 0..<Self.setCount {
      (sets + index).initialize(to: PositionSet(capacity: setCapacity))
    }
    let count = topics.ids.count
    called = .allocate(capacity: count + 1)
    called.initialize(repeating: 0, count: count + 1)
    hits = .allocate(capacity: count + 1)
    spare = .allocate(capacity: count + 1)
    counts = .allocate(capacity: 1 << Self.digit)
  }

  deinit {
    marks.deinitialize(count: 1)
    marks.deallocate()
    for index in 0..<Self.setCount { sets[index].deallocate() }
    sets.deallocate()
    called.deallocate()
    hits.deallocate()
    spare.deallocate()
    counts.deallocate()
  }

  /// Finds the queries that the document matches, in ascending order of their numbers.
  func match() {
    marks.pointee.begin()
    if marks.pointee.stamp == 1 { called.update(repeating: 0, count: topics.ids.count) }
    marks.pointee.mark(asked.reader.pointee.tokens, for: topics)
    if topics.asksFacts { marks.pointee.markFacts(asked.reader.pointee, for: topics) }
    reserveSets(asked.reader.pointee.tokens.position + 2)
    askCalled()
    sort()
  }

  private func reserveSets(_ positions: Int) {
    guard positions > setCapacity else { return }
    setCapacity = 2 * positions
    for index in 0..<Self.setCount { sets[index].reserve(setCapacity) }
  }

  private func askCalled() {
    let run = ProgramRun(self, asked)
    let postings = topics.postings
    let terms = topics.terms
    let (stamp, signature) = (marks.pointee.stamp, marks.pointee.signature)
    let present = marks.pointee.present
    var count = 0
    defer { hitCount = count }
    for index in 0..<marks.pointee.presentCount {
      let entry = terms[Int(present[index])]
      var next = entry.postingStart
      while next < entry.postingEnd {
        let posting = postings[Int(next)]
        next &+= 1
        guard posting.required & ~signature == 0 else { continue }
        if posting.isShared {
          let query = Int(posting.query)
          guard called[query] != stamp else { continue }
          called[query] = stamp
        }
        guard run.isTrue(posting.program) else { continue }
        hits[count] = posting.query
        count &+= 1
      }
    }
    for index in 0..<topics.alwaysCount {
      let posting = topics.always[index]
      guard run.isTrue(posting.program) else { continue }
      hits[count] = posting.query
      count &+= 1
    }
  }

  private func sort() {
    guard hitCount <= 32 else { return sortMany() }
    var index = 1
    while index < hitCount {
      let hit = hits[index]
      var place = index
      while place > 0, hits[place &- 1] > hit {
        hits[place] = hits[place &- 1]
        place &-= 1
      }
      hits[place] = hit
      index &+= 1
    }
  }

  /// Digit by digit, the lowest first: takes no memory and no comparisons.
  private func sortMany() {
    let largest = UInt32(topics.ids.count)
    let buckets = 1 << Self.digit
    var (from, to) = (hits, spare)
    var shift: UInt32 = 0
    while largest >> shift != 0 {
      counts.update(repeating: 0, count: buckets)
      for index in 0..<hitCount { counts[Int(from[index] >> shift) & (buckets &- 1)] &+= 1 }
      var sum: UInt32 = 0
      for bucket in 0..<buckets {
        let count = counts[bucket]
        counts[bucket] = sum
        sum &+= count
      }
      for index in 0..<hitCount {
        let bucket = Int(from[index] >> shift) & (buckets &- 1)
        to[Int(counts[bucket])] = from[index]
        counts[bucket] &+= 1
      }
      (from, to) = (to, from)
      shift &+= UInt32(Self.digit)
    }
    if from != hits { hits.update(from: from, count: hitCount) }
  }
}
