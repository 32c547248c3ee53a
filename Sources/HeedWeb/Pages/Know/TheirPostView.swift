import HeedModel

/// A post on the other side of the desk: theirs with what we made of it, and ours.
enum TheirPostView {
  /// - Parameters:
  ///   - revisions: its earlier wordings, the oldest first.
  ///   - held: what a legal hold keeps of it.
  static func html(
    _ row: PostRow, _ members: [ID<Member>: String], earlier revisions: [Revision] = [],
    held: [HeldWording] = [], in page: PageContext
  ) -> HTML {
    let words = page.words.theirSide
    let isOurs = row.post.direction == .ours
    let by = isOurs ? row.member.flatMap { members[$0] } ?? page.organisation : words.you
    return """
      <li><div id="post-\(row.id)"><p class="soft"><b><bdi>\(by)</bdi></b> \
      \(SpokenTime.ago(row.post.publishedAt, in: page))\
      \(HTML.with(row.post.editedAt) { " · \(page.words.talk.edited) \(SpokenTime.ago($0, in: page))" })</p>\
      <div class="said" dir="auto">\(HTML.choose(
        row.post.removedAt != nil, "<p class=\"soft\">\(words.gone)</p>",
        else: said(row.post, in: page)))</div>\
      \(earlier(revisions, in: page))\(kept(held, in: page))\
      \(HTML.when(!isOurs && row.post.removedAt == nil, reading(row.post, in: page)))</div></li>
      """
  }

  /// As members see it: its title, its warning before it, what hangs on it after it.
  private static func said(_ post: Post, in page: PageContext) -> HTML {
    let words: HTML = """
      \(title(post.title))\(RichTextView.html(post.text))\
      \(MediaView.html(post.media, of: post.id, in: page) { .theirMedia($0, $1) })
      """
    guard let warning = post.warning, !warning.isEmpty else { return words }
    return """
      <details class="warned"><summary><span dir="auto">\(page.words.talk.warned(warning))</span>\
      </summary>\(words)</details>
      """
  }

  private static func title(_ title: String?) -> HTML {
    HTML.with(title) { "<p class=\"said-title\" dir=\"auto\">\($0)</p>" }
  }

  private static func earlier(_ revisions: [Revision], in page: PageContext) -> HTML {
    guard !revisions.isEmpty else { return "" }
    let words = page.words.talk
    return """
      <details class="earlier"><summary>\(words.earlierWording(revisions.count))</summary>
      <ol>\(revisions.html { revision in
        """
        <li><p class="soft">\(words.stoodUntil) \(SpokenTime.ago(revision.replacedAt, in: page))</p>\
        \(HTML.with(revision.warning) { "<p class=\"soft\" dir=\"auto\">\($0)</p>" })\
        \(title(revision.title))\(RichTextView.html(revision.text))</li>
        """
      })</ol></details>
      """
  }

  /// What they changed or took away, and the law has stay: nobody but they and the law see it.
  private static func kept(_ held: [HeldWording], in page: PageContext) -> HTML {
    guard !held.isEmpty else { return "" }
    return """
      <details class="earlier"><summary>\(page.words.theirSide.heldWords(held.count))</summary>
      <ol>\(held.html { wording in
        """
        <li>\(HTML.with(wording.warning) { "<p class=\"soft\" dir=\"auto\">\($0)</p>" })\
        \(title(wording.title))\(RichTextView.html(wording.text))\
        \(wording.alternatives.html { "<p class=\"soft\" dir=\"auto\">\($0)</p>" })</li>
        """
      })</ol></details>
      """
  }

  /// What we read in it, and the way to say what it is.
  private static func reading(_ post: Post, in page: PageContext) -> HTML {
    let words = page.words.theirSide
    let read = ReadingText.text(post.reading, unknown: words.notRead, in: page)
    return """
      <p class="soft">\(post.reading.isByThem ? words.readBySaid : words.readAs) \(read)\
      \(HTML.with(post.wordsUntil) { until in
        " · \(words.keptUntil) \(SpokenTime.at(until, in: page))"
      })</p>
      <details class="older"><summary>\(words.readWrongly)</summary>\(form(post, in: page))</details>
      """
  }

  private static func form(_ post: Post, in page: PageContext) -> HTML {
    let words = page.words.theirSide
    let scope = post.id.description
    let tone = Field(
      .tone, words.inWhichTone, value: post.reading.tone?.rawValue ?? "", scope: scope)
    let language = Field(
      .language, words.inWhichLanguage, value: post.reading.language ?? "", scope: scope)
    let known = [post.reading.language, post.language].compactMap { $0 }
    return Form.post(
      .theyRead, in: page,
      """
      <input type="hidden" name="\(FieldName.post.rawValue)" value="\(post.id)">\
      <p class="soft">\(words.readWronglyHint)</p>
      <fieldset><legend class="label">\(words.whatItIs)</legend><div class="choices">\
      \(Reading.Kind.allCases.filter { $0 != .spam }.html { kind in
        """
        <label><input type="checkbox" name="\(FieldName.kind.rawValue)" value="\(kind.rawValue)"\
        \(attribute: "checked", if: post.reading.kinds.contains(kind))><span>\
        \(page.words.name(of: kind))</span></label>
        """
      })</div></fieldset>
      \(tone.select([("", words.leftOpen)] + Reading.Tone.allCases.map {
        ($0.rawValue, page.words.name(of: $0))
      }))
      \(language.select([("", words.leftOpen)] + Set(Languages.common).union(known).map {
        ($0, page.words.name(of: $0))
      }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }))
      <button class="btn">\(words.correctReading)</button>
      """)
  }
}
