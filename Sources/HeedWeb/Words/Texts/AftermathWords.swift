/// What a mistake, a fix or a reply met with: who saw it, what came back from whom.
public struct AftermathWords: Sendable {
  // Who saw it
  var seenBefore: String
  var seenSoFar: String
  var seenUntilGone: String
  var inPrivate: String
  var onPage: String
  var onPageTold: @Sendable (_ name: String) -> String
  var rightBetween: @Sendable (_ low: String, _ high: String, _ likely: String) -> String
  var rightCounted: @Sendable (_ people: String) -> String
  var rightSurely: @Sendable (_ n: Int) -> String
  var rightUnknown: String
  var both: @Sendable (_ n: Int) -> String
  var markNoticed: @Sendable (_ clock: String) -> String
  var markFixed: @Sendable (_ clock: String) -> String
  var markReopened: @Sendable (_ clock: String) -> String
  // What came back
  var all: String
  var title: String
  var lead: String
  var none: String
  var noneHint: String
  var joinedIn: String
  var answered: @Sendable (_ who: String) -> String
  var fromThem: @Sendable (_ who: String) -> String
  var fromOthers: String
  var nothingYet: String
  var silence: String
  var older: String
}
