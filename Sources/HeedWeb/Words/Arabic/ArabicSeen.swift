extension SeenWords {
  /// What stands in a conversation; the rest is English still.
  static let arabic: SeenWords = {
    var words = english
    words.title = "من رآه"
    words.link = "من رآه"
    return words
  }()
}
