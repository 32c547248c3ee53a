import HeedModel
import Testing

@Suite struct MeaningTests {
  @Test func whatPointsNowhereMeansNothing() {
    #expect(Meaning(direction: []) == nil)
    #expect(Meaning(direction: [Float](repeating: 0, count: Meaning.width)) == nil)
    #expect(Meaning(direction: [Float](repeating: .nan, count: Meaning.width)) == nil)
    #expect(Meaning(direction: [Float](repeating: .infinity, count: Meaning.width)) == nil)
  }

  @Test func howLongADirectionIsTellsNothing() throws {
    var dice = SplitMix64(seed: 3)
    let direction = dice.direction()
    let one = try #require(Meaning(direction: direction))
    let other = try #require(Meaning(direction: direction.map { $0 * 1000 }))
    #expect(one.code == other.code)
    #expect(one.nearness(to: other) > 0.999)
    let turned = try #require(Meaning(direction: direction.map { -$0 }))
    #expect(one.nearness(to: turned) < -0.999)
    #expect(one.code.distance(to: turned.code) == 256)
  }

  /// The share of planes between two directions is their angle over a half turn.
  @Test func theCodesTellTheAngle() throws {
    var dice = SplitMix64(seed: 5)
    for nearness in [0.9, 0.5, 0.0] {
      var sum = 0
      for _ in 0..<40 {
        let one = dice.direction()
        let two = dice.direction(at: nearness, from: one)
        let first = try #require(Meaning(direction: one))
        let second = try #require(Meaning(direction: two))
        #expect(abs(first.nearness(to: second) - nearness) < 0.25)
        sum += first.code.distance(to: second.code)
      }
      let angles = [0.9: 0.1436, 0.5: 0.3333, 0.0: 0.5]
      #expect(abs(Double(sum) / 40 / 256 - (angles[nearness] ?? 0)) < 0.03)
    }
  }

  @Test func theNearestIsFoundAmongThousands() throws {
    var dice = SplitMix64(seed: 11)
    var index = MeaningIndex()
    for _ in 0..<3000 { index.add(Meaning(direction: dice.direction())) }
    let asked = dice.direction()
    let meaning = try #require(Meaning(direction: asked))
    let near = try #require(Meaning(direction: dice.direction(at: 0.8, from: asked)))
    index.add(near)
    index.add(nil)
    #expect(index.count == 3002)
    let found = index.nearest(to: meaning, limit: 3)
    #expect(found.count == 3)
    #expect(found.first?.text == 3000)
    #expect(abs((found.first?.nearness ?? 0) - meaning.nearness(to: near)) < 0.001)
    #expect(found[1].nearness >= found[2].nearness)
    #expect(index.nearness(of: 3001, to: meaning) == 0)
  }

  @Test func onlyWhatIsMeantIsFoundHoweverFewThereAre() throws {
    var dice = SplitMix64(seed: 13)
    var index = MeaningIndex()
    for _ in 0..<2000 { index.add(Meaning(direction: dice.direction())) }
    index.add(nil)
    let meaning = try #require(Meaning(direction: dice.direction()))
    let found = index.nearest(to: meaning, limit: 5) { $0 % 1000 == 0 }
    #expect(Set(found.map(\.text)) == [0, 1000])
    #expect(index.nearest(to: meaning, limit: 0).isEmpty)
    #expect(MeaningIndex().nearest(to: meaning, limit: 5).isEmpty)
  }
}

extension SplitMix64 {
  fileprivate mutating func direction() -> [Float] {
    (0..<Meaning.width).map { _ in
      let bits = next()
      return (0..<4).reduce(Float(-2)) { $0 + Float(bits >> ($1 * 16) & 0xFFFF) / 65_536 }
    }
  }

  /// One whose angle from another has about this cosine: two directions by chance stand nearly upright on each other.
  fileprivate mutating func direction(at nearness: Double, from other: [Float]) -> [Float] {
    let (along, aside) = (Float(nearness), Float((1 - nearness * nearness).squareRoot()))
    return zip(other, direction()).map { along * $0 + aside * $1 }
  }
}
