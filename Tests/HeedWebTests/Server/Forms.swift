import HeedModel

@testable import HeedWeb

/// What each form of the desk sends, filled in well enough to be taken.
enum Forms {
  static func fields(_ pattern: Route.Pattern, _ filling: Filling) -> [(FieldName, String)] {
    switch pattern {
    case .createTopic, .saveTopic: [(.name, "Bread"), (.query, "bread OR rolls")]
    case .addSource, .addFirstSource:
      [(.network, "fake"), (.kind, "public"), (.target, "x"), (.name, "x"), (.typed, "x")]
    case .beginAccount: [(.network, "fake"), (.server, "fake.example"), (.state, "organisation")]
    case .finishAccount: [(.token, "another")]
    case .saveAccount: [(.custom, "name"), (.member, filling.member.description)]
    case .correctReading: [(.kind, "complaint"), (.tone, "negative"), (.language, "en")]
    case .switchReaders: [(.reader, "language"), (.reader, "kind")]
    case .handOver: [(.member, filling.member.description), (.word, "You know ovens.")]
    case .snooze: [(.until, "tomorrow")]
    case .addNote: [(.text, "Look at this.")]
    case .saveDraft: [(.text, "Dear"), (.language, "en")]
    case .addUpload: [(.text, "Dear"), (.alternative, "A door")]
    case .send, .sendAnyway: [(.text, "We are open."), (.visibility, "public")]
    case .postedByHand, .postedByHandAnyway:
      [(.text, "We are open."), (.post, "https://elsewhere.example/answer")]
    case .addHouseRule, .saveHouseRule:
      [(.name, "Doors"), (.text, "We open at six."), (.query, "door OR open*"), (.kind, "caution")]
    case .lookThrough: [(.text, "I'll find out by Friday.")]
    case .keepPromise: [(.promiseWords, "Also until six"), (.promiseDate, "2030-03-01")]
    case .mendPromise: [(.promiseWords, "Until six"), (.promiseDate, "2030-03-01")]
    case .editPost, .lookAtEdit: [(.text, "Until seven.")]
    case .askColleague: [(.member, filling.member.description), (.word, "Too stern?")]
    case .answerSecondLook: [(.text, "Open until six."), (.word, "Warmer.")]
    case .markMistake:
      [(.post, filling.ours.description), (.text, "Wrong."), (.said, "Until"), (.noticed, "us")]
    case .fixMistake: [(.way, "byHand"), (.text, "Told them at the counter.")]
    case .lookAtFix: [(.way, "reply"), (.text, "It is five.")]
    case .gatherSuggested:
      [(.post, filling.post.description), (.kind, "cause"), (.name, "Burnt cakes")]
    case .declineSuggested: [(.alike, filling.post.description)]
    case .reopenMistake: [(.word, "Still wrong.")]
    case .publishCorrection: [(.text, "We said six."), (.word, "It is five.")]
    case .listenFirst: [(.typed, "bread")]
    case .finishSetUp:
      [
        (.organisation, "Corner"), (.name, "Zoe"), (.email, "zoe@desk.example"),
        (.password, "a long pass phrase"),
      ]
    case .finishJoin:
      [(.name, "Zoe"), (.email, "zoe@desk.example"), (.password, "a long pass phrase")]
    case .signIn: [(.email, "bruno@desk.example"), (.password, WebDesk.password)]
    case .signInCode, .confirmSecondFactor: [(.code, "123456")]
    case .invite: [(.role, "observer")]
    case .changeRole: [(.role, "lead")]
    case .saveSettings:
      [
        (.organisation, "Corner"), (.contact, "x@desk.example"), (.notice, "Hello"),
        (.undoSeconds, "20"), (.daysAboutUs, "20"), (.daysConversations, "700"),
        (.daysDrafts, "20"),
      ]
    case .saveMe:
      [
        (.name, "Somebody Else"), (.initials, "SE"), (.timeZone, "Europe/Lisbon"),
        (.language, "de"),
      ]
    case .saveAttention:
      [
        (.network, "fake"), (.share, "3"), (.share, "7,5"), (.share, "12"), (.halfLife, "20"),
        (.halfLife, "80"), (.halfLife, "480"), (.overlap, "0"), (.overlap, "20"),
        (.overlap, "50"), (.replies, "2"), (.replies, "10"), (.replies, "50"),
        (.note, "as we saw it"),
      ]
    case .forgetAttention: [(.network, "fake")]
    case .saveProfile: [(.knows, "brakes"), (.speaks, "pt"), (.minutes, "30")]
    case .saveTellingWays:
      [
        (.mail, "daily"), (.time, "08:30"), (.mailKind, "spike"), (.pushKind, "handedOver"),
        (.topic, filling.topic.description),
      ]
    case .addPush:
      // The browser's key and secret of RFC 8291, appendix A.
      [
        (.endpoint, "https://push.example/to/7"), (.pushSecret, "BTBZMqHH6r4Tts7J_aSIgg"),
        (
          .pushKey,
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
      ]
    case .setPassword: [(.password, "another pass phrase")]
    case .savePassword: [(.password, WebDesk.password), (.newPassword, "another pass phrase")]
    case .setContact: [(.allowed, "0")]
    case .holdPerson: [(.word, "Claim 12 of 2026"), (.days, "30")]
    case .erasePerson:
      [(.handle, filling.handle.description), (.handle, filling.also.description)]
    case .eraseAsked, .liftAsked: [(.typed, "@otto@fake.example")]
    case .holdAsked:
      [(.typed, "@otto@fake.example"), (.word, "Claim 12 of 2026"), (.days, "30")]
    case .restrictVoice:
      [(.word, "Told three people wrong prices."), (.days, "7"), (.confirmed, "1")]
    case .saveKeeping:
      [
        (.network, "fake"), (.kind, "privateTalk"), (.days, "90"),
        (.purpose, "Until the matter is closed."), (.showsNotes, "1"),
      ]
    case .beginProof: [(.typed, "@ana@fake.example")]
    case .lookForProof: [(.post, "https://ana.example/")]
    case .theySay: [(.kind, "solved"), (.conversation, filling.conversation.description)]
    case .theyAreCalled: [(.name, "Ana")]
    case .theyWish: [(.allowed, "0")]
    case .theyRead:
      [
        (.post, filling.post.description), (.kind, "praise"), (.tone, "positive"),
        (.language, "en"),
      ]
    case .endSecondFactor: [(.password, WebDesk.password)]
    case .joinPerson, .declineJoin:
      [(.handle, filling.handle.description), (.kind, "mailAddress")]
    case .joinByWord: [(.typed, "@otto@fake.example")]
    case .gatherWish: [(.post, filling.post.description), (.name, "Bread too"), (.kind, "wish")]
    case .renameWish: [(.name, "Cakes on every day"), (.kind, "cause")]
    case .changeWish: [(.status, "no"), (.text, "We rest then.")]
    case .joinWish: [(.wish, filling.otherWish.description)]
    case .publishDeed: [(.said, "Cakes."), (.word, "On Sunday, too.")]
    case .presence: [(.conversation, filling.conversation.description), (.writing, "1")]
    default: []
    }
  }

  /// Forms that change nothing stored when a lead sends them on the desk of these tests, and why.
  static let idle: [Route.Pattern: String] = [
    .addSource: "the fake network offers nothing",
    .beginAccount: "the first step is kept by the browser",
    .finishAccount: "wants the first step",
    .finishSetUp: "the desk is set up", .listenFirst: "the desk is set up",
    .addFirstSource: "the desk is set up",
    .signInCode: "wants half a sign-in",
    .beginSecondFactor: "the first step is kept by the browser",
    .confirmSecondFactor: "wants the first step", .endSecondFactor: "there is none",
    .putBackSecondLook: "nothing was taken",
    .lookAtEdit: "only looks", .lookAtFix: "only looks",
    .seeTold: "nothing concerns them", .removePush: "no browser is told",
    .endMail: "the link came in no mail",
    .presence: "is never stored", .claim: "they have it", .wake: "it does not rest",
    .reopen: "it is not done", .bringBack: "nothing is put aside", .takeUp: "it waits already",
    .undoReading: "nobody corrected it", .joinPerson: "nothing is suggested",
    .declineJoin: "nothing is suggested", .joinAgain: "they are joined",
    .joinByWord: "he never spoke to us",
    .retry: "the reply did not fail",
    .discardReply: "the reply did not fail",
    .reopenPromise: "it did not end",
    .forgetAttention: "nobody gave other numbers",
    .settleArrived: "the reply is in no doubt", .settleAbsent: "the reply is in no doubt",
    .resumeSource: "it is not paused", .takeNotes: "nobody was asked to tell",
    .reopenMistake: "it is open still", .publishCorrection: "corrections are not public",
    .publishDeed: "what became of wishes is not public",
    .liftHold: "none stands", .liftAsked: "none stands", .returnVoice: "none is restricted",
    .checkProof: "nobody proves a handle", .lookForProof: "the same", .openProofLink: "the same",
    .theySay: "nobody proved a handle", .theyAreCalled: "the same", .theyWish: "the same",
    .setPassword: "nobody made a link", .theyRead: "the same", .forgetThem: "the same",
    .theyTakeBack: "the same",
    .endVisit: "the same",
    .takeWebmention: "pages speak here, not people", .takePingback: "the same",
  ]
}
