/// Correcting what a post is read as.
public struct ReadingWords: Sendable {
  var title: String
  var readBy: @Sendable (_ who: String) -> String
  var aMember: String
  var theDesk: String
  var what: String
  var unsure: String
  var keep: String
}
