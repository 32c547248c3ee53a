import HeedDesk
import HeedModel

/// How many had seen it over time: the range as a band, what is likely as a line, the moments that count as marks; and the
/// same as a table.
enum ExposurePlot {
  private static let width = 860.0
  private static let top = 24.0
  private static let bottom = 196.0
  private static let left = 40.0
  private static let right = 830.0

  static func html(
    _ exposure: Exposure, _ marks: [ExposureView.Mark], in page: PageContext
  ) -> HTML {
    guard let first = exposure.curve.first, let last = exposure.curve.last,
      exposure.curve.count > 1, last.range.high > 0
    else { return "" }
    let words = page.words.seen
    let scale = Scale(exposure.curve)
    let end = exposure.curve.first { $0.at >= exposure.until } ?? last
    func clock(_ instant: Instant) -> String {
      SpokenTime.clock(instant, among: [first.at, last.at, page.now], in: page)
    }
    let label = words.plot(
      clock(first.at), clock(last.at), words.number(end.range.likely),
      words.number(end.range.low), words.number(end.range.high))
    return """
      <figure class="plot"><svg viewBox="0 0 \(Int(width)) 220" role="img" aria-label="\(label)">
      <path class="range" d="\(scale.band(exposure.curve))"/>
      <path class="likely" d="\(scale.line(exposure.curve))"/>
      \(HTML.join(lines(scale, marks.filter { $0.at >= first.at && $0.at <= last.at })))
      <path class="ground" d="M\(Int(left)) \(Int(bottom))H\(Int(right))"/>
      <text x="\(Int(left))" y="202" class="below">\(clock(first.at))</text>
      <text x="\(Int(right))" y="202" class="below end">\(clock(last.at))</text>
      <circle cx="\(scale.x(end.at))" cy="\(scale.y(end.range.likely))" r="4.5"/>
      <text x="\(scale.x(end.at))" y="\(scale.y(end.range.likely))" dx="\(scale.isLate(end.at) ? "-10" : "10")" \
      dy="\(scale.y(end.range.likely) < 64 ? "20" : "-8")"\(attribute: "class", scale.isLate(end.at) ? "end" : nil)>\(words.number(end.range.likely))</text></svg>
      <details><summary>\(words.asTable)</summary><div class="scrolls" tabindex="0" role="region" aria-label="\(words.asTable)"><table><thead><tr><th scope="col">\(words.time)</th>\
      <th scope="col">\(words.low)</th><th scope="col">\(words.likely)</th>\
      <th scope="col">\(words.high)</th></tr></thead><tbody>\(exposure.curve.html { point in
        """
        <tr><th scope="row">\(SpokenTime.element(point.at, saying: clock(point.at), in: page))</th>\
        <td>\(words.number(point.range.low))</td><td>\(words.number(point.range.likely))</td>\
        <td>\(words.number(point.range.high))</td></tr>
        """
      })</tbody></table></div></details></figure>
      """
  }

  /// Each label stands where it covers no other: before its line where there is room and another follows, else after it,
  /// a row lower than one that would reach into it.
  private static func lines(_ scale: Scale, _ marks: [ExposureView.Mark]) -> [HTML] {
    var taken = Int.min
    return marks.enumerated().map { number, mark in
      let x = scale.x(mark.at)
      let length = mark.label.count * letter
      let isFollowed = marks.dropFirst(number + 1).contains { scale.x($0.at) - x < length }
      let isBefore = scale.isLate(mark.at) || (isFollowed || x + length > Int(width)) && x > length
      let isLower = (isBefore ? x - length : x) < taken
      taken = isBefore ? x : x + length
      return """
        <path class="mark" d="M\(x) 20V196"/><text x="\(x)" y="16" dx="\(isBefore ? "-6" : "6")"\
        \(attribute: "dy", isLower ? "1.2em" : nil)\(attribute: "class", isBefore ? "end" : nil)>\
        \(mark.label)</text>
        """
    }
  }

  /// How wide a letter is in the plot's units, in the large letters of a narrow window.
  private static let letter = 15

  /// Where instants and numbers stand, in whole units.
  private struct Scale {
    private let from: Instant
    private let span: Double
    private let most: Double

    init(_ curve: [Exposure.Point]) {
      from = curve.first?.at ?? Instant(seconds: 0)
      span = max(Double(((curve.last?.at ?? from) - from).milliseconds), 1)
      most = Double(max(curve.map(\.range.high).max() ?? 1, 1))
    }

    func x(_ instant: Instant) -> Int {
      Int(left + (right - left) * Double((instant - from).milliseconds) / span)
    }

    func y(_ people: Int) -> Int { Int(bottom - (bottom - top) * Double(people) / most) }

    /// Labels of late moments stand before them.
    func isLate(_ instant: Instant) -> Bool { x(instant) > Int(width * 0.7) }

    func line(_ curve: [Exposure.Point]) -> String {
      path(curve.map { ($0.at, $0.range.likely) })
    }

    func band(_ curve: [Exposure.Point]) -> String {
      let there = path(curve.map { ($0.at, $0.range.high) })
      let back = path(curve.reversed().map { ($0.at, $0.range.low) })
      return "\(there)L\(back.dropFirst())Z"
    }

    private func path(_ points: [(Instant, Int)]) -> String {
      "M" + points.map { "\(x($0.0)) \(y($0.1))" }.joined(separator: "L")
    }
  }
}
