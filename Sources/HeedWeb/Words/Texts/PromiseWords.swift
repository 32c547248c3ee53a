/// What we said we would do.
public struct PromiseWords: Sendable {
  var title: String
  var lead: String
  var yours: String
  var colleagues: String
  var ended: String
  var none: String
  var noneHint: String
  var more: String
  var due: @Sendable (_ when: String) -> String
  var noTime: String
  var dueToday: String
  var late: String
  var isKept: String
  var isKeptLate: String
  var isBroken: String
  var isTakenBack: String
  var theySayBroken: String
  var keptWhich: String
  var keptElsewhere: String
  var keptNote: String
  var theySayWhich: String
  var theySayNote: String
  var theySayWhere: String
  var made: @Sendable (_ by: String, _ to: String) -> String
  var madeByYou: @Sendable (_ to: String) -> String
  var bySomebody: String
  var seeIt: String
  var keptBy: String
  var kept: String
  var broken: String
  var withdraw: String
  var reopen: String
  var about: @Sendable (_ act: String, _ words: String) -> String
  var keep: String
  var isNone: String
  var offered: @Sendable (_ n: Int) -> String
  var offeredHint: String
  var dueOn: String
  var at: String
  var keepsOne: String
  var youWrote: String
  var look: String
  var today: String
  var dueCount: @Sendable (_ n: Int) -> String
  var madeDone: String
  var keptDone: String
  var brokenDone: String
  var withdrawnDone: String
  var reopenedDone: String
  var mendedDone: String
  var keepSentence: String
  var sentence: String
  var otherDay: String
  var noteDay: String
  var to: @Sendable (_ name: String) -> String
}
