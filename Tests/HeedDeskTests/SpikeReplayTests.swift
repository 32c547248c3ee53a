import Foundation
import HeedDesk
import HeedModel
import HeedTesting
import Testing

/// The 26 events of CrisisLexT26 replayed in time, each as a topic of its own with eight weeks of quiet talk before and
/// a week after. The posts are a sample of about 1,000 an event; the quiet talk is made by dice: half a post to two an
/// hour, by the time of day.
struct SpikeReplayTests {
  private struct Replayed {
    var name: String
    var onset: Instant
    var alert: Instant?
    var falseAlarms = 0
    /// Among the posts that were collected, before the onset.
    var early = 0
    var quietDays = 0.0
  }

  @Test func eventsAreFoundAndQuietTalkRaisesNothing() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let corpora =
      ProcessInfo.processInfo.environment["HEED_CORPORA"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared/corpora").standardizedFileURL
    let directory = corpora.appending(path: "topics-crisislex/CrisisLexT26")
    guard FileManager.default.fileExists(atPath: directory.path) else {
      print("spikes: skipped, no corpus topics-crisislex (HEED_CORPORA names another place)")
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    let replayed = try names.compactMap { name in
      try Self.times(directory.appending(path: name), name).map {
        Self.replay(name, $0, seed: UInt64(name.utf8.count))
      }
    }
    let found = replayed.filter { $0.alert != nil }
    let minutes = found.compactMap { one in
      one.alert.map { Int(($0 - one.onset).milliseconds / 60_000) }
    }.sorted()
    let alarms = replayed.map(\.falseAlarms).reduce(0, +)
    let days = replayed.map(\.quietDays).reduce(0, +)
    for one in replayed {
      let said = one.alert.map { "\(($0 - one.onset).milliseconds / 60_000) min" } ?? "not found"
      print(
        "spikes: \(one.name): \(said), \(one.falseAlarms) false alarms, \(one.early) before the onset"
      )
    }
    print(
      """
      spikes: \(found.count) of \(replayed.count) events found; \(alarms) false alarms in \
      \(Int(days)) quiet days of a topic, \(Double(Int(Double(alarms) / days * 10_000)) / 10_000) a day; minutes from \
      onset to alert: median \(minutes.isEmpty ? 0 : minutes[minutes.count / 2]), worst \(minutes.last ?? 0)
      """)
    #expect(replayed.count == 26)
    #expect(found.count >= 20)
    #expect(Double(alarms) / days < 0.05)
  }

  /// When the posts of an event were made; their ids carry it.
  /// https://github.com/twitter-archive/snowflake/tree/snowflake-2010
  private static func times(_ folder: URL, _ name: String) throws -> [Int64]? {
    let file = folder.appending(path: "\(name)-tweets_labeled.csv")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let table = try String(contentsOf: file, encoding: .utf8)
    return table.split(separator: "\n").compactMap { line -> Int64? in
      guard line.hasPrefix("\""), let end = line.dropFirst().firstIndex(of: "\""),
        let id = Int64(line.dropFirst()[..<end])
      else { return nil }
      return (id >> 22) + 1_288_834_974_657
    }.sorted()
  }

  private static func replay(_ name: String, _ posts: [Int64], seed: UInt64) -> Replayed {
    let (hour, day): (Int64, Int64) = (3_600_000, 86_400_000)
    let dice = SeededRandomness(seed: seed)
    let onset = onset(posts)
    var one = Replayed(name: name, onset: Instant(milliseconds: onset))
    let begin = (posts[0] / hour - 8 * 168) * hour
    let end = posts[posts.count - 1] + 7 * day
    var counts: [Int] = []
    var next = 0
    var standing = false
    for start in stride(from: begin, to: end, by: Int(hour)) {
      var said = quiet(start, dice)
      while next < posts.count, posts[next] < start + hour {
        said.append(posts[next])
        next += 1
      }
      said.sort()
      let isQuiet = start < posts[0] || start > posts[posts.count - 1]
      if isQuiet { one.quietDays += 1 / 24 }
      if standing, let last = counts.last, let rule = SpikeRule(past: Array(counts.dropLast())),
        Double(last) <= rule.calm
      {
        standing = false
      }
      if !standing, let rule = SpikeRule(past: counts) {
        let bound = Int(rule.bound.rounded(.up))
        if said.count >= bound {
          standing = true
          let at = Instant(milliseconds: said[bound - 1])
          if isQuiet { one.falseAlarms += 1 }
          if !isQuiet, at.milliseconds < onset - hour { one.early += 1 }
          // What the desk watches by the minute.
          if !isQuiet, one.alert == nil, at.milliseconds >= onset - hour {
            one.alert = max(at, one.onset) + .minutes(1)
          }
        }
      }
      counts.append(said.count)
      if counts.count > 8 * 168 + 1 { counts.removeFirst() }
    }
    return one
  }

  /// The first post of the first sixty minutes with a quarter of what the busiest sixty held: known only afterwards.
  private static func onset(_ posts: [Int64]) -> Int64 {
    var most = 0
    var last = 0
    var held: [Int] = []
    for first in posts.indices {
      last = max(last, first)
      while last < posts.count, posts[last] < posts[first] + 3_600_000 { last += 1 }
      held.append(last - first)
      most = max(most, last - first)
    }
    let index = held.firstIndex { $0 * 4 >= most } ?? 0
    return posts[index]
  }

  private static func quiet(_ start: Int64, _ dice: SeededRandomness) -> [Int64] {
    let rate = 0.5 + 1.5 * max(0, sin(Double(start / 3_600_000 % 24) / 24 * 2 * .pi))
    let limit = exp(-rate)
    var product = 1.0
    var said: [Int64] = []
    while true {
      let number = dice.bytes(4).reduce(0) { $0 << 8 | Int64($1) }
      product *= Double(number) / 4_294_967_296
      if product <= limit { return said }
      said.append(start + number % 3_600_000)
    }
  }
}
