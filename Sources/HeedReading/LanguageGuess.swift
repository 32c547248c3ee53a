/// The language of a short text by its script, else by the commonest words of a few languages; `nil` when unsure.
enum LanguageGuess {
  static func language(of text: String, words: [String]) -> String? {
    if let byScript = script(of: text) { return byScript }
    var hits = [Int](repeating: 0, count: languages.count)
    for word in words {
      for language in byWord[word] ?? [] { hits[language] += 1 }
    }
    var best: (language: String, hits: Int)?
    var second = 0
    for (language, hits) in zip(languages, hits) {
      if hits > best?.hits ?? 0 {
        second = best?.hits ?? 0
        best = (language, hits)
      } else {
        second = max(second, hits)
      }
    }
    guard let best, best.hits >= 2 || (best.hits == 1 && words.count <= 3), best.hits > second
    else {
      return nil
    }
    return best.language
  }

  /// Scripts that one of the desk's languages has for itself, where they make up a third of the letters.
  private static func script(of text: String) -> String? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var counts: [String: Int] = [:]
    var letters = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if (0x61...0x7A).contains(scalar.value | 0x20) { letters += 1 }
        continue
      }
      guard scalar.properties.isAlphabetic else { continue }
      letters += 1
      switch scalar.value {
      case 0x3040...0x30FF: counts["ja", default: 0] += 1
      case 0xAC00...0xD7A3: counts["ko", default: 0] += 1
      case 0x4E00...0x9FFF: counts["zh", default: 0] += 1
      case 0x0E00...0x0E7F: counts["th", default: 0] += 1
      case 0x0590...0x05FF: counts["he", default: 0] += 1
      case 0x0600...0x06FF: counts["ar", default: 0] += 1
      case 0x0370...0x03FF: counts["el", default: 0] += 1
      case 0x0900...0x097F: counts["hi", default: 0] += 1
      case 0x0400...0x04FF: counts["cyrillic", default: 0] += 1
      default: break
      }
    }
    guard letters > 0, let top = counts.max(by: { $0.value < $1.value }) else { return nil }
    // Japanese mixes in Chinese characters, never the other way round.
    if let kana = counts["ja"], kana * 8 >= letters { return "ja" }
    guard top.value * 3 >= letters else { return nil }
    if top.key == "cyrillic" {
      return text.unicodeScalars.contains { "іїєґІЇЄҐ".unicodeScalars.contains($0) } ? "uk" : "ru"
    }
    return top.key
  }

  private static let languages = commonWords.keys.sorted()

  /// Languages of a common word, by their place in `languages`.
  private static let byWord: [String: [Int]] = {
    var byWord: [String: [Int]] = [:]
    for (place, language) in languages.enumerated() {
      for word in commonWords[language] ?? [] { byWord[word, default: []].append(place) }
    }
    return byWord
  }()

  private static let commonWords: [String: Set<String>] = [
    "en": [
      "the", "and", "you", "is", "are", "was", "it", "my", "your", "have", "not", "this", "with",
      "for", "that", "of", "to", "do", "does", "i", "they", "can", "any", "they", "what", "there",
    ],
    "de": [
      "der", "die", "das", "und", "ist", "nicht", "ich", "ihr", "wir", "ein", "eine", "mit", "für",
      "auf", "zu", "habe", "hat", "sie", "kann", "noch", "aber", "auch", "es", "bei",
    ],
    "fr": [
      "le", "la", "les", "et", "est", "pas", "je", "vous", "une", "des", "pour", "avec", "mon",
      "ce", "que", "qui", "dans", "sur", "il", "nous", "mais", "ça", "au",
    ],
    "es": [
      "el", "los", "las", "y", "es", "no", "que", "en", "un", "una", "por", "con", "mi", "para",
      "se", "pero", "muy", "está", "hay", "lo", "del", "tienen", "me",
    ],
    "pt": [
      "o", "os", "as", "e", "é", "não", "que", "em", "um", "uma", "por", "com", "meu", "minha",
      "para", "mas", "muito", "está", "há", "do", "da", "vocês", "eu", "já",
    ],
    "it": [
      "il", "gli", "e", "è", "non", "che", "di", "un", "una", "per", "con", "mio", "ma", "molto",
      "sono", "ho", "della", "anche", "questo", "mi",
    ],
    "nl": [
      "de", "het", "een", "en", "is", "niet", "ik", "jullie", "wij", "met", "voor", "op", "te",
      "heb", "heeft", "maar", "ook", "van", "dat", "zijn",
    ],
    "pl": [
      "i", "nie", "jest", "się", "na", "to", "z", "do", "w", "czy", "że", "mam", "jak", "ale",
      "mój", "są", "tak", "od", "co", "mi",
    ],
    "sv": [
      "och", "är", "inte", "jag", "en", "ett", "det", "som", "på", "för", "med", "har", "ni", "av",
      "till", "men", "kan",
    ],
    "tr": [
      "ve", "bir", "bu", "için", "değil", "ben", "ile", "çok", "ama", "mi", "mı", "var", "ne", "da",
      "de",
    ],
  ]
}
