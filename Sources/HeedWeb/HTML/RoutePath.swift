import HeedModel
import HeedNetwork

extension Route {
  public var pattern: Pattern {
    switch self {
    case .heard: .heard
    case .topics: .topics
    case .newTopic: .newTopic
    case .topic: .topic
    case .topicCounts: .topicCounts
    case .changeTopic: .changeTopic
    case .removeTopic: .removeTopic
    case .previewTopic: .previewTopic
    case .sources: .sources
    case .newSource: .newSource
    case .removeSource: .removeSource
    case .newAccount, .connect: .newAccount
    case .account: .account
    case .removeAccount: .removeAccount
    case .accountReturn: .accountReturn
    case .createTopic: .createTopic
    case .saveTopic: .saveTopic
    case .deleteTopic: .deleteTopic
    case .addSource: .addSource
    case .pauseSource: .pauseSource
    case .ownSource: .ownSource
    case .disownSource: .disownSource
    case .resumeSource: .resumeSource
    case .askSource: .askSource
    case .deleteSource: .deleteSource
    case .beginAccount: .beginAccount
    case .finishAccount: .finishAccount
    case .saveAccount: .saveAccount
    case .deleteAccount: .deleteAccount
    case .readingForm: .readingForm
    case .correctReading: .correctReading
    case .undoReading: .undoReading
    case .howWeRead: .howWeRead
    case .switchReaders: .switchReaders
    case .home: .home
    case .today, .line: .today
    case .conversation, .speak: .conversation
    case .handOverForm: .handOverForm
    case .snoozeForm: .snoozeForm
    case .claim: .claim
    case .release: .release
    case .handOver: .handOver
    case .snooze: .snooze
    case .wake: .wake
    case .putAside: .putAside
    case .bringBack: .bringBack
    case .done: .done
    case .reopen: .reopen
    case .takeUp: .takeUp
    case .addNote: .addNote
    case .removeNote: .removeNote
    case .saveDraft: .saveDraft
    case .discardDraft: .discardDraft
    case .addUpload: .addUpload
    case .removeUpload: .removeUpload
    case .send: .send
    case .sendAnyway: .sendAnyway
    case .takeBack: .takeBack
    case .retry: .retry
    case .discardReply: .discardReply
    case .settleArrived: .settleArrived
    case .settleAbsent: .settleAbsent
    case .postedByHand: .postedByHand
    case .postedByHandAnyway: .postedByHandAnyway
    case .editPostForm: .editPostForm
    case .editPost: .editPost
    case .lookAtEdit: .lookAtEdit
    case .deletePostForm: .deletePostForm
    case .deletePost: .deletePost
    case .cameBack: .cameBack
    case .askColleagueForm: .askColleagueForm
    case .askColleague: .askColleague
    case .secondLook: .secondLook
    case .answerSecondLook: .answerSecondLook
    case .takeSecondLook: .takeSecondLook
    case .putBackSecondLook: .putBackSecondLook
    case .endSecondLook: .endSecondLook
    case .mistakes: .mistakes
    case .newMistake: .newMistake
    case .markMistake: .markMistake
    case .mistake: .mistake
    case .fixMistake: .fixMistake
    case .lookAtFix: .lookAtFix
    case .reopenMistake: .reopenMistake
    case .publishCorrection: .publishCorrection
    case .corrections: .corrections
    case .correctionsAtom: .correctionsAtom
    case .correctionsFeed: .correctionsFeed
    case .correctionsData: .correctionsData
    case .seen: .seen
    case .attention: .attention
    case .saveAttention: .saveAttention
    case .forgetAttention: .forgetAttention
    case .people: .people
    case .person: .person
    case .joinPerson: .joinPerson
    case .declineJoin: .declineJoin
    case .joinByWord: .joinByWord
    case .partHandles: .partHandles
    case .joinAgain: .joinAgain
    case .peopleToHandOver: .peopleToHandOver
    case .wishes: .wishes
    case .wish: .wish
    case .othersAsked: .othersAsked
    case .wishForm: .wishForm
    case .gatherWish: .gatherWish
    case .gatherSuggested: .gatherSuggested
    case .declineSuggested: .declineSuggested
    case .renameWish: .renameWish
    case .changeWish: .changeWish
    case .joinWish: .joinWish
    case .publishDeed: .publishDeed
    case .saidAndDone: .saidAndDone
    case .partWish: .partWish
    case .removeVoice: .removeVoice
    case .search: .search
    case .promises: .promises
    case .houseRules: .houseRules
    case .addHouseRule: .addHouseRule
    case .saveHouseRule: .saveHouseRule
    case .removeHouseRule: .removeHouseRule
    case .lookThrough: .lookThrough
    case .saidBefore: .saidBefore
    case .keepPromise: .keepPromise
    case .declinePromises: .declinePromises
    case .fulfilPromise: .fulfilPromise
    case .breakPromise: .breakPromise
    case .withdrawPromise: .withdrawPromise
    case .reopenPromise: .reopenPromise
    case .mendPromise: .mendPromise
    case .erasePersonForm: .erasePersonForm
    case .erasePerson: .erasePerson
    case .personEverything: .personEverything
    case .personFile: .personFile
    case .setContact: .setContact
    case .holdPerson: .holdPerson
    case .liftHold: .liftHold
    case .asked: .asked
    case .askedFile: .askedFile
    case .eraseAskedForm: .eraseAskedForm
    case .eraseAsked: .eraseAsked
    case .holdAsked: .holdAsked
    case .liftAsked: .liftAsked
    case .voice: .voice
    case .restrictVoice: .restrictVoice
    case .returnVoice: .returnVoice
    case .keeping: .keeping
    case .saveKeeping: .saveKeeping
    case .theirSide: .theirSide
    case .beginProof: .beginProof
    case .proof: .proof
    case .checkProof: .checkProof
    case .lookForProof: .lookForProof
    case .proofLink: .proofLink
    case .openProofLink: .openProofLink
    case .theySay: .theySay
    case .theyTakeBack: .theyTakeBack
    case .theirEverything: .theirEverything
    case .theirFile: .theirFile
    case .theyAreCalled: .theyAreCalled
    case .theyWish: .theyWish
    case .theyRead: .theyRead
    case .theirMedia: .theirMedia
    case .forgetForm: .forgetForm
    case .forgetThem: .forgetThem
    case .endVisit: .endVisit
    case .welcome: .welcome
    case .setUp: .setUp
    case .finishSetUp: .finishSetUp
    case .listenFirst: .listenFirst
    case .addFirstSource: .addFirstSource
    case .join: .join
    case .finishJoin: .finishJoin
    case .signInPage: .signInPage
    case .signIn: .signIn
    case .signInCodePage: .signInCodePage
    case .signInCode: .signInCode
    case .signOut: .signOut
    case .members: .members
    case .invite: .invite
    case .changeRole: .changeRole
    case .onlyListen: .onlyListen
    case .leaveForm: .leaveForm
    case .newPasswordForm: .newPasswordForm
    case .newPassword: .newPassword
    case .passwordPage: .passwordPage
    case .setPassword: .setPassword
    case .leave: .leave
    case .settings: .settings
    case .saveSettings: .saveSettings
    case .me: .me
    case .saveMe: .saveMe
    case .profile: .profile
    case .saveProfile: .saveProfile
    case .savePassword: .savePassword
    case .endSession: .endSession
    case .secondFactor: .secondFactor
    case .beginSecondFactor: .beginSecondFactor
    case .confirmSecondFactor: .confirmSecondFactor
    case .endSecondFactor: .endSecondFactor
    case .told: .told
    case .seeTold: .seeTold
    case .tellingWays: .tellingWays
    case .saveTellingWays: .saveTellingWays
    case .addPush: .addPush
    case .removePush: .removePush
    case .endMailPage: .endMailPage
    case .endMail: .endMail
    case .worker: .worker
    case .withdrawInvitation: .withdrawInvitation
    case .audit: .audit
    case .more: .more
    case .keys: .keys
    case .notice: .notice
    case .storybook: .storybook
    case .storybookPage: .storybookPage
    case .presence: .presence
    case .live: .live
    case .asset: .asset
    case .face: .face
    case .media: .media
    case .upload: .upload
    case .notes: .notes
    case .takeNotes: .takeNotes
    case .takeWebmention: .takeWebmention
    case .takePingback: .takePingback
    case .presentation: .presentation
    case .health: .health
    case .ready: .ready
    }
  }

  /// What fills the varying parts of the pattern, in order.
  var parameters: [String] {
    switch self {
    case .topic(let id, _): [id.description]
    case .topicCounts(let id): [id.description]
    case .changeTopic(let id): [id.description]
    case .removeTopic(let id): [id.description]
    case .removeSource(let id): [id.description]
    case .account(let id): [id.description]
    case .removeAccount(let id): [id.description]
    case .saveTopic(let id): [id.description]
    case .deleteTopic(let id): [id.description]
    case .pauseSource(let id): [id.description]
    case .ownSource(let id), .disownSource(let id): [id.description]
    case .resumeSource(let id): [id.description]
    case .askSource(let id): [id.description]
    case .deleteSource(let id): [id.description]
    case .saveAccount(let id): [id.description]
    case .deleteAccount(let id): [id.description]
    case .readingForm(let id): [id.description]
    case .correctReading(let id): [id.description]
    case .undoReading(let id): [id.description]
    case .conversation(let id, _): [id.description]
    case .handOverForm(let id): [id.description]
    case .snoozeForm(let id): [id.description]
    case .claim(let id): [id.description]
    case .release(let id): [id.description]
    case .handOver(let id): [id.description]
    case .snooze(let id): [id.description]
    case .wake(let id): [id.description]
    case .done(let id): [id.description]
    case .reopen(let id): [id.description]
    case .takeUp(let id): [id.description]
    case .addNote(let id): [id.description]
    case .removeNote(let id): [id.description]
    case .saveDraft(let id): [id.description]
    case .discardDraft(let id): [id.description]
    case .addUpload(let id): [id.description]
    case .send(let id): [id.description]
    case .sendAnyway(let id): [id.description]
    case .takeBack(let id): [id.description]
    case .retry(let id): [id.description]
    case .discardReply(let id): [id.description]
    case .settleArrived(let id): [id.description]
    case .settleAbsent(let id): [id.description]
    case .postedByHand(let id): [id.description]
    case .postedByHandAnyway(let id): [id.description]
    case .editPostForm(let id): [id.description]
    case .editPost(let id), .lookAtEdit(let id): [id.description]
    case .deletePostForm(let id): [id.description]
    case .deletePost(let id): [id.description]
    case .askColleagueForm(let id), .askColleague(let id): [id.description]
    case .secondLook(let id), .answerSecondLook(let id), .takeSecondLook(let id),
      .putBackSecondLook(let id), .endSecondLook(let id):
      [id.description]
    case .mistake(let id, _): [id.description]
    case .fixMistake(let id), .lookAtFix(let id): [id.description]
    case .reopenMistake(let id): [id.description]
    case .publishCorrection(let id): [id.description]
    case .person(let id, _): [id.description]
    case .joinPerson(let id), .declineJoin(let id), .joinByWord(let id): [id.description]
    case .partHandles(let id), .joinAgain(let id): [id.description]
    case .peopleToHandOver(let id): [id.description]
    case .speak(let id, _, _), .wishForm(let id), .gatherWish(let id), .othersAsked(let id),
      .bringBack(let id):
      [id.description]
    case .wish(let id, _), .renameWish(let id), .changeWish(let id), .joinWish(let id):
      [id.description]
    case .publishDeed(let id): [id.description]
    case .partWish(let id): [id.description]
    case .removeVoice(let id): [id.description]
    case .lookThrough(let id): [id.description]
    case .saveHouseRule(let id): [id.description]
    case .removeHouseRule(let id): [id.description]
    case .keepPromise(let id): [id.description]
    case .declinePromises(let id): [id.description]
    case .fulfilPromise(let id): [id.description]
    case .breakPromise(let id): [id.description]
    case .withdrawPromise(let id): [id.description]
    case .reopenPromise(let id), .mendPromise(let id): [id.description]
    case .seen(let id): [id.description]
    case .erasePersonForm(let id): [id.description]
    case .erasePerson(let id): [id.description]
    case .personEverything(let id): [id.description]
    case .personFile(let id): [id.description]
    case .setContact(let id): [id.description]
    case .holdPerson(let id): [id.description]
    case .liftHold(let id): [id.description]
    case .voice(let id): [id.description]
    case .restrictVoice(let id): [id.description]
    case .returnVoice(let id): [id.description]
    case .changeRole(let id): [id.description]
    case .leaveForm(let id), .newPasswordForm(let id), .newPassword(let id): [id.description]
    case .passwordPage(let token), .setPassword(let token): [token]
    case .leave(let id): [id.description]
    case .endSession(let id): [id.description]
    case .withdrawInvitation(let id): [id.description]
    case .removePush(let id): [id.description]
    case .endMailPage(let token), .endMail(let token): [token]
    case .face(let id): [id.description]
    case .upload(let id): [id.description]
    case .setUp(let token, _), .finishSetUp(let token),
      .listenFirst(let token), .addFirstSource(let token), .join(let token),
      .finishJoin(let token), .notes(let token), .takeNotes(let token), .proofLink(let token),
      .openProofLink(let token):
      [token]
    case .removeUpload(let conversation, let upload):
      [conversation.description, upload.description]
    case .media(let post, let index), .theirMedia(let post, let index):
      [post.description, String(index)]
    case .storybookPage(let name): [name]
    case .asset(let hash, let file): [hash, file]
    case .presentation(let file): [file]
    default: []
    }
  }

  /// What follows the question mark; values that are missing or empty leave no trace.
  var query: [(String, String?)] {
    switch self {
    case .heard(let filter, let after): filter.query + [("after", after)]
    case .topic(_, let filter): filter.query
    case .newTopic(let query), .previewTopic(let query): [("q", query)]
    case .newSource(let typed), .setUp(_, let typed): [("typed", typed)]
    case .connect(let network, let server): [("network", network.rawValue), ("server", server)]
    case .conversation(_, let post): [("at", post?.description)]
    case .newMistake(let post, let told):
      [("post", post?.description), ("told", told?.description)]
    case .mistake(_, let post): [("edit", post?.description)]
    case .mistakes(let isOpen, let after): [("open", isOpen ? "1" : nil), ("after", after)]
    case .corrections(let after), .saidAndDone(let after):
      [("after", after)]
    case .people(let tab, let query, let after):
      [("list", tab == .all ? nil : tab.rawValue), ("q", query), ("after", after)]
    case .search(let query, let after): [("q", query), ("after", after)]
    case .person(_, let after), .wish(_, let after): [("after", after)]
    case .speak(_, let post, .apologise):
      [("at", post?.description), ("intent", Intent.apologise.rawValue)]
    case .speak(_, let post, .introduce(let member)):
      [("at", post?.description), ("introduce", member.description)]
    case .speak(_, let post, .tell(let wish)):
      [("at", post?.description), ("tell", wish.description)]
    case .wishes(let filter, let after):
      [
        ("kind", filter.kind?.rawValue), ("settled", filter.isOpen ? nil : "1"), ("after", after),
      ]
    case .promises(let list, let after): [("list", list), ("after", after)]
    case .told(let after), .cameBack(let after): [("after", after)]
    case .audit(let everything, let after):
      [("all", everything ? "1" : nil), ("after", after)]
    case .line(let after): [("after", after)]
    case .saidBefore(let replies):
      [("replies", replies.map { String($0.value, radix: 36) }.joined(separator: "."))]
    case .putAside(let after): [("after", after)]
    case .asked(let typed): [("q", typed)]
    case .askedFile(let typed, let handle), .eraseAskedForm(let typed, let handle):
      [("q", typed), ("handle", handle?.description)]
    default: []
    }
  }
}

/// The part of an address after its question mark.
enum Query {
  static func text(_ pairs: [(String, String?)]) -> String {
    let filled = pairs.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name)=\(WebQuery.segment($0))" }
    }
    return filled.isEmpty ? "" : "?" + filled.joined(separator: "&")
  }
}
