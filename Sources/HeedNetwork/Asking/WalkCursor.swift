import Foundation
import HeedModel

/// Where listening to one list goes on: how far up it is known, and which stretches below are
/// still to be fetched.
package struct WalkCursor: Codable, Sendable, Equatable {
  /// The newest that was there when the list was last asked; `nil` when it was empty.
  package var top: String?
  /// When that was published, or when listening began, in milliseconds.
  package var topAt: Int64
  /// Stretches that were begun and not ended, newest first.
  package var gaps: [Gap] = []
  /// What stood on the newest page last time, and in which wording.
  package var seen: [String: String] = [:]

  package struct Gap: Codable, Sendable, Equatable {
    /// Everything from here on downwards is missing: the server's `max_id`.
    package var below: String
    /// Down to this one, which is known.
    package var base: String?
    package var baseAt: Int64

    package init(below: String, base: String?, baseAt: Int64) {
      self.below = below
      self.base = base
      self.baseAt = baseAt
    }

    package enum CodingKeys: String, CodingKey {
      case below = "b"
      case base = "d"
      case baseAt = "a"
    }
  }

  /// More stretches than this are joined: what lies between is read again, which loses nothing.
  package static let mostGaps = 32
  /// More than a page of forty, for servers that know no smaller one.
  package static let mostSeen = 300

  /// Keeps a cursor small, whatever a server does: it is stored with every pass.
  package mutating func tidy() {
    while gaps.count > Self.mostGaps {
      let last = gaps.removeLast()
      gaps[gaps.count - 1].base = last.base
      gaps[gaps.count - 1].baseAt = last.baseAt
    }
  }

  package enum CodingKeys: String, CodingKey {
    case top = "t"
    case topAt = "a"
    case gaps = "g"
    case seen = "s"
  }

  package init(top: String?, topAt: Int64) {
    self.top = top
    self.topAt = topAt
  }

  /// A cursor that cannot be read counts as none: the list is begun anew, which brings doubles
  /// and loses nothing.
  package init?(_ text: String?) {
    guard let text,
      let read = try? JSONDecoder().decode(WalkCursor.self, from: Data(text.utf8))
    else { return nil }
    self = read
    // Some calendars end; sums with a time of no calendar must not.
    topAt = Self.sane(topAt)
    for index in gaps.indices { gaps[index].baseAt = Self.sane(gaps[index].baseAt) }
  }

  private static func sane(_ milliseconds: Int64) -> Int64 {
    min(max(milliseconds, 0), 253_402_300_799_999)
  }

  package var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
