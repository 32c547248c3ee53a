import HeedDesk
import HeedModel

/// Said, noticed, fixed, stood: of the organisation, never of a member.
enum MistakeStepsView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let (story, mistake) = (screen.story, screen.mistake)
    let place =
      screen.kept.post.map { words.on(page.title(of: $0.post.network)) } ?? words.onPage
    let fixed =
      story.fixedAt == nil
      ? ""
      : [
        story.main.map { MistakeMarks.done($0.way, in: page) },
        story.fixedAfter.map { MistakeMarks.after($0, in: page) },
      ].compactMap { $0 }.joined(separator: ", ")
    let noticed = [
      noticer(screen, in: page),
      story.noticedAfter.map { MistakeMarks.after($0, in: page) },
    ].compactMap { $0 }.joined(separator: ", ")
    return """
      <ol class="steps">\
      \(step(words.stepSaid, mistake.saidAt.map { moment($0, in: page) } ?? text(words.unknown), place))\
      \(step(words.stepNoticed, moment(mistake.noticedAt, in: page), noticed))\
      \(step(words.stepFixed, story.fixedAt.map { moment($0, in: page) } ?? text(words.notYet), fixed))\
      \(step(
        words.stepStood, text(stood(story, in: page)),
        story.stood == nil ? "" : words.fromWrong))</ol>
      """
  }

  /// From wrong to right; while it stands, from wrong to now.
  private static func stood(_ story: MistakeStory, in page: PageContext) -> String {
    let words = page.words.mistake
    if let stood = story.stood { return SpokenTime.span(stood, in: page) }
    guard let saidAt = story.mistake.saidAt, story.fixedAt == nil else { return words.unknown }
    return words.soFar(SpokenTime.span(max(page.now - saidAt, .zero), in: page))
  }

  private static func noticer(_ screen: MistakeScreen, in page: PageContext) -> String {
    let words = page.words.mistake
    switch screen.mistake.noticedBy {
    case .ourselves:
      return screen.mistake.member == page.member?.id ? words.byYou : words.byUs
    case .person:
      return screen.kept.told.map { words.told(page.name(of: $0.author)) } ?? words.bySomebody
    case .somebody: return words.bySomebody
    }
  }

  private static func step(_ name: String, _ value: HTML, _ about: String) -> HTML {
    "<li><small>\(name)</small><b>\(value)</b><small dir=\"auto\">\(about)</small></li>"
  }

  private static func text(_ text: String) -> HTML { HTML(escaping: text) }

  /// The time of day, with the day where it is another one.
  static func moment(_ instant: Instant, in page: PageContext) -> HTML {
    let wall = page.zone.wall(at: instant)
    let isToday = wall.dayNumber == page.zone.wall(at: page.now).dayNumber
    return SpokenTime.element(
      instant,
      saying: isToday
        ? wall.clock : page.words.time.dateAt(SpokenTime.day(instant, in: page), wall.clock),
      in: page)
  }
}

/// Where it stands now, and what was said.
enum MistakeStateView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    var parts: [HTML] = []
    for reopening in screen.story.reopenings {
      parts.append(
        """
        <p class="notice-box">\(words.reopened) \(MistakeStepsView.moment(reopening.at, in: page)): \
        \(HTML.choose(reopening.words.isEmpty, "\(why(reopening, screen, words))", else: "<q dir=\"auto\">\(reopening.words)</q>"))</p>
        """)
    }
    switch screen.story.main?.outcome {
    case .failed(let trouble) where screen.story.state == .failed:
      parts.append(
        upset(words.failed + (trouble.map { " " + page.say($0) } ?? ""), screen, in: page))
    case .unsaid where screen.story.state == .failed:
      parts.append(upset(words.unsaidNow, screen, in: page))
    case .underway:
      let isReply = screen.story.main?.reply != nil
      parts.append(
        "<p class=\"notice-box\">\(isReply ? words.underway : words.unconfirmed) \(thread(screen, in: page))</p>"
      )
    default: break
    }
    if let mends = screen.kept.mends, mends != screen.mistake.id {
      parts.append(
        "<p class=\"notice-box\">\(words.mendsOther) <a class=\"go\" href=\"\(Route.mistake(mends))\">\(words.seeIt)</a></p>"
      )
    }
    return HTML.join(parts)
  }

  /// What the desk saw by itself.
  private static func why(
    _ reopening: MistakeReopening, _ screen: MistakeScreen, _ words: MistakeWords
  ) -> String {
    screen.story.wasTakenAway(before: reopening) ? words.saidNoMore : words.standsAgain
  }

  private static func upset(_ text: String, _ screen: MistakeScreen, in page: PageContext) -> HTML {
    """
    <p class="notice-box upset" role="alert">\(Icon.trouble)\(text) \(thread(screen, in: page))</p>
    """
  }

  private static func thread(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    HTML.with(screen.thread) {
      """
      <a class="go" href="\(Route.conversation($0, at: screen.mistake.post))">\
      \(page.words.mistake.inThread)</a>
      """
    }
  }

  private static func others(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    HTML.when(
      !screen.kept.others.isEmpty,
      """
      <p class="soft">\(page.words.mistake.othersHere)</p><ul class="list">\(screen.kept.others.html { other in
        """
        <li><p><a class="go" href="\(Route.mistake(other.mistake.id))" dir="auto">\
        \(other.mistake.words)</a></p><p class="ends">\(MistakeMarks.tag(other.state, in: page))</p></li>
        """
      })</ul>
      """)
  }

  static func said(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let byHand = screen.story.corrections.filter {
      $0.way == .byHand && $0.post == screen.mistake.post && $0.page == screen.mistake.page
    }
    let done = HTML.when(
      !byHand.isEmpty, WhereItStandsView.mended(words.doneByHand, byHand, in: page))
    let others = done + others(screen, in: page)
    if let row = screen.kept.post {
      let stands =
        row.post.removedAt == nil
        ? RichTextView.html(row.post.text, language: row.post.language) : nil
      let wrong: HTML = "<p dir=\"auto\">\(screen.mistake.said)</p>"
      // Once it was changed there, what was wrong stands here alone.
      let isChanged =
        stands != nil && !screen.mistake.said.isEmpty
        && !row.post.text.plain.contains(screen.mistake.said)
      return """
        <section><h2>\(words.saidThere)</h2>\
        <blockquote class="notice-box">\(isChanged ? wrong : stands ?? wrong)</blockquote>\
        \(HTML.with(isChanged ? stands : nil) { """
        <h3>\(words.saysNow)</h3><blockquote class="notice-box">\($0)</blockquote>
        """ })\
        <p class="soft">\(thread(screen, in: page))</p>\(others)</section>
        """
    }
    guard let address = screen.mistake.page.flatMap(ForeignAddress.safe) else { return others }
    return """
      <section><h2>\(words.saidThere)</h2>\
      \(HTML.when(!screen.mistake.said.isEmpty, """
      <blockquote class="notice-box"><p dir="auto">\(screen.mistake.said)</p></blockquote>
      """))\
      <p><a class="go" href="\(address)" rel="nofollow noopener noreferrer"><bdi>\(address)</bdi></a></p>\
      \(others)</section>
      """
  }
}
