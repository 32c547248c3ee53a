public import HeedModel

/// How the invented place runs.
public struct PracticeSettings: Sendable, Hashable {
  /// Decides everything that people do; the same seed tells the same story.
  public var seed: UInt64
  /// How much faster than life people live once the place is live: 60 makes an hour's talk pass in
  /// a minute. Times on posts stay true to the clock.
  public var pace: Double
  /// How much past the place has when it is made.
  public var history: Duration
  /// Nobody says anything by themselves: for tests and for exercises told by hand.
  public var isQuiet: Bool
  /// For how long the key of a message is honoured; `nil` when keys are ignored.
  public var keyLife: Duration?
  /// User-perceived characters of one post.
  public var limit: Int

  public init(
    seed: UInt64 = 1, pace: Double = 1, history: Duration = .days(2), isQuiet: Bool = false,
    keyLife: Duration? = .hours(1), limit: Int = 500
  ) {
    self.seed = seed
    self.pace = pace
    self.history = history
    self.isQuiet = isQuiet
    self.keyLife = keyLife
    self.limit = limit
  }

  /// An empty place with no past, where only what a test says is said.
  public static let quiet = PracticeSettings(history: .zero, isQuiet: true)
}
