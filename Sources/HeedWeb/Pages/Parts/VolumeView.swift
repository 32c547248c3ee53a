import HeedModel

/// How much was heard over time: a thin band of bars, and the same as a table for those who want the figures.
enum VolumeView {
  static func html(_ volume: Volume, in page: PageContext) -> HTML {
    guard volume.counts.count > 1 else { return "" }
    let words = page.words.heard
    let total = volume.counts.reduce(0, +)
    let end = volume.from + volume.step * volume.counts.count
    let span = words.volume(
      total, SpokenTime.agoText(volume.from, in: page), SpokenTime.agoText(end, in: page))
    return """
      <figure class="band"><svg viewBox="0 0 \(volume.counts.count * 10) 72" \
      preserveAspectRatio="none" role="img" aria-label="\(span)">\(bars(volume))</svg>
      <figcaption><span>\(SpokenTime.ago(volume.from, in: page))</span>\
      <span>\(SpokenTime.ago(end, in: page))</span></figcaption>
      <details><summary>\(words.asTable)</summary><table><caption class="heard-only">\(span)</caption>
      <thead><tr><th scope="col">\(words.from)</th><th scope="col">\(words.posts)</th></tr></thead>
      <tbody>\(volume.counts.enumerated().html { index, count in
        let start = volume.from + volume.step * index
        return """
          <tr><td>\(SpokenTime.element(start, saying: SpokenTime.exact(start, in: page), in: page))\
          </td><td>\(count)</td></tr>
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
}
