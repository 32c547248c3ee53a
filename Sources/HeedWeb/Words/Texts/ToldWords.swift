import HeedModel

/// What concerns a member, and how they are told.
public struct ToldWords: Sendable {
  var room: String
  var title: @Sendable (_ unseen: Int) -> String
  var lead: String
  var nothing: String
  var nothingHint: String
  var new: String
  var earlier: String
  var markSeen: String
  /// For those who listen: which one.
  var markSeenOf: @Sendable (_ what: String) -> String
  var markAll: String
  var times: @Sendable (_ n: Int) -> String
  var change: String

  var somebody: String
  var aColleague: String
  var handedOver: @Sendable (_ by: String) -> String
  var cameBack: @Sendable (_ who: String) -> String
  var knownWaits: @Sendable (_ who: String) -> String
  var spike: @Sendable (_ topic: String) -> String
  var spikeOfATopic: String
  var spikeOfAll: String
  var lookAsked: @Sendable (_ by: String) -> String
  var lookAnswered: @Sendable (_ by: String) -> String
  var promiseDue: @Sendable (_ who: String) -> String
  var promiseLate: @Sendable (_ who: String) -> String
  var promiseBroken: @Sendable (_ who: String) -> String

  var mailUnknown: @Sendable (_ time: String) -> String
  var mailFailed: @Sendable (_ time: String) -> String

  var waysTitle: String
  var waysLead: String
  var inDesk: String
  var whenHandedOver: String
  var whenCameBack: String
  var whenKnownWaits: String
  var whenSpike: String
  var whenLookAsked: String
  var whenLookAnswered: String
  var whenPromiseDue: String
  var whenPromiseLate: String
  var whenPromiseBroken: String
  var topics: String
  var topicsHint: String
  var noTopics: String
  var hours: String
  var noHours: String
  var giveHours: String
  var mail: String
  var mailHow: String
  var never: String
  var daily: String
  var soon: String
  var mailAt: String
  var mailAbout: String
  var words: String
  var mailWordsHint: String
  var noMail: String
  var push: String
  var pushBrowsers: String
  var pushLead: String
  var pushPlain: String
  var pushOn: String
  var pushDenied: String
  var pushFailed: String
  var pushAbout: String
  var pushWordsHint: String
  var noBrowsers: String
  var pushOff: String
  var pushRefused: String

  var endTitle: String
  var endLead: String
  var endButton: String
  var ended: String
  var endedHint: String
  var endOver: String
  var endOverHint: String

  var subject: @Sendable (_ n: Int) -> String
  var greeting: @Sendable (_ name: String) -> String
  var open: String
  var openAll: String
  var why: String
  var endHere: String
  var pushSeveral: @Sendable (_ n: Int) -> String
}

extension ToldWords {
  func name(of kind: TellingKind) -> String {
    switch kind {
    case .handedOver: whenHandedOver
    case .cameBack: whenCameBack
    case .knownWaits: whenKnownWaits
    case .spike: whenSpike
    case .lookAsked: whenLookAsked
    case .lookAnswered: whenLookAnswered
    case .promiseDue: whenPromiseDue
    case .promiseLate: whenPromiseLate
    case .promiseBroken: whenPromiseBroken
    }
  }

  /// One sentence that tells it.
  /// - Parameters:
  ///   - who: the person outside; `nil` where no name may be said.
  ///   - by: the colleague.
  ///   - topic: `nil` where no name may be said.
  func sentence(
    _ telling: Telling, who: String?, by: String?, topic: String?
  ) -> String {
    switch telling.kind {
    case .handedOver: handedOver(by ?? aColleague)
    case .cameBack: cameBack(who ?? somebody)
    case .knownWaits: knownWaits(who ?? somebody)
    case .lookAsked: lookAsked(by ?? aColleague)
    case .lookAnswered: lookAnswered(by ?? aColleague)
    case .promiseDue: promiseDue(who ?? somebody)
    case .promiseLate: promiseLate(who ?? somebody)
    case .promiseBroken: promiseBroken(who ?? somebody)
    case .spike:
      telling.about == 0 ? spikeOfAll : topic.map { spike($0) } ?? spikeOfATopic
    }
  }
}
