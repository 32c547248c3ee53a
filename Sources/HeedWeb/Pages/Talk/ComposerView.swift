import HeedModel

enum ComposerView {
  static func html(_ composer: Composer, in page: PageContext) -> HTML {
    let words = page.words.composer
    return """
      <form class="composer" id="composer" method="post" action="\(action(composer))" \
      data-draft="\(Route.saveDraft(composer.conversation))" data-composer \
      data-look="\(Route.lookThrough(composer.conversation))" \
      aria-label="\(words.yourReply)">
      \(Form.token(in: page))\
      \(HTML.with(composer.seen) {
        "<input type=\"hidden\" name=\"\(FieldName.seen.rawValue)\" value=\"\($0)\">"
      })
      \(HTML.with(composer.conflict) { conflict($0, composer, in: page) })
      \(HTML.with(composer.problem) {
        "<p class=\"wrong\" id=\"composer-wrong\" role=\"alert\">\(Icon.trouble)\(page.say($0.text))</p>"
      })
      \(VoiceNote.html(in: page))\(HTML.with(composer.reminder) { "<p class=\"ctx\" dir=\"auto\">\($0)</p>" })\
      \(composer.byHand.map { ByHandView.context($0, composer, in: page) } ?? context(composer, in: page))
      \(HTML.when(composer.doNotContact, """
      <p class="ctx" role="note">\(page.words.rights.dontWriteNote(composer.partner))</p>
      """))
      \(intents(composer, in: page))
      \(text(composer, in: page))
      \(ComposerLookView.html(composer.look, of: "\(composer.conversation)", in: page))
      \(uploads(composer, in: page))
      \(SecondLookView.html(composer, in: page))
      <div class="extras">\(EarlierAnswersView.html(composer.earlier, in: page))\
      \(attach(composer, in: page))\(options(composer, in: page))\
      \(houseRules(composer, in: page))</div>
      \(composer.byHand.map { ByHandView.steps($0, composer, in: page) } ?? send(composer, in: page))
      </form>
      """
  }

  private static func action(_ composer: Composer) -> Route {
    composer.byHand == nil
      ? .send(composer.conversation) : .postedByHand(composer.conversation)
  }

  private static func conflict(
    _ conflict: Composer.Conflict, _ composer: Composer, in page: PageContext
  ) -> HTML {
    let words = page.words.composer
    return """
      <div class="conflict" role="alert">\(Icon.trouble)<p><b>\(words.answeredMeanwhile(conflict.by))\
      </b> \(SpokenTime.ago(conflict.at, in: page)). \(words.draftKept) \
      \(HTML.with(conflict.post) { """
      <a class="go" href="#post-\($0)">\(words.readIt)</a>
      """ })</p></div>
      """
  }

  private static func context(_ composer: Composer, in page: PageContext) -> HTML {
    let words = page.words.composer
    let whom =
      composer.waitingSince.map {
        words.hasWaited(composer.partner, SpokenTime.span(page.now - $0, in: page))
      } ?? words.youAnswer(composer.partner)
    let sender =
      composer.isOwnHandle
      ? words.asYourself(composer.account) : words.asAccount(composer.account)
    return """
      <p class="ctx" id="ctx-\(composer.conversation)" data-fragment data-whom>\(answering(composer))<b>\(whom)</b> \
      \(words.standsOn(page.words.name(of: composer.visibility), composer.place)) \
      \(sender)\(HTML.when(!composer.signature.isEmpty, """
       \(words.signed) <bdi class="signature">\(composer.signature.trimmedLine)</bdi>
      """))</p>
      """
  }

  /// What the words go to stands beside what says so: both are brought up to date together.
  static func answering(_ composer: Composer) -> HTML {
    """
    <input type="hidden" name="\(FieldName.answering.rawValue)" value="\(composer.answering)">
    """
  }

  private static func houseRules(_ composer: Composer, in page: PageContext) -> HTML {
    guard !composer.houseRules.isEmpty else { return "" }
    return """
      <details><summary>\(page.words.composer.houseRules(composer.place))</summary>\
      <p dir="auto">\(page.say(composer.houseRules))</p></details>
      """
  }

  private static func intents(_ composer: Composer, in page: PageContext) -> HTML {
    """
    <fieldset class="intents"><legend class="heard-only">\(page.words.composer.intent)</legend>\
    \(Intent.allCases.html { intent in
      """
      <label><input type="radio" name="\(FieldName.intent.rawValue)" value="\(intent.rawValue)"\
      \(attribute: "checked", if: intent == composer.intent)><span>\(page.words.name(of: intent))\
      </span></label>
      """
    })</fieldset>
    """
  }

  private static func text(_ composer: Composer, in page: PageContext) -> HTML {
    let words = page.words.composer
    let rule = composer.length
    let isWrong = composer.problem?.field == FieldName.text.rawValue
    return """
      <label class="heard-only" for="composer-text">\(words.yourReply)</label>
      <textarea id="composer-text" name="\(FieldName.text.rawValue)" rows="4" dir="auto" \
      placeholder=" " data-key="r"\(attribute: "lang", composer.language)\
      \(LengthRule.data(rule))\
      \(attribute: "data-signature", composer.signature.isEmpty ? nil : composer.signature)\
      \(attribute: "aria-describedby", isWrong ? "composer-wrong" : nil)\
      \(attribute: "aria-invalid", isWrong ? "true" : nil)>\n\(composer.text)</textarea>
      """
  }

  private static func uploads(_ composer: Composer, in page: PageContext) -> HTML {
    guard !composer.uploads.isEmpty else { return "" }
    let words = page.words.composer
    return """
      <ul class="uploads">\(composer.uploads.html { upload in
        """
        <li>\(HTML.when(upload.type.hasPrefix("image/"), """
        <img src="\(Route.upload(upload.id))" alt="" width="56" height="56">
        """))<span dir="auto">\(upload.alternative)</span>\
        <button class="quiet" formnovalidate \
        formaction="\(Route.removeUpload(composer.conversation, upload.id))" \
        aria-label="\(words.removeMedium(upload.alternative))">\(words.remove)</button></li>
        """
      })</ul>
      """
  }

  /// Part of the same form, so that what is already written travels along and is kept.
  private static func attach(_ composer: Composer, in page: PageContext) -> HTML {
    guard !composer.mediaTypes.isEmpty, composer.uploads.count < composer.mediaLimit
    else { return "" }
    let words = page.words.composer
    let describe = Field(.alternative, words.alternative, hint: words.alternativeHint)
    return """
      <details><summary>\(Icon.picture)\(words.addPicture)</summary>
      <p class="field"><label for="f-file">\(words.file)</label>\
      <input type="file" id="f-file" name="\(FieldName.file.rawValue)" \
      accept="\(composer.mediaTypes.joined(separator: ","))"></p>
      \(describe.input(direction: "auto"))
      <button class="btn" formaction="\(Route.addUpload(composer.conversation))" \
      formenctype="multipart/form-data">\(words.addIt)</button></details>
      """
  }

  private static func options(_ composer: Composer, in page: PageContext) -> HTML {
    let words = page.words.composer
    let hasChoice = composer.visibilities.count > 1
    guard hasChoice || composer.hasWarning || !composer.languages.isEmpty else { return "" }
    return """
      <details\(attribute: "open", if: !composer.warning.isEmpty)>\
      <summary>\(words.options)</summary><div class="fields">
      \(HTML.when(hasChoice, Field(
        .visibility, words.whoReads, value: composer.visibility.rawValue
      ).select(composer.visibilities.map { ($0.rawValue, page.words.name(of: $0)) })))
      \(HTML.when(!composer.languages.isEmpty, Field(
        .language, words.language, value: composer.language ?? ""
      ).select([("", words.noLanguage)] + composer.languages.map {
        ($0, page.words.name(of: $0))
      })))
      \(HTML.when(composer.hasWarning, Field(
        .warning, words.warning, value: composer.warning, hint: words.warningHint
      ).input(direction: "auto")))
      </div></details>
      """
  }

  private static func send(_ composer: Composer, in page: PageContext) -> HTML {
    let words = page.words.composer
    let name = page.member?.name ?? ""
    let isLate = composer.conflict != nil
    return """
      <div class="send">\
      \(HTML.when(page.restriction == nil, """
      <button class="btn main"\
      \(attribute: "formaction", isLate ? Route.sendAnyway(composer.conversation).path : nil)>\
      \(isLate ? words.sendAnyway : words.sendAs(name))</button>
      """))\
      \(HTML.when(composer.undoSeconds > 0 && page.restriction == nil, """
      <small class="soft">\(words.undo(composer.undoSeconds))</small>
      """))\
      <button class="btn quiet" formnovalidate \
      formaction="\(Route.saveDraft(composer.conversation))" data-without-script>\(words.keepDraft)</button>\
      \(ComposerLookView.button(.lookThrough(composer.conversation), in: page))\
      \(HTML.when(composer.savedAt != nil, """
      <button class="btn quiet" formnovalidate \
      formaction="\(Route.discardDraft(composer.conversation))">\(words.discard)</button>
      """))\
      <small class="soft" id="saved" role="status" data-saved="\(words.saved)" \
      data-not-saved="\(words.notSaved)">\(HTML.with(composer.savedAt) {
        "\(words.saved) \(SpokenTime.ago($0, in: page))"
      })</small>\
      \(HTML.with(composer.length) { rule in
        """
        <output class="left" for="composer-text" data-left="\(words.left("{n}", "\(rule.limit)"))" \
        data-over="\(words.over("{n}"))">\(words.atMost(rule.limit))</output>
        """
      })</div>
      """
  }
}

extension String {
  /// Without the space or line break that sets a signature apart.
  fileprivate var trimmedLine: String { String(drop { $0.isWhitespace }) }
}

extension LengthRule {
  /// The rule as data for the script that counts while somebody types; the desk counts again before it sends.
  static func data(_ rule: LengthRule?) -> HTML {
    guard let rule else { return "" }
    return """
       data-unit="\(rule.unit.rawValue)" data-limit="\(rule.limit)"\
      \(attribute: "data-address", rule.address.map(String.init))\
      \(attribute: "data-bytes", rule.bytes.map(String.init))
      """
  }
}
