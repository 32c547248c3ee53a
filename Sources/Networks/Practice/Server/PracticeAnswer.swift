public import HeedNetwork

/// What the far side does with a request, for whatever carries it: HTTP between processes, or a
/// call within one.
public struct PracticeAnswer: Sendable {
  /// What goes back, if anything.
  public enum Outcome: Sendable {
    case answer(WireResponse)
    /// Close the connection without a word.
    case cut
    /// Answer 200 as `text/event-stream` and pass on what comes; when it throws, close.
    case events(AsyncThrowingStream<ServerSentEvent, any Error>)
  }

  /// Wait so long first.
  public var after: Duration
  public var outcome: Outcome

  init(_ outcome: Outcome, after: Duration = .zero) {
    self.outcome = outcome
    self.after = after
  }
}

extension ServerSentEvent {
  /// As it stands on the wire.
  public var wireText: String {
    var text = id.map { "id: \($0)\n" } ?? ""
    text += "event: \(event)\n"
    for line in data.split(separator: "\n", omittingEmptySubsequences: false) {
      text += "data: \(line)\n"
    }
    return text + "\n"
  }
}
