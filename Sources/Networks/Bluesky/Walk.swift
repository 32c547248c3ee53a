import Foundation
import HeedModel
import HeedNetwork

/// Where listening to one list goes on.
struct ListCursor: Codable, Sendable, Equatable {
  /// When the newest known entry came, in milliseconds.
  var top: Int64
  /// Entries of the last minutes that were told already.
  var seen: [String] = []
  /// Stretches that were begun and not ended, newest first.
  var gaps: [Gap] = []

  struct Gap: Codable, Sendable, Equatable {
    /// The server's own word for where the stretch goes on.
    var below: String
    /// Down to this time all is known.
    var until: Int64
    /// How many empty pages led here, one after the other.
    var empty: Int?
  }

  static let mostGaps = 16
  static let mostSeen = 500

  init(top: Int64) { self.top = top }

  /// A cursor that cannot be read counts as none: the list is begun anew, which brings doubles and loses nothing.
  init?(_ text: String?) {
    guard let text, let read = try? JSONDecoder().decode(ListCursor.self, from: Data(text.utf8))
    else { return nil }
    self = read
    top = min(max(top, 0), 253_402_300_799_999)
  }

  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// More stretches than are kept become one, which is read again: nothing is lost.
  mutating func tidy() {
    while gaps.count > Self.mostGaps {
      let last = gaps.removeLast()
      gaps[gaps.count - 1].until = min(last.until, gaps[gaps.count - 1].until)
    }
    seen = Array(seen.prefix(Self.mostSeen))
  }
}

/// Reads a list from its newest entry down to what is known, without a gap, however often it is interrupted.
///
/// Servers sort by when they took an entry in, and may take one in late; so the last minutes are looked at again each
/// time, and what was told is passed over.
struct Walk<Item: Sendable>: Sendable {
  struct Entry: Sendable {
    var id: String
    var at: Instant?
    /// `nil` for what has its place in the list and is not told.
    var item: Item?
  }

  struct Page: Sendable {
    var entries: [Entry]
    var below: String?
  }

  /// Pages read in one pass; what is left then waits in the cursor.
  var pages = 8
  /// A page may be empty and the list go on below it: whatever a server leaves out is left out of full pages. After so
  /// many in a row nothing more comes.
  var emptyPages = 40
  var overlap = Duration.minutes(10)
  let clock: any DeskClock
  let fetch: @Sendable (_ below: String?) async throws -> Page
  /// The events of entries, oldest first.
  let take: @Sendable ([Item]) -> [RemoteEvent]

  /// One pass.
  /// - Throws: what went wrong before anything came; later faults end the pass with what it got.
  func pass(from text: String?) async throws -> Heard {
    let newest = try await fetch(nil)
    guard let old = ListCursor(text) else {
      var cursor = ListCursor(top: clock.now().milliseconds)
      cursor.note(newest.entries.map { ($0.id, $0.at) }, overlap, now: clock.now())
      return Heard(events: take(newest.entries.reversed().compactMap(\.item)), cursor: cursor.text)
    }
    var new = ListCursor(top: old.top)
    var parts: [[RemoteEvent]] = []
    var noted = newest.entries.map { ($0.id, $0.at) }
    var left = pages - 1
    var fault: (any Error)?
    let seen = Set(old.seen)

    func walk(
      _ first: Page, until: Instant, isNewest: Bool = false, empty before: Int = 0
    ) async -> ListCursor.Gap? {
      var page = first
      var empty = before
      func gap(_ below: String) -> ListCursor.Gap {
        ListCursor.Gap(
          below: below, until: until.milliseconds, empty: empty == 0 ? nil : empty)
      }
      while true {
        let fresh = page.entries.filter { !seen.contains(Self.mark($0.id)) }
        parts.append(take(fresh.reversed().compactMap(\.item)))
        // A whole page of what was told already ends the look at the last minutes, however much was said in them; what
        // lies open below it is a stretch of its own.
        let isKnown =
          page.entries.contains { ($0.at ?? until) < until }
          || isNewest && !page.entries.isEmpty && fresh.isEmpty
        empty = page.entries.isEmpty ? empty + 1 : 0
        guard !isKnown, empty < emptyPages, let below = page.below else { return nil }
        guard left > 0, fault == nil else { return gap(below) }
        left -= 1
        do {
          let next = try await fetch(below)
          // A server that leads nowhere further has no more.
          guard next.below != below else { return nil }
          page = next
          noted += next.entries.map { ($0.id, $0.at) }
        } catch {
          fault = error
          return gap(below)
        }
      }
    }

    let until = Instant(milliseconds: old.top) - overlap
    // Below an empty page nothing is gone down a second time before the first came to its end.
    if !newest.entries.isEmpty || old.gaps.isEmpty,
      let gap = await walk(newest, until: until, isNewest: true)
    {
      new.gaps.append(gap)
    }
    for gap in old.gaps {
      guard left > 0, fault == nil else {
        new.gaps.append(gap)
        continue
      }
      left -= 1
      do {
        let page = try await fetch(gap.below)
        let rest = await walk(
          page, until: Instant(milliseconds: gap.until), empty: gap.empty ?? 0)
        if let rest { new.gaps.append(rest) }
      } catch {
        fault = error
        new.gaps.append(gap)
      }
    }
    new.note(noted, overlap, now: clock.now())
    let fresh = Set(new.seen)
    new.seen += old.seen.filter { !fresh.contains($0) }
    new.tidy()
    var next = (fault as? NetworkError)?.retryAfter
    // There is more: no reason to wait for the next turn.
    if next == nil, !new.gaps.isEmpty, fault == nil { next = .zero }
    return Heard(
      events: parts.reversed().flatMap { $0 }, cursor: new.text, next: next)
  }

  static func mark(_ id: String) -> String { ListCursor.mark(id) }
}

extension ListCursor {
  /// A time that is still to come is a server's mistake: behind it all that is said until then would count as known.
  fileprivate mutating func note(
    _ entries: [(id: String, at: Instant?)], _ overlap: Duration, now: Instant
  ) {
    top = min(top, now.milliseconds)
    if let newest = entries.compactMap(\.at).filter({ $0 <= now }).max() {
      top = max(top, newest.milliseconds)
    }
    let since = Instant(milliseconds: top) - overlap
    seen = entries.filter { ($0.at ?? since) >= since }.map { Self.mark($0.id) }
  }

  /// Short enough to keep many.
  fileprivate static func mark(_ id: String) -> String {
    String(StableHash.of(bytes: id.utf8), radix: 36)
  }
}
