/// Those who spoke to us: their lists, the handles of one human, and handing people over.
public struct PeopleWords: Sendable {
  var lists: String
  var all: String
  var waiting: String
  var promised: String
  var waitingHint: String
  var promisedHint: String
  var allHint: String
  var wronged: String
  var wrongedHint: String
  var quiet: String
  var quietHint: @Sendable (_ days: Int) -> String
  var noneWaiting: String
  var nonePromised: String
  var noneWronged: String
  var noneQuiet: String
  var seeAll: String
  var waits: String
  var wishesLink: String
  // In facts
  var theySpoke: @Sendable (_ n: Int) -> String
  var youAnswered: @Sendable (_ n: Int) -> String
  // Handles of one human
  var joinsTitle: String
  var joinsLead: String
  var joinedBy: @Sendable (_ name: String) -> String
  var joinedByNetwork: String
  var part: String
  var partOf: @Sendable (_ one: String, _ other: String) -> String
  var suggestionsTitle: String
  var sameHuman: String
  var sameHumanOf: @Sendable (_ other: String) -> String
  var notTheSame: String
  var notTheSameOf: @Sendable (_ other: String) -> String
  var apartTitle: String
  var declinedBy: @Sendable (_ name: String) -> String
  var partedBy: @Sendable (_ name: String) -> String
  var joinAgain: String
  var links: String
  var site: String
  var mailAddress: String
  var word: String
  var moved: String
  var whereSaid: String
  var wordTitle: String
  var wordField: String
  var wordHint: String
  var wordButton: String
  var joined: String
  var joinedUnderOther: String
  var parted: String
  var declined: String
  // Handing people over
  var handOverTitle: @Sendable (_ name: String) -> String
  var handOverOwnTitle: String
  var handOverLead: String
  var handOverNone: @Sendable (_ name: String) -> String
  var leftAlone: @Sendable (_ n: Int) -> String
  var introduce: String
  var introduceTo: @Sendable (_ name: String) -> String
  var lastTogether: String
  var alsoKnow: @Sendable (_ names: String) -> String
  var nobodyElse: String
  var metBy: @Sendable (_ name: String) -> String
  var whoLeft: String
  var whomTheyKnew: @Sendable (_ name: String) -> String
  var whomYouKnow: String
  /// Said to somebody by a member who comes in another's place; a draft, never sent by itself.
  var introduction: @Sendable (_ person: String, _ leaving: String, _ member: String) -> String
}
