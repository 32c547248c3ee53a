import HeedDesk
public import HeedModel

/// Who saw a post of ours, to stand on a page of its own or inside that of a mistake: a sentence that somebody can repeat, a
/// plot of it, how it is known, who surely saw it, and what the place counted.
public struct ExposureView: Sendable {
  /// A moment to be marked in the plot: when it was noticed, when it was put right.
  public struct Mark: Sendable, Hashable {
    public var at: Instant
    public var label: String

    public init(at: Instant, label: String) {
      self.at = at
      self.label = label
    }
  }

  public var exposure: Exposure
  public var marks: [Mark]
  /// Who gave the numbers of its estimate, where a lead did.
  public var numbersBy: String?
  /// Inside another page: its headings are one level lower.
  public var isPart: Bool

  public init(
    _ exposure: Exposure, marks: [Mark] = [], numbersBy: String? = nil, isPart: Bool = false
  ) {
    self.exposure = exposure
    self.marks = marks
    self.numbersBy = numbersBy
    self.isPart = isPart
  }

  /// Everything, in sections with headings of the second level, or of the third inside another page.
  public func html(in page: PageContext) -> HTML {
    """
    <section class="section"><p class="sentence">\(Self.sentence(exposure, in: page))</p>
    \(ExposurePlot.html(exposure, marks, in: page))</section>
    \(parts(in: page))
    """
  }

  /// How it is known, who surely saw it, and what the place counted.
  func parts(in page: PageContext) -> HTML {
    """
    \(how(in: page))\(surely(in: page))\(SampleTable.html(exposure, isPart: isPart, in: page))
    """
  }

  static func heading(_ text: String, isPart: Bool) -> HTML {
    isPart ? "<h3>\(text)</h3>" : "<h2>\(text)</h2>"
  }

  /// What a manager can repeat, alone.
  public static func sentence(_ exposure: Exposure, in page: PageContext) -> String {
    let words = page.words.seen
    let length = words.length(exposure.until - exposure.from)
    if let counted = exposure.counted {
      let range = counted.range
      if range.low == range.high {
        return words.counted(words.number(range.likely), length, exposure.surely)
      }
      return words.countedBetween(
        words.number(range.low), words.number(range.high), words.number(range.likely), length,
        exposure.surely)
    }
    if let range = exposure.estimated?.range {
      if range == .nobody { return words.nobody(length) }
      return words.between(
        words.number(range.low), words.number(range.high), words.number(range.likely), length,
        exposure.surely)
    }
    return exposure.surely > 0
      ? words.onlySurely(exposure.surely, length) : words.nobodyKnown(length)
  }

  private func how(in page: PageContext) -> HTML {
    let words = page.words.seen
    return """
      <section class="section">\(Self.heading(words.how, isPart: isPart))\(assumptions(in: page))\
      <p class="soft"><a class="go" href="\(Route.attention)">\(words.toAssumptions)</a></p></section>
      """
  }

  private func assumptions(in page: PageContext) -> HTML {
    let words = page.words.seen
    let network = page.title(of: exposure.network)
    if let counted = exposure.counted {
      return """
        <p>\(words.isCounted(network, SpokenTime.atText(counted.at, in: page)))</p>
        <p class="soft">\(words.countedHint)</p>
        """
    }
    guard let estimate = exposure.estimated else {
      return "<p>\(words.nothingToEstimateFrom(network))</p>"
    }
    return EstimateView.html(estimate, exposure, by: numbersBy, in: page)
  }

  private func surely(in page: PageContext) -> HTML {
    let words = page.words.seen
    let rest: String? =
      exposure.others > 0
      ? words.others(exposure.others, !exposure.named.isEmpty)
      : exposure.named.isEmpty ? words.nobodyReacted : nil
    return """
      <section class="section">\(Self.heading(words.surelyTitle, isPart: isPart))
      \(HTML.when(!exposure.named.isEmpty, """
      <ul class="people">\(exposure.named.html { named in
        """
        <li>\(FaceView.html(Who(name: named.name), isSmall: false))<p>\
        \(HTML.choose(named.name.isEmpty, "\(page.words.rights.erasedSomebody)", else: """
        <a class="go" href="\(Route.person(named.person))"><bdi>\(HTML.address(named.name))</bdi></a>
        """)) \
        \(deed(named, words)) <span class="soft">\(SpokenTime.ago(named.at, in: page))</span></p></li>
        """
      })</ul>
      """))\
      \(HTML.with(rest) { "<p class=\"soft\">\($0)</p>" })</section>
      """
  }

  private func deed(_ named: Exposure.Named, _ words: SeenWords) -> String {
    switch named.deed {
    case .answered: words.answered
    case .liked: words.liked
    case .shared: words.shared
    }
  }
}
