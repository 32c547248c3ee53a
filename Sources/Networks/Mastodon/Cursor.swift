import Foundation
import HeedModel

/// Where listening to one list goes on: how far up it is known, and which stretches below are
/// still to be fetched.
struct Cursor: Codable, Sendable, Equatable {
  /// The newest that was there when the list was last asked; `nil` when it was empty.
  var top: String?
  /// When that was published, or when listening began, in milliseconds.
  var topAt: Int64
  /// Stretches that were begun and not ended, newest first.
  var gaps: [Gap] = []
  /// What stood on the newest page last time, and in which wording.
  var seen: [String: String] = [:]

  struct Gap: Codable, Sendable, Equatable {
    /// Everything from here on downwards is missing: the server's `max_id`.
    var below: String
    /// Down to this one, which is known.
    var base: String?
    var baseAt: Int64

    enum CodingKeys: String, CodingKey {
      case below = "b"
      case base = "d"
      case baseAt = "a"
    }
  }

  enum CodingKeys: String, CodingKey {
    case top = "t"
    case topAt = "a"
    case gaps = "g"
    case seen = "s"
  }

  init(top: String?, topAt: Int64) {
    self.top = top
    self.topAt = topAt
  }

  /// A cursor that cannot be read counts as none: the list is begun anew, which brings doubles
  /// and loses nothing.
  init?(_ text: String?) {
    guard let text,
      let read = try? JSONDecoder().decode(Cursor.self, from: Data(text.utf8))
    else { return nil }
    self = read
  }

  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
