import HeedModel

extension AuditWords {
  /// What happened, to follow the name of who did it.
  func name(of kind: EventKind) -> String {
    switch kind {
    case .postsHeard: postsHeard
    case .postEdited: postEdited
    case .postRemoved: postRemoved
    case .threadsJoined: threadsJoined
    case .readingCorrected: readingCorrected
    case .readingUndone: readingUndone
    case .readersChanged: readersChanged
    case .sourceAdded: sourceAdded
    case .sourceChanged: sourceChanged
    case .sourceRemoved: sourceRemoved
    case .sourceFailed: sourceFailed
    case .sourceRecovered: sourceRecovered
    case .topicAdded: topicAdded
    case .topicChanged: topicChanged
    case .topicRemoved: topicRemoved
    case .spikeRaised: spikeRaised
    case .spikeClosed: spikeClosed
    case .claimed: claimed
    case .released: released
    case .handedOver: handedOver
    case .snoozed: snoozed
    case .woken: woken
    case .closed: closed
    case .reopened: reopened
    case .takenUp: takenUp
    case .noteAdded: noteAdded
    case .noteRemoved: noteRemoved
    case .replyWritten: replyWritten
    case .replyTakenBack: replyTakenBack
    case .replyDelivered: replyDelivered
    case .replyFailed: replyFailed
    case .replyUnknown: replyUnknown
    case .replyRetried: replyRetried
    case .replySettled: replySettled
    case .ownPostEdited: ownPostEdited
    case .ownPostDeleted: ownPostDeleted
    case .cameBack: cameBack
    case .deskSetUp: deskSetUp
    case .memberInvited: memberInvited
    case .memberJoined: memberJoined
    case .memberChanged: memberChanged
    case .memberLeft: memberLeft
    case .memberSignedIn: memberSignedIn
    case .memberSignedOut: memberSignedOut
    case .signInRefused: signInRefused
    case .passwordChanged: passwordChanged
    case .secondFactorChanged: secondFactorChanged
    case .accountAdded: accountAdded
    case .accountChanged: accountChanged
    case .accountRemoved: accountRemoved
    case .settingsChanged: settingsChanged
    case .wordsExpired: wordsExpired
    case .backupMade: backupMade
    case .imported: imported
    case .exported: exported
    case .keyRotated: keyRotated
    case .membersTold: membersTold
    }
  }
}
