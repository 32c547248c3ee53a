import HeedModel

extension NoticeScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.notice
    return """
      <div class="page">
      <h1>\(words.title(settings.organisation))</h1>
      <p class="lead">\(words.lead(settings.organisation))</p>
      \(HTML.when(!settings.notice.isEmpty, "<p dir=\"auto\">\(settings.notice)</p>"))
      <section><h2>\(words.aboutTitle)</h2><p>\(words.about(settings.daysAboutUs))</p></section>
      <section><h2>\(words.toTitle)</h2><p>\(words.to(settings.daysConversations))</p>\
      <p>\(words.teamWords) \(words.who(settings.daysPeople))</p></section>
      \(rules(in: page))
      <section><h2>\(words.privateTitle)</h2><p>\(words.privateText)</p></section>
      <section><h2>\(words.neverTitle)</h2><p>\(words.never)</p></section>
      <section><h2>\(words.objectTitle)</h2><p>\(words.object) \
      \(HTML.choose(
        settings.contact.isEmpty, HTML(escaping: words.writeThere),
        else: contact(settings.contact)))</p>
      <p><a class="go" href="\(Route.theirSide)">\(page.words.theirSide.goTo)</a></p>
      <p class="soft">\(page.words.rights.backupsNotice)</p></section>
      \(HTML.when(settings.publishesCorrections, """
      <section><h2>\(words.wrongTitle)</h2><p><a class="go" href="\(Route.corrections())">\(words.wrong)</a></p></section>
      """))
      \(HTML.when(settings.publishesDeeds, """
      <section><h2>\(page.words.wishes.saidAndDone)</h2><p><a class="go" href="\(Route.saidAndDone())">\
      \(page.words.wishes.publicLead)</a></p></section>
      """))
      <section><h2>\(words.whereTitle)</h2><ul class="list">\(sources.html { place in
        "<li><div><p class=\"title\"><bdi>\(page.say(place.name))</bdi></p><p>\(page.say(place.purpose))</p></div></li>"
      })</ul></section></div>
      """
  }

  /// A mail address or a page of theirs, as a link where it is one.
  private func contact(_ contact: String) -> HTML {
    let isMail =
      contact.contains("@")
      && !contact.contains(where: { $0 == "/" || $0 == "?" || $0.isWhitespace })
    guard let address = isMail ? "mailto:\(contact)" : ForeignAddress.safe(contact) else {
      return "<bdi>\(contact)</bdi>"
    }
    return "<a class=\"go\" href=\"\(address)\"><bdi>\(contact)</bdi></a>"
  }

  /// Times of their own, by network, and whether people see what the team notes.
  private func rules(in page: PageContext) -> HTML {
    let words = page.words.rights
    guard !settings.retention.isEmpty || settings.showsNotes else { return "" }
    return """
      <section><h2>\(words.byNetwork)</h2><ul class="list">\(settings.retention.html { rule in
        """
        <li><div><p class="title">\(page.title(of: rule.network)) · \(page.words.name(of: rule.kind)): \
        \(rule.days) \(page.words.settings.days)</p><p dir="auto">\(rule.purpose)</p></div></li>
        """
      })</ul>\(HTML.when(settings.showsNotes, "<p>\(words.showNotes). \(words.showNotesHint)</p>"))</section>
      """
  }
}
