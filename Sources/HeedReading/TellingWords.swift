/// Words that tell how something is meant, in the few languages that the plain reader knows.
struct TellingWords {
  var good = 0
  var bad = 0
  var asking = 0
  var wishing = 0
  var thanking = 0
  var correcting = 0

  static func count(_ words: [String], text: String) -> TellingWords {
    var counts = TellingWords()
    var negates = false
    for (index, word) in words.enumerated() {
      guard let told = lexicon[word] else {
        negates = false
        continue
      }
      if told.phrases != nil { counts.hear(told.phrases ?? [], in: words, at: index) }
      if told.signs.contains(.negator) {
        negates = true
        continue
      }
      if told.signs.contains(.good) { if negates { counts.bad += 1 } else { counts.good += 1 } }
      if told.signs.contains(.bad) { if negates { counts.good += 1 } else { counts.bad += 1 } }
      if told.signs.contains(.thanks) {
        counts.thanking += 1
        counts.good += 1
      }
      if !told.signs.contains(.filler) { negates = false }
    }
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return counts }
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      if happyFaces.contains(scalar) { counts.good += 1 }
      if unhappyFaces.contains(scalar) { counts.bad += 1 }
    }
    return counts
  }

  /// Phrases that begin with the word at `index`.
  private mutating func hear(_ phrases: [Phrase], in words: [String], at index: Int) {
    for phrase in phrases where words[index...].starts(with: phrase.words) {
      switch phrase.meaning {
      case .asking:
        if index == 0, words.count > phrase.words.count { asking += 1 }
      case .wishing: wishing += 1
      case .correcting: correcting += 1
      }
    }
  }

  private struct Phrase {
    enum Meaning { case asking, wishing, correcting }
    var words: [String]
    var meaning: Meaning
  }

  private struct Signs: OptionSet {
    let rawValue: Int
    static let negator = Signs(rawValue: 1)
    static let filler = Signs(rawValue: 2)
    static let good = Signs(rawValue: 4)
    static let bad = Signs(rawValue: 8)
    static let thanks = Signs(rawValue: 16)
  }

  /// All that one word can tell, found by one look.
  private static let lexicon: [String: (signs: Signs, phrases: [Phrase]?)] = {
    var lexicon: [String: (signs: Signs, phrases: [Phrase]?)] = [:]
    func add(_ words: Set<String>, _ sign: Signs) {
      for word in words { lexicon[word, default: ([], nil)].signs.insert(sign) }
    }
    func add(_ phrases: [String], _ meaning: Phrase.Meaning) {
      for phrase in phrases {
        let words = phrase.split(separator: " ").map(String.init)
        lexicon[words[0], default: ([], nil)].phrases =
          (lexicon[words[0]]?.phrases ?? []) + [
            Phrase(words: words, meaning: meaning)
          ]
      }
    }
    add(negators, .negator)
    add(fillers, .filler)
    add(goodWords, .good)
    add(badWords, .bad)
    add(thanks, .thanks)
    add(askingStarts, .asking)
    add(wishes, .wishing)
    add(corrections, .correcting)
    return lexicon
  }()

  /// Whether a face, as `Pieces` tells it, is a happy one.
  static func isHappy(_ face: UInt32) -> Bool {
    face == 0x263A || face == 0x2661 || Unicode.Scalar(face).map(happyFaces.contains) ?? false
  }

  private static let happyFaces = Set("😀😃😄😁😊🙂😍🥰❤👍🎉🙏💚✨😂".unicodeScalars)
  private static let unhappyFaces = Set("😡😠🤬😤👎😢😭💔🙄😞".unicodeScalars)

  private static let negators: Set<String> = [
    "not", "no", "never", "don't", "doesn't", "didn't", "isn't", "wasn't", "can't", "won't",
    "nicht", "kein", "keine", "nie", "pas", "jamais", "nunca", "não", "nie", "niet", "non",
  ]
  private static let fillers: Set<String> = [
    "so", "very", "too", "that", "a", "the", "sehr", "so", "muy", "très", "bad",
  ]
  private static let goodWords: Set<String> = [
    "good", "great", "love", "loved", "lovely", "nice", "nicest", "best", "awesome", "amazing",
    "excellent", "perfect", "happy", "helpful", "friendly", "kind", "fantastic", "wonderful",
    "pleased", "brilliant", "gut", "toll", "super", "schön", "klasse", "nett", "freundlich",
    "zufrieden", "bien", "excellent", "génial", "parfait", "super", "sympa", "bueno", "genial",
    "excelente", "perfecto", "encanta", "ótimo", "ótima", "adorei", "excelente", "bom", "boa",
    "świetny", "świetnie", "super", "dobry", "dobrze", "bello", "ottimo", "mooi", "goed", "fijn",
  ]
  private static let badWords: Set<String> = [
    "bad", "worst", "terrible", "awful", "horrible", "hate", "angry", "broken", "broke", "fail",
    "failed", "fails", "wrong", "useless", "rude", "late", "lost", "missing", "disappointed",
    "disappointing", "ridiculous", "unacceptable", "waste", "scam", "refund", "complaint", "nobody",
    "ignored", "damaged", "stuck", "annoyed", "schlecht", "schlimm", "kaputt", "furchtbar",
    "enttäuscht", "ärgerlich", "falsch", "verloren", "unverschämt", "mauvais", "nul", "horrible",
    "cassé", "déçu", "déçue", "honte", "malo", "mal", "roto", "peor", "horrible", "vergüenza",
    "péssimo", "péssima", "ruim", "quebrado", "vergonha", "pior", "zły", "źle", "zepsuty",
    "fatalny", "okropny", "slecht", "kapot", "brutto", "rotto", "pessimo",
  ]
  private static let thanks: Set<String> = [
    "thanks", "thank", "thx", "danke", "merci", "gracias", "obrigado", "obrigada", "dzięki",
    "dziękuję", "grazie", "bedankt", "tack", "cheers",
  ]
  private static let askingStarts = [
    "does", "do", "is", "are", "can", "could", "how", "what", "when", "where", "why", "who", "will",
    "would", "anyone", "has anyone", "does anyone", "wie", "was", "wann", "wo", "warum", "kann",
    "gibt es", "hat jemand", "comment", "quand", "où", "pourquoi", "est-ce", "cómo", "cuándo",
    "dónde", "alguien", "como", "quando", "onde", "alguém", "czy", "jak", "kiedy", "gdzie",
  ]
  private static let wishes = [
    "i wish you", "i wish there", "i wish it", "wish there was", "would love to see",
    "would love a", "would buy", "any chance of", "any chance you", "please add", "please allow",
    "please make", "please bring back", "please let us", "if only you", "would be great if",
    "would be nice if", "would be nice to have", "would be cool if", "would be awesome if",
    "would be helpful if", "when will you", "can you add", "can you please add", "could you add",
    "could you please add", "can you make", "can you please make", "could you make",
    "could you please make", "you should add", "you should have a", "you should make",
    "you should let", "you should offer", "you should get rid", "need to add", "needs to add",
    "should add", "give us the", "give us a", "how about a", "how about adding", "any plans for",
    "any plans to", "make it easier", "the ability to", "can we get", "can we have",
    "could we have", "let us choose", "bring back the", "ich wünsche", "wäre schön", "wäre toll",
    "könntet ihr",
    "j'aimerais", "ce serait", "ojalá", "me gustaría", "gostaria", "seria ótimo", "chciałbym",
    "chciałabym", "byłoby",
  ]
  private static let corrections = [
    "that's wrong", "this is wrong", "is not true", "isn't true", "not correct", "is incorrect",
    "might want to fix", "you said", "your page says", "the page says", "your site says", "typo",
    "your website says", "your website shows", "your app says", "your software says",
    "your post says", "your post states", "please correct", "correct your", "retract",
    "not confirmed", "get your facts", "you never said", "it's spelled",
    "is spelled",
    "das stimmt nicht", "ist falsch", "auf eurer seite steht", "c'est faux", "no es cierto",
    "não é verdade", "está errado", "to nieprawda",
  ]
}
