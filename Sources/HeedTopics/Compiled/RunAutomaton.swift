/// Finds every wanted run of characters in one walk over them (Aho and Corasick, 1975), whatever
/// the runs share.
///
/// Invariants: state 0 is the root; nothing is written after `init`; at least one slot is empty.
struct RunAutomaton: ~Copyable {
  private struct Slot {
    var key: UInt64
    var next: UInt32
  }

  struct State {
    /// Where to go on when no edge fits: the longest proper end of this that begins some run.
    var fallback: UInt32 = 0
    /// The run that ends here.
    var term = TermTable.none
    /// How many characters lie between the root and here.
    var depth: UInt32 = 0
    /// The next shorter state, by fallbacks, where a run ends; 0 when there is none.
    var shorter: UInt32 = 0
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  let states: UnsafeMutablePointer<State>
  let isEmpty: Bool

  init(_ runs: [(bytes: [UInt8], id: TermID)]) {
    var edges: [[UInt32: UInt32]] = [[:]]
    var states = [State()]
    for (bytes, id) in runs {
      var state = 0
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if let next = edges[state][scalar.value] {
          state = Int(next)
        } else {
          edges[state][scalar.value] = UInt32(states.count)
          states.append(State(depth: states[state].depth + 1))
          edges.append([:])
          state = states.count - 1
        }
      }
      states[state].term = id
    }
    Self.addFallbacks(to: &states, edges)
    isEmpty = runs.isEmpty
    var capacity = 16
    while capacity < 2 * states.count { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: .max, next: 0), count: capacity)
    self.states = .allocate(capacity: states.count)
    self.states.initialize(from: states, count: states.count)
    for (state, edges) in edges.enumerated() {
      for (scalar, next) in edges {
        let key = Self.key(UInt32(state), scalar)
        var index = Self.place(key) & mask
        while slots[index].key != .max { index = (index + 1) & mask }
        slots[index] = Slot(key: key, next: next)
      }
    }
  }

  deinit {
    slots.deallocate()
    states.deallocate()
  }

  private static func addFallbacks(to states: inout [State], _ edges: [[UInt32: UInt32]]) {
    var queue = [0]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      for (scalar, next) in edges[state] {
        queue.append(Int(next))
        guard state != 0 else { continue }
        var other = Int(states[state].fallback)
        while other != 0, edges[other][scalar] == nil { other = Int(states[other].fallback) }
        let fallback = edges[other][scalar] ?? 0
        states[Int(next)].fallback = fallback
        let isRun = states[Int(fallback)].term != TermTable.none
        states[Int(next)].shorter = isRun ? fallback : states[Int(fallback)].shorter
      }
    }
  }

  /// The state behind this character.
  @inline(__always)
  func step(_ state: UInt32, _ scalar: UInt32) -> UInt32 {
    var state = state
    while true {
      let key = Self.key(state, scalar)
      var index = Self.place(key) & mask
      while slots[index].key != .max {
        if slots[index].key == key { return slots[index].next }
        index = (index &+ 1) & mask
      }
      if state == 0 { return 0 }
      state = states[Int(state)].fallback
    }
  }

  @inline(__always)
  private static func key(_ state: UInt32, _ scalar: UInt32) -> UInt64 {
    UInt64(state) << 21 | UInt64(scalar)
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }
}
