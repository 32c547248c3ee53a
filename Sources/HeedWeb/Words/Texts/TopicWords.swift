/// Standing queries.
public struct TopicWords: Sendable {
  var new: String
  var change: @Sendable (_ name: String) -> String
  var lead: String
  var matches: @Sendable (_ n: Int) -> String
  var none: String
  var addedBy: @Sendable (_ name: String) -> String
  var added: String
  var changeIt: String
  var remove: String
  var nothingYet: String
  var name: String
  var nameHint: String
  var query: String
  var queryHint: String
  var howToWrite: String
  /// Before a query as it was probably meant.
  var perhaps: String
  var look: String
  var preview: String
  var wouldHaveCaught: @Sendable (_ n: Int) -> String
  var wouldHaveCaughtAbout: @Sendable (_ n: String, _ judged: Int, _ span: String) -> String
  /// Looking was cut off at that day.
  var wouldHaveCaughtSince: @Sendable (_ n: Int, _ day: String) -> String
  var helpAll: String
  var helpPhrase: String
  var helpPrefix: String
  var helpOr: String
  var helpNot: String
  var helpNear: String
  var helpMarks: String
  var helpExact: String
  var helpFields: String
}
