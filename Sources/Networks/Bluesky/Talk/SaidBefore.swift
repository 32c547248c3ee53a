import HeedModel
public import HeedNetwork
import Synchronization

/// How private conversations stood before a message was handed over for the first time: the service keeps no keys, and
/// whatever stands there besides, in the same words, can only be that message. No clock takes part in this.
///
/// The desk keeps it with the message (`Marking`). Whoever calls without that has it until the process ends; then times
/// have to do.
final class SaidBefore: Sendable {
  struct Mark: Sendable {
    /// The newest revision in the conversation; empty where nothing was said in it.
    var revision: String
    /// Our own messages in the same words.
    var ours: Set<String>
  }

  /// Pages of a conversation that are looked through for them, a hundred messages each.
  static let pages = 3

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

extension SaidBefore.Mark {
  /// The revision, and the ids behind it, with a space between.
  var text: String { ([revision] + ours.sorted()).joined(separator: " ") }

  init(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    self.init(revision: parts.first ?? "", ours: Set(parts.dropFirst()))
  }
}

extension BlueskyNetwork: Marking {
  /// Posts are found by their names; only what is said in private needs it.
  public func mark(
    before message: OutgoingMessage, as account: AccountAccess
  ) async throws -> String? {
    guard let conversation = try await conversation(for: message, account) else { return nil }
    return try await mark(message, in: conversation, as: account).text
  }
}
