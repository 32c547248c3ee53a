/// Times as people say them.
public struct TimeWords: Sendable {
  var now: String
  var secondsAgo: @Sendable (_ n: Int) -> String
  var minutesAgo: @Sendable (_ n: Int) -> String
  var hoursAgo: @Sendable (_ n: Int) -> String
  var yesterday: @Sendable (_ time: String) -> String
  var today: @Sendable (_ time: String) -> String
  var tomorrow: @Sendable (_ time: String) -> String
  /// A time on the clock of whoever reads it, said of somebody whose clock shows another.
  var yours: @Sendable (_ time: String) -> String
  var weekdayAt: @Sendable (_ day: String, _ time: String) -> String
  var date: @Sendable (_ day: Int, _ month: String) -> String
  var dateWithYear: @Sendable (_ day: Int, _ month: String, _ year: Int) -> String
  var dateAt: @Sendable (_ date: String, _ time: String) -> String
  var exact:
    @Sendable (_ weekday: String, _ day: Int, _ month: String, _ year: Int, _ time: String) ->
      String
  var underAMinute: String
  var minutes: @Sendable (_ n: Int) -> String
  var hours: @Sendable (_ n: Int) -> String
  var hoursAndMinutes: @Sendable (_ hours: Int, _ minutes: Int) -> String
  var days: @Sendable (_ n: Int) -> String
  var months: [String]
  var shortMonths: [String]
  var weekdays: [String]
}
