import HeedTopics

/// A plain automaton over bytes that finds every word of every query wherever its letters stand
/// (Aho and Corasick, 1975): what any matcher that looks at each word must do at least, without
/// telling words apart, folding accents, or knowing which query they belong to.
struct LiteralScan {
  private let next: [UInt32]
  private let ends: [Bool]
  private let classes: [UInt8]
  private let width: Int

  init(_ words: Set<String>) {
    var classes = [UInt8](repeating: 0, count: 256)
    var width = 1
    for byte in Set(words.joined().utf8).sorted() where width < 255 {
      classes[Int(byte)] = UInt8(width)
      width += 1
    }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      classes[Int(byte)] = classes[Int(byte | 0x20)]
    }
    var states: [[UInt32]] = [[UInt32](repeating: 0, count: width)]
    var ends = [false]
    for word in words {
      var state = 0
      for byte in word.utf8 {
        let symbol = Int(classes[Int(byte)])
        if states[state][symbol] == 0 {
          states[state][symbol] = UInt32(states.count)
          states.append([UInt32](repeating: 0, count: width))
          ends.append(false)
        }
        state = Int(states[state][symbol])
      }
      ends[state] = true
    }
    Self.close(&states, &ends, width)
    next = states.flatMap { $0 }
    self.ends = ends
    self.classes = classes
    self.width = width
  }

  /// Gives every state an edge for every byte, so that a scan takes one step a byte.
  private static func close(_ states: inout [[UInt32]], _ ends: inout [Bool], _ width: Int) {
    var fallback = [Int](repeating: 0, count: states.count)
    var queue = states[0].filter { $0 != 0 }.map { Int($0) }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if ends[fallback[state]] { ends[state] = true }
      for symbol in 0..<width {
        let child = Int(states[state][symbol])
        let other = states[fallback[state]][symbol]
        if child == 0 {
          states[state][symbol] = other
        } else {
          fallback[child] = Int(other)
          queue.append(child)
        }
      }
    }
  }

  /// How often some word ends in these bytes.
  func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    next.withUnsafeBufferPointer { next in
      ends.withUnsafeBufferPointer { ends in
        classes.withUnsafeBufferPointer { classes in
          var state = 0
          var found = 0
          for byte in bytes {
            state = Int(next[state &* width &+ Int(classes[Int(byte)])])
            if ends[state] { found &+= 1 }
          }
          return found
        }
      }
    }
  }
}
