import HeedDesk
import HeedModel

extension SnoozeScreen {
  /// The choice that goes by the fields for day and time.
  static let chosenTime = "chosen"

  public func body(in page: PageContext) -> HTML {
    let words = page.words.snooze
    let day = Field(
      .date, words.day, value: page.zone.wall(at: page.now + .days(1)).date,
      problem: page.wrong(problem))
    let time = Field(.time, words.time, value: "09:00", problem: page.wrong(problem))
    return """
      <div class="page">
      <h1>\(words.title(who))</h1>
      <p>\(words.lead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.snooze(conversation), in: page, """
      \(HTML.with(heardAt) { Form.heard($0) })\
      <fieldset><legend class="label">\(words.until)</legend><div class="choices">\
      \(choices.html { choice in
        """
        <label><input type="radio" name="\(FieldName.until.rawValue)" value="\(choice.name.rawValue)"\
        \(attribute: "checked", if: choice.name == choices.first?.name)><span>\
        \(words.name(of: choice.name)) <span class="soft">\(SpokenTime.at(choice.at, in: page))</span>\
        </span></label>
        """
      })<label><input type="radio" name="\(FieldName.until.rawValue)" value="\(Self.chosenTime)">\
      <span>\(words.chosen)</span></label></div></fieldset>
      <div class="pair">\(day.input(type: "date"))\(time.input(type: "time"))</div>
      <p class="acts"><button class="btn main">\(words.rest)</button>\
      \(CancelLink.html(conversation, in: page))</p>
      """))</div>
      """
  }
}

extension SnoozeWords {
  func name(of choice: SnoozeScreen.Choice.Name) -> String {
    switch choice {
    case .laterToday: laterToday
    case .thisEvening: thisEvening
    case .tomorrow: tomorrow
    case .nextWeek: nextWeek
    }
  }
}
