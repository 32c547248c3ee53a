import Foundation
import HeedModel

/// Prints how fast meanings are found among many, how often the nearest by all numbers is the one that the codes lead to,
/// and how much memory it takes: `MeaningBench [texts]…`.
@main
struct MeaningBench {
  static let seed: UInt64 = 7

  static func main() {
    let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    print("| texts | added a second | p50 ms | p99 ms | the nearest found % | of ten % | MB |")
    print("|---|---|---|---|---|---|---|")
    for count in given.isEmpty ? [50_000, 1_000_000] : given { measure(count) }
  }

  private static func measure(_ count: Int) {
    var dice = SplitMix64(seed: seed)
    // Texts lie in heaps, as posts about the same few hundred matters do.
    let matters = (0..<500).map { _ in dice.direction(around: nil, spread: 1) }
    let before = resident()
    var index = MeaningIndex()
    var made = 0.0
    for _ in 0..<count {
      let matter = matters[Int(dice.next() % 500)]
      let meaning = Meaning(direction: dice.direction(around: matter, spread: 1.2))
      let began = clock()
      index.add(meaning)
      made += seconds(since: began)
    }
    let size = resident() - before
    let questions = (0..<50).compactMap { _ in
      let matter = matters[Int(dice.next() % 500)]
      return Meaning(direction: dice.direction(around: matter, spread: 1.2))
    }
    var times: [Double] = []
    var (first, ten) = (0, 0)
    for question in questions {
      let began = clock()
      let found = index.nearest(to: question, limit: 10).map(\.text)
      times.append(seconds(since: began) * 1000)
      let real = exact(index, question)
      if found.first == real.first { first += 1 }
      ten += Set(found).intersection(real).count
    }
    times.sort()
    print(
      "| \(count) | \(Int(Double(count) / made)) | \(figure(times[25])) | \(figure(times[49])) "
        + "| \(first * 2) | \(ten / 5) | \(size / 1_048_576) |")
  }

  /// The ten nearest, every text looked at.
  private static func exact(_ index: MeaningIndex, _ question: Meaning) -> [Int] {
    var best: [(text: Int, nearness: Double)] = []
    for text in 0..<index.count {
      let nearness = index.nearness(of: text, to: question)
      if best.count == 10, nearness <= best[9].nearness { continue }
      best.append((text, nearness))
      best.sort { $0.nearness > $1.nearness }
      if best.count > 10 { best.removeLast() }
    }
    return best.map(\.text)
  }

  private static func seconds(since began: clock_t) -> Double {
    Double(clock() - began) / Double(CLOCKS_PER_SEC)
  }

  private static func figure(_ value: Double) -> String { String(format: "%.2f", value) }

  /// Bytes that the process holds.
  private static func resident() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    return (Int(status.split(separator: " ")[1]) ?? 0) * 4096
  }
}

extension SplitMix64 {
  /// Each number the sum of four even ones: near enough to a bell.
  fileprivate mutating func direction(around middle: [Float]?, spread: Float) -> [Float] {
    (0..<Meaning.width).map { index in
      let bits = next()
      let sum = (0..<4).reduce(Float(-2)) { $0 + Float(bits >> ($1 * 16) & 0xFFFF) / 65_536 }
      return (middle?[index] ?? 0) + spread * sum
    }
  }
}
