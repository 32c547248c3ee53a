/// A colleague looks at a draft before it goes.
public struct SecondLookWords: Sendable {
  var title: String
  var ask: String
  var askKey: String
  var takeKey: String
  // Asking
  var askTitle: @Sendable (_ partner: String) -> String
  var askLead: String
  var whom: String
  var nobody: String
  var question: String
  var questionHint: String
  var askThem: String
  var yourDraft: String
  // Beside the composer
  var waits: @Sendable (_ who: String) -> String
  var askNoMore: String
  var proposes: @Sendable (_ who: String) -> String
  var nothingToChange: @Sendable (_ who: String) -> String
  var onlySays: @Sendable (_ who: String) -> String
  var changedSince: String
  var take: String
  var keepMine: String
  var thanks: String
  var tookTheirs: @Sendable (_ who: String) -> String
  var putBack: String
  // The page of who is asked
  var asksYou: @Sendable (_ who: String, _ partner: String) -> String
  var lookLead: String
  var ownLead: @Sendable (_ who: String) -> String
  var youAsk: String
  var draftThen: String
  var meant: String
  var yourOwn: @Sendable (_ who: String) -> String
  var answers: String
  var theDraft: String
  var before: String
  var theyAsk: @Sendable (_ who: String) -> String
  var yourWords: String
  var yourWordsHint: String
  var word: String
  var wordHint: String
  var propose: String
  var leaveIt: String
  var youAnswered: String
  var changeAnswer: String
  var wasTaken: @Sendable (_ who: String) -> String
  var wentOut: @Sendable (_ who: String) -> String
  var wasGivenUp: @Sendable (_ who: String) -> String
  var wasWithdrawn: @Sendable (_ who: String) -> String
  var wasLeft: @Sendable (_ who: String) -> String
  var isGone: String
  var inThread: String
  // Today
  var lineAsked: @Sendable (_ who: String, _ partner: String) -> String
  var lineAnswered: @Sendable (_ who: String, _ partner: String) -> String
  // What was done
  var asked: String
  var answered: String
  var taken: String
  var isBack: String
  var ended: String
}
