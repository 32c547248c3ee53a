package import HeedModel

/// Reads a list from its newest entry down to what is known, without a gap, however often it is
/// interrupted.
///
/// The API has `min_id` to walk upwards, but not every server: snac answers it with nothing,
/// Pixelfed repeats the entry itself, and Mastodon sorts a remote post that arrives late below
/// posts that were read before, where `min_id` never looks again
/// (https://github.com/mastodon/mastodon/issues/25245,
/// https://github.com/pixelfed/pixelfed/issues/6192). `max_id` works everywhere. So the newest
/// page is read each time, which finds the late ones, and pages below it until a known entry is
/// met; a stretch that could not be finished is kept in the cursor. Ids are never compared by
/// size.
package struct Walk<Item: Sendable>: Sendable {
  package struct Page: Sendable {
    package var entries: [Entry]
    /// What to ask for to get the page below, from the `Link` header; without one the last
    /// entry's id.
    package var below: String?
    /// Something came, and none of it makes sense: what stands below it may.
    package var isUnreadable: Bool

    /// Forty are asked for. A server that sends without measure is read in pieces.
    package static var most: Int { 1000 }

    /// - Parameter count: how many came, those left aside included.
    package init(entries: [Entry], below: String?, count: Int = 0) {
      isUnreadable = entries.isEmpty && count > 0
      self.entries = Array(entries.prefix(Self.most))
      self.below = entries.count > Self.most ? self.entries.last?.id : below
    }
  }

  package struct Entry: Sendable {
    package var id: String
    package var at: Instant?
    /// Differs when the same entry says something else.
    package var wording: String
    package var item: Item

    package init(id: String, at: Instant?, wording: String, item: Item) {
      self.id = id
      self.at = at
      // It is kept in the cursor; a time and a number fit.
      self.wording = String(wording.prefix(64))
      self.item = item
    }
  }

  package struct Outcome: Sendable {
    package var events: [RemoteEvent]
    package var cursor: WalkCursor
    package var next: Duration?
  }

  /// Pages read in one pass; what is left then waits in the cursor.
  package var pages = 6
  /// An entry so much older than the known end of a list marks that end, should the known entries
  /// be gone.
  package var slack: Duration = .days(1)
  /// So many entries are looked at from the first known one on.
  package var overlap = 20
  package let clock: any DeskClock
  package let fetch: @Sendable (_ below: String?) async throws -> Page
  /// The events of entries, given oldest first.
  package let take: @Sendable ([Item]) async throws -> [RemoteEvent]

  package init(
    pages: Int = 6, slack: Duration = .days(1), overlap: Int = 20, clock: any DeskClock,
    fetch: @escaping @Sendable (_ below: String?) async throws -> Page,
    take: @escaping @Sendable ([Item]) async throws -> [RemoteEvent]
  ) {
    self.pages = pages
    self.slack = slack
    self.overlap = overlap
    self.clock = clock
    self.fetch = fetch
    self.take = take
  }

  private struct Stretch {
    var below: String?
    var base: String?
    var baseAt: Int64
    var known: [String: String]
  }

  private struct Progress {
    var left: Int
    var parts: [[RemoteEvent]] = []
    var fault: (any Error)?
  }

  /// One pass.
  /// - Throws: what went wrong before anything came; later faults end the pass with what it got.
  package func pass(from old: WalkCursor?) async throws -> Outcome {
    guard let old else { return try await begin() }
    var progress = Progress(left: pages)
    var new = old
    new.gaps = []
    let newest = try await page(below: nil)
    progress.left -= 1
    let stretch = Stretch(below: nil, base: old.top, baseAt: old.topAt, known: old.seen)
    if let gap = try await walk(stretch, first: newest, &progress) { new.gaps.append(gap) }
    for gap in old.gaps {
      guard progress.left > 0, progress.fault == nil else {
        new.gaps.append(gap)
        continue
      }
      let stretch = Stretch(below: gap.below, base: gap.base, baseAt: gap.baseAt, known: [:])
      do {
        let first = try await page(below: gap.below)
        progress.left -= 1
        if let rest = try await walk(stretch, first: first, &progress) { new.gaps.append(rest) }
      } catch {
        progress.fault = error
        new.gaps.append(gap)
      }
    }
    note(newest, in: &new)
    new.tidy()
    return outcome(progress, new)
  }

  /// The first pass takes the newest page and begins there.
  private func begin() async throws -> Outcome {
    let newest = try await page(below: nil)
    let events = try await take(newest.entries.reversed().map(\.item))
    var cursor = WalkCursor(top: nil, topAt: clock.now().milliseconds)
    note(newest, in: &cursor)
    return Outcome(events: events, cursor: cursor)
  }

  private func note(_ newest: Page, in cursor: inout WalkCursor) {
    guard let top = newest.entries.first else { return }
    cursor.top = top.id
    cursor.topAt = (top.at ?? clock.now()).milliseconds
    cursor.seen = Dictionary(
      newest.entries.prefix(WalkCursor.mostSeen).map { ($0.id, $0.wording) }
    ) { first, _ in first }
  }

  private func page(below: String?) async throws -> Page { try await fetch(below) }

  /// Follows a stretch down. Throws only when its first page could not be taken in.
  /// - Returns: what is left of it.
  private func walk(
    _ stretch: Stretch, first: Page, _ progress: inout Progress
  ) async throws -> WalkCursor.Gap? {
    var page = first
    var asked = stretch.below
    var met: Set<String> = []
    var isFirst = true
    var belowKnown = 0
    while !page.entries.isEmpty || page.isUnreadable && page.below != asked {
      let fresh = page.entries.filter { !met.contains($0.id) }
      // A server that shows the same page again has no more, or does not know pages.
      guard !fresh.isEmpty || page.isUnreadable else { return nil }
      met.formUnion(fresh.map(\.id))
      let unknown = fresh.filter { stretch.known[$0.id] != $0.wording }
      do {
        progress.parts.append(try await take(unknown.reversed().map(\.item)))
      } catch {
        if isFirst { throw error }
        progress.fault = error
        return asked.map { WalkCursor.Gap(below: $0, base: stretch.base, baseAt: stretch.baseAt) }
      }
      isFirst = false
      if !page.isUnreadable, isEnough(page, stretch, &belowKnown) { return nil }
      guard let below = page.below ?? page.entries.last?.id else { return nil }
      let gap = WalkCursor.Gap(below: below, base: stretch.base, baseAt: stretch.baseAt)
      guard progress.left > 0 else { return gap }
      progress.left -= 1
      asked = below
      do {
        page = try await self.page(below: below)
      } catch {
        progress.fault = error
        return gap
      }
    }
    return nil
  }

  /// Whether a page meets what is known and looks a little below it: a post that arrives late
  /// stands among those that were read before.
  private func isEnough(_ page: Page, _ stretch: Stretch, _ below: inout Int) -> Bool {
    if below > 0 {
      below += page.entries.count
    } else if let first = page.entries.firstIndex(where: {
      $0.id == stretch.base || stretch.known[$0.id] != nil
    }) {
      below = page.entries.count - first
    }
    if below >= overlap || below > 0 && page.entries.count < overlap { return true }
    let end = Instant(milliseconds: stretch.baseAt) - slack
    return page.entries.allSatisfy { ($0.at ?? end) < end }
  }

  private func outcome(_ progress: Progress, _ cursor: WalkCursor) -> Outcome {
    var told: Set<RemoteEvent> = []
    let events = progress.parts.reversed().joined().filter { told.insert($0).inserted }
    var next = (progress.fault as? NetworkError)?.retryAfter
    // There is more: no reason to wait for the next turn.
    if next == nil, !cursor.gaps.isEmpty, progress.fault == nil { next = .zero }
    return Outcome(events: events, cursor: cursor, next: next)
  }
}
