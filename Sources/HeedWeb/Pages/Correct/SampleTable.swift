import HeedDesk
import HeedModel

/// What the place counted, sample by sample. Who follows us is no figure of its own and stands in none (law 3).
enum SampleTable {
  static func html(_ exposure: Exposure, isPart: Bool, in page: PageContext) -> HTML {
    let words = page.words.seen
    return """
      <section class="section samples">\(ExposureView.heading(words.samples, isPart: isPart))
      \(HTML.choose(exposure.samples.isEmpty, "<p class=\"soft\">\(words.noSamples)</p>", else: """
      <div class="scrolls" tabindex="0" role="region" aria-label="\(words.samples)"><table><thead><tr>\
      <th scope="col">\(words.age)</th><th scope="col">\(words.readers)</th><th scope="col">\(words.likes)</th>\
      <th scope="col">\(words.shares)</th><th scope="col">\(words.answers)</th>\
      <th scope="col">\(words.quotes)</th></tr></thead><tbody>\(exposure.samples.html { row($0, exposure, page) })\
      </tbody></table></div>
      """))
      \(uncounted(exposure, in: page))<p class="soft">\(words.samplesHint)</p></section>
      """
  }

  private static func row(_ count: PostCount, _ exposure: Exposure, _ page: PageContext) -> HTML {
    let words = page.words.seen
    let age = SpokenTime.span(count.at - exposure.saidAt, in: page)
    let cells = [count.views, count.liked, count.shared, count.answered, count.quoted]
    return """
      <tr><th scope="row">\(SpokenTime.element(count.at, saying: age, in: page))\
      \(HTML.join(occasions(count, exposure, in: page).map { " · \($0)" }))</th>\(cells.html { cell in
        HTML.choose(
          cell == nil, "<td class=\"soft\"><span aria-hidden=\"true\">–</span><span class=\"heard-only\">\(words.untold)</span></td>",
          else: "<td>\(words.number(cell ?? 0))</td>")
      })</tr>
      """
  }

  /// Each with its own time: of two that came close together one sample tells.
  private static func occasions(_ count: PostCount, _ exposure: Exposure, in page: PageContext)
    -> [String]
  {
    let words = page.words.seen
    let moments = exposure.moments.filter { $0.countedAt == count.at }
    // Samples of before moments were kept know only what they were taken for.
    if moments.isEmpty { return [name(count.occasion, words)].compactMap { $0 } }
    return moments.compactMap { moment in
      name(moment.occasion, words).map { words.moment($0, clock(moment.at, exposure, in: page)) }
    }
  }

  /// Moments for which the place was not asked, or did not answer.
  private static func uncounted(_ exposure: Exposure, in page: PageContext) -> HTML {
    let words = page.words.seen
    let moments = exposure.moments.filter { $0.countedAt == nil }
    guard !moments.isEmpty, !exposure.samples.isEmpty else { return "" }
    return """
      <ul class="soft">\(moments.html { moment in
        HTML.with(name(moment.occasion, words)) { name in
          "<li>\(words.notCounted(words.moment(name, clock(moment.at, exposure, in: page))))</li>"
        }
      })</ul>
      """
  }

  private static func clock(_ at: Instant, _ exposure: Exposure, in page: PageContext) -> String {
    SpokenTime.clock(at, among: [exposure.saidAt] + exposure.moments.map(\.at), in: page)
  }

  private static func name(_ occasion: PostCount.Occasion, _ words: SeenWords) -> String? {
    switch occasion {
    case .due: nil
    case .noticed: words.noticed
    case .fixed: words.fixed
    }
  }
}
