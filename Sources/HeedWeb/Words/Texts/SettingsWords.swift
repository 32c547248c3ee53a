/// What the team decides for the whole desk.
public struct SettingsWords: Sendable {
  var lead: String
  var desk: String
  var organisation: String
  var openHours: String
  var openHoursHint: String
  var opens: @Sendable (_ day: String) -> String
  var closes: @Sendable (_ day: String) -> String
  var overMidnight: String
  var nextDay: String
  var moreHours: String
  var talking: String
  var undo: String
  var undoHint: String
  var seconds: String
  var minutes: String
  var days: String
  var keeping: String
  var keepingHint: String
  var seeNotice: String
  var aboutUs: String
  var conversations: String
  var people: String
  var peopleHint: String
  var drafts: String
  var contact: String
  var contactHint: String
  var notice: String
  var noticeHint: String
  var line: String
  var lineHint: String
  /// How quickly others answer on a network, and we: half of so many answers within a time.
  var pace:
    @Sendable (
      _ network: String, _ theirs: String, _ theirAnswers: Int, _ ours: String, _ ourAnswers: Int
    ) -> String
  /// The same where ours would tell of one of few members.
  var paceWithheld:
    @Sendable (_ network: String, _ theirs: String, _ theirAnswers: Int, _ least: Int) -> String
  var paceUnknown: String
  var lineNote: String
  var lineNoteHint: String
  var lineChanged: @Sendable (_ by: String) -> String
}
