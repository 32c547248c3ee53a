import HeedModel

extension AttentionScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.seen
    return """
      <div class="page">\(CrumbView.html(.more, page.words.shell.more))<h1>\(words.attention)</h1><p class="lead">\(words.attentionLead)</p>
      \(HTML.when(places.isEmpty, "<p class=\"empty\">\(words.attentionNone)</p>"))\
      \(places.html { AttentionPlaceView.html($0, in: page) })</div>
      """
  }
}

enum AttentionPlaceView {
  static func html(_ place: AttentionScreen.Place, in page: PageContext) -> HTML {
    """
    <section class="section"><h2>\(page.title(of: place.network))</h2>
    <p class="soft">\(EstimateView.origin(place.rule, by: place.by, in: page))</p>
    \(HTML.when(!place.tellsFollowers, "<p>\(page.words.seen.onlyHalfLife)</p>"))
    \(HTML.choose(page.mayLead, form(place, in: page), else: facts(place, in: page)))
    <details><summary>\(page.words.seen.source)</summary><p class="soft">\(page.say(place.published.source))</p>\
    </details></section>
    """
  }

  private static func facts(_ place: AttentionScreen.Place, in page: PageContext) -> HTML {
    let words = page.words.seen
    func fact(_ label: String, _ numbers: EstimateView.Three, _ unit: String) -> HTML {
      "<dt>\(label)</dt><dd>\(numbers.low) – \(numbers.likely) – \(numbers.high) \(unit)</dd>"
    }
    let rule = place.rule
    return """
      <dl class="facts">\
      \(HTML.when(place.tellsFollowers, fact(words.shareLabel, EstimateView.hundred(rule.share, words), words.inHundred)))\
      \(fact(words.halfLifeLabel, EstimateView.plain(rule.halfLife, words), words.minutes))\
      \(HTML.when(place.tellsFollowers, fact(words.overlapLabel, EstimateView.hundred(rule.overlap, words), words.inHundred)
        + fact(words.repliesLabel, EstimateView.hundred(rule.replies, words), words.inHundred)))</dl>
      """
  }

  private static func form(_ place: AttentionScreen.Place, in page: PageContext) -> HTML {
    let words = page.words.seen
    let rule = place.rule
    let typed = place.typed
    let wrong = page.wrong(typed?.problem)
    func three(
      _ name: FieldName, _ label: String, _ given: [String]?, _ numbers: EstimateView.Three,
      _ unit: String
    ) -> HTML {
      Three(
        name: name, label: label, values: given ?? [numbers.low, numbers.likely, numbers.high],
        unit: unit, scope: place.network.rawValue,
        wrong: wrong?.field == name.rawValue ? wrong : nil
      ).html(in: page)
    }
    return """
      \(FormProblem.html(wrong))\
      \(Form.post(.saveAttention, in: page, """
      <input type="hidden" name="\(FieldName.network.rawValue)" value="\(place.network.rawValue)">\
      \(HTML.when(place.tellsFollowers, three(.share, words.shareLabel, typed?.share, EstimateView.hundred(rule.share, words), words.inHundred)))\
      \(three(.halfLife, words.halfLifeLabel, typed?.halfLife, EstimateView.plain(rule.halfLife, words), words.minutes))\
      \(HTML.when(place.tellsFollowers,
        three(.overlap, words.overlapLabel, typed?.overlap, EstimateView.hundred(rule.overlap, words), words.inHundred)
        + three(.replies, words.repliesLabel, typed?.replies, EstimateView.hundred(rule.replies, words), words.inHundred)))\
      \(Field(.note, words.note, value: typed?.note ?? "", hint: words.noteHint, problem: wrong,
        scope: place.network.rawValue).input(direction: "auto", data: " maxlength=\"500\""))
      <p class="acts"><button class="btn">\(words.save)</button></p>
      """))\
      \(HTML.when(rule.change != nil, """
      <div class="section">\(Form.button(.forgetAttention, words.forget, in: page, hidden: [
        (FieldName.network.rawValue, place.network.rawValue)
      ]))<p class="soft">\(words.forgetHint)</p></div>
      """))
      """
  }

  /// Least, likely and most of one number.
  private struct Three {
    var name: FieldName
    var label: String
    var values: [String]
    var unit: String
    var scope: String
    var wrong: Wrong?

    func html(in page: PageContext) -> HTML {
      let words = page.words.seen
      let names = [words.low, words.likely, words.high]
      return """
        <fieldset class="three"><legend>\(label)</legend>\(names.indices.html { index in
          let id = "f-\(scope)-\(name.rawValue)-\(index)"
          return """
            <span><label for="\(id)">\(names[index])</label><input id="\(id)" name="\(name.rawValue)" \
            inputmode="decimal" required value="\(values.indices.contains(index) ? values[index] : "")"\
            \(attribute: "aria-invalid", wrong == nil ? nil : "true")\
            \(attribute: "aria-describedby", wrong == nil ? nil : "f-\(scope)-\(name.rawValue)-wrong")></span>
            """
        })<span class="unit">\(unit)</span>\
        \(Field.wrong(wrong, "f-\(scope)-\(name.rawValue)"))</fieldset>
        """
    }
  }
}
