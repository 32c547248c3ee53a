import HeedDesk
import HeedModel

extension Call {
  func audit() async throws -> Answer {
    let everything = query["all"] == "1"
    let viewer = try viewer
    let page = page
    let events = try await desk.audit(
      pageRequest(limit: 100), everything: everything, for: viewer)
    let names = try await names()
    let rows = try await desk.record.read { tx in
      let reader = AuditReader(tx: tx, page: page, members: names, viewer: viewer)
      return try events.rows.map { event in
        var row = AuditRow(
          id: event.id, kind: event.kind, by: event.member.flatMap { names[$0]?.name },
          // Who did it stands there already.
          other: event.other.flatMap { $0 == event.member ? nil : names[$0]?.name }, at: event.at,
          conversation: event.conversation)
        row.what = try reader.what(event)
        return row
      }
    }
    return .page(AuditScreen(rows: rows, next: events.next, showsEverything: everything))
  }
}

/// What events are about, as it is called now: they themselves hold ids alone.
private struct AuditReader {
  let tx: any RecordReading
  let page: PageContext
  let members: [ID<Member>: Member]
  let viewer: Viewer

  func what(_ event: Event) throws -> AuditRow.What? {
    guard let subject = event.subject else { return nil }
    switch event.kind {
    case .sourceAdded, .sourceChanged, .sourceRemoved, .sourceFailed, .sourceRecovered:
      return try tx.source(ID(subject)).map {
        AuditRow.What(page.say($0.name), at: $0.removedAt == nil ? .sources : nil)
      }
    case .topicAdded, .topicChanged, .topicRemoved:
      return try tx.topic(ID(subject)).map {
        AuditRow.What($0.name, at: $0.removedAt == nil ? .topic($0.id) : nil)
      }
    case .accountAdded, .accountChanged, .accountRemoved:
      return try tx.account(ID(subject)).map { account in
        AuditRow.What(
          try tx.handles([account.handle]).first?.address ?? account.server,
          at: account.removedAt == nil ? .account(account.id) : nil)
      }
    case .memberJoined, .memberChanged, .memberLeft:
      // Of themselves their name stands there already.
      guard ID<Member>(subject) != event.member else { return nil }
      return members[ID(subject)].map { AuditRow.What($0.name, at: .members) }
    case .houseRuleChanged, .houseRuleRemoved:
      return try tx.houseRule(ID(subject)).map {
        AuditRow.What($0.title, at: $0.removedAt == nil ? .houseRules : nil)
      }
    case .wishGathered, .wishChanged, .deedPublished, .voiceRemoved:
      return try tx.wish(ID(subject), for: viewer).map {
        AuditRow.What($0.wish.title, at: .wish($0.wish.id))
      }
    case .mistakeMarked, .mistakeReopened, .correctionBegun, .correctionMade, .correctionFailed,
      .correctionPublished:
      return try tx.mistake(ID(subject), for: viewer).map {
        AuditRow.What(RichText(plain: $0.words).preview(limit: 60), at: .mistake($0.id))
      }
    case .contactChanged, .personExported, .holdSet, .holdLifted, .theyNamedThemselves:
      return try tx.person(ID(subject), for: viewer).flatMap { person in
        person.erasedAt == nil ? AuditRow.What(person.name, at: .person(person.id)) : nil
      }
    case .settingsChanged:
      return SettingChange(subject: subject).map {
        AuditRow.What(page.words.text(of: $0), at: $0.setting.route)
      }
    default: return nil
    }
  }
}

extension SettingChange.Setting {
  fileprivate var route: Route {
    switch self {
    case .retention, .showsNotes: .keeping
    case .attention: .mistakes()
    default: .settings
    }
  }
}

extension Words {
  /// A setting, and from what to what it was changed.
  func text(of change: SettingChange) -> String {
    let name = name(of: change.setting)
    guard let from = change.from, let to = change.to else { return name }
    switch change.setting {
    case .publishesCorrections, .publishesDeeds, .showsNotes:
      return audit.changedTo(name, to == 1 ? audit.on : audit.off)
    default: return audit.changedFrom(name, String(from), String(to))
    }
  }

  private func name(of setting: SettingChange.Setting) -> String {
    switch setting {
    case .organisation: settings.organisation
    case .contact: settings.contact
    case .notice: settings.notice
    case .timeZone: me.timeZone
    case .language: me.language
    case .openHours: settings.openHours
    case .undoSeconds: settings.undo
    case .daysAboutUs: settings.aboutUs
    case .daysConversations: settings.conversations
    case .daysDrafts: settings.drafts
    case .publishesCorrections: mistake.publishes
    case .publishesDeeds: wishes.publishes
    case .headStartCorrectsUs: audit.headStart(kinds.correctsUs)
    case .headStartPromiseDue: audit.headStart(kinds.promiseDue)
    case .headStartComplaint: audit.headStart(kinds.complaint)
    case .headStartFirstWords: audit.headStart(kinds.firstWords)
    case .headStartQuickCustom: audit.headStart(kinds.quickCustom)
    case .retention: rights.byNetwork
    case .showsNotes: rights.showNotes
    case .attention: audit.attention
    }
  }
}
