/// The list of keys.
public struct KeysWords: Sendable {
  var title: String
  var lead: String
  var areOff: String
  var change: String
  var next: String
  var previous: String
  var open: String
  var reply: String
  var claim: String
  var hand: String
  var snooze: String
  var done: String
  var mark: String
  var promise: String
  var search: String
  var list: String
  var back: String
}
