import HeedModel

/// What was just done, to be said once on the next page. Only its name travels in a cookie, never a text.
enum Outcome: String, Sendable, CaseIterable {
  case claimed, released, handedOver, noted, noteRemoved, snoozed, woken, done, solved, reopened
  case broughtBack
  case takenUp, sending, takenBack, tooLateToTakeBack, retried, settled, edited, deleted,
    draftDiscarded
  case postedSeen, postedSaid
  case lookAsked, lookAnswered, lookTaken, lookPutBack, lookEnded
  case topicSaved, topicRemoved, sourceAdded, sourcePaused, sourceResumed, sourceAsked, sourceOurs,
    sourceNotOurs,
    sourceRemoved
  case accountConnected, accountSaved, accountRemoved, readingSaved
  case readingUndone, readersSwitched
  case saved, passwordChanged, sessionEnded, secondFactorOn, secondFactorOff, roleChanged,
    memberLeft
  case handlesJoined, joinedUnderOther, handlesParted, joinDeclined
  case wishGathered, wishChanged, wishesJoined, wishesParted, voiceRemoved, deedPublished,
    notTheSame
  case promiseMade, promiseKept, promiseBroken, promiseWithdrawn, promiseReopened,
    promiseMended
  case houseRuleSaved, houseRuleRemoved
  case uploaded, uploadRemoved, welcome
  case mistakeMarked, mistakeTold, mistakeFixed, mistakeReopened, correctionPublished
  case invitationWithdrawn
  case theirWordNoted, theirWordTakenBack, theyAreForgotten, theirSideClosed
  case personErased, contactNoted, holdSet, holdLifted, voiceRestricted, voiceReturned

  /// What was asked for did not happen.
  var isRefusal: Bool { self == .tooLateToTakeBack }
}
