import HeedDesk
import HeedModel

extension TellingWaysScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.told
    return """
      <div class="page">
      \(CrumbView.html(.me, page.words.me.title))
      <h1>\(words.waysTitle)</h1>
      <p class="lead">\(words.waysLead)</p>
      \(FormProblem.html(page.wrong(problem)))
      <p>\(words.inDesk)</p>
      <p>\(ways.hasHours ? words.hours : words.noHours)\
      \(HTML.when(page.maySpeak, " <a href=\"\(Route.profile)\">\(words.giveHours)</a>"))</p>
      \(Form.post(.saveTellingWays, in: page, """
      \(topics(in: page))\(mail(in: page))\(push(in: page))
      <button class="btn main">\(page.words.shell.save)</button>
      """))
      \(browsers(in: page))</div>
      """
  }

  private func topics(in page: PageContext) -> HTML {
    let words = page.words.told
    let followed = Set(ways.choices.topics ?? [])
    return """
      <fieldset class="group"><legend>\(words.topics)</legend><p class="soft">\(words.topicsHint)</p>
      \(HTML.choose(ways.topics.isEmpty, "<p>\(words.noTopics)</p>", else: """
      <div class="ticks">\(ways.topics.html {
        tick(.topic, $0.id.description, $0.name, isOn: followed.contains($0.id))
      })</div>
      """))</fieldset>
      """
  }

  private func mail(in page: PageContext) -> HTML {
    let words = page.words.told
    let choices = ways.choices
    guard ways.hasMail else {
      return """
        <fieldset class="group"><legend>\(words.mail)</legend><p>\(words.noMail)</p></fieldset>
        """
    }
    let time = "\(WallTime.two(choices.mailAt / 60)):\(WallTime.two(choices.mailAt % 60))"
    let often: [(value: String, label: String)] = TellingChoices.Mail.allCases.map {
      switch $0 {
      case .never: ($0.rawValue, words.never)
      case .daily: ($0.rawValue, words.daily)
      case .soon: ($0.rawValue, words.soon)
      }
    }
    return """
      <fieldset class="group"><legend>\(words.mail)</legend>
      \(Field(.mail, words.mailHow, value: choices.mail.rawValue).select(often))
      \(Field(.time, words.mailAt, value: time, problem: page.wrong(problem)).input(type: "time"))
      \(kinds(.mailKind, words.mailAbout, choices.mailKinds, in: page))
      \(Field(.mailWords, words.words, hint: words.mailWordsHint).box(isOn: choices.mailWords))
      </fieldset>
      """
  }

  private func push(in page: PageContext) -> HTML {
    let words = page.words.told
    let choices = ways.choices
    return """
      <fieldset class="group"><legend>\(words.push)</legend>
      <p class="soft">\(words.pushLead)</p>
      \(kinds(.pushKind, words.pushAbout, choices.pushKinds, in: page))
      \(Field(.pushWords, words.words, hint: words.pushWordsHint).box(isOn: choices.pushWords))
      </fieldset>
      """
  }

  private func kinds(
    _ field: FieldName, _ label: String, _ chosen: Set<TellingKind>, in page: PageContext
  ) -> HTML {
    """
    <fieldset class="kinds"><legend>\(label)</legend><div class="ticks">\
    \(TellingKind.allCases.html {
      tick(field, $0.rawValue, page.words.told.name(of: $0), isOn: chosen.contains($0))
    })</div></fieldset>
    """
  }

  private func tick(_ field: FieldName, _ value: String, _ label: String, isOn: Bool) -> HTML {
    """
    <label><input type="checkbox" name="\(field.rawValue)" value="\(value)"\
    \(attribute: "checked", if: isOn)> <bdi>\(label)</bdi></label>
    """
  }

  /// Turning a browser on is the scripts' alone to do; turning it off is a form.
  private func browsers(in page: PageContext) -> HTML {
    let words = page.words.told
    let list = ways.subscriptions.html { browser in
      let device = browser.device.isEmpty ? page.words.me.unknownDevice : browser.device
      let isRefused = Desk.isRefused(browser, now: page.now)
      return """
        <li><div><p class="title"><bdi>\(device)</bdi></p>\
        <p class="soft">\(SpokenTime.ago(browser.addedAt, in: page))</p>\
        \(HTML.when(isRefused, "<p>\(words.pushRefused)</p>"))</div>\
        <div class="ends">\(Form.button(
          .removePush(browser.id), words.pushOff, in: page,
          describes: "\(words.pushOff): \(device)"))</div></li>
        """
    }
    return """
      <section aria-labelledby="push"><h2 id="push">\(words.pushBrowsers)</h2>
      <p data-push-plain>\(words.pushPlain)</p>
      \(Form.post(
        .addPush, in: page, kind: "one",
        data: """
         hidden data-push-offer data-push-key="\(ways.pushKey)" \
        data-push-denied="\(words.pushDenied)" data-push-failed="\(words.pushFailed)"
        """, "<button type=\"button\" class=\"btn\">\(words.pushOn)</button>"))
      \(HTML.choose(
        ways.subscriptions.isEmpty, "<p class=\"soft\">\(words.noBrowsers)</p>",
        else: "<ul class=\"list\">\(list)</ul>"))</section>
      """
  }
}

extension EndMailScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.told
    let lead =
      switch state {
      case .asked: words.endLead
      case .ended: words.endedHint
      case .over: words.endOverHint
      }
    return """
      <div class="page"><p class="brand">Heed</p>
      <h1>\(title(in: page))</h1>
      <p class="lead">\(lead)</p>
      \(HTML.when(state == .asked, """
      \(Form.post(.endMail(token: token), in: page, "<button class=\"btn main\">\(words.endButton)</button>"))
      """))\(HTML.when(state != .asked, """
      <p class="acts"><a class="btn" href="\(Route.tellingWays)">\(words.change)</a></p>
      """))</div>
      """
  }
}
