/// Which terms one document has, and where: written anew for each document without being cleared,
/// by a stamp that rises.
///
/// Invariants: `states` has one entry for every term of the topics that it was made for, `present`
/// room for as many; a chain of places only leads to earlier ones.
struct TermMarks: ~Copyable {
  struct State {
    /// The document in which the term was seen last.
    var stamp: UInt32
    /// The last place in that document, one more than its number; 0 for none.
    var lastPlace: UInt32
  }

  /// Where a term was found, in word positions and tokens.
  struct Place {
    let start: UInt32
    let end: UInt32
    let firstToken: UInt32
    let lastToken: UInt32
    /// The place before, one more than its number.
    let before: UInt32
  }

  /// The look-ups of the tokens that are being marked.
  private(set) var probes: UnsafeMutablePointer<TermTable.Probe>
  private var probeCapacity = 128
  let states: UnsafeMutablePointer<State>
  let present: UnsafeMutablePointer<TermID>
  private(set) var presentCount = 0
  private(set) var places: UnsafeMutablePointer<Place>
  private var placeCount = 0
  private var placeCapacity = 256
  private(set) var stamp: UInt32 = 0
  /// The bits of the terms that are present.
  private(set) var signature: UInt64 = 0
  private let termCount: Int

  init(termCount: Int) {
    self.termCount = termCount
    states = .allocate(capacity: termCount + 1)
    states.initialize(repeating: State(stamp: 0, lastPlace: 0), count: termCount + 1)
    present = .allocate(capacity: termCount + 1)
    places = .allocate(capacity: placeCapacity)
    probes = .allocate(capacity: probeCapacity)
  }

  deinit {
    states.deallocate()
    present.deallocate()
    places.deallocate()
    probes.deallocate()
  }

  mutating func reserveProbes(_ count: Int) {
    guard count > probeCapacity else { return }
    probes.deallocate()
    probeCapacity = 2 * count
    probes = .allocate(capacity: probeCapacity)
  }

  mutating func begin() {
    presentCount = 0
    placeCount = 0
    signature = 0
    if stamp == .max {
      states.update(repeating: State(stamp: 0, lastPlace: 0), count: termCount + 1)
      stamp = 0
    }
    stamp &+= 1
  }

  @inline(__always)
  func has(_ term: TermID) -> Bool { states[Int(term)].stamp == stamp }

  /// Notes that the document has a term.
  @inline(__always)
  mutating func mark(_ term: TermID) {
    guard states[Int(term)].stamp != stamp else { return }
    states[Int(term)] = State(stamp: stamp, lastPlace: 0)
    present[presentCount] = term
    presentCount &+= 1
    signature |= CompiledTopics.bit(of: term)
  }

  /// Notes that the document has a term, and where.
  @inline(__always)
  mutating func mark(
    _ term: TermID, at start: UInt32, _ end: UInt32, tokens first: Int, _ last: Int
  ) {
    mark(term)
    if placeCount == placeCapacity { grow() }
    places[placeCount] = Place(
      start: start, end: end, firstToken: UInt32(truncatingIfNeeded: first),
      lastToken: UInt32(truncatingIfNeeded: last), before: states[Int(term)].lastPlace)
    placeCount &+= 1
    states[Int(term)].lastPlace = UInt32(truncatingIfNeeded: placeCount)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Place>.allocate(capacity: 2 * placeCapacity)
    larger.update(from: places, count: placeCount)
    places.deallocate()
    places = larger
    placeCapacity *= 2
  }

  /// Calls back with every place of a term, the last first.
  @inline(__always)
  func forEachPlace(of term: TermID, _ body: (Place) -> Void) {
    let state = states[Int(term)]
    guard state.stamp == stamp else { return }
    var next = state.lastPlace
    while next != 0 {
      let place = places[Int(next) &- 1]
      body(place)
      next = place.before
    }
  }
}
