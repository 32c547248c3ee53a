/// Runs the programs of queries on the marks of one document.
struct ProgramRun: ~Copyable {
  let code: UnsafeMutablePointer<Instruction>
  private let states: UnsafeMutablePointer<TermMarks.State>
  private let stamp: UInt32
  unowned(unsafe) let scratch: TierScratch
  unowned(unsafe) let asked: AskedDocument

  init(_ scratch: TierScratch, _ asked: AskedDocument) {
    code = scratch.topics.code
    states = scratch.marks.pointee.states
    stamp = scratch.marks.pointee.stamp
    self.scratch = scratch
    self.asked = asked
  }

  @inline(__always)
  private func has(_ term: Int) -> Bool { states[term].stamp == stamp }

  /// Whether the node that begins here is true.
  func isTrue(_ start: Int) -> Bool {
    let node = code[start]
    switch node.operation {
    case .term: return has(node.operand)
    case .all: return isEveryTrue(start + 1, to: start + node.operand)
    case .any: return isSomeTrue(start + 1, to: start + node.operand)
    case .not: return !isTrue(start + 1)
    case .row: return scratch.hasRow(start, asked)
    case .near: return scratch.hasNear(start, asked)
    case .slow: return asked.fulfils(scratch.topics.slowSteps[Int(code[start + 1].word)])
    case .choice, .exact, .compound: return false
    }
  }

  @inline(__always)
  private func isEveryTrue(_ start: Int, to end: Int) -> Bool {
    var next = start
    while next < end {
      let node = code[next]
      if node.isTerm {
        if !has(node.operand) { return false }
        next &+= 1
      } else {
        if !isTrue(next) { return false }
        next &+= node.operand
      }
    }
    return true
  }

  @inline(__always)
  private func isSomeTrue(_ start: Int, to end: Int) -> Bool {
    var next = start
    while next < end {
      let node = code[next]
      if node.isTerm {
        if has(node.operand) { return true }
        next &+= 1
      } else {
        if isTrue(next) { return true }
        next &+= node.operand
      }
    }
    return false
  }
}
