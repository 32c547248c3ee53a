import HeedModel

/// What the head start of a quick custom goes by.
enum PaceView {
  static func html(_ paces: [Pace], in page: PageContext) -> HTML {
    let words = page.words.settings
    let known = paces.compactMap { pace -> String? in
      guard pace.isKnown, let theirs = pace.theirs, let ours = pace.ours else { return nil }
      guard pace.showsOurs else {
        return words.paceWithheld(
          page.title(of: pace.network), SpokenTime.span(theirs.half, in: page), theirs.answers,
          Pace.leastMembers)
      }
      return words.pace(
        page.title(of: pace.network), SpokenTime.span(theirs.half, in: page), theirs.answers,
        SpokenTime.span(ours.half, in: page), ours.answers)
    }
    return (known.isEmpty ? [words.paceUnknown] : known).html { "<p class=\"soft\">\($0)</p>" }
  }
}
