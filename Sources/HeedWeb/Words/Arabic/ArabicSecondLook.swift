extension SecondLookWords {
  /// What stands beside every page, on Today or in a conversation; the rest is English still.
  static let arabic: SecondLookWords = {
    var words = english
    words.ask = "اسأل زميلًا"
    return words
  }()
}
