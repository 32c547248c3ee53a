import HeedModel

/// Luck that is the same in every run: from a seed and the name of what is to be decided.
///
/// Each decision has a name of its own, so that what we say changes what people answer and nothing
/// else.
struct Chance: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(seed: UInt64, _ name: String) {
    var hash = StableHash(seed: seed)
    hash.add(name.utf8)
    numbers = SplitMix64(seed: hash.value)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// From 0 up to 1.
  mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

  mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

  /// One of several; `nil` only when there is none.
  mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element? {
    guard !choices.isEmpty else { return nil }
    let at = Int(next() % UInt64(choices.count))
    return choices[choices.index(choices.startIndex, offsetBy: at)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// Lower-case letters and digits without those that look alike.
  mutating func letters(_ count: Int) -> String {
    let letters = Array("23456789abcdefghjkmnpqrstvwxyz")
    return String((0..<count).map { _ in letters[Int(next() % UInt64(letters.count))] })
  }
}
