/// Everything heard.
public struct HeardWords: Sendable {
  var title: String
  var narrow: String
  var moreWords: String
  var who: String
  var what: String
  var tone: String
  var topic: String
  var place: String
  var language: String
  var quiet: String
  var noMatch: String
  var all: String
  var volume: @Sendable (_ n: Int, _ from: String, _ to: String) -> String
  var asTable: String
  var from: String
  var posts: String
  var trend: TrendWords
}
