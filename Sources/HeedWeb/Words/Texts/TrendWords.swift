/// What rises, what is far above the usual, and by what counts are told apart.
public struct TrendWords: Sendable {
  var rising: String
  var risingHere: String
  var how: String
  /// What a rising word is, with the floors.
  var definition: String
  var word: String
  var postsToday: String
  var usually: String
  /// - Parameter about: the topic; `nil` for all that is heard.
  var spike: @Sendable (_ about: String?, _ n: Int, _ usual: Int) -> String
  var spikeWords: String
  var spikeFirst: String
  var spikeDefinition: String
  /// - Parameter reached: how long ago; `nil` where it has just begun.
  var pastSought: @Sendable (_ reached: String?) -> String
  var places: String
  var languages: String
  var unknownLanguage: String
  var kinds: String
  var publicOnly: String
  /// A band for those who do not see it.
  var toneOverTime: @Sendable (_ positive: Int, _ negative: Int) -> String
  var above: String
  var below: String
  var earlier: String
  var earlierNote: String
  var earlierCount: @Sendable (_ version: Int, _ n: Int, _ from: String, _ to: String) -> String
  /// - Parameter percent: as it is said, or that it is below one.
  var voice: @Sendable (_ percent: Int) -> String
  var voiceWithheld: String
  var voiceHow: String
  var voiceDefinition: String
  var table: String
  var inCommon: String
  var overlaps: @Sendable (_ n: Int) -> String
}
