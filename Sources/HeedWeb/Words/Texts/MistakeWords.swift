/// Mistakes of ours, how they are mended, and what came of them.
public struct MistakeWords: Sendable {
  var all: String
  var lead: String
  var none: String
  var which: String
  var stillStand: String
  var everyOne: String
  var noneOpen: String
  var noneHint: String
  var markPage: String
  var mark: String
  var markTold: String
  var markTitle: String
  var markLead: String
  var what: String
  var whatHint: String
  var said: String
  var saidHint: String
  var address: String
  var addressHint: String
  var since: String
  var who: String
  var us: String
  var somebody: String
  var told: @Sendable (_ name: String) -> String
  var when: String
  var whenHint: String
  var day: String
  var time: String
  var markIt: String
  var isOpen: String
  var isUnderway: String
  var isFailed: String
  var isFixed: String
  var stepSaid: String
  var stepNoticed: String
  var stepFixed: String
  var stepStood: String
  var unknown: String
  var notYet: String
  var soFar: @Sendable (_ span: String) -> String
  var on: @Sendable (_ place: String) -> String
  var onPage: String
  var after: @Sendable (_ span: String) -> String
  /// Instead of `after`, where it was less than a minute.
  var within: String
  var byUs: String
  var byYou: String
  var bySomebody: String
  var fromWrong: String
  var wayEdit: String
  var wayReply: String
  var wayApologise: String
  var wayDelete: String
  var wayByHand: String
  var didEdit: String
  var didReply: String
  var didApologise: String
  var didDelete: String
  var didByHand: String
  var fix: String
  var fixLead: String
  var fixLeadOne: String
  var newWords: String
  var openWords: String
  var replyWords: String
  var handWords: String
  var doEdit: String
  var doSend: String
  var doDelete: String
  var doNote: String
  var anyway: String
  var cannot: String
  var failed: String
  var unsaidNow: String
  var underway: String
  var unconfirmed: String
  var inThread: String
  var saidThere: String
  var saysNow: String
  var whereTitle: String
  var nowhere: String
  var otherwiseWrong: String
  var asItWas: String
  var correctedBelow: String
  var stillWrong: String
  var oursToo: @Sendable (_ n: Int) -> String
  var quotes: @Sendable (_ n: Int) -> String
  var moreQuotes: @Sendable (_ n: Int) -> String
  var copies: @Sendable (_ n: Int) -> String
  var tooCommon: String
  var notLooked: String
  var pageUnread: String
  var elsewhere: String
  var doneByHand: String
  var fixThis: String
  var peopleTitle: @Sendable (_ n: Int) -> String
  var peopleLead: String
  var nobodySpoke: String
  var actTold: String
  var alsoOnAPage: String
  var actAsked: String
  var actToldWrong: String
  var actAnswered: String
  var actQuoted: String
  var firstWords: String
  var spokeBefore: String
  var onlyAbout: String
  var writeTo: @Sendable (_ name: String) -> String
  var written: String
  var onItsWay: String
  var leftAlone: @Sendable (_ n: Int) -> String
  var known: String
  var liked: String
  var shared: String
  var aftermath: String
  var silence: String
  var silenceAbout: String
  var wroteAgain: String
  var alsoWrote: String
  var bystanders: String
  var reopenTitle: String
  var reopenWords: String
  var reopenHint: String
  var reopen: String
  var reopened: String
  var standsAgain: String
  var saidNoMore: String
  var othersHere: String
  var mendsOther: String
  var seeIt: String
  var publicTitle: String
  var publicLead: String
  var publicWrong: String
  var publicRight: String
  var publish: String
  var publishedAt: String
  var publishes: String
  var publishesHint: String
  var corrections: @Sendable (_ name: String) -> String
  var correctionsLead: String
  var noCorrections: String
  var stoodFor: @Sendable (_ span: String) -> String
  var saidItHere: String
  var reopenedPublic: String
  var feeds: String
  var scarOpen: String
  var scarFixed: @Sendable (_ span: String) -> String
  var scarFixedPlain: String
  var mends: String
  var touchedThem: String
  var wroteAgainLater: @Sendable (_ span: String) -> String
  var open: @Sendable (_ n: Int) -> String
  var wasMarked: String
  var wasTold: String
  var wasFixed: String
  var wasReopened: String
  var wasPublished: String
}
