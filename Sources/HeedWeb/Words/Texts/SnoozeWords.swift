/// Letting a conversation rest.
public struct SnoozeWords: Sendable {
  var title: @Sendable (_ name: String) -> String
  var lead: String
  var until: String
  var laterToday: String
  var thisEvening: String
  var tomorrow: String
  var nextWeek: String
  var chosen: String
  var day: String
  var time: String
  var rest: String
}
