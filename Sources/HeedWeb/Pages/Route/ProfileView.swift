import HeedModel

extension ProfileScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.help
    return """
      <div class="page">
      \(CrumbView.html(.me, page.words.me.title))
      <h1>\(words.title)</h1>
      <p class="lead">\(words.lead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.saveProfile, in: page, """
      \(Field(.knows, words.knowsLabel, value: profile.knows.joined(separator: "\n"), hint: words.knowsHint)
        .area(rows: 3))
      \(Field(.likes, words.likesLabel, value: profile.likes.joined(separator: "\n"), hint: words.likesHint)
        .area(rows: 2))
      <fieldset class="group"><legend>\(words.languages)</legend><div class="ticks">\
      \(languages.html { tick($0, in: page) })</div></fieldset>
      \(hours(in: page))
      \(Field(.minutes, words.minutes, value: profile.minutesADay.map { String($0) } ?? "", hint: words.minutesHint, problem: page.wrong(problem))
        .input(direction: "ltr", data: " inputmode=\"numeric\" maxlength=\"4\""))
      \(absence(in: page))
      <button class="btn main">\(page.words.shell.save)</button>
      """))</div>
      """
  }

  private func tick(_ language: String, in page: PageContext) -> HTML {
    """
    <label><input type="checkbox" name="\(FieldName.speaks.rawValue)" value="\(language)"\
    \(attribute: "checked", if: profile.languages.contains(language))> \
    \(page.words.name(of: language))</label>
    """
  }

  private func hours(in page: PageContext) -> HTML {
    let words = page.words.help
    return """
      <fieldset class="group"><legend>\(words.hours)</legend>
      <p class="soft">\(words.hoursHint)</p>\
      \(HoursView.html(hoursTyped ?? profile.hours.rows, problem: problem, in: page))</fieldset>
      """
  }

  private func absence(in page: PageContext) -> HTML {
    let words = page.words.help
    let next = profile.absences.first
    func day(_ number: Int64?) -> String {
      number.map { WallTime(seconds: $0 * 86_400).date } ?? ""
    }
    return """
      <fieldset class="group"><legend>\(words.away)</legend><p class="soft">\(words.awayHint)</p>
      \(Field(.date, words.awayFrom, value: day(next?.first), problem: page.wrong(problem))
        .input(type: "date"))
      \(Field(.until, words.awayUntil, value: day(next?.last), problem: page.wrong(problem))
        .input(type: "date"))</fieldset>
      """
  }
}
