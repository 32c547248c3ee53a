/// One word of a flat program.
///
/// A program is the query's tree written in the order in which it is asked, each node with its
/// length, so that what is decided already is stepped over:
///
///     node   := term | all node* | any node* | not node | row | near distance place place | slow n
///     place  := row | choice row*
///     row    := row unit*
///     unit   := term | exact term n | compound term term*
///
/// A compound is its form written together, then its parts. `n` numbers a wanted spelling or a
/// step that the evaluator runs.
struct Instruction {
  enum Operation: UInt32 {
    case term, all, any, not, row, near, slow, choice, exact, compound
  }

  /// Four bits of operation, then the number of the term or the length of the node in words.
  var word: UInt32

  init(_ operation: Operation, _ operand: Int) {
    word = operation.rawValue << 28 | UInt32(operand)
  }

  /// A number that stands as it is.
  init(plain: Int) { word = UInt32(plain) }

  /// The operation is only ever what `init` wrote.
  @inline(__always)
  var operation: Operation { Operation(rawValue: word >> 28).unsafelyUnwrapped }

  @inline(__always)
  var operand: Int { Int(word & Self.largestOperand) }

  @inline(__always)
  var isTerm: Bool { word >> 28 == 0 }

  @inline(__always)
  var length: Int { isTerm ? 1 : operand }

  static let largestOperand: UInt32 = 0x0FFF_FFFF
}
