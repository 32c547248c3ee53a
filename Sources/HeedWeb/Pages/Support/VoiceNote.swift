import HeedModel

/// Says to a member that they may not speak for now, where they are about to write.
enum VoiceNote {
  static func html(in page: PageContext) -> HTML {
    HTML.with(page.restriction) { standing in
      let words = page.words.rights
      return """
        <div class="notice-box upset" role="note"><p>\(words.voiceBefore(
          standing.by, SpokenTime.atText(standing.span.endsAt, in: page)))</p>\
        <p><a class="go" href="\(Route.me)#voice">\(words.voiceWhy)</a></p></div>
        """
    }
  }
}
