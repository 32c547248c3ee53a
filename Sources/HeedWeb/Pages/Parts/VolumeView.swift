import HeedModel

/// How much was heard over time: a thin band of bars, below it how much of that was warm or upset, and all of it as a table
/// for those who want the figures.
enum VolumeView {
  static func html(_ volume: Volume, in page: PageContext) -> HTML {
    guard volume.counts.count > 1 else { return "" }
    let words = page.words.heard
    let total = volume.counts.reduce(0, +)
    let end = volume.from + volume.step * volume.counts.count
    let (first, last) = (
      SpokenTime.agoText(volume.from, in: page), SpokenTime.agoText(end, in: page)
    )
    let span = words.volume(total, first, last)
    let width = volume.counts.count * 10
    return """
      <figure class="band"><svg viewBox="0 0 \(width) 72" \
      preserveAspectRatio="none" role="img" aria-label="\(span)">\(bars(volume))</svg>
      \(HTML.when(volume.hasTone, tone(volume, width: width, in: page)))\
      <figcaption><span>\(SpokenTime.ago(volume.from, in: page))</span>\
      <span>\(SpokenTime.ago(end, in: page))</span></figcaption>
      <details><summary>\(words.asTable)</summary><table><caption class="heard-only">\(span)</caption>
      <thead><tr><th scope="col">\(words.from)</th><th scope="col">\(words.posts)</th>\
      \(HTML.when(volume.hasTone, """
      <th scope="col">\(page.words.name(of: Reading.Tone.positive))</th>\
      <th scope="col">\(page.words.name(of: Reading.Tone.negative))</th>
      """))</tr></thead>
      <tbody>\(volume.counts.enumerated().html { index, count in
        let start = volume.from + volume.step * index
        return """
          <tr><td>\(SpokenTime.element(start, saying: SpokenTime.exact(start, in: page), in: page))\
          </td><td>\(count)</td>\(HTML.when(volume.hasTone, tones(volume, index)))</tr>
          """
      })</tbody></table></details></figure>
      """
  }

  private static func bars(_ volume: Volume) -> HTML {
    let most = max(volume.counts.max() ?? 1, 1)
    return volume.counts.enumerated().html { index, count in
      let height = count == 0 ? 1 : max(2, count * 70 / most)
      return """
        <rect class="bar" x="\(index * 10 + 1)" y="\(72 - height)" width="8" height="\(height)"/>
        """
    }
  }

  /// Positive above a line, negative below it, by one scale.
  private static func tone(_ volume: Volume, width: Int, in page: PageContext) -> HTML {
    let words = page.words.heard.trend
    let most = max((volume.positive + volume.negative).max() ?? 1, 1)
    func height(_ count: Int) -> Int { count == 0 ? 0 : max(2, count * 34 / most) }
    let label = words.toneOverTime(
      volume.positive.reduce(0, +), volume.negative.reduce(0, +))
    return """
      <svg class="tone" viewBox="0 0 \(width) 72" preserveAspectRatio="none" role="img" \
      aria-label="\(label)"><line x1="0" x2="\(width)" y1="36" y2="36"/>\
      \(volume.counts.indices.html { index in
        let (up, down) = (height(volume.positive[index]), height(volume.negative[index]))
        return """
          <rect class="warm" x="\(index * 10 + 1)" y="\(36 - up)" width="8" height="\(up)"/>\
          <rect class="upset" x="\(index * 10 + 1)" y="36" width="8" height="\(down)"/>
          """
      })</svg>
      <p class="key soft"><span class="warm"></span>\(words.above) <span class="upset"></span>\(words.below)</p>
      """
  }

  private static func tones(_ volume: Volume, _ index: Int) -> HTML {
    "<td>\(volume.positive[index])</td><td>\(volume.negative[index])</td>"
  }
}
