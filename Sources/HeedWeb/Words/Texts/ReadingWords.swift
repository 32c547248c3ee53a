import HeedModel

/// Correcting what a post is read as, and the page that says how the desk reads.
public struct ReadingWords: Sendable {
  var title: String
  var readBy: @Sendable (_ who: String) -> String
  var aMember: String
  var theDesk: String
  /// Beside what a post is, where whoever wrote it said that.
  var theySaidSo: String
  var theirWordStands: String
  var putAside: String
  var what: String
  var unsure: String
  var keep: String
  var undo: String
  var undoHint: String
  var undone: String
  var switched: String
  var verySure: String
  var fairlySure: String
  var hardlySure: String
  /// The words that spoke for a tone.
  var toldBy: @Sendable (_ words: [String]) -> String
  var alsoIn: @Sendable (_ languages: [String]) -> String
  var slightly: String
  var strongly: String
  // How we read
  var how: String
  var howIntroduction: String
  var language: String
  var tone: String
  var kind: String
  var languageDoes: @Sendable (_ languages: Int) -> String
  var languageDoesNot: String
  var toneDoes: @Sendable (_ languages: [String]) -> String
  var toneDoesNot: String
  var kindDoes: @Sendable (_ languages: [String]) -> String
  var kindDoesNot: String
  var nothingLearntFrom: String
  /// Of `posts` that members told of, `right` had been read right and `unknown` left open.
  var quality: @Sendable (_ right: Int, _ unknown: Int, _ posts: Int) -> String
  var noQuality: String
  var learning: String
  var learningText: String
  var switches: String
  var isOn: String
  var isOff: String
  var switchesHint: String
  var saveSwitches: String
}
