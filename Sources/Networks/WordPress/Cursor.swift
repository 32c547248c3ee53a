import Foundation

/// Where listening to a site's comments stands.
///
/// Comments have no time of their last change, and their own times can be given by whoever imports
/// them. Their numbers only grow: what is new is found by walking down from the newest to the
/// highest that was heard. What changed among the newest is found by their wording.
struct Cursor: Codable {
  /// The highest that was heard, with all below it.
  var last = 0
  /// The newest, with their wording (base 36).
  var window: [Int: String] = [:]
  /// The lowest number that the newest page had: above it nothing can be new but what was held or taken back.
  var floor: Int?
  /// Posts that are not for everybody, of those that were told of.
  var hidden: [Int]?
  /// Posts that were told of already, the latest last.
  var posts: [Int] = []
  /// Where a long walk down goes on.
  var walk: Walk?

  struct Walk: Codable {
    var top: Int
    var lowest: Int
    var offset: Int
  }

  static let posts = 200

  /// A cursor that cannot be read counts as none.
  init(_ written: String?) {
    guard let written,
      let stored = try? JSONDecoder().decode(Cursor.self, from: Data(written.utf8))
    else { return }
    self = stored
  }

  var written: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func know(post: Int, isHidden: Bool) {
    posts.append(post)
    posts = Array(posts.suffix(Self.posts))
    if isHidden { hidden = ((hidden ?? []) + [post]).suffix(Self.posts) }
  }

  func isHidden(_ post: Int) -> Bool { hidden?.contains(post) ?? false }
}
