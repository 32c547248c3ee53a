extension WishWords {
  /// What stands beside every page, on Today or in a conversation; the rest is English still.
  static let arabic: WishWords = {
    var words = english
    words.act = "أمنية…"
    return words
  }()
}
