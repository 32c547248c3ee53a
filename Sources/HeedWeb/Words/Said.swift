/// What handlers say.
extension Words {
  var staleForm: String { outcomes.staleForm }
  var linkIsOver: String { outcomes.linkIsOver }
  var typeFirst: String { outcomes.typeFirst }

  func text(of outcome: Outcome) -> String {
    switch outcome {
    case .claimed: outcomes.claimed
    case .released: outcomes.released
    case .handedOver: outcomes.handedOver
    case .noted: outcomes.noted
    case .noteRemoved: outcomes.noteRemoved
    case .snoozed: outcomes.snoozed
    case .woken: outcomes.woken
    case .done: outcomes.done
    case .solved: outcomes.solved
    case .reopened: outcomes.reopened
    case .broughtBack: outcomes.broughtBack
    case .takenUp: outcomes.takenUp
    case .sending: outcomes.sending
    case .takenBack: outcomes.takenBack
    case .tooLateToTakeBack: outcomes.tooLateToTakeBack
    case .retried: outcomes.retried
    case .settled: outcomes.settled
    case .postedSeen: outcomes.postedSeen
    case .postedSaid: outcomes.postedSaid
    case .lookAsked: secondLook.asked
    case .lookAnswered: secondLook.answered
    case .lookTaken: secondLook.taken
    case .lookPutBack: secondLook.isBack
    case .lookEnded: secondLook.ended
    case .edited: outcomes.edited
    case .deleted: outcomes.deleted
    case .draftDiscarded: outcomes.draftDiscarded
    case .topicSaved: outcomes.topicSaved
    case .topicRemoved: outcomes.topicRemoved
    case .sourceAdded: outcomes.sourceAdded
    case .sourcePaused: outcomes.sourcePaused
    case .sourceAsked: outcomes.sourceAsked
    case .sourceResumed: outcomes.sourceResumed
    case .sourceOurs: outcomes.sourceOurs
    case .sourceNotOurs: outcomes.sourceNotOurs
    case .sourceRemoved: outcomes.sourceRemoved
    case .accountConnected: outcomes.accountConnected
    case .accountSaved: outcomes.accountSaved
    case .accountRemoved: outcomes.accountRemoved
    case .readingSaved: outcomes.readingSaved
    case .readingUndone: reading.undone
    case .readersSwitched: reading.switched
    case .saved: outcomes.saved
    case .passwordChanged: outcomes.passwordChanged
    case .sessionEnded: outcomes.sessionEnded
    case .secondFactorOn: outcomes.secondFactorOn
    case .secondFactorOff: outcomes.secondFactorOff
    case .roleChanged: outcomes.roleChanged
    case .invitationWithdrawn: outcomes.invitationWithdrawn
    case .memberLeft: outcomes.memberLeft
    case .handlesJoined: people.joined
    case .joinedUnderOther: people.joinedUnderOther
    case .handlesParted: people.parted
    case .joinDeclined: people.declined
    case .wishGathered: wishes.gathered
    case .notTheSame: wishes.notTheSame
    case .wishChanged: wishes.changed
    case .wishesJoined: wishes.joined
    case .wishesParted: wishes.parted
    case .voiceRemoved: wishes.voiceRemoved
    case .deedPublished: wishes.wasPublished
    case .promiseMade: promises.madeDone
    case .promiseKept: promises.keptDone
    case .promiseBroken: promises.brokenDone
    case .promiseWithdrawn: promises.withdrawnDone
    case .promiseReopened: promises.reopenedDone
    case .promiseMended: promises.mendedDone
    case .houseRuleSaved: think.ruleSaved
    case .houseRuleRemoved: think.ruleRemoved
    case .uploaded: outcomes.uploaded
    case .uploadRemoved: outcomes.uploadRemoved
    case .welcome: outcomes.welcome
    case .mistakeMarked: mistake.wasMarked
    case .mistakeTold: mistake.wasTold
    case .mistakeFixed: mistake.wasFixed
    case .mistakeReopened: mistake.wasReopened
    case .correctionPublished: mistake.wasPublished
    case .theirWordNoted: theirSide.wordNoted
    case .theirWordTakenBack: theirSide.wordTakenBack
    case .theyAreForgotten: theirSide.forgotten
    case .theirSideClosed: theirSide.closed
    case .personErased: rights.personErased
    case .contactNoted: rights.contactNoted
    case .holdSet: rights.holdSet
    case .holdLifted: rights.holdLifted
    case .voiceRestricted: rights.voiceRestricted
    case .voiceReturned: rights.voiceReturned
    }
  }
}
