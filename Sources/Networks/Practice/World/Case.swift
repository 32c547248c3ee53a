import HeedModel

/// What one person wants of the shop, from their first word to their last.
struct Case: Sendable, Equatable {
  enum State: Sendable { case waiting, answered, solved, silent }

  var opener: String
  var theme: Theme
  var isPrivate: Bool
  /// They spoke about the shop, not to it.
  var isAbout: Bool
  var state: State = .waiting
  /// Since when they wait for a word of ours.
  var waitingSince: Instant
  var nudges = 0
  /// What we said to them in this thread.
  var heard: [String] = []
  var gaveDetail = false
  var exchanges = 0
  /// We said that something would come, and it did not come yet.
  var awaitsPromise = false
}
