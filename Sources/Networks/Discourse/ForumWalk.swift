import Foundation
import HeedModel
import HeedNetwork

/// Reads all that is new on a forum, without a gap.
///
/// `/posts.json?before=N` gives what is visible of the fifty numbers up to N, which may be nothing: private messages have
/// numbers of the same row. So numbers are walked upwards from the last one that is known to the newest that is seen.
struct ForumWalk: Sendable {
  static let window = 50
  /// Windows of one pass; the rest at the next.
  static let most = 8
  /// After so many windows without a post in a row, nothing visible is taken to stand up to the newest ones: a number that
  /// is far off would be walked to for ever.
  static let mostEmpty = 400

  let forum: Forum
  let clock: any DeskClock

  private var incoming: Incoming {
    Incoming(server: forum.server, now: clock.now(), user: forum.user)
  }

  func listen(from text: String?) async throws -> Heard {
    let newest = try await latest(before: nil)
    guard var cursor = ForumCursor(text) else {
      var cursor = ForumCursor(top: newest.map(\.id).max() ?? 0)
      return Heard(events: take(newest, &cursor), cursor: cursor.text)
    }
    guard let top = newest.map(\.id).max() else { return Heard(cursor: cursor.text) }
    var events: [RemoteEvent] = []
    var next: Duration?
    var windows = 0
    // What is known already may have been changed.
    events += take(newest.filter { $0.id <= cursor.top }, &cursor)
    while cursor.top < top {
      let end = cursor.top + Self.window
      if newest.contains(where: { $0.id <= cursor.top }) || end >= top + Self.window {
        // The newest window reaches down to what is known.
        events += take(newest.filter { $0.id > cursor.top }, &cursor)
        cursor.top = top
        break
      }
      guard windows < Self.most else {
        next = .zero
        break
      }
      windows += 1
      do {
        let posts = try await latest(before: min(end, top))
        cursor.empty = posts.isEmpty ? (cursor.empty ?? 0) + 1 : nil
        events += take(posts.filter { $0.id > cursor.top && $0.id <= end }, &cursor)
      } catch let error as NetworkError where !events.isEmpty {
        // What came so far is kept, and the rest asked for again.
        next = error.retryAfter
        break
      }
      cursor.top = min(end, top)
      if cursor.empty ?? 0 >= Self.mostEmpty, let lowest = newest.map(\.id).min() {
        (cursor.top, cursor.empty) = (max(cursor.top, lowest - 1), nil)
      }
    }
    return Heard(events: events, cursor: cursor.text, next: next)
  }

  /// A topic's newest posts since the last that is known.
  func listen(toTopic number: Int, from text: String?) async throws -> Heard {
    let topic = try await forum.topic(number)
    var cursor = ForumCursor(text) ?? ForumCursor(top: 0)
    let unknown = topic.stream.filter { $0 > cursor.top }
    let some = Array(unknown.prefix(Self.window * 4))
    let known = topic.stream.filter { $0 <= cursor.top }.suffix(20)
    let posts = try await forum.posts(Array(known) + some, of: number)
    let events = take(posts, &cursor, isPrivate: topic.isPrivate)
    cursor.top = max(cursor.top, some.max() ?? 0)
    return Heard(
      events: events, cursor: cursor.text, next: some.count < unknown.count ? .zero : nil,
      name: topic.title)
  }

  private func latest(before: Int?) async throws -> [ForumPost] {
    let answer: PlaceClient.Answer<Latest> = try await forum.client.get(
      "/posts.json", before.map { [("before", String($0))] } ?? [])
    return answer.value.posts
  }

  /// The events of posts that are new or read differently, oldest first.
  private func take(
    _ posts: [ForumPost], _ cursor: inout ForumCursor, isPrivate: Bool = false
  ) -> [RemoteEvent] {
    let incoming = incoming
    var events: [RemoteEvent] = []
    for post in posts.sorted(by: { $0.id < $1.id }) where !post.isHidden {
      let wording = post.isGone ? "" : String(StableHash.of(post.cooked), radix: 36)
      guard cursor.seen[post.id] != wording else { continue }
      let before = cursor.seen[post.id]
      cursor.see(post.id, wording)
      if post.isGone {
        if before != nil { events.append(.removed(incoming.reference(post).remoteID)) }
      } else if post.isSaid {
        var told = incoming.post(post, isPrivate: isPrivate)
        told.isRestored = before == ""
        events.append(.post(told))
      }
    }
    return events
  }
}

/// Where listening to a forum goes on.
struct ForumCursor: Codable, Sendable {
  /// Everything up to this number is known.
  var top: Int
  /// Windows without a post, in a row, up to there.
  var empty: Int?
  /// How the newest read when they were heard.
  private(set) var seen: [Int: String] = [:]

  static let most = 200

  init(top: Int) { self.top = top }

  /// A cursor that cannot be read counts as none: that brings doubles and loses nothing.
  init?(_ text: String?) {
    guard let text, let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)),
      (0...(1 << 53)).contains(read.top)
    else { return nil }
    self = read
  }

  mutating func see(_ id: Int, _ wording: String) {
    seen[id] = wording
    guard seen.count > Self.most else { return }
    for old in seen.keys.sorted().prefix(seen.count - Self.most) { seen[old] = nil }
  }

  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
