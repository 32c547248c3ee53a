/// Writing a reply.
public struct ComposerWords: Sendable {
  var yourReply: String
  var answeredMeanwhile: @Sendable (_ name: String) -> String
  var draftKept: String
  var readIt: String
  var hasWaited: @Sendable (_ name: String, _ span: String) -> String
  var youAnswer: @Sendable (_ name: String) -> String
  var standsOn: @Sendable (_ visibility: String, _ place: String) -> String
  var asYourself: @Sendable (_ address: String) -> String
  var asAccount: @Sendable (_ address: String) -> String
  var signed: String
  var houseRules: @Sendable (_ place: String) -> String
  var intent: String
  var removeMedium: @Sendable (_ alternative: String) -> String
  var remove: String
  var addPicture: String
  var file: String
  var alternative: String
  var alternativeHint: String
  var addIt: String
  var options: String
  var whoReads: String
  var language: String
  var noLanguage: String
  var warning: String
  var warningHint: String
  var sendAs: @Sendable (_ name: String) -> String
  var sendAnyway: String
  var undo: @Sendable (_ n: Int) -> String
  var keepDraft: String
  var discard: String
  var saved: String
  var notSaved: String
  var left: @Sendable (_ n: String, _ limit: String) -> String
  var over: @Sendable (_ n: String) -> String
  var atMost: @Sendable (_ n: Int) -> String
  var earlier: @Sendable (_ n: Int) -> String
  var earlierHint: String
  var solvedIt: String
  var theyThanked: String
  var theyComplained: String
  var theyAnswered: String
  var othersJoinedIn: String
  var nothingBack: String
  var seeWhole: @Sendable (_ who: String) -> String
  var byHand: String
  var copy: String
  var copyHint: String
  var copied: String
  var postedWhere: String
  var postedHint: String
  var posted: String
  var postedAnyway: String
}
