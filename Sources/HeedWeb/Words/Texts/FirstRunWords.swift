/// The first minutes.
public struct FirstRunWords: Sendable {
  var welcome: String
  var welcomeLead: String
  var question: String
  var lead: String
  var field: String
  var listen: String
  var heardNow: String
  var stillQuiet: String
  var invented: @Sendable (_ place: String) -> String
  var listensAt: @Sendable (_ n: Int) -> String
  var couldListen: String
  var keep: String
  var keepHint: String
  var organisation: String
  var keepButton: String
}
