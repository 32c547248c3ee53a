import HeedDesk
public import HeedModel

/// Every address of the desk: links, forms, redirects and handlers all name one of these, so none can lead nowhere.
public enum Route: Sendable, Hashable {
  // Listen
  case heard(HeardFilter = HeardFilter(), after: String? = nil)
  case topics
  case newTopic(query: String = "")
  /// Its plots narrowed to one network, language or kind.
  case topic(ID<Topic>, HeardFilter = HeardFilter())
  case topicCounts(ID<Topic>)
  case changeTopic(ID<Topic>)
  case removeTopic(ID<Topic>)
  case previewTopic(query: String)
  case sources
  case newSource(typed: String = "")
  case removeSource(ID<Source>)
  case newAccount
  /// The same with both fields filled in.
  case connect(NetworkName, to: String)
  case account(ID<Account>)
  case removeAccount(ID<Account>)
  /// Where a network sends a member back to after a sign-in there.
  case accountReturn
  case createTopic
  case saveTopic(ID<Topic>)
  case deleteTopic(ID<Topic>)
  case addSource
  case pauseSource(ID<Source>)
  case resumeSource(ID<Source>)
  /// The place is ours to run, or is not.
  case ownSource(ID<Source>)
  case disownSource(ID<Source>)
  case askSource(ID<Source>)
  case deleteSource(ID<Source>)
  case beginAccount, finishAccount
  case saveAccount(ID<Account>)
  case deleteAccount(ID<Account>)
  case readingForm(ID<Post>)
  case correctReading(ID<Post>)
  case undoReading(ID<Post>)
  case howWeRead, switchReaders

  // Route
  case home, today
  /// The waiting line further down.
  case line(after: String)
  case conversation(ID<Conversation>, at: ID<Post>? = nil)
  case handOverForm(ID<Conversation>)
  case snoozeForm(ID<Conversation>)
  case claim(ID<Conversation>)
  case release(ID<Conversation>)
  case handOver(ID<Conversation>)
  case snooze(ID<Conversation>)
  case wake(ID<Conversation>)
  /// What was read as spam and said to us.
  case putAside(after: String? = nil)
  case bringBack(ID<Conversation>)
  case done(ID<Conversation>)
  case reopen(ID<Conversation>)
  case takeUp(ID<Post>)
  case addNote(ID<Conversation>)
  case removeNote(ID<TeamNote>)

  // Talk
  case saveDraft(ID<Conversation>)
  case discardDraft(ID<Conversation>)
  case addUpload(ID<Conversation>)
  case removeUpload(ID<Conversation>, ID<Upload>)
  case send(ID<Conversation>)
  case sendAnyway(ID<Conversation>)
  case takeBack(ID<Reply>)
  case retry(ID<Reply>)
  case discardReply(ID<Reply>)
  case settleArrived(ID<Reply>)
  case settleAbsent(ID<Reply>)
  case postedByHand(ID<Conversation>)
  case postedByHandAnyway(ID<Conversation>)
  case editPostForm(ID<Post>)
  case editPost(ID<Post>)
  case lookAtEdit(ID<Post>)
  case deletePostForm(ID<Post>)
  case deletePost(ID<Post>)
  /// What came back to what the member said.
  case cameBack(after: String? = nil)
  case askColleagueForm(ID<Conversation>)
  case askColleague(ID<Conversation>)
  case secondLook(ID<SecondLook>)
  case answerSecondLook(ID<SecondLook>)
  case takeSecondLook(ID<SecondLook>)
  case putBackSecondLook(ID<SecondLook>)
  case endSecondLook(ID<SecondLook>)

  // Correct
  case mistakes(isOpen: Bool = false, after: String? = nil)
  /// Marking one: in a post of ours, and what of theirs told us.
  case newMistake(post: ID<Post>? = nil, told: ID<Post>? = nil)
  case markMistake
  /// With the form for new words of one post open, where that is another than it was sent.
  case mistake(ID<Mistake>, editing: ID<Post>? = nil)
  case fixMistake(ID<Mistake>)
  case lookAtFix(ID<Mistake>)
  case reopenMistake(ID<Mistake>)
  case publishCorrection(ID<Mistake>)
  /// Open to everybody, once a lead has turned them on.
  case corrections(after: String? = nil)
  case correctionsAtom, correctionsFeed, correctionsData
  /// Who saw a post of ours.
  case seen(ID<Post>)
  case attention, saveAttention, forgetAttention

  // Know
  case people(PeopleTab = .all, query: String = "", after: String? = nil)
  case person(ID<Person>, after: String? = nil)
  case joinPerson(ID<Person>)
  case declineJoin(ID<Person>)
  case joinByWord(ID<Person>)
  case partHandles(ID<HandleJoin>)
  case joinAgain(ID<HandleJoin>)
  /// Those whom a member knows, to be introduced to colleagues.
  case peopleToHandOver(ID<Member>)
  /// A conversation with something to be said in it already in mind.
  case speak(ID<Conversation>, at: ID<Post>? = nil, Purpose)
  case wishes(WishFilter = WishFilter(), after: String? = nil)
  case wish(ID<Wish>, after: String? = nil)
  case othersAsked(ID<Conversation>)
  case wishForm(ID<Conversation>)
  case gatherWish(ID<Conversation>)
  case gatherSuggested, declineSuggested
  case renameWish(ID<Wish>)
  case changeWish(ID<Wish>)
  case joinWish(ID<Wish>)
  case publishDeed(ID<Wish>)
  case saidAndDone(after: String? = nil)
  case partWish(ID<WishJoin>)
  case removeVoice(ID<WishVoice>)
  case search(query: String = "", after: String? = nil)
  // What people may ask of what is kept about them
  case erasePersonForm(ID<Person>)
  case erasePerson(ID<Person>)
  case personEverything(ID<Person>)
  case personFile(ID<Person>)
  case setContact(ID<Person>)
  case holdPerson(ID<Person>)
  case liftHold(ID<Person>)
  /// Of somebody who need not have a page: an address as it was typed, and which of those who are called so.
  case asked(String = "")
  case askedFile(String, handle: ID<Handle>?)
  case eraseAskedForm(String, handle: ID<Handle>?)
  case eraseAsked, holdAsked, liftAsked
  // Their own side of the desk
  case theirSide
  case beginProof
  case proof
  case checkProof
  case lookForProof
  case proofLink(token: String)
  case openProofLink(token: String)
  case theySay
  case theyTakeBack
  /// All of what their side shows: to read, and as a file.
  case theirEverything, theirFile
  case theyAreCalled
  case theyWish
  case theyRead
  case theirMedia(ID<Post>, Int)
  case forgetForm
  case forgetThem
  case endVisit

  case houseRules, addHouseRule
  case saveHouseRule(ID<HouseRule>)
  case removeHouseRule(ID<HouseRule>)
  case promises(list: String = "", after: String? = nil)
  case lookThrough(ID<Conversation>)
  /// Exactly these replies of ours, which say nearly the same.
  case saidBefore([ID<Reply>])
  case keepPromise(ID<Reply>)
  case declinePromises(ID<Reply>)
  case fulfilPromise(ID<Promise>)
  case breakPromise(ID<Promise>)
  case withdrawPromise(ID<Promise>)
  case reopenPromise(ID<Promise>)
  /// Its day or hour was noted wrongly.
  case mendPromise(ID<Promise>)

  // Support
  case welcome
  case setUp(token: String, typed: String = "")
  case finishSetUp(token: String)
  case join(token: String)
  case finishJoin(token: String)
  case listenFirst(token: String)
  case addFirstSource(token: String)
  case signInPage, signIn, signInCodePage, signInCode, signOut
  case members, invite
  case changeRole(ID<Member>)
  /// A member speaks no more, by their own wish.
  case onlyListen
  case leaveForm(ID<Member>)
  case newPasswordForm(ID<Member>)
  case newPassword(ID<Member>)
  case passwordPage(token: String)
  case setPassword(token: String)
  case leave(ID<Member>)
  case voice(ID<Member>)
  case restrictVoice(ID<Member>)
  case returnVoice(ID<Member>)
  case settings, saveSettings
  case keeping, saveKeeping
  case me, saveMe, savePassword, profile, saveProfile
  /// What concerns the member who looks.
  case told(after: String? = nil)
  case seeTold
  case tellingWays, saveTellingWays, addPush
  case removePush(ID<PushSubscription>)
  /// Where the link in a mail to a member leads.
  case endMailPage(token: String)
  case endMail(token: String)
  case worker
  case endSession(ID<Session>)
  case secondFactor, beginSecondFactor, confirmSecondFactor, endSecondFactor
  case withdrawInvitation(ID<Invitation>)
  case audit(everything: Bool = false, after: String? = nil)
  case more, keys, notice
  case storybook
  case storybookPage(String)
  case presence, live
  case asset(hash: String, file: String)
  case face(ID<Handle>)
  case media(ID<Post>, Int)
  case upload(ID<Upload>)
  /// Where a place tells by itself what is new; the token stands for what was asked of it.
  case notes(token: String)
  case takeNotes(token: String)
  /// Where any page tells that it points to one of ours.
  case takeWebmention, takePingback
  /// Where the servers of a network read who the desk is.
  case presentation(file: String)
  case health, ready

  /// Path and query, escaped for an address, without a host.
  public var path: String { pattern.filled(with: parameters) + Query.text(query) }
}

/// The lists of people.
public enum PeopleTab: String, Sendable, CaseIterable {
  case all, waiting, promised, wronged, quiet

  /// From when on somebody is on the list of those not heard from.
  static let quietDays = Int(Desk.quietAfter.milliseconds / 86_400_000)
}

/// What a member means to say when they open a conversation from elsewhere. Nothing is sent by it.
public enum Purpose: Sendable, Hashable {
  /// Say sorry to whom the post is by.
  case apologise
  /// Introduce themselves in place of a member who leaves.
  case introduce(ID<Member>)
  /// Tell what became of a wish.
  case tell(ID<Wish>)
}

/// What a list of heard posts is narrowed to; part of its address, so that it can be kept and passed on.
public struct HeardFilter: Sendable, Hashable {
  public var network: NetworkName?
  public var topic: ID<Topic>?
  public var kind: Reading.Kind?
  public var tone: Reading.Tone?
  public var language: String?
  public var direction: Direction?

  public init(
    network: NetworkName? = nil, topic: ID<Topic>? = nil, kind: Reading.Kind? = nil,
    tone: Reading.Tone? = nil, language: String? = nil, direction: Direction? = nil
  ) {
    self.network = network
    self.topic = topic
    self.kind = kind
    self.tone = tone
    self.language = language
    self.direction = direction
  }

  public var isEmpty: Bool { self == HeardFilter() }

  var query: [(String, String?)] {
    [
      ("network", network?.rawValue), ("topic", topic?.description), ("kind", kind?.rawValue),
      ("tone", tone?.rawValue), ("language", language), ("direction", direction?.rawValue),
    ]
  }
}
