/// The waiting line and what stands below it.
public struct TodayWords: Sendable {
  /// - Parameters:
  ///   - n: conversations that wait.
  ///   - people: who said what waits in them; `nil` where nobody counted.
  var waiting: @Sendable (_ n: Int, _ people: Int?) -> String
  var nobodyWaits: String
  var waits: String
  var moreWait: @Sendable (_ n: Int) -> String
  var cameBackCount: @Sendable (_ n: Int) -> String
  var seeThem: String
  var cameBack: String
  var aboutUs: String
  var aboutUsHint: String
  var takeUp: String
  var takeUpOf: @Sendable (_ name: String) -> String
  var resting: @Sendable (_ n: Int) -> String
  var putAsideCount: @Sendable (_ n: Int) -> String
  var putAside: String
  var putAsideLead: String
  var putAsideNone: String
  var readAsSpam: String
  var calledSpamBy: @Sendable (_ name: String) -> String
  var bringBack: String
  var bringBackOf: @Sendable (_ name: String) -> String
  var isPutAside: String
  var wroteBefore: String
  var handedToYou: @Sendable (_ name: String) -> String
  var handedOn: @Sendable (_ name: String) -> String
  var yours: String
  var yourDraft: String
  var claimedBy: @Sendable (_ name: String) -> String
  var isWriting: @Sendable (_ name: String) -> String
  var replyFailed: @Sendable (_ name: String) -> String
  var replyUnknown: @Sendable (_ name: String) -> String
  var allAnswered: String
  var allAnsweredHint: String
  var seeHeard: String
  var noAccount: String
  var noAccountHint: String
  var connect: String
  var nothingHeard: String
  var nothingHeardHint: String
  var listen: String
  var pickOne: String
}
