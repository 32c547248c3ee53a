import HeedModel

enum ThreadPostView {
  static func html(_ post: ThreadPost, isHere: Bool, in page: PageContext) -> HTML {
    let words = page.words.talk
    if post.who == nil && post.member == nil {
      return """
        <div class="post missing\(indent(post))" id="post-\(post.id)"><p class="soft">\
        \(words.neverReceived)</p></div>
        """
    }
    return """
      <div class="post \(post.direction.rawValue)\(indent(post))\(isHere ? " here" : "")" \
      id="post-\(post.id)"\(attribute: "data-here", if: isHere)>\
      \(face(post))<div class="body">
      <p class="by">\(by(post, in: page))</p>
      \(post.removedAt.map { removed($0, in: page) } ?? said(post, in: page))\
      \(byHand(post, in: page))\(foot(post, in: page))\(scars(post, in: page))</div></div>
      """
  }

  /// Deep threads stop moving inwards: past the fourth step the lines would be too short to read.
  private static func indent(_ post: ThreadPost) -> String {
    post.depth == 0 ? "" : " in d\(min(post.depth, 4))"
  }

  private static func face(_ post: ThreadPost) -> HTML {
    let isSmall = post.direction == .aside || post.depth > 0
    if let member = post.member { return FaceView.ours(member.initials, isSmall: isSmall) }
    return FaceView.html(post.who, isSmall: isSmall)
  }

  private static func by(_ post: ThreadPost, in page: PageContext) -> HTML {
    let words = page.words.talk
    let name = post.member?.name ?? post.who?.name ?? ""
    let address = post.who?.address ?? ""
    var about: [HTML] = []
    if post.member != nil { about.append(HTML(escaping: words.forUs)) }
    if !address.isEmpty && address != name && post.depth == 0 {
      about.append("<bdi>\(address)</bdi>")
    }
    if let to = post.to { about.append("\(words.to) <bdi>\(to)</bdi>") }
    if post.direction == .aside { about.append(HTML(escaping: words.notToYou)) }
    if post.visibility != .public {
      about.append(
        "\(HTML.when(post.visibility.isPrivate, Icon.lock))\(page.words.name(of: post.visibility))")
    }
    if post.who?.isBot ?? false { about.append(HTML(escaping: words.program)) }
    about.append(SpokenTime.ago(post.at, in: page))
    if let editedAt = post.editedAt {
      about.append("\(words.edited) \(SpokenTime.ago(editedAt, in: page))")
    }
    return "<b><bdi>\(name)</bdi></b> <span>\(HTML.join(about, by: " · "))</span>"
  }

  private static func removed(_ at: Instant, in page: PageContext) -> HTML {
    "<p class=\"gone\">\(page.words.talk.removed) \(SpokenTime.ago(at, in: page))</p>"
  }

  private static func said(_ post: ThreadPost, in page: PageContext) -> HTML {
    let words: HTML = """
      \(HTML.with(post.title) { "<p class=\"said-title\" dir=\"auto\">\($0)</p>" })\
      \(RichTextView.html(post.text, language: post.language))\
      \(HTML.with(post.quoted) { quoted in
        """
        <figure class="quoted"><figcaption class="soft"><bdi>\(quoted.who.name)</bdi></figcaption>\
        \(RichTextView.html(quoted.text))</figure>
        """
      })\
      \(MediaView.html(post.media, of: post.id, in: page))
      """
    guard let warning = post.warning, !warning.isEmpty else { return words }
    return """
      <details class="warned"><summary><span dir="auto">\(page.words.talk.warned(warning))</span>\
      </summary>\(words)</details>
      """
  }

  private static func byHand(_ post: ThreadPost, in page: PageContext) -> HTML {
    let words = page.words.talk
    return HTML.with(post.byHand) { sight in
      """
      <p class="soft">\(sight == .seen ? words.byHandSeen : words.byHandSaid)\
      \(HTML.with(post.unchecked) { " \(page.say($0))" })</p>
      """
    }
  }

  private static func foot(_ post: ThreadPost, in page: PageContext) -> HTML {
    let words = page.words.talk
    var parts: [HTML] = []
    if let answer = post.answer {
      parts.append("<a class=\"quiet\" href=\"\(answer)#composer-text\">\(words.answerThis)</a>")
    }
    if post.canCorrectReading && post.removedAt == nil {
      let tags = TagView.kinds(post.kinds, language: nil, in: page)
      parts.append(
        """
        <a class="\(tags.isEmpty ? "quiet" : "reading")" href="\(Route.readingForm(post.id))" \
        data-dialog title="\(why(post, in: page))">\(HTML.join(tags))\
        <span\(attribute: "class", tags.isEmpty ? nil : "heard-only")>\(words.correctReading)\
        </span></a>
        """)
    }
    if post.isReadByThem {
      parts.append("<span class=\"soft\">\(page.words.reading.theySaidSo)</span>")
    }
    if let address = post.address.flatMap(ForeignAddress.safe) {
      parts.append(
        "<a class=\"quiet\" href=\"\(address)\" rel=\"nofollow noopener noreferrer\">\(words.original)</a>"
      )
    }
    if post.direction == .ours {
      parts.append(
        "<a class=\"quiet\" href=\"\(Route.seen(post.id))\">\(page.words.seen.link)</a>")
    }
    if post.canEdit && post.removedAt == nil {
      parts.append("<a class=\"quiet\" href=\"\(Route.editPostForm(post.id))\">\(words.edit)</a>")
    }
    if post.canDelete && post.removedAt == nil {
      parts.append(
        "<a class=\"quiet\" href=\"\(Route.deletePostForm(post.id))\">\(words.delete)</a>")
    }
    if post.canMark {
      parts.append(
        """
        <a class="quiet" href="\(Route.newMistake(post: post.id))"\
        \(attribute: "data-key", post.hasMarkKey ? "m" : nil)>\(page.words.mistake.mark)\
        \(Keycap.html(post.hasMarkKey ? "m" : nil, in: page))</a>
        """)
    }
    if post.correctsUs {
      parts.append(
        """
        <a class="quiet" href="\(Route.newMistake(post: post.corrects, told: post.id))">\
        \(page.words.mistake.markTold)</a>
        """)
    }
    let row: HTML = parts.isEmpty ? "" : "<p class=\"foot\">\(HTML.join(parts))</p>"
    return row + revisions(post, in: page)
      + HTML.with(post.keepable) { ComposerLookView.keepSentence($0, in: page) }
  }

  private static func scars(_ post: ThreadPost, in page: PageContext) -> HTML {
    post.scars.html { MistakeMarks.scar($0, in: page) }
      + HTML.with(post.mends) {
        """
        <p class="scar">\(Icon.done)<a class="go" href="\(Route.mistake($0))">\
        \(page.words.mistake.mends)</a></p>
        """
      }
  }

  private static func why(_ post: ThreadPost, in page: PageContext) -> String {
    let act = page.words.talk.correctReading
    guard let reasons = post.reasons else { return act }
    return [ReasonsView.line(reasons, in: page), act].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  private static func revisions(_ post: ThreadPost, in page: PageContext) -> HTML {
    guard !post.revisions.isEmpty else { return "" }
    let words = page.words.talk
    return """
      <details class="earlier"><summary>\(words.earlierWording(post.revisions.count))</summary>
      <ol>\(post.revisions.html { revision in
        """
        <li><p class="soft">\(words.stoodUntil) \(SpokenTime.ago(revision.replacedAt, in: page))</p>\
        \(RichTextView.html(revision.text))</li>
        """
      })</ol></details>
      """
  }
}
