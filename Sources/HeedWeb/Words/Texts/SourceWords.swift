/// Where the desk listens.
public struct SourceWords: Sendable {
  var title: String
  var lead: String
  var ask: String
  var askButton: String
  var listensAt: @Sendable (_ n: Int) -> String
  var accounts: String
  var accountsHint: String
  var connect: String
  var pause: String
  var pauseOf: @Sendable (_ name: String) -> String
  var resume: String
  var resumeOf: @Sendable (_ name: String) -> String
  var askNow: String
  var askNowOf: @Sendable (_ name: String) -> String
  var remove: String
  var removeOf: @Sendable (_ name: String) -> String
  /// Whoever begins a thread there speaks to us: said of one that is heard, offered for it, and beside a new one.
  var isOurs: String
  var makeOurs: String
  var makeOursOf: @Sendable (_ name: String) -> String
  var notOurs: String
  var notOursOf: @Sendable (_ name: String) -> String
  var placeIsOurs: String
  var since: String
  var paused: String
  var heard: String
  var asked: String
  var aboutToAsk: String
  var new: String
  var newLead: String
  var troubledCount: @Sendable (_ n: Int) -> String
  var alreadyHeard: String
  var noOffers: @Sendable (_ typed: String) -> String
  var noOffersHint: String
  var addressHint: String
  var connectLater: String
  var connectTo: @Sendable (_ name: String) -> String
  var offers: @Sendable (_ n: Int) -> String
  var listening: String
  var listenHere: String
  var listenTo: @Sendable (_ name: String) -> String
}
