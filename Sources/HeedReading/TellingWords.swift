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
    for word in words {
      if negators.contains(word) {
        negates = true
        continue
      }
      if goodWords.contains(word) { if negates { counts.bad += 1 } else { counts.good += 1 } }
      if badWords.contains(word) { if negates { counts.good += 1 } else { counts.bad += 1 } }
      if thanks.contains(word) {
        counts.thanking += 1
        counts.good += 1
      }
      if !fillers.contains(word) { negates = false }
    }
    for scalar in text.unicodeScalars {
      if "😀😃😄😁😊🙂😍🥰❤👍🎉🙏💚✨😂".unicodeScalars.contains(scalar) { counts.good += 1 }
      if "😡😠🤬😤👎😢😭💔🙄😞".unicodeScalars.contains(scalar) { counts.bad += 1 }
    }
    let line = words.joined(separator: " ")
    counts.asking = starts(line, askingStarts)
    counts.wishing = holds(line, wishes)
    counts.correcting = holds(line, corrections)
    return counts
  }

  private static func starts(_ line: String, _ openings: [String]) -> Int {
    openings.reduce(0) { $0 + (line.hasPrefix($1 + " ") ? 1 : 0) }
  }

  private static func holds(_ line: String, _ phrases: [String]) -> Int {
    let padded = " " + line + " "
    return phrases.reduce(0) { $0 + (padded.contains(" " + $1 + " ") ? 1 : 0) }
  }

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
    "i wish", "would love", "would buy", "any chance", "please add", "if only", "would be great",
    "would be nice", "when will you", "ich wünsche", "wäre schön", "wäre toll", "könntet ihr",
    "j'aimerais", "ce serait", "ojalá", "me gustaría", "gostaria", "seria ótimo", "chciałbym",
    "chciałabym", "byłoby",
  ]
  private static let corrections = [
    "that's wrong", "this is wrong", "is not true", "isn't true", "not correct", "is incorrect",
    "might want to fix", "you said", "your page says", "the page says", "your site says", "typo",
    "das stimmt nicht", "ist falsch", "auf eurer seite steht", "c'est faux", "no es cierto",
    "não é verdade", "está errado", "to nieprawda",
  ]
}

/// Signs of talk that is only there for its links.
enum SpamSigns {
  static func suspect(_ text: String, words: [String]) -> Bool {
    let lower = text.lowercased()
    let links = lower.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("http") }.count
    let selling = phrases.reduce(0) { $0 + (lower.contains($1) ? 1 : 0) }
    if links >= 4, words.count < links * 8 { return true }
    return selling >= 2 || (selling >= 1 && links >= 1)
  }

  private static let phrases = [
    "social media marketing platform", "seo services", "buy followers", "make money fast",
    "work from home and earn", "crypto giveaway", "click here to claim", "cheap viagra",
    "online casino", "guest post service", "backlinks", "investment opportunity guaranteed",
    "dm me to earn", "100% guaranteed profit",
  ]
}
