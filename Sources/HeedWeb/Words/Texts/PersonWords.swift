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
  /// Below what they said in a conversation that somebody else began.
  var inTalkOf: @Sendable (_ name: String) -> String
  /// They spoke to us in conversations of others alone.
  var onlyInOthers: @Sendable (_ date: String) -> String
  /// In place of words, where none of theirs stand that may be read.
  var nothingOfTheirs: String
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
