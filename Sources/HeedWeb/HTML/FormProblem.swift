import HeedModel

/// What is wrong with a form, said once: at the field that it concerns, with a way to it above; else above the form.
enum FormProblem {
  private static let opening: HTML = "<p class=\"notice-box upset\" role=\"alert\">"

  /// What stands above a form. Whether one of its fields says it is known once the page is whole: see `once`.
  static func html(_ problem: Wrong?) -> HTML {
    HTML.with(problem) { "\(opening)\(Icon.trouble)\($0.text)</p>" }
  }

  /// The page, in which no problem stands twice: where a field says it, what stands above leads there.
  static func once(in body: HTML, _ page: PageContext) -> HTML {
    let markup = body.markup
    guard let field = Field.wrongID(in: markup), let start = markup.firstRange(of: opening.markup),
      let end = markup[start.upperBound...].firstRange(of: "</p>")
    else { return body }
    let way: HTML = """
      \(Icon.trouble)<a href="#\(field)">\(page.words.errors.seeField)</a>
      """
    return HTML.cut(body, start.upperBound..<end.lowerBound, way)
  }
}
