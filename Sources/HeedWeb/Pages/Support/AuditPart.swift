import HeedModel

/// What of all that happened the audit page shows. What the desk hears by itself is by far the most of it, and seldom
/// what somebody looks for.
public enum AuditPart: String, Sendable, Hashable, CaseIterable {
  /// What people did, on the team and outside.
  case done
  /// Who may come in, what is set, what is kept and given away.
  case access
  case all

  /// Empty for all kinds.
  var kinds: Set<EventKind> {
    switch self {
    case .done: Set(EventKind.allCases).subtracting(Self.byItself)
    case .access: Self.ofAccess
    case .all: []
    }
  }

  private static let byItself: Set<EventKind> = [
    .postsHeard, .postEdited, .postRemoved, .threadsJoined, .sourceFailed, .sourceRecovered,
    .spikeRaised, .spikeClosed, .replyDelivered, .cameBack, .wordsExpired, .promiseDue,
    .promiseLate, .membersTold,
  ]

  private static let ofAccess: Set<EventKind> = [
    .sourceAdded, .sourceChanged, .sourceRemoved, .readersChanged, .topicAdded, .topicChanged,
    .topicRemoved, .personErased, .personExported, .contactChanged, .holdSet, .holdLifted,
    .voiceRestricted, .voiceReturned, .deskSetUp, .memberInvited, .invitationWithdrawn,
    .memberJoined, .memberChanged,
    .memberLeft, .memberSignedIn, .memberSignedOut, .signInRefused, .passwordChanged,
    .secondFactorChanged, .accountAdded, .accountChanged, .accountRemoved, .settingsChanged,
    .houseRuleChanged, .houseRuleRemoved, .backupMade, .imported, .exported, .keyRotated,
  ]
}
