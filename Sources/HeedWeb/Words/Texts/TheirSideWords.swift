/// The other side of the desk: what people outside read about themselves.
public struct TheirSideWords: Sendable {
  var title: @Sendable (_ organisation: String) -> String
  var lead: String
  var who: String
  var whoHint: String
  var begin: String
  var nothingToldHint: String
  var proofTitle: String
  var proofLead: @Sendable (_ claim: String) -> String
  var byPost: String
  var byPostText: String
  /// Before the addresses of our accounts.
  var ours: String
  var byMail: String
  var byMailText: String
  var byPage: String
  var byPageText: String
  var lookThere: String
  var look: String
  var check: String
  var notYet: String
  var ends: String
  var over: String
  var warning: String
  var linkTitle: String
  var linkLead: String
  var linkOpen: String
  var linkOver: String
  var letterSubject: @Sendable (_ organisation: String) -> String
  var letterText: @Sendable (_ organisation: String) -> String
  var yours: String
  var yoursLead: String
  var nothing: String
  var unproven: String
  var name: String
  var nameField: String
  var saveName: String
  var contents: String
  var between: String
  var aboutUs: String
  var aboutUsHint: String
  var readAs: String
  var notRead: String
  /// Who read a post so, before what they made of it.
  var readBySaid: String
  var readWrongly: String
  var readWronglyHint: String
  var whatItIs: String
  var inWhichTone: String
  var inWhichLanguage: String
  var leftOpen: String
  var correctReading: String
  var reacted: String
  var youLiked: String
  var youShared: String
  /// Where the words of a post are gone, or were never public.
  var reactedElsewhere: String
  var older: @Sendable (_ number: Int) -> String
  var notAsked: String
  var notAskedHint: String
  var notes: String
  var notesShown: String
  var notesWithheld: @Sendable (_ notes: Int) -> String
  var inOthers: String
  var you: String
  var gone: String
  var heldWords: @Sendable (_ wordings: Int) -> String
  var solved: String
  /// The state of a conversation with them that is solved by their word.
  var solvedByYou: String
  var talksAboutUs: String
  var fine: String
  var notToday: String
  var notTodayFor: String
  var wordNoted: String
  var wordTakenBack: String
  /// What they said that stands.
  var said: String
  var takeBack: String
  var until: @Sendable (_ day: String) -> String
  /// What is right in place of their reading of ours.
  var itIs: @Sendable (_ reading: String) -> String
  /// Where a thing on this page belongs to.
  var whereItWas: String
  var promisedHere: String
  var askedHere: String
  var askAgainHint: String
  var everything: String
  var everythingHint: String
  var asPage: String
  var asFile: String
  var publishedFix: String
  var wishes: String
  var wishesHint: String
  var dontWrite: String
  var mayWrite: String
  var youSaid: String
  var promised: String
  var broken: String
  var asked: String
  var mistakes: String
  var forget: String
  var forgetTitle: String
  var forgetText: String
  var forgetYes: String
  /// Where a hold stands.
  var forgetLater: String
  var forgotten: String
  var closed: String
  /// The state of a conversation that waits for us.
  var waitsForUs: String
  var hold: @Sendable (_ until: String) -> String
  var leave: String
  var keptUntil: String
  var notice: String
  var goTo: String
}
