/// What somebody makes of an answer, from its words alone.
///
/// Coarse on purpose, and the same in every language that the invented people speak: it is there so
/// that practising feels like talking, and decides nothing about anybody real.
struct Impression: Sendable, Equatable {
  var apologises = false
  var asks = false
  var promises = false
  var thanks = false
  var isRude = false
  var isThin = false
  var repeats = false

  /// - Parameter earlier: what the same people were told before.
  init(of text: String, earlier: [String]) {
    let folded = text.lowercased()
    func says(_ words: [String]) -> Bool { words.contains { folded.contains($0) } }
    apologises = says(Self.apologies)
    asks = folded.contains { "?？؟".contains($0) }
    promises = says(Self.promising)
    thanks = says(Self.thanking)
    isRude = says(Self.rude) || Self.shouts(text)
    let words = Self.words(of: folded)
    isThin = folded.filter { !$0.isWhitespace }.count < 12
    repeats = words.count >= 4 && earlier.contains { Self.share(of: words, in: $0) > 0.8 }
  }

  /// How it moves somebody's mood.
  func weight(temper: Double, isComplaint: Bool) -> Double {
    var weight = 0.12
    if apologises { weight += isComplaint ? 0.3 : 0.1 }
    if thanks { weight += 0.1 }
    if asks || promises { weight += 0.05 }
    if isThin { weight -= 0.3 }
    if repeats { weight -= 0.45 }
    if isRude { weight -= 0.9 }
    return weight < 0 ? weight * (0.6 + temper) : weight * (1.3 - temper * 0.6)
  }

  private static let apologies = [
    "sorry", "apolog", "our mistake", "our fault", "desculp", "lament", "perdon", "perdón",
    "lo siento", "entschuld", "tut uns leid", "tut mir leid", "verzeih", "przepra", "przykro",
    "申し訳", "すみません", "ごめん", "آسف", "نعتذر", "عذر",
  ]
  private static let promising = [
    "i will", "i'll", "we will", "we'll", "tomorrow", "by friday", "by monday", "get back to",
    "amanhã", "vou ", "vamos ", "mañana", "voy a ", "morgen", "ich melde", "wir melden",
    "jutro", "odezw", "明日", "ご連絡", "غد", "سأ", "سن",
  ]
  private static let thanking = [
    "thank", "obrigad", "gracias", "danke", "dzięk", "ありがとう", "شكر",
  ]
  private static let rude = [
    "stupid", "idiot", "your own fault", "calm down", "not our problem", "stop whining",
    "shut up", "nonsense", "as i already said", "can't you read", "idiota", "estúpid",
    "cale-se", "cállate", "tonter", "dumm", "selber schuld", "selbst schuld", "głupi", "bzdur",
    "馬鹿", "うるさい", "غبي", "اخرس",
  ]

  private static func shouts(_ text: String) -> Bool {
    let letters = text.filter { $0.isLetter && ($0.isUppercase || $0.isLowercase) }
    return letters.count > 12 && letters.filter(\.isUppercase).count * 10 > letters.count * 7
  }

  /// Words, and single signs where a language writes without spaces; names left out.
  private static func words(of folded: String) -> [String] {
    folded.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("@") }.flatMap { word in
      let letters = word.filter { $0.isLetter || $0.isNumber }
      let isDense = letters.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }
      return isDense ? letters.map(String.init) : letters.isEmpty ? [] : [String(letters)]
    }
  }

  private static func share(of words: [String], in earlier: String) -> Double {
    let there = Set(Self.words(of: earlier.lowercased()))
    return Double(words.filter(there.contains).count) / Double(words.count)
  }
}
