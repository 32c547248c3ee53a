import Foundation
import HeedModel
import HeedReading

enum SpeedTable {
  static func write(_ corpus: Corpus, to report: inout Report) throws {
    report.head("Speed and memory")
    let before = memory()
    let posts = try corpus.crises().sorted { $0.key < $1.key }.map(\.value)
    let reader = TrainedReader()
    var known = 0
    for post in posts.prefix(2000) where reader.read(post, declaredLanguage: nil).tone != nil {
      known += 1
    }
    let started = processorSeconds()
    for post in posts where reader.read(post, declaredLanguage: nil).tone != nil { known += 1 }
    let took = processorSeconds() - started
    let bytes = posts.reduce(0) { $0 + $1.utf8.count }
    report.say(
      "\(posts.count) real posts of \(bytes / max(1, posts.count)) bytes, language, tone and kind together: \(Int(Double(posts.count) / took)) posts a second of one core. The models are \(models(before)) of the program, read where they lie."
    )
    guard known > 0 else { return report.say("Nothing was read.") }
  }

  /// Seconds of processor time of this process.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func memory() -> Int {
    ["language", "tone", "kind"].reduce(0) { sum, name in
      let path = "Sources/System/CModels/\(name).bin"
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return sum + (size ?? 0)
    }
  }

  private static func models(_ bytes: Int) -> String {
    String(format: "%.1f MB", Double(bytes) / 1e6)
  }
}
