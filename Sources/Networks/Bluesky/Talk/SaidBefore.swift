import HeedModel
import Synchronization

/// How private conversations stood before a message was handed over for the first time: the service keeps no keys, and
/// whatever stands there besides, in the same words, can only be that message. No clock takes part in this.
///
/// It is forgotten when the process ends; then times have to do.
final class SaidBefore: Sendable {
  struct Mark: Sendable {
    /// The newest revision in the conversation; empty where nothing was said in it.
    var revision: String
    /// Our own messages of the newest page.
    var ours: Set<String>
  }

  private static let most = 1_000

  private let marks = Mutex<(kept: [String: Mark], order: [String])>(([:], []))

  subscript(key: String) -> Mark? { marks.withLock { $0.kept[key] } }

  /// Keeps the first mark of a message and no later one.
  func note(_ mark: Mark, before key: String) {
    marks.withLock { marks in
      guard marks.kept[key] == nil else { return }
      marks.kept[key] = mark
      marks.order.append(key)
      if marks.order.count > Self.most { marks.kept[marks.order.removeFirst()] = nil }
    }
  }
}
