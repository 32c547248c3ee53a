/// Who can help with a conversation, and what members say of themselves so that it finds them.
public struct HelpWords: Sendable {
  var couldKnow: String
  var couldKnowName: @Sendable (_ name: String) -> String
  var askedFor: String
  var answeredThis: String
  var knows: @Sendable (_ person: String) -> String
  var knowsSince: @Sendable (_ person: String, _ day: String) -> String
  var knowsAbout: @Sendable (_ words: String) -> String
  var speaks: @Sendable (_ language: String) -> String
  var wouldLike: @Sendable (_ words: String) -> String
  var newHere: String
  var wouldLearn: String
  var isHere: String
  var isHereUntil: @Sendable (_ clock: String) -> String
  var isAwayUntil: @Sendable (_ day: String) -> String
  var because: @Sendable (_ reasons: String) -> String

  var title: String
  var lead: String
  var languages: String
  var knowsLabel: String
  var knowsHint: String
  var likesLabel: String
  var likesHint: String
  var hours: String
  var hoursHint: String
  var minutes: String
  var minutesHint: String
  var minutesUnit: String
  var away: String
  var awayHint: String
  var awayFrom: String
  var awayUntil: String
  var change: String
}
