/// What people may ask of what is kept about them, as members see it; and a member's voice.
public struct RightsWords: Sendable {
  var title: String
  var lead: String
  var everything: String
  var asFile: String
  var asPage: String
  var dontWrite: String
  /// The button that notes it.
  var noteDontWrite: String
  var mayWrite: String
  var dontWriteHint: String
  var holdTitle: String
  var holdStands: @Sendable (_ until: String, _ name: String) -> String
  var holdReason: String
  var holdHint: String
  var holdDays: String
  var setHold: String
  var liftHold: String
  var erase: String
  var eraseTitle: @Sendable (_ name: String) -> String
  var eraseGoes: String
  var eraseAmongOthers: String
  var eraseStays: String
  var eraseBackups: String
  var backupsNotice: String
  var eraseYes: String
  var eraseHeld: @Sendable (_ until: String) -> String
  // Of an address that somebody asks about by letter or mail.
  var askedLink: String
  var askedTitle: String
  var askedLead: String
  var askedField: String
  var askedHint: String
  var askedLook: String
  var askedNobody: @Sendable (_ address: String) -> String
  var notToYou: String
  var askedNothingSaid: String
  var askedHasPage: String
  var askedToPage: String
  var askedNaming: String
  var askedRows: String
  var erased: @Sendable (_ date: String) -> String
  var erasedSomebody: String
  var dontWriteNote: @Sendable (_ name: String) -> String
  var theirWord: String
  var saidSolved: String
  var saidFine: String
  var saidNotToday: @Sendable (_ until: String) -> String
  var saidBroken: String
  var saidNamed: String
  var saidDontWrite: String
  var theirWordNotToWrite: String
  var saidMayWrite: String
  var saidForgetMe: String
  var saidReadWrongly: @Sendable (_ reading: String) -> String
  var saidNotAsked: String
  var exportTitle: @Sendable (_ name: String) -> String
  var exportLead: String
  var exportHidden: @Sendable (_ messages: Int) -> String
  var exportWithheld: @Sendable (_ notes: Int) -> String
  var exportSaid: String
  /// What they said where the desk listens, and not to us.
  var exportHeard: String
  var exportNotes: String
  var exportRows: String
  var exportRowsHint: String
  /// What each table of the record holds, by its name there.
  var tables: [String: String]
  var voiceTitle: @Sendable (_ name: String) -> String
  var voiceLead: String
  var voiceReason: String
  var voiceHint: String
  var voiceDays: String
  var voiceHold: String
  var restrict: String
  var giveBack: String
  var voiceStands: @Sendable (_ name: String, _ until: String) -> String
  var voiceYours: String
  var voiceOwn: String
  /// Before they write something that will not go out.
  var voiceBefore: @Sendable (_ name: String, _ until: String) -> String
  var voiceWhy: String
  var voiceBeside: String
  var voiceNothing: String
  var voiceMistakes: String
  var voiceEarlier: String
  var voiceLooks: String
  var voiceOf: @Sendable (_ name: String) -> String
  var voice: String
  var mayNotSpeak: String
  var keepingTitle: String
  var keepingLead: String
  var keepingRule: String
  var keepingNew: String
  var keepingWhat: String
  var keepingWhere: String
  var keepingPurpose: String
  var keepingPurposeHint: String
  var keepingNewHint: String
  var keepingNone: String
  var showNotes: String
  var showNotesHint: String
  var aboutUs: String
  var conversations: String
  var privateTalk: String
  var byNetwork: String
  var personErased: String
  var contactNoted: String
  var holdSet: String
  var holdLifted: String
  var voiceRestricted: String
  var voiceReturned: String
}

extension RightsWords {
  /// What a table of the record holds. One that was added since is told apart by its name alone.
  func what(_ table: String) -> String {
    tables[table] ?? table.split(separator: "_").joined(separator: " ")
  }
}
