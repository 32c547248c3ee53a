/// The public page of what the desk keeps.
public struct NoticeWords: Sendable {
  var title: @Sendable (_ organisation: String) -> String
  var lead: @Sendable (_ organisation: String) -> String
  var aboutTitle: String
  var about: @Sendable (_ days: Int) -> String
  var toTitle: String
  var to: @Sendable (_ days: Int) -> String
  /// What the team noted goes as well.
  var teamWords: String
  /// When who somebody was is gone.
  var who: @Sendable (_ days: Int) -> String
  var privateTitle: String
  var privateText: String
  var neverTitle: String
  var never: String
  var objectTitle: String
  var object: String
  var writeThere: String
  var wrongTitle: String
  var wrong: String
  var whereTitle: String
}
