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
    let label = words.plot(
      clock(first.at, page), clock(last.at, page), words.number(end.range.likely),
      words.number(end.range.low), words.number(end.range.high))
    return """
      <figure class="plot"><svg viewBox="0 0 \(Int(width)) 220" role="img" aria-label="\(label)">
      <path class="range" d="\(scale.band(exposure.curve))"/>
      <path class="likely" d="\(scale.line(exposure.curve))"/>
      \(rows(of: marks.filter { $0.at >= first.at && $0.at <= last.at }, scale).html { mark(scale, $0.mark, row: $0.row) })
      <path class="ground" d="M\(Int(left)) \(Int(bottom))H\(Int(right))"/>
      <text x="\(Int(left))" y="214">\(clock(first.at, page))</text>
      <text x="\(Int(right))" y="214" class="end">\(clock(last.at, page))</text>
      <circle cx="\(scale.x(end.at))" cy="\(scale.y(end.range.likely))" r="4.5"/>
      <text x="\(scale.x(end.at))" y="\(scale.y(end.range.likely))" dx="\(scale.isLate(end.at) ? "-10" : "10")" \
      dy="-8"\(attribute: "class", scale.isLate(end.at) ? "end" : nil)>\(words.number(end.range.likely))</text></svg>
      <details><summary>\(words.asTable)</summary><table><thead><tr><th scope="col">\(words.time)</th>\
      <th scope="col">\(words.low)</th><th scope="col">\(words.likely)</th>\
      <th scope="col">\(words.high)</th></tr></thead><tbody>\(exposure.curve.html { point in
        """
        <tr><th scope="row">\(SpokenTime.element(point.at, saying: clock(point.at, page), in: page))</th>\
        <td>\(words.number(point.range.low))</td><td>\(words.number(point.range.likely))</td>\
        <td>\(words.number(point.range.high))</td></tr>
        """
      })</tbody></table></details></figure>
      """
  }

  /// Names of moments that lie close together stand below each other.
  private static func rows(of marks: [ExposureView.Mark], _ scale: Scale) -> [(
    mark: ExposureView.Mark, row: Int
  )] {
    var rows: [(mark: ExposureView.Mark, row: Int)] = []
    for mark in marks.sorted(by: { $0.at < $1.at }) {
      let last = rows.last
      let isClose = last.map { scale.x(mark.at) - scale.x($0.mark.at) < widestName } ?? false
      rows.append((mark, isClose ? ((last?.row ?? 0) + 1) % 3 : 0))
    }
    return rows
  }

  private static let widestName = 150

  private static func mark(_ scale: Scale, _ mark: ExposureView.Mark, row: Int) -> HTML {
    let x = scale.x(mark.at)
    return """
      <path class="mark" d="M\(x) 20V196"/><text x="\(x)" y="\(16 + 18 * row)" dx="\(scale.isLate(mark.at) ? "-6" : "6")"\
      \(attribute: "class", scale.isLate(mark.at) ? "end" : nil)>\(mark.label)</text>
      """
  }

  private static func clock(_ instant: Instant, _ page: PageContext) -> String {
    let wall = page.zone.wall(at: instant)
    let today = page.zone.wall(at: page.now)
    return wall.dayNumber == today.dayNumber
      ? wall.clock : "\(SpokenTime.day(instant, in: page)), \(wall.clock)"
  }

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
