/// One change of the record: who changed what, and when.
///
/// Holds ids and kinds only, never people's words, so that an erasure can be whole. Timeline, audit page, live updates
/// and webhooks are read from events. Written in the transaction of the change itself.
public struct Event: Sendable, Hashable {
  public var id: ID<Event>
  public var kind: EventKind
  /// Who did it; `nil` for the desk itself or the world outside.
  public var member: ID<Member>?
  public var conversation: ID<Conversation>?
  /// The number of what was changed: its kind follows from `kind`. Of `settingsChanged` a `SettingChange`.
  public var subject: Int64?
  /// Another member whom it concerns: who was handed to, who was added.
  public var other: ID<Member>?
  /// Which of several that belong to `subject`, counted from one.
  public var ordinal: Int?

  public var at: Instant { id.instant }

  public init(
    id: ID<Event>, kind: EventKind, member: ID<Member>? = nil,
    conversation: ID<Conversation>? = nil, subject: Int64? = nil, other: ID<Member>? = nil,
    ordinal: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.member = member
    self.conversation = conversation
    self.subject = subject
    self.other = other
    self.ordinal = ordinal
  }
}

/// What can happen, in the past tense. Raw values are stored and shown in the API: they never change.
public enum EventKind: String, Sendable, CaseIterable {
  // Listen
  case postsHeard, postEdited, postRemoved, threadsJoined, readingCorrected
  case readingUndone, readersChanged
  case sourceAdded, sourceChanged, sourceRemoved, sourceFailed, sourceRecovered
  case topicAdded, topicChanged, topicRemoved, spikeRaised, spikeClosed
  // Route
  case claimed, released, handedOver, snoozed, woken, closed, reopened, takenUp
  case noteAdded, noteRemoved
  // Talk
  case replyWritten, replyTakenBack, replyDelivered, replyFailed, replyUnknown, replyRetried
  case replySettled, ownPostEdited, ownPostDeleted, cameBack
  /// A colleague looks at a draft: `subject` is the look, `other` whom it concerns besides `member`.
  case lookAsked, lookAnswered, lookTaken, lookPutBack, lookEnded
  // Correct
  case mistakeMarked, mistakeReopened, correctionBegun, correctionMade, correctionFailed
  case correctionPublished
  // Know
  case handlesJoined, handlesParted, joinDeclined
  case wishGathered, wishChanged, wishesJoined, wishesParted, voiceAdded, voiceRemoved
  case personErased, personExported, contactChanged, holdSet, holdLifted
  case handleProven, theySaidSolved, theySaidFine, theySaidNotToday, theyNamedThemselves
  case theyAskedToBeForgotten
  // Run
  case voiceRestricted, voiceReturned
  case deskSetUp, memberInvited, memberJoined, memberChanged, memberLeft, memberSignedIn
  case memberSignedOut, signInRefused, passwordChanged, secondFactorChanged
  case accountAdded, accountChanged, accountRemoved, settingsChanged
  /// `subject` is the invitation.
  case invitationWithdrawn
  // Know
  case promiseMade, promiseKept, promiseBroken, promiseTakenBack, promiseReopened
  /// Its day came, it grew late: `other` is who made it.
  case promiseDue, promiseLate
  case houseRuleChanged, houseRuleRemoved
  // Run
  case wordsExpired, backupMade, imported, exported, keyRotated
  /// Something concerns somebody on the team; whom, only they are told.
  case membersTold
  // Know
  /// The public was told what became of a wish.
  case deedPublished
  /// They said what a post of theirs is, or that they did not ask for something.
  case theySaidReading, theySaidNotAsked
  // Run
  /// A lead made a link by which `other` chooses a new password.
  case passwordLinkMade
  /// A member said that what was suggested to be gathered is not the same: `subject` is the newest post of it.
  case gatheringDeclined
  /// A member said that what reads like a promise in a reply of theirs is none: `subject` is the reply, `ordinal`
  /// the sentence among those that do; without it all of them.
  case promiseDeclined
  /// The day or hour of a promise was noted wrongly: `subject` is the promise, `other` who made it.
  case promiseRedated
  // Run
  /// A lead wrote a reason and looked at what stands beside a voice: `other` is whose.
  case voiceLookedAt
  // Know
  /// Somebody took back what they had said on their side: `subject` is the word.
  case theyTookBack

  /// Whether `ordinal` says which of several was meant; then nobody else is concerned.
  public var isOneOfSeveral: Bool { self == .promiseDeclined }

  /// What a lead looks for in the audit though no member did it.
  public static let notedWithoutMember: Set<EventKind> = [
    .signInRefused, .personErased, .theyAskedToBeForgotten, .wordsExpired, .backupMade, .exported,
    .imported, .keyRotated, .sourceFailed, .replyFailed, .replyUnknown,
  ]

  /// What people outside do on their side of the desk.
  public static let doneOutside: Set<EventKind> = [
    .handleProven, .theySaidSolved, .theySaidFine, .theySaidReading, .theySaidNotAsked,
    .theySaidNotToday, .theyNamedThemselves, .theyAskedToBeForgotten, .theyTookBack,
    .contactChanged,
  ]
}
