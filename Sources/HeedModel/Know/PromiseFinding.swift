/// When something is due, as words say it: not yet an instant, for that takes the zone of whoever wrote them.
public enum DueTime: Sendable, Hashable {
  /// So many minutes after they were written, whatever the clock on the wall does meanwhile.
  case after(minutes: Int)
  /// On a day (days since 1970, as `WallTime.dayNumber`), until its end or until so many minutes after midnight.
  case day(Int64, minute: Int?)
}

/// A sentence in which somebody says that they, or their house, will do something.
public struct FoundPromise: Sendable, Hashable {
  /// The sentence, as it stands.
  public var words: String
  /// Where it stands in the text that was looked through.
  public var span: Range<String.Index>
  /// What tells when it is due: "by Friday", also "soon".
  public var dueWords: String?
  /// `nil` where nothing tells, or nothing that a calendar knows.
  public var due: DueTime?

  public init(
    words: String, span: Range<String.Index>, dueWords: String? = nil, due: DueTime? = nil
  ) {
    self.words = words
    self.span = span
    self.dueWords = dueWords
    self.due = due
  }
}

/// Finds promises in what a member writes: the port behind which better finders come.
///
/// Pure: the same words at the same time give the same promises. What it finds is offered, never kept by itself.
public protocol PromiseFinding: Sendable {
  /// - Parameters:
  ///   - language: BCP 47, if the writer said so; the words themselves go before it.
  ///   - now: the clock on the writer's wall.
  /// - Returns: in the order in which they stand.
  func promises(in text: String, language: String?, now: WallTime) -> [FoundPromise]
}

/// Finds nothing: where no finder is given.
public struct NoPromises: PromiseFinding {
  public init() {}

  public func promises(in text: String, language: String?, now: WallTime) -> [FoundPromise] { [] }
}
