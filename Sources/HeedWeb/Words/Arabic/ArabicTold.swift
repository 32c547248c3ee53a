extension ToldWords {
  /// What stands beside every page, on Today or in a conversation; the rest is English still.
  static let arabic: ToldWords = {
    var words = english
    words.room = "ما يخصك"
    return words
  }()
}
