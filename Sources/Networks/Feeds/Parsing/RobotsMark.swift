import HeedMarkup

/// What a place says to programs: the `X-Robots-Tag` header and the `robots` meta element.
enum RobotsMark {
  /// Whether `noindex` or `none` is said to every program, or to this one by name.
  static func optsOut(_ value: String) -> Bool {
    var wish = RobotsWish()
    wish.add(header: value)
    return wish.refusesIndex
  }
}
