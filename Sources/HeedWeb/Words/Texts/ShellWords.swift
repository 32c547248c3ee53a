/// What stands around every page.
public struct ShellWords: Sendable {
  var rooms: String
  var skip: String
  var skipLine: String
  var today: String
  var heard: String
  var topics: String
  var people: String
  var wishes: String
  var mistakes: String
  var sources: String
  var search: String
  var members: String
  var settings: String
  var audit: String
  var more: String
  var hereUntil: @Sendable (_ name: String, _ time: String) -> String
  var offline: String
  var failed: String
  var close: String
  var cancel: String
  var save: String
  var older: String
  /// What the figures beside the rooms count, said after them.
  var counted: CountedWords
}

/// What a figure beside a room's name counts: “2 due or late”. The same after one and after many.
public struct CountedWords: Sendable {
  var waiting: @Sendable (_ n: Int) -> String
  var promises: String
  var mistakes: String
  var sources: String
  var told: String
}
