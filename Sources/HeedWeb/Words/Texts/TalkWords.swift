/// A conversation: its head, its posts, its replies on their way.
public struct TalkWords: Sendable {
  var somebody: String
  /// Stands where a name stood.
  var erased: String
  var thread: String
  var place: @Sendable (_ network: String, _ visibility: String, _ languages: String) -> String
  var privately: String
  var claim: String
  var release: String
  var handTo: String
  var takeItBack: String
  var takeItBackOf: @Sendable (_ name: String) -> String
  var liesWith: @Sendable (_ name: String) -> String
  var snooze: String
  var wake: String
  var done: String
  var reopen: String
  var youClaimed: String
  var claimedBy: @Sendable (_ name: String) -> String
  var restsUntil: String
  var isDone: String
  var nothingWaits: String
  var isSolved: String
  var isAnswered: String
  var isAboutUs: String
  var isWriting: @Sendable (_ names: String) -> String
  var addNote: String
  var noteLabel: String
  var noteHint: String
  var keepNote: String
  var teamNote: String
  var teamNoteSeenByTeam: String
  var removeNote: String
  var theDesk: String
  var handedOver: @Sendable (_ from: String, _ to: String) -> String
  var snoozedUntil: @Sendable (_ name: String) -> String
  var closedAsDone: @Sendable (_ name: String) -> String
  var closedAsSolved: String
  var reopened: @Sendable (_ name: String) -> String
  var takenUp: @Sendable (_ name: String) -> String
  var neverReceived: String
  var removed: String
  var forUs: String
  var to: String
  var notToYou: String
  var program: String
  var edited: String
  var earlierWording: @Sendable (_ n: Int) -> String
  var stoodUntil: String
  var warned: @Sendable (_ warning: String) -> String
  var correctReading: String
  var answerThis: String
  var original: String
  var edit: String
  var delete: String
  var noAlternative: String
  var goesOutIn: @Sendable (_ seconds: String) -> String
  var goingOut: String
  var takeBack: String
  var triesAgain: @Sendable (_ n: Int) -> String
  var tryNow: String
  var didNotGoOut: String
  var tryAgain: String
  var backToDraft: String
  var nobodyCanTell: String
  var lookThere: String
  var itArrived: String
  var arrivedWhere: String
  var arrivedHint: String
  var didNotArrive: String
  var takenBack: String
  var delivered: String
  var observer: String
  var noAccount: @Sendable (_ network: String) -> String
  var connect: String
  var elsewhere: @Sendable (_ network: String) -> String
  var openThere: String
  var byHandSeen: String
  var byHandSaid: String
  var postYourself: String
  var takeUpHint: String
}
