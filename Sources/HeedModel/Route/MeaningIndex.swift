/// Meanings by number, so that those nearest to another are found fast: the codes of all are compared first, then the
/// numbers of the best. 292 bytes a meaning.
public struct MeaningIndex: Sendable {
  /// A text whose meaning is near.
  public struct Found: Sendable, Hashable {
    /// The how manieth it was that was added, from 0.
    public var text: Int
    /// The cosine of the angle between the two.
    public var nearness: Double
  }

  /// So many of the best by their codes are looked at for each that is wanted: the codes mistake an angle by some degrees.
  private static let looks = 24
  private static let leastLooks = 256

  private var codes: [UInt64] = []
  private var numbers: [Int8] = []
  /// Zero where nothing is known of a text.
  private var lengths: [Float] = []

  public init() {}

  public var count: Int { lengths.count }

  /// Adds the next text; `nil` takes its number and is never found.
  public mutating func add(_ meaning: Meaning?) {
    guard let meaning else {
      codes.append(contentsOf: repeatElement(0, count: 4))
      numbers.append(contentsOf: repeatElement(0, count: Meaning.width))
      lengths.append(0)
      return
    }
    let parts = meaning.code.parts
    codes.append(contentsOf: [parts.0, parts.1, parts.2, parts.3])
    numbers.append(contentsOf: meaning.numbers)
    lengths.append(Self.length(meaning.numbers))
  }

  /// The texts nearest to a meaning, the nearest first; of equally near ones the later.
  /// - Parameter isMeant: which texts may be found at all.
  public func nearest(
    to meaning: Meaning, limit: Int, where isMeant: (Int) -> Bool = { _ in true }
  ) -> [Found] {
    guard limit > 0, count > 0 else { return [] }
    let wanted = max(Self.leastLooks, limit * Self.looks)
    let found = candidates(meaning.code, wanted: wanted, where: isMeant).map {
      Found(text: $0, nearness: nearness(of: $0, to: meaning))
    }
    return Array(
      found.sorted { ($1.nearness, $1.text) < ($0.nearness, $0.text) }.prefix(limit))
  }

  /// How near one text is; 0 where nothing is known of it.
  public func nearness(of text: Int, to meaning: Meaning) -> Double {
    guard lengths[text] > 0 else { return 0 }
    var dot: Int32 = 0
    let start = text * Meaning.width
    numbers.withUnsafeBufferPointer { numbers in
      meaning.numbers.withUnsafeBufferPointer { others in
        for index in 0..<Meaning.width {
          dot &+= Int32(numbers[start + index]) &* Int32(others[index])
        }
      }
    }
    return Double(dot) / Double(lengths[text] * Self.length(meaning.numbers))
  }

  /// Those whose codes differ least: all within the distance up to which there are enough.
  private func candidates(_ code: Meaning.Code, wanted: Int, where isMeant: (Int) -> Bool) -> [Int]
  {
    let distances = distances(to: code)
    var counts = [Int](repeating: 0, count: 258)
    for distance in distances { counts[Int(distance)] += 1 }
    var (limit, sum, target) = (0, counts[0], wanted)
    while true {
      while limit < 256, sum < target {
        limit += 1
        sum += counts[limit]
      }
      let found = distances.indices.filter {
        distances[$0] <= limit && lengths[$0] > 0 && isMeant($0)
      }
      if found.count >= min(wanted, count) || limit >= 256 { return found }
      // Where some are not meant, one looks among twice as many.
      target = 2 * max(target, sum)
    }
  }

  private func distances(to code: Meaning.Code) -> [UInt16] {
    let (one, two, three, four) = code.parts
    return [UInt16](unsafeUninitializedCapacity: count) { distances, made in
      codes.withUnsafeBufferPointer { codes in
        for text in 0..<count {
          let at = text &* 4
          let bits =
            (codes[at] ^ one).nonzeroBitCount &+ (codes[at &+ 1] ^ two).nonzeroBitCount
            &+ (codes[at &+ 2] ^ three).nonzeroBitCount &+ (codes[at &+ 3] ^ four).nonzeroBitCount
          distances[text] = UInt16(truncatingIfNeeded: bits)
        }
      }
      made = count
    }
  }

  private static func length(_ numbers: [Int8]) -> Float {
    Float(numbers.reduce(into: Int32(0)) { $0 += Int32($1) * Int32($1) }).squareRoot()
  }
}
