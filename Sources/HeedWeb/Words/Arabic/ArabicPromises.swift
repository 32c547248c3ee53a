extension PromiseWords {
  /// What stands beside every page, on Today or in a conversation; the rest is English still.
  static let arabic: PromiseWords = {
    var words = english
    words.title = "الوعود"
    words.today = "ما وعدت به"
    return words
  }()
}
