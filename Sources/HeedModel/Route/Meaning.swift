/// What a text means, as far as its words tell: a direction among 256, in whole numbers. Texts that say alike things in
/// other words point nearly the same way.
public struct Meaning: Sendable, Hashable {
  public static let width = 256

  /// From -127 to 127, `width` of them, the largest of them 127.
  public let numbers: [Int8]
  /// On which side of each of 256 planes through the origin it lies. Of two meanings the share of planes that part them
  /// estimates the angle between them (Charikar, *Similarity Estimation Techniques from Rounding Algorithms*, 2002).
  public let code: Code

  /// 256 signs.
  public struct Code: Sendable, Hashable {
    var parts: (UInt64, UInt64, UInt64, UInt64)

    public static func == (one: Code, other: Code) -> Bool { one.parts == other.parts }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(parts.0)
      hasher.combine(parts.1)
      hasher.combine(parts.2)
      hasher.combine(parts.3)
    }

    /// On how many of the planes' sides two meanings differ, from 0 to 256.
    public func distance(to other: Code) -> Int {
      (parts.0 ^ other.parts.0).nonzeroBitCount + (parts.1 ^ other.parts.1).nonzeroBitCount
        + (parts.2 ^ other.parts.2).nonzeroBitCount + (parts.3 ^ other.parts.3).nonzeroBitCount
    }
  }

  /// - Parameter direction: `width` numbers; `nil` where they point nowhere.
  public init?(direction: [Float]) {
    guard direction.count == Self.width, direction.allSatisfy(\.isFinite) else { return nil }
    let largest = direction.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { return nil }
    numbers = direction.map { Int8(($0 / largest * 127).rounded()) }
    code = Code(of: direction)
  }

  /// The cosine of the angle between two meanings: 1 where they point the same way, 0 where neither tells of the other.
  public func nearness(to other: Meaning) -> Double {
    var (dot, own, others): (Int32, Int32, Int32) = (0, 0, 0)
    for (one, two) in zip(numbers, other.numbers) {
      let (one, two) = (Int32(one), Int32(two))
      dot += one * two
      own += one * one
      others += two * two
    }
    return Double(dot) / (Double(own) * Double(others)).squareRoot()
  }
}

extension Meaning.Code {
  /// The planes are those of a Hadamard transform before which every number keeps or turns its sign by a rule without
  /// pattern: as good as planes drawn by chance, for a small part of the work.
  fileprivate init(of direction: [Float]) {
    var numbers = direction
    for index in numbers.indices where Self.isTurned(UInt64(index)) {
      numbers[index] = -numbers[index]
    }
    var half = 1
    while half < numbers.count {
      for start in stride(from: 0, to: numbers.count, by: half * 2) {
        for index in start..<start + half {
          let (one, two) = (numbers[index], numbers[index + half])
          numbers[index] = one + two
          numbers[index + half] = one - two
        }
      }
      half *= 2
    }
    func bits(_ part: Int) -> UInt64 {
      numbers[part * 64..<(part + 1) * 64].reduce(0) { $0 << 1 | ($1 > 0 ? 1 : 0) }
    }
    parts = (bits(0), bits(1), bits(2), bits(3))
  }

  /// A bit of SplitMix64 (Steele, Lea and Flood, 2014).
  private static func isTurned(_ index: UInt64) -> Bool {
    var bits = (index &+ 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return (bits ^ bits >> 31) & 1 == 1
  }
}

/// Tells what words mean: the port behind which better ways come.
///
/// Pure: the same words give the same meaning, in whatever order they stand.
public protocol MeaningFinding: Sendable {
  /// - Parameter terms: the words of a text as its index holds them: folded, each once.
  /// - Returns: `nil` where none of them is known.
  func meaning(of terms: [String]) -> Meaning?
}

/// Knows no word: where nothing better is given, likeness is of words alone.
public struct NoMeanings: MeaningFinding {
  public init() {}

  public func meaning(of terms: [String]) -> Meaning? { nil }
}
