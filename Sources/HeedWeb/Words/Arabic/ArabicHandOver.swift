extension HandOverWords {
  static let arabic: HandOverWords = {
    var words = HandOverWords.english
    words.title = { name in "سلّم \(name) إلى…" }
    words.lead = "يُخبَرون بذلك مع كلمتك. يمكنك استعادتها ما داموا لم يتولوها."
    words.to = "إلى من"
    words.nobody = "لا أحد غيرك هنا بعد يحق له الكلام."
    words.cannotAnswer = "لا يمكنه الرد الآن"
    words.word = "كلمة معها"
    words.wordHint = "لماذا هم، أو ما تعرفه. لا يراها إلا فريقكم."
    words.hand = "سلّم"
    return words
  }()
}
