/// What concerns members and how they are told, as it is read.
public protocol TellingReading {
  /// Up to which event members were told; `nil` before the first look.
  func toldUntil() throws -> ID<Event>?
  /// Unseen and still true: of whoever it concerns, about a conversation or a topic. For the desk's own rules.
  func openTellings(about: Int64) throws -> [Telling]
  /// One's own, newest first, those already seen included; what the viewer may see. What is settled is left out.
  func tellings(_ page: PageRequest, for viewer: Viewer) throws -> Page<Telling>
  /// How many one has not seen.
  func unseenTellings(for viewer: Viewer) throws -> Int
  /// One's own of these kinds that no mail tells yet, that no push told or is about to tell, and that were neither seen
  /// nor shown, oldest first; what the viewer may see.
  /// - Parameter until: when they were last so, at the latest.
  func unmailedTellings(
    _ kinds: Set<TellingKind>, until: Instant, for viewer: Viewer, limit: Int
  ) throws -> [Telling]
  /// One's own of these kinds that neither a push nor a mail tells yet, and that were neither seen nor shown, oldest first;
  /// what the viewer may see.
  func unpushedTellings(_ kinds: Set<TellingKind>, for viewer: Viewer, limit: Int) throws
    -> [Telling]
  /// Those that a mail tells and that are still unseen and true, oldest first; what the viewer may see.
  func tellings(in digest: ID<MailDigest>, for viewer: Viewer) throws -> [Telling]
  /// The same of a push.
  func tellings(in push: ID<PushBundle>, for viewer: Viewer) throws -> [Telling]
  /// Members who answered this person before.
  func membersWhoAnswered(_ person: ID<Person>) throws -> [ID<Member>]
  /// `nil` where there is none.
  func spike(_ id: ID<Spike>) throws -> Spike?

  /// `nil` where they chose nothing yet.
  func tellingChoices(of member: ID<Member>) throws -> TellingChoices?
  /// Of those who want mail.
  func choicesWithMail() throws -> [TellingChoices]

  /// `nil` where it was let go.
  func digest(_ id: ID<MailDigest>) throws -> MailDigest?
  /// By the token of the link at its end; `nil` for one that nobody was given.
  func digest(tokenHash: [UInt8]) throws -> MailDigest?
  /// The newest, whatever became of it; `nil` where there was none.
  func lastDigest(of member: ID<Member>) throws -> MailDigest?
  /// Of whom nobody can tell whether they arrived, or that were refused, and that their member did not read of yet.
  func troubledDigests(of member: ID<Member>) throws -> [MailDigest]
  /// Queued ones whose time has come, and those that were being sent by a process that is gone.
  func digestsDue(at now: Instant, limit: Int) throws -> [MailDigest]

  /// `nil` where its browser was turned off.
  func pushSubscription(_ id: ID<PushSubscription>) throws -> PushSubscription?
  /// By the digest of where its pushes go.
  func pushSubscription(placeHash: [UInt8]) throws -> PushSubscription?
  /// Of browsers that are signed in, oldest first.
  func pushSubscriptions(of member: ID<Member>, now: Instant) throws -> [PushSubscription]
  /// Also of browsers that are signed out, oldest first.
  func allPushSubscriptions() throws -> [PushSubscription]
  /// Members with a browser that takes pushes.
  func membersWithPush(now: Instant) throws -> [ID<Member>]
  /// Waiting ones whose time has come, and those that were being sent by a process that is gone.
  func pushesDue(at now: Instant, limit: Int) throws -> [Push]
  /// `nil` before anything needed it.
  func deskKey(_ name: String) throws -> DeskKey?
}

/// What concerns members and how they are told, as it is written.
public protocol TellingWriting {
  /// Moves on from where another process may have moved meanwhile.
  /// - Parameter last: where this process saw it.
  /// - Returns: false when somebody else was first: then nothing of this transaction may count.
  func setToldUntil(_ event: ID<Event>, from last: ID<Event>?) throws -> Bool
  func insert(_ telling: Telling) throws
  func update(_ telling: Telling) throws
  /// What the list showed them.
  func setShown(_ tellings: [ID<Telling>], to member: ID<Member>, at now: Instant) throws
  /// - Parameter telling: `nil` for all.
  func setSeen(_ telling: ID<Telling>?, by member: ID<Member>, at now: Instant) throws
  /// All that one mail tells.
  func setMailed(_ digest: ID<MailDigest>, at now: Instant) throws
  /// All that one push tells and that no time stands at yet.
  func setPushed(_ bundle: ID<PushBundle>, at now: Instant) throws
  /// All of a member's, seen or not.
  func deleteTellings(of member: ID<Member>) throws
  /// - Returns: how many went.
  func deleteTellings(before: Instant, limit: Int) throws -> Int

  /// In place of what they chose before.
  func save(_ choices: TellingChoices) throws

  func insert(_ digest: MailDigest) throws
  func update(_ digest: MailDigest) throws
  /// Takes a queued one to send it. Two processes never both get it.
  func lease(_ digest: ID<MailDigest>, until: Instant) throws -> Bool
  func delete(_ digest: ID<MailDigest>) throws
  /// They read of what did not arrive.
  func setTroubleSeen(of member: ID<Member>, at now: Instant) throws
  func deleteDigests(before: Instant) throws

  /// Replaces one of the same place.
  func save(_ subscription: PushSubscription) throws
  func delete(_ subscription: ID<PushSubscription>) throws
  func deletePushSubscriptions(of member: ID<Member>) throws
  /// Those whose browser is signed out since long.
  func deletePushSubscriptions(addedBefore: Instant) throws
  func insert(_ push: Push) throws
  func update(_ push: Push) throws
  /// Takes a waiting one to send it. Two processes never both get it.
  func lease(_ push: ID<Push>, until: Instant) throws -> Bool
  func delete(_ push: ID<Push>) throws
  /// Keeps the pair that was there first.
  func insert(_ key: DeskKey) throws -> DeskKey
  func update(_ key: DeskKey) throws
}
