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
}
