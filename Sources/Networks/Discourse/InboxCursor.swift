import Foundation
import HeedModel
import HeedNetwork

/// A notice whose post was not fetched yet.
struct Waiting: Codable, Sendable, Equatable {
  var notice: String
  var type: Int?
  /// The number of the post, else its place in a topic.
  var post: String?
  var topic: Int?
  var number: Int?
  /// Who liked it.
  var by: String?
  var at: Int64?
  var tries: Int?

  var kind: Notice.Kind? { type.flatMap { Notice.Kind(rawValue: $0) } }

  /// `nil` for a notice that tells of no post: a badge, a summary.
  init?(_ notice: Notice) {
    let hasPlace = (notice.topic ?? 0) > 0 && (notice.number ?? 0) > 0
    guard notice.post != nil || hasPlace else { return nil }
    self.notice = notice.id
    type = notice.type
    post = notice.post
    if post == nil { (topic, number) = (notice.topic, notice.number) }
    let kind = notice.kind
    by = kind == .liked || kind == .reacted ? notice.by : nil
    at = Dates.instant(notice.created)?.milliseconds
  }

  var triedOnceMore: Waiting? {
    var again = self
    again.tries = (tries ?? 0) + 1
    return again.tries ?? 0 < Inbox.mostTries ? again : nil
  }

  enum CodingKeys: String, CodingKey {
    case notice = "i"
    case type = "k"
    case post = "p"
    case topic = "t"
    case number = "n"
    case by = "b"
    case at = "a"
    case tries = "f"
  }
}

/// Where listening to an inbox goes on: how far its list is known, and what still waits, oldest first.
struct InboxCursor: Codable, Sendable {
  var walk: WalkCursor?
  var waiting: [Waiting] = []

  init() {}

  /// One that cannot be read counts as none: that brings doubles and loses nothing.
  init?(_ text: String?) {
    guard let text else { return nil }
    if let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)), read.walk != nil {
      waiting = read.waiting.filter {
        (0...253_402_300_799_999).contains($0.at ?? 0) && $0.notice.utf8.count < 200
      }
      walk = WalkCursor(read.walk?.text)
      return
    }
    // As it was kept before anything waited.
    guard let walk = WalkCursor(text) else { return nil }
    self.walk = walk
  }

  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
