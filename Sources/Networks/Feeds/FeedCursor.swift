import Foundation
import HeedModel

/// Where listening to a feed stands: what to ask with, and which entries were heard in which
/// wording.
struct FeedCursor {
  /// Beyond these, the entries heard longest ago are forgotten.
  static let limit = 500

  /// Where a permanent redirect led.
  var address: String?
  var etag: String?
  var modified: String?
  /// The feed's own pace, for passes that bring nothing.
  var pace: Duration = .hours(1)
  /// What the feed asked for when it was last read.
  var asked = FeedPace()
  private(set) var seen: [Seen] = []
  private var places: [UInt64: Int] = [:]

  struct Seen {
    var id: UInt64
    var wording: UInt64
    var firstSeenAt: Instant
    /// Its page and its day, which stay where a site names its entries anew.
    var stand: UInt64?
  }

  /// A cursor that cannot be read counts as none: everything is heard again, and found as doubles.
  init(_ written: String?) {
    guard let written,
      let stored = try? JSONDecoder().decode(Stored.self, from: Data(written.utf8))
    else { return }
    address = stored.address
    etag = stored.etag
    modified = stored.modified
    pace = .seconds(min(max(stored.pace, 0), 86400))
    asked = stored.asked?.pace ?? FeedPace()
    for line in stored.seen.prefix(Self.limit) {
      let parts = line.split(separator: " ")
      guard (3...4).contains(parts.count), let id = UInt64(parts[0], radix: 36),
        let wording = UInt64(parts[1], radix: 36), let at = Int64(parts[2], radix: 36)
      else { continue }
      remember(
        Seen(
          id: id, wording: wording, firstSeenAt: Instant(milliseconds: at),
          stand: parts.count == 4 ? UInt64(parts[3], radix: 36) : nil))
    }
  }

  subscript(id: UInt64) -> Seen? { places[id].map { seen[$0] } }

  mutating func remember(_ entry: Seen) {
    if let place = places[entry.id] {
      seen[place] = entry
    } else {
      places[entry.id] = seen.count
      seen.append(entry)
    }
  }

  mutating func forget(_ id: UInt64) {
    guard places[id] != nil else { return }
    keep(seen.filter { $0.id != id })
  }

  /// Takes up under its new id an entry that reads and stands as before, and whose old id is gone: some sites make up new
  /// ids at every asking.
  /// - Parameter here: all ids of this pass.
  /// - Returns: whether there was one.
  mutating func rename(to entry: Seen, besides here: Set<UInt64>) -> Bool {
    guard let stand = entry.stand,
      let place = seen.firstIndex(where: {
        $0.stand == stand && $0.wording == entry.wording && !here.contains($0.id)
      })
    else { return false }
    places[seen[place].id] = nil
    places[entry.id] = place
    seen[place].id = entry.id
    return true
  }

  /// Puts the entries of this pass first, so that those gone longest fall off the end.
  mutating func sort(first ids: Set<UInt64>) {
    keep(seen.filter { ids.contains($0.id) } + seen.filter { !ids.contains($0.id) })
  }

  private mutating func keep(_ entries: [Seen]) {
    seen = Array(entries.prefix(Self.limit))
    places = Dictionary(uniqueKeysWithValues: seen.enumerated().map { ($1.id, $0) })
  }

  var written: String? {
    let stored = Stored(
      address: address, etag: etag, modified: modified, pace: pace.milliseconds / 1000,
      asked: Asked(asked),
      seen: seen.map { entry in
        ([
          String(entry.id, radix: 36), String(entry.wording, radix: 36),
          String(entry.firstSeenAt.milliseconds, radix: 36),
        ] + (entry.stand.map { [String($0, radix: 36)] } ?? [])).joined(separator: " ")
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(stored)).map { String(decoding: $0, as: UTF8.self) }
  }

  private struct Stored: Codable {
    var address: String?
    var etag: String?
    var modified: String?
    var pace: Int64
    var asked: Asked?
    var seen: [String]
  }

  private struct Asked: Codable {
    /// Seconds.
    var pause: Int64?
    var hours: [Int]?
    var days: [Int]?

    /// `nil` when nothing was asked for.
    init?(_ pace: FeedPace) {
      pause = [pace.ttl, pace.period].compactMap { $0 }.max().map { $0.milliseconds / 1000 }
      hours = pace.skipHours.isEmpty ? nil : pace.skipHours.sorted()
      days = pace.skipDays.isEmpty ? nil : pace.skipDays.sorted()
      if pause == nil, hours == nil, days == nil { return nil }
    }

    var pace: FeedPace {
      var pace = FeedPace()
      pace.ttl = pause.map { .seconds(min(max($0, 0), 86400)) }
      pace.skipHours = Set((hours ?? []).filter { (0..<24).contains($0) })
      pace.skipDays = Set((days ?? []).filter { (0..<7).contains($0) })
      return pace
    }
  }
}
