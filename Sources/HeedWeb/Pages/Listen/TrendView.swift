import HeedModel

/// What rises, each word with its way to the posts, and how it is counted one touch away.
enum RisingView {
  /// - Parameter query: what a word is searched beside; empty for all that is heard.
  static func html(_ rising: [Rising], beside query: String = "", in page: PageContext) -> HTML {
    guard !rising.isEmpty else { return "" }
    let words = page.words.heard.trend
    return """
      <section class="filters rising"><div class="filter-line">\
      <span class="label">\(query.isEmpty ? words.rising : words.risingHere)</span>\
      \(rising.html { word in
        let search = query.isEmpty ? word.word : "(\(query)) \(word.word)"
        return "<a href=\"\(Route.search(query: search))\" dir=\"auto\">\(word.word)</a>"
      })</div>
      <details><summary>\(words.how)</summary><p class="soft">\(words.definition)</p>
      <table><thead><tr><th scope="col">\(words.word)</th><th scope="col">\(words.postsToday)</th>\
      <th scope="col">\(words.usually)</th></tr></thead><tbody>\(rising.html {
        "<tr><th scope=\"row\" dir=\"auto\">\($0.word)</th><td>\($0.posts)</td><td>\($0.usual)</td></tr>"
      })</tbody></table></details></section>
      """
  }
}

/// Far more is said than usual: said quietly, with what it is about and who began, by the posts.
enum SpikeView {
  static func list(_ spikes: [SpikeRow], in page: PageContext) -> HTML {
    spikes.html { html($0, in: page) }
  }

  /// In one line, where it stands beside other things.
  static func line(_ spike: SpikeRow, in page: PageContext) -> HTML {
    let route: Route = spike.topic.map { .topic($0.id) } ?? .heard()
    let said = page.words.heard.trend.spike(spike.topic?.name, spike.posts, spike.usual)
    return """
      <p class="pad soft"><a class="go" href="\(route)">\(said)</a> \(SpokenTime.ago(spike.at, in: page))</p>
      """
  }

  static func html(_ spike: SpikeRow, in page: PageContext) -> HTML {
    let words = page.words.heard.trend
    let said = words.spike(spike.topic?.name, spike.posts, spike.usual)
    let route: Route = spike.topic.map { .topic($0.id) } ?? .heard()
    return """
      <section class="spike"><p><a class="go" href="\(route)">\(said)</a> \
      <span class="soft">\(SpokenTime.ago(spike.at, in: page))</span></p>
      \(HTML.when(!spike.words.isEmpty, """
      <p class="soft">\(words.spikeWords): <bdi>\(spike.words.joined(separator: ", "))</bdi></p>
      """))\
      \(HTML.with(spike.first.first) { row in
        """
        <p class="soft">\(words.spikeFirst): <bdi>\(row.who.name)</bdi>, <q dir="auto"\
        \(attribute: "lang", row.language)>\(row.warning.map { page.words.talk.warned($0) } ?? row.words)</q></p>
        """
      })\
      <details class="soft"><summary>\(words.how)</summary><p>\(words.spikeDefinition)</p></details></section>
      """
  }
}
