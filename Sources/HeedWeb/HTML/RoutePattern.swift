public import HeedModel
import HeedNetwork

/// The addresses that the router knows: one a case of `Route`, with `:name` where a part varies.
extension Route {
  /// Method and path of an address, as `METHOD /path/:name`.
  public enum Pattern: String, Sendable, CaseIterable {
    case heard = "GET /heard"
    case topics = "GET /topics"
    case newTopic = "GET /topics/new"
    case topic = "GET /topics/:topic"
    case topicCounts = "GET /topics/:topic/counts"
    case changeTopic = "GET /topics/:topic/change"
    case removeTopic = "GET /topics/:topic/remove"
    case previewTopic = "GET /topics/preview"
    case sources = "GET /sources"
    case newSource = "GET /sources/new"
    case removeSource = "GET /sources/:source/remove"
    case newAccount = "GET /accounts/new"
    case account = "GET /accounts/:account"
    case removeAccount = "GET /accounts/:account/remove"
    case accountReturn = "GET /accounts/callback"
    case createTopic = "POST /topics"
    case saveTopic = "POST /topics/:topic"
    case deleteTopic = "POST /topics/:topic/remove"
    case addSource = "POST /sources"
    case pauseSource = "POST /sources/:source/pause"
    case resumeSource = "POST /sources/:source/resume"
    case ownSource = "POST /sources/:source/ours"
    case disownSource = "POST /sources/:source/not-ours"
    case askSource = "POST /sources/:source/ask"
    case deleteSource = "POST /sources/:source/remove"
    case beginAccount = "POST /accounts/sign-in"
    case finishAccount = "POST /accounts/finish"
    case saveAccount = "POST /accounts/:account"
    case deleteAccount = "POST /accounts/:account/remove"
    case readingForm = "GET /posts/:post/reading"
    case correctReading = "POST /posts/:post/reading"
    case undoReading = "POST /posts/:post/reading/undo"
    case howWeRead = "GET /reading"
    case switchReaders = "POST /reading"
    case home = "GET /"
    case today = "GET /today"
    case conversation = "GET /conversations/:conversation"
    case handOverForm = "GET /conversations/:conversation/hand-over"
    case snoozeForm = "GET /conversations/:conversation/snooze"
    case claim = "POST /conversations/:conversation/claim"
    case release = "POST /conversations/:conversation/release"
    case handOver = "POST /conversations/:conversation/hand-over"
    case snooze = "POST /conversations/:conversation/snooze"
    case wake = "POST /conversations/:conversation/wake"
    case putAside = "GET /aside"
    case bringBack = "POST /conversations/:conversation/bring-back"
    case done = "POST /conversations/:conversation/done"
    case reopen = "POST /conversations/:conversation/reopen"
    case takeUp = "POST /posts/:post/take-up"
    case addNote = "POST /conversations/:conversation/notes"
    case removeNote = "POST /notes/:note/remove"
    case saveDraft = "POST /conversations/:conversation/draft"
    case discardDraft = "POST /conversations/:conversation/draft/discard"
    case addUpload = "POST /conversations/:conversation/media"
    case removeUpload = "POST /conversations/:conversation/media/:upload/remove"
    case send = "POST /conversations/:conversation/send"
    case sendAnyway = "POST /conversations/:conversation/send-anyway"
    case takeBack = "POST /replies/:reply/take-back"
    case retry = "POST /replies/:reply/retry"
    case discardReply = "POST /replies/:reply/discard"
    case settleArrived = "POST /replies/:reply/arrived"
    case settleAbsent = "POST /replies/:reply/absent"
    case postedByHand = "POST /conversations/:conversation/posted"
    case postedByHandAnyway = "POST /conversations/:conversation/posted-anyway"
    case editPostForm = "GET /posts/:post/edit"
    case editPost = "POST /posts/:post/edit"
    case lookAtEdit = "POST /posts/:post/look"
    case deletePostForm = "GET /posts/:post/delete"
    case deletePost = "POST /posts/:post/delete"
    case cameBack = "GET /came-back"
    case askColleagueForm = "GET /conversations/:conversation/ask"
    case askColleague = "POST /conversations/:conversation/ask"
    case secondLook = "GET /looks/:look"
    case answerSecondLook = "POST /looks/:look"
    case takeSecondLook = "POST /looks/:look/take"
    case putBackSecondLook = "POST /looks/:look/put-back"
    case endSecondLook = "POST /looks/:look/end"
    case mistakes = "GET /mistakes"
    case newMistake = "GET /mistakes/new"
    case markMistake = "POST /mistakes"
    case mistake = "GET /mistakes/:mistake"
    case fixMistake = "POST /mistakes/:mistake/fix"
    case lookAtFix = "POST /mistakes/:mistake/look"
    case reopenMistake = "POST /mistakes/:mistake/reopen"
    case publishCorrection = "POST /mistakes/:mistake/publish"
    case corrections = "GET /corrections"
    case correctionsAtom = "GET /corrections/atom.xml"
    case correctionsFeed = "GET /corrections/feed.json"
    case correctionsData = "GET /corrections/data.jsonld"
    case seen = "GET /posts/:post/seen"
    case attention = "GET /settings/attention"
    case saveAttention = "POST /settings/attention"
    case forgetAttention = "POST /settings/attention/forget"
    case people = "GET /people"
    case person = "GET /people/:person"
    case joinPerson = "POST /people/:person/join"
    case declineJoin = "POST /people/:person/apart"
    case joinByWord = "POST /people/:person/word"
    case partHandles = "POST /joins/:join/part"
    case joinAgain = "POST /joins/:join/again"
    case peopleToHandOver = "GET /members/:member/people"
    case wishes = "GET /wishes"
    case wish = "GET /wishes/:wish"
    case othersAsked = "GET /conversations/:conversation/alike"
    case wishForm = "GET /conversations/:conversation/wish"
    case gatherWish = "POST /conversations/:conversation/wish"
    case gatherSuggested = "POST /wishes/suggested/gather"
    case declineSuggested = "POST /wishes/suggested/decline"
    case renameWish = "POST /wishes/:wish"
    case changeWish = "POST /wishes/:wish/status"
    case joinWish = "POST /wishes/:wish/join"
    case publishDeed = "POST /wishes/:wish/publish"
    case saidAndDone = "GET /said-and-done"
    case partWish = "POST /wish-joins/:wishJoin/part"
    case removeVoice = "POST /voices/:voice/remove"
    case search = "GET /search"
    case promises = "GET /promises"
    case houseRules = "GET /settings/rules"
    case addHouseRule = "POST /settings/rules"
    case saveHouseRule = "POST /settings/rules/:rule"
    case removeHouseRule = "POST /settings/rules/:rule/remove"
    case lookThrough = "POST /conversations/:conversation/look"
    case saidBefore = "GET /said-before"
    case declinePromises = "POST /replies/:reply/promises/none"
    case keepPromise = "POST /replies/:reply/promises"
    case fulfilPromise = "POST /promises/:promise/kept"
    case breakPromise = "POST /promises/:promise/broken"
    case withdrawPromise = "POST /promises/:promise/withdraw"
    case reopenPromise = "POST /promises/:promise/reopen"
    case mendPromise = "POST /promises/:promise/due"
    case erasePersonForm = "GET /people/:person/erase"
    case erasePerson = "POST /people/:person/erase"
    case personEverything = "GET /people/:person/everything"
    case personFile = "GET /people/:person/everything.json"
    case setContact = "POST /people/:person/contact"
    case holdPerson = "POST /people/:person/hold"
    case liftHold = "POST /people/:person/hold/lift"
    case asked = "GET /asked"
    case askedFile = "GET /asked/everything.json"
    case eraseAskedForm = "GET /asked/erase"
    case eraseAsked = "POST /asked/erase"
    case holdAsked = "POST /asked/hold"
    case liftAsked = "POST /asked/hold/lift"
    case voice = "GET /members/:member/voice"
    case restrictVoice = "POST /members/:member/voice"
    case returnVoice = "POST /members/:member/voice/lift"
    case keeping = "GET /settings/keeping"
    case saveKeeping = "POST /settings/keeping"
    case theirSide = "GET /you"
    case beginProof = "POST /you/prove"
    case proof = "GET /you/proof"
    case checkProof = "POST /you/proof/check"
    case lookForProof = "POST /you/proof/look"
    case proofLink = "GET /you/link/:token"
    case openProofLink = "POST /you/link/:token"
    case theySay = "POST /you/say"
    case theyTakeBack = "POST /you/take-back"
    case theirEverything = "GET /you/everything"
    case theirFile = "GET /you/everything.json"
    case theyAreCalled = "POST /you/name"
    case theyWish = "POST /you/contact"
    case theyRead = "POST /you/reading"
    case theirMedia = "GET /you/media/:post/:index"
    case forgetForm = "GET /you/forget"
    case forgetThem = "POST /you/forget"
    case endVisit = "POST /you/leave"
    case welcome = "GET /welcome"
    case setUp = "GET /setup/:token"
    case finishSetUp = "POST /setup/:token"
    case listenFirst = "POST /setup/:token/listen"
    case addFirstSource = "POST /setup/:token/sources"
    case join = "GET /join/:token"
    case finishJoin = "POST /join/:token"
    case signInPage = "GET /signin"
    case signIn = "POST /signin"
    case signInCodePage = "GET /signin/code"
    case signInCode = "POST /signin/code"
    case signOut = "POST /signout"
    case members = "GET /members"
    case invite = "POST /members/invite"
    case changeRole = "POST /members/:member/role"
    case leaveForm = "GET /members/:member/leave"
    case newPasswordForm = "GET /members/:member/password"
    case newPassword = "POST /members/:member/password"
    case passwordPage = "GET /password/:token"
    case setPassword = "POST /password/:token"
    case leave = "POST /members/:member/leave"
    case settings = "GET /settings"
    case saveSettings = "POST /settings"
    case me = "GET /settings/me"
    case saveMe = "POST /settings/me"
    case onlyListen = "POST /settings/me/listen"
    case profile = "GET /settings/me/finds"
    case saveProfile = "POST /settings/me/finds"
    case savePassword = "POST /settings/me/password"
    case endSession = "POST /settings/me/sessions/:session/end"
    case secondFactor = "GET /settings/me/second-factor"
    case beginSecondFactor = "POST /settings/me/second-factor"
    case confirmSecondFactor = "POST /settings/me/second-factor/confirm"
    case endSecondFactor = "POST /settings/me/second-factor/off"
    case told = "GET /told"
    case seeTold = "POST /told"
    case tellingWays = "GET /settings/me/told"
    case saveTellingWays = "POST /settings/me/told"
    case addPush = "POST /settings/me/told/push"
    case removePush = "POST /settings/me/told/push/:push/remove"
    case endMailPage = "GET /letters/:token"
    case endMail = "POST /letters/:token"
    case worker = "GET /worker.js"
    case withdrawInvitation = "POST /invitations/:invitation/withdraw"
    case audit = "GET /audit"
    case more = "GET /more"
    case keys = "GET /keys"
    case notice = "GET /notice"
    case storybook = "GET /storybook"
    case storybookPage = "GET /storybook/:sample"
    case presence = "POST /presence"
    case live = "GET /live"
    case asset = "GET /assets/:hash/:file"
    case face = "GET /faces/:handle"
    case media = "GET /media/:post/:index"
    case upload = "GET /uploads/:upload"
    case notes = "GET /told/:token"
    case takeNotes = "POST /told/:token"
    case takeWebmention = "POST /webmention"
    case takePingback = "POST /pingback"
    case presentation = "GET /clients/:file"
    case health = "GET /health"
    case ready = "GET /ready"

    /// Reading, or changing something.
    public enum Method: String, Sendable {
      case get = "GET"
      case post = "POST"
    }

    public var method: Method { rawValue.hasPrefix("GET") ? .get : .post }

    /// `/conversations/:conversation/claim`, as routers write it.
    public var path: String { String(rawValue.drop { $0 != " " }.dropFirst()) }

    /// The names of the parts that vary, in order.
    public var names: [String] {
      path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }

    func filled(with parameters: [String]) -> String {
      if parameters.isEmpty { return path }
      var rest = parameters[...]
      return path.split(separator: "/").reduce(into: "") { path, part in
        path += "/"
        path += part.hasPrefix(":") ? WebQuery.segment(rest.popFirst() ?? "") : String(part)
      }
    }
  }
}

/// Who may use an address at all; what they may see there is decided by the query behind it.
public enum Access: String, Sendable, CaseIterable {
  /// Also without signing in.
  case anyone
  /// Everybody on the team, those who only read included.
  case observer
  /// Those who may speak.
  case member
  case lead

  public func admits(_ role: Role?) -> Bool {
    switch self {
    case .anyone: true
    case .observer: role != nil
    case .member: role?.maySpeak ?? false
    case .lead: role?.mayLead ?? false
    }
  }
}

extension Route.Pattern {
  /// Whether it brings words of a member before others: nobody whose voice is restricted gets through (R5). Taking away
  /// what was wrong and telling what stands there already are not among them.
  public var speaks: Bool {
    switch self {
    case .send, .sendAnyway, .retry, .settleAbsent, .editPost, .fixMistake, .publishCorrection,
      .publishDeed:
      true
    default: false
    }
  }

  public var access: Access {
    switch self {
    case .home, .welcome, .setUp, .finishSetUp, .listenFirst, .addFirstSource, .join,
      .finishJoin, .signInPage, .signIn, .signInCodePage, .signInCode, .notice, .asset, .notes,
      .takeNotes, .takeWebmention, .takePingback, .presentation, .health, .ready,
      .endMailPage, .endMail, .worker, .corrections, .correctionsAtom, .correctionsFeed,
      .correctionsData, .saidAndDone:
      .anyone
    case .seen, .attention, .secondLook, .answerSecondLook: .observer
    case .saveAttention, .forgetAttention: .lead
    case .theirSide, .beginProof, .proof, .checkProof, .lookForProof, .proofLink,
      .openProofLink, .theySay, .theyTakeBack, .theirEverything, .theirFile, .theyAreCalled,
      .theyWish, .theyRead, .theirMedia, .passwordPage,
      .setPassword, .forgetForm,
      .forgetThem,
      .endVisit:
      .anyone
    case .erasePersonForm, .erasePerson, .personEverything, .personFile, .holdPerson, .liftHold,
      .asked, .askedFile, .eraseAskedForm, .eraseAsked, .holdAsked, .liftAsked,
      .voice, .restrictVoice, .returnVoice, .keeping, .saveKeeping:
      .lead
    case .heard, .howWeRead, .topics, .topic, .sources, .today, .conversation, .people, .person,
      .search, .wishes, .wish, .othersAsked, .putAside,
      .signOut, .members, .me, .saveMe, .savePassword, .endSession, .secondFactor,
      .beginSecondFactor,
      .confirmSecondFactor, .endSecondFactor, .more, .keys, .storybook, .storybookPage,
      .presence, .live, .face, .media, .told, .seeTold, .tellingWays, .saveTellingWays,
      .addPush, .removePush, .mistakes, .mistake:
      .observer
    case .newSource, .removeSource, .addSource, .pauseSource, .resumeSource, .askSource,
      .ownSource, .disownSource, .deleteSource, .switchReaders, .invite, .changeRole,
      .newPasswordForm, .newPassword, .leaveForm, .leave, .settings,
      .saveSettings, .audit, .withdrawInvitation:
      .lead
    default: .member
    }
  }
}
