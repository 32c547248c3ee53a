import HeedModel

/// Wishes and causes: what people ask for, and what keeps hurting them.
public struct WishWords: Sendable {
  var title: String
  var lead: String
  var both: String
  var wish: String
  var wishesOnly: String
  var cause: String
  var causesOnly: String
  var open: String
  var settled: String
  var heard: String
  var considering: String
  var doing: String
  var done: String
  var no: String
  /// How many people said so, as far as the reader may see.
  var people: @Sendable (_ n: Int) -> String
  var lastSaid: String
  var none: String
  var noneHint: String
  /// Nothing is open, but something was settled.
  var noneOpen: String
  var noneSettled: String
  var saidAndDone: String
  var saidAndDoneLead: String
  var publicPeople: @Sendable (_ n: Int) -> String
  // The public place
  var readyLead: String
  var ready: String
  /// A post for everybody.
  var readyPost:
    @Sendable (_ kind: Wish.Kind, _ wished: String, _ people: Int, _ done: String) -> String
  var readyNames: String
  var publishTitle: String
  var publishLead: String
  var publishOff: String
  var wishedPublic: String
  var donePublic: String
  var publish: String
  var publishedTitle: String
  var seePublished: String
  var publicTitle: @Sendable (_ organisation: String) -> String
  var publicLead: String
  var nothingPublished: String
  var publishes: String
  var publishesHint: String
  var wasPublished: String
  // Gathering
  var act: String
  var key: String
  var gatherTitle: @Sendable (_ name: String) -> String
  var gatherTitleSeveral: String
  var gatherLead: String
  var theirWords: String
  var standing: String
  var alike: String
  var new: String
  var newTitle: String
  var newHint: String
  var kind: String
  var asRead: String
  var gather: String
  var gatheredBefore: @Sendable (_ titles: String) -> String
  // What several people said alike
  var suggested: String
  var suggestedLead: String
  var complainedAlike: @Sendable (_ n: Int, _ days: Int) -> String
  var wishedAlike: @Sendable (_ n: Int, _ days: Int) -> String
  var alsoSaid: @Sendable (_ n: Int) -> String
  /// Goes on behind how many said it.
  var ofThemPublic: @Sendable (_ n: Int) -> String
  var gatherCause: String
  var gatherWish: String
  var gatherThere: String
  var notTheSameAct: String
  var andMore: @Sendable (_ n: Int) -> String
  /// Before the times at which somebody had said the same.
  var saidBefore: String
  var notTheSame: String
  var suggestedKey: String
  // One wish
  var history: String
  var gatheredBy: @Sendable (_ name: String) -> String
  var changedBy: @Sendable (_ name: String, _ status: String) -> String
  /// Of somebody who was counted here.
  var notAskedBy: @Sendable (_ name: String) -> String
  var changeTitle: String
  var status: String
  var reason: String
  var reasonHint: String
  var change: String
  var whoSaidSo: @Sendable (_ n: Int) -> String
  var tellLead: String
  var tell: String
  var tellTo: @Sendable (_ name: String) -> String
  var nothingToAnswer: String
  var told: @Sendable (_ name: String) -> String
  var wordsGone: String
  var removeVoice: String
  var removeVoiceOf: @Sendable (_ name: String) -> String
  var nobodySeen: String
  var joinTitle: String
  var joinHint: String
  var joinWith: String
  var join: String
  var countsWith: String
  var alsoCounts: String
  var part: String
  var partOf: @Sendable (_ title: String) -> String
  var rename: String
  var save: String
  var theirs: String
  var about: @Sendable (_ title: String, _ status: String) -> String
  // What was done
  var gathered: String
  var changed: String
  var joined: String
  var parted: String
  var voiceRemoved: String
}
