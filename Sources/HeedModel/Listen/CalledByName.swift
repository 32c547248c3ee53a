/// Tells whether words are said to somebody by name, without a mention: "Hey Corner Bikes, are you open?".
///
/// The name stands first, behind a greeting or thanks, or before a comma or colon with words to "you" or a question
/// behind it. "Corner Bikes is great" and "Corner Bikes, the shop in Linz, has moved" are about it.
public struct CalledByName: Sendable {
  private let names: [[String]]

  /// - Parameter names: as people write them, in any case; those of fewer than three letters call nobody.
  public init(names: some Sequence<String>) {
    var seen: Set<[String]> = []
    self.names = names.compactMap { name in
      let words = Self.words(name[...]).map(\.text)
      let letters = words.reduce(0) { $0 + $1.count }
      return letters >= 3 && words.count <= 6 && seen.insert(words).inserted ? words : nil
    }.sorted { $0.count > $1.count }
  }

  public func calls(_ text: RichText) -> Bool {
    guard !names.isEmpty else { return false }
    let plain = text.withoutAddressees.plain.prefix(600)
    let words = Self.words(plain)
    guard !words.isEmpty else { return false }
    var start = 0
    while start < min(words.count, Self.mostGreeting), Self.greetings.contains(words[start].text) {
      start += 1
    }
    return names.contains { name in
      let end = start + name.count
      guard end <= words.count, words[start..<end].map(\.text) == name else { return false }
      let mark = words[end - 1].mark
      if start > 0 { return end == words.count || mark != nil || !Self.goesOn(words[end].text) }
      guard mark == "," || mark == ":" else { return false }
      return plain.contains("?") || words[end...].contains { Self.yours.contains($0.text) }
    }
  }

  private struct Word {
    var text: String
    /// What stands right behind it, other than a blank.
    var mark: Character?
  }

  private static func words(_ text: Substring) -> [Word] {
    var words: [Word] = []
    var word = ""
    func close(_ mark: Character?) {
      if !word.isEmpty {
        words.append(Word(text: word, mark: mark))
        word = ""
      } else if let mark, let last = words.indices.last, words[last].mark == nil {
        words[last].mark = mark
      }
    }
    for character in text {
      if character.isLetter || character.isNumber || character == "'" || character == "’" {
        word += character.lowercased()
      } else {
        close(character.isWhitespace ? nil : character)
      }
    }
    close(nil)
    return words
  }

  /// Behind a greeting and a name these say something about it: "Thanks Corner Bikes for …" does not, "ok Corner Bikes is
  /// closed" does.
  private static func goesOn(_ word: String) -> Bool { verbs.contains(word) }

  private static let mostGreeting = 3

  private static let greetings: Set<String> = [
    "hi", "hey", "hello", "hiya", "dear", "yo", "ok", "okay", "oh", "good", "morning", "evening",
    "afternoon", "thanks", "thank", "you", "thx", "ty", "please", "sorry", "so", "well",
    "hallo", "liebe", "lieber", "liebes", "moin", "servus", "guten", "tag", "morgen", "abend",
    "danke", "bitte", "na", "grüezi", "grüß", "gott",
    "hola", "buenos", "buenas", "días", "tardes", "noches", "gracias", "estimados", "querida",
    "olá", "ola", "oi", "bom", "boa", "dia", "tarde", "noite", "obrigado", "obrigada", "prezados",
    "bonjour", "bonsoir", "salut", "coucou", "cher", "chère", "chers", "merci",
    "ciao", "buongiorno", "buonasera", "salve", "grazie", "cara", "caro",
    "hoi", "beste", "dag", "goedemorgen", "bedankt", "dank", "je", "hej", "hei", "tack", "kiitos",
    "cześć", "dzień", "dobry", "dziękuję", "привет", "здравствуйте", "спасибо", "مرحبا", "شكرا",
  ]
  private static let verbs: Set<String> = [
    "is", "was", "are", "were", "has", "had", "have", "will", "would", "does", "did", "doesn't",
    "isn't", "wasn't", "got", "gets", "said", "says", "just", "should",
    "ist", "war", "sind", "hat", "hatte", "haben", "wird", "wurde", "macht", "sagt", "soll",
    "es", "era", "está", "fue", "ha", "han", "tiene", "é", "foi", "tem", "são", "diz",
    "est", "était", "a", "ont", "sont", "dit", "è", "ha", "hanno", "heeft", "zijn", "zegt",
  ]
  private static let yours: Set<String> = [
    "you", "your", "yours", "u", "ur", "you're", "you’re", "you've", "you’ve", "yall", "y'all",
    "ihr", "euch", "euer", "eure", "euren", "eurem", "eurer", "eures", "ihnen", "du", "dir",
    "dich", "dein", "deine", "bitte", "please",
    "ustedes", "usted", "vosotros", "tú", "te", "os", "vuestro", "vuestra", "vocês", "você", "vcs",
    "vous", "votre", "vos", "tu", "toi", "voi", "vostro", "vostra", "vi", "jullie", "jij", "je",
    "thanks", "thank", "danke", "merci", "gracias", "obrigado", "obrigada", "grazie",
  ]
}
