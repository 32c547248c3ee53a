import HeedModel

/// Who saw a post of ours, and what is assumed of attention.
public struct SeenWords: Sendable {
  var title: String
  /// The link beside a post of ours.
  var link: String
  /// A number of people with its thousands apart.
  var number: @Sendable (_ n: Int) -> String
  /// What stands before a part of one: 7.5 or 7,5.
  var decimalMark: String
  /// `26 minutes`, to stand after "those".
  var length: @Sendable (_ duration: Duration) -> String
  // The sentence that somebody can repeat
  var between:
    @Sendable (_ low: String, _ high: String, _ likely: String, _ length: String, _ surely: Int) ->
      String
  var counted: @Sendable (_ people: String, _ length: String, _ surely: Int) -> String
  var countedBetween:
    @Sendable (_ low: String, _ high: String, _ likely: String, _ length: String, _ surely: Int) ->
      String
  var onlySurely: @Sendable (_ surely: Int, _ length: String) -> String
  var nobodyKnown: @Sendable (_ length: String) -> String
  var nobody: @Sendable (_ length: String) -> String
  // How it is known
  var how: String
  var isCounted: @Sendable (_ network: String, _ when: String) -> String
  var countedHint: String
  var isEstimated: @Sendable (_ network: String) -> String
  var isEstimatedWhileUncounted: @Sendable (_ network: String) -> String
  var from: @Sendable (_ followers: String, _ sharers: Int, _ theirs: String) -> String
  var replyShare: @Sendable (_ low: String, _ likely: String, _ high: String) -> String
  var share: @Sendable (_ low: String, _ likely: String, _ high: String) -> String
  var halfLife: @Sendable (_ low: String, _ likely: String, _ high: String) -> String
  var overlap: @Sendable (_ low: String, _ likely: String, _ high: String) -> String
  var meaning: String
  var isPublished: String
  var isFitted: @Sendable (_ posts: Int) -> String
  var isChanged: @Sendable (_ who: String) -> String
  var nothingToEstimateFrom: @Sendable (_ network: String) -> String
  var toAssumptions: String
  // The plot
  var plot:
    @Sendable (_ from: String, _ to: String, _ likely: String, _ low: String, _ high: String) ->
      String
  var asTable: String
  var time: String
  var low: String
  var likely: String
  var high: String
  // Who surely
  var surelyTitle: String
  var answered: String
  var liked: String
  var shared: String
  var others: @Sendable (_ n: Int, _ isMore: Bool) -> String
  var nobodyReacted: String
  // Samples
  var samples: String
  var samplesHint: String
  var noSamples: String
  var age: String
  var readers: String
  var likes: String
  var shares: String
  var answers: String
  var quotes: String
  var untold: String
  var noticed: String
  var fixed: String
  var moment: @Sendable (_ what: String, _ clock: String) -> String
  var notCounted: @Sendable (_ moment: String) -> String
  // What is assumed
  var attention: String
  var attentionLead: String
  var attentionNone: String
  var onlyHalfLife: String
  var shareLabel: String
  var halfLifeLabel: String
  var overlapLabel: String
  var repliesLabel: String
  var inHundred: String
  var minutes: String
  var source: String
  var note: String
  var noteHint: String
  var save: String
  var forget: String
  var forgetHint: String
}
