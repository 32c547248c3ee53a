import HeedDesk
import HeedModel

extension SettingsScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <div class="page">
      <h1>\(page.words.shell.settings)</h1>
      <p class="lead">\(words.lead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.saveSettings, in: page, """
      \(desk(in: page))\(hours(in: page))\(talking(in: page))\(keeping(in: page))\(line(in: page))
      <button class="btn main">\(page.words.shell.save)</button>
      """))</div>
      """
  }

  private func desk(in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <fieldset class="group"><legend>\(words.desk)</legend>
      \(Field(.organisation, words.organisation, value: settings.organisation, problem: page.wrong(problem), isRequired: true)
        .input(autocomplete: "organization", direction: "auto"))
      \(Field(.language, page.words.me.language, value: settings.language)
        .select(Words.offered(besides: settings.language)))
      \(Field(.timeZone, page.words.me.timeZone, value: settings.timeZone, problem: page.wrong(problem))
        .input(data: " list=\"zones\""))\(ZoneList.html)
      </fieldset>
      """
  }

  private func hours(in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <fieldset class="group"><legend>\(words.openHours)</legend>
      <p class="soft">\(words.openHoursHint)</p>\
      \(HoursView.html(hoursTyped ?? settings.openHours.rows, problem: problem, in: page))</fieldset>
      """
  }

  private func talking(in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <fieldset class="group"><legend>\(words.talking)</legend>
      \(Field(.undoSeconds, words.undo, value: String(settings.undoSeconds), hint: words.undoHint, problem: page.wrong(problem))
        .number(0...120, unit: words.seconds))
      \(Field(.publishesCorrections, page.words.mistake.publishes, hint: page.words.mistake.publishesHint)
        .box(isOn: settings.publishesCorrections))
      \(Field(.publishesDeeds, page.words.wishes.publishes, hint: page.words.wishes.publishesHint)
        .box(isOn: settings.publishesDeeds))
      </fieldset>
      """
  }

  private func keeping(in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <fieldset class="group"><legend>\(words.keeping)</legend>
      <p class="soft">\(words.keepingHint) <a class="go" href="\(Route.notice)">\(words.seeNotice)</a></p>
      \(Field(.daysAboutUs, words.aboutUs, value: String(settings.daysAboutUs), problem: page.wrong(problem))
        .number(1...30, unit: words.days))
      \(Field(.daysConversations, words.conversations, value: String(settings.daysConversations), problem: page.wrong(problem))
        .number(30...3650, unit: words.days))
      \(Field(.daysPeople, words.people, value: String(settings.daysPeople), hint: words.peopleHint, problem: page.wrong(problem))
        .number(1...3650, unit: words.days))
      \(Field(.daysDrafts, words.drafts, value: String(settings.daysDrafts), problem: page.wrong(problem))
        .number(1...365, unit: words.days))
      <p><a class="go" href="\(Route.keeping)">\(page.words.rights.byNetwork)</a></p>
      \(Field(.contact, words.contact, value: settings.contact, hint: words.contactHint, problem: page.wrong(problem))
        .input(direction: "auto"))
      \(Field(.notice, words.notice, value: settings.notice, hint: words.noticeHint).area(rows: 4))
      </fieldset>
      """
  }

  private func line(in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <fieldset class="group"><legend>\(words.line)</legend><p class="soft">\(words.lineHint)</p>
      \(WaitingReason.allCases.html { reason in
        Field(
          reason.field, page.words.name(of: reason),
          value: String(settings.headStarts[reason] ?? 0), problem: page.wrong(problem)
        ).number(0...1440, unit: words.minutes)
      })
      \(PaceView.html(paces, in: page))
      \(Field(.lineNote, words.lineNote, value: lineNote, hint: words.lineNoteHint, problem: page.wrong(problem))
        .input(direction: "auto", data: " maxlength=\"500\""))
      \(HTML.with(settings.headStartsChange) { change in
        "<p class=\"soft\">\(lastChange(change, in: page))</p>"
      })</fieldset>
      """
  }
}

extension SettingsScreen {
  private func lastChange(_ change: Settings.HeadStartsChange, in page: PageContext) -> HTML {
    """
    \(page.words.settings.lineChanged(lineChangedBy ?? page.words.talk.somebody)) \
    \(SpokenTime.ago(change.at, in: page)): <q dir="auto">\(change.note)</q>
    """
  }
}

extension WaitingReason {
  fileprivate var field: FieldName {
    switch self {
    case .correctsUs: .headStartCorrectsUs
    case .promiseDue: .headStartPromiseDue
    case .complaint: .headStartComplaint
    case .firstWords: .headStartFirstWords
    case .quickCustom: .headStartQuickCustom
    }
  }
}

extension Words {
  fileprivate func name(of reason: WaitingReason) -> String {
    switch reason {
    case .correctsUs: kinds.correctsUs
    case .promiseDue: kinds.promiseDue
    case .complaint: kinds.complaint
    case .firstWords: kinds.firstWords
    case .quickCustom: kinds.quickCustom
    }
  }
}

/// What the field for a time zone suggests.
enum ZoneList {
  static let html: HTML = """
    <datalist id="zones">\(Zone.all.html { "<option value=\"\($0)\"></option>" })</datalist>
    """
}
