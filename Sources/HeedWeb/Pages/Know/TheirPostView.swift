import HeedModel

/// A post on the other side of the desk: theirs with what we made of it, and ours.
enum TheirPostView {
  static func html(
    _ row: PostRow, _ members: [ID<Member>: String], in page: PageContext
  ) -> HTML {
    let words = page.words.theirSide
    let isOurs = row.post.direction == .ours
    let by = isOurs ? row.member.flatMap { members[$0] } ?? page.organisation : words.you
    return """
      <li><div id="post-\(row.id)"><p class="soft"><b><bdi>\(by)</bdi></b> \
      \(SpokenTime.ago(row.post.publishedAt, in: page))</p>\
      <div class="said" dir="auto">\(HTML.choose(
        row.post.removedAt != nil, "<p class=\"soft\">\(words.gone)</p>",
        else: RichTextView.html(row.post.text)))</div>\
      \(HTML.when(!isOurs && row.post.removedAt == nil, reading(row.post, in: page)))</div></li>
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
      \(language.select([("", words.leftOpen)] + Set(Languages.common).union(known).sorted().map {
        ($0, page.words.name(of: $0))
      }))
      <button class="btn">\(words.correctReading)</button>
      """)
  }
}
