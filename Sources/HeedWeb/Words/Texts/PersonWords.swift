/// Somebody who spoke to us: what passed between us.
public struct PersonWords: Sendable {
  var writesIn: @Sendable (_ languages: String) -> String
  var doNotContact: String
  var knownAs: String
  var betweenUs: String
  var earlier: String
  var onlyAboutUs: String
  var firstWords: String
  var conversationsSince: @Sendable (_ n: Int, _ date: String) -> String
  var lastWith: @Sendable (_ name: String) -> String
  var lastWithYou: String
  var noneYet: String
  var noneYetHint: String
  var noneFound: @Sendable (_ query: String) -> String
  var people: String
  var find: String
  var findButton: String
  var lastSpoke: String
  var conversations: String
  var inOthers: String
  var firstSpoke: String
  var whoKnows: String
  var spokeLast: @Sendable (_ name: String) -> String
  var facts: String
  var lawNote: String
  var othersAsked: String
  var allWhoAsked: String
  var whoAskedLike: @Sendable (_ name: String) -> String
  var othersAskedLead: String
  var nobodyElseAsked: String
  var onlyLikest: String
  var gatheredAs: String
}
