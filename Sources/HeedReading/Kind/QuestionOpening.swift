/// Short remarks that ask without a question mark: they begin as only a question does.
///
/// Rules on the first words of each sentence, since a model over words that stand anywhere cannot tell "where is my order"
/// from "the shop where I order".
enum QuestionOpening {
  /// - Parameter language: `nil` where it is unknown; then an opening of any language counts.
  static func stands(in text: Pieces, language: String?) -> Bool {
    let openings = language.map { code in all[code].map { [$0] } ?? [] } ?? Array(all.values)
    guard !openings.isEmpty else { return false }
    var sentence: [ArraySlice<UInt32>] = []
    var count = 0
    var sentences: [[ArraySlice<UInt32>]] = []
    for piece in text.all {
      switch piece.kind {
      case .word:
        count += 1
        if count > longest { return false }
        sentence.append(text.letters[piece.letters])
      // Who has a question mark uses it where they ask, and what is passed on with a link is a headline.
      case .link: return false
      case .mark where text.letters[piece.letters.lowerBound] == 0x3F: return false
      case .mark where text.letters[piece.letters.lowerBound] != 0x22:
        // One that calls out asks nothing: how nice!
        if text.letters[piece.letters.lowerBound] != 0x21 { sentences.append(sentence) }
        sentence = []
      default: break
      }
    }
    sentences.append(sentence)
    return sentences.contains { sentence in openings.contains { $0.opens(sentence) } }
  }

  /// Words of the whole text; what is longer says more than a question, and the model has enough to go by.
  private static let longest = 12

  /// Whether a remark of so many words is told by its opening in this language.
  static func knows(_ language: String, words: Int) -> Bool {
    all[language] != nil && words <= longest
  }

  private static let all: [String: Opening] = [
    "en": english, "de": german, "fr": french, "es": spanish, "pt": portuguese,
  ]

  private struct Opening: Sendable {
    /// Passed over: greetings and the like.
    var before: Set<[UInt32]>
    var asking: Set<[UInt32]>
    /// What makes a question of an asking word before it.
    var then: Set<[UInt32]>
    /// Verbs that ask where one of `who` follows.
    var verbs: Set<[UInt32]>
    var who: Set<[UInt32]>
    var phrases: [[[UInt32]]]

    init(
      before: String, asking: String, then: String, verbs: String, who: String, phrases: [String]
    ) {
      self.before = Self.set(before)
      self.asking = Self.set(asking)
      self.then = Self.set(then)
      self.verbs = Self.set(verbs)
      self.who = Self.set(who)
      self.phrases = phrases.map { $0.split(separator: " ").map(Self.letters) }
    }

    private static func letters(_ word: Substring) -> [UInt32] { word.unicodeScalars.map(\.value) }
    private static func set(_ words: String) -> Set<[UInt32]> {
      Set(words.split(separator: " ").map(letters))
    }

    func opens(_ sentence: [ArraySlice<UInt32>]) -> Bool {
      let words = sentence.map { Array($0) }.drop { before.contains($0) }
      guard words.count > 1, let first = words.first else { return false }
      if phrases.contains(where: { words.starts(with: $0) }) { return true }
      // What is asked about stands behind them: "will you" at the end of a request asks nothing.
      guard words.count > 2 else { return false }
      let second = words[words.startIndex + 1]
      return asking.contains(first) && then.contains(second)
        || verbs.contains(first) && who.contains(second)
    }
  }

  private static let greetings = """
    hi hello hey ok okay so and but please also sorry hallo moin servus guten tag morgen abend bitte und aber also \
    entschuldigung bonjour salut bonsoir svp et mais alors hola buenas buenos días tardes noches por favor y pero olá oi \
    ola bom boa dia tarde noite e mas
    """

  private static let english = Opening(
    before: greetings, asking: "where when how what who whats what's wheres where's",
    then: """
      is are was were do does did can could should has have will would long much often far soon time \
      happened
      """,
    verbs: "do does did can could is are was will would has have should am",
    who: "you i we they there anyone anybody someone somebody your y'all",
    phrases: [
      "any update", "any updates", "any news", "any idea", "any ideas", "any chance", "any eta",
      "any plans", "any word on", "anyone know", "anybody know", "anyone else", "does anyone",
      "do the", "is the", "is this", "is it", "is that", "are these", "are the", "does the",
      "why is my",
      "why is your", "why can't i", "why cant i", "why do you", "why do i", "why did you",
      "which is the",

      "does it", "does this", "will it", "will the", "will this", "can it", "has the", "has my",
      "is my", "what about", "how about", "how come", "what's the", "where's the", "where's my",
      "whats the", "wheres my", "what's your", "what's up with", "when's the", "who's the",
      "what kind of", "which one",
    ])

  private static let german = Opening(
    before: greetings,
    asking: "wo wann wie was wer wen wem warum wieso weshalb wohin woher welche welcher welches",
    then: """
      ist sind war hat habe haben habt kommt kommen kann können könnt macht machen gibt geht öffnet schließt bekomme \
      bekommen finde finden wird werden muss müssen soll sollen lange viel viele oft teuer spät kostet kosten passiert \
      steht liegt bleibt läuft fährt fahren liefert erreiche melde kriege
      """,
    verbs: """
      habt könnt seid wisst macht liefert bietet gibt kann könnte könnten darf ist sind hat haben bekomme bekommt muss \
      wird werden kommt wollt plant verkauft nehmt öffnet schließt weiß geht
      """,
    who: "ihr ich es man wir jemand jmd er",
    phrases: [
      "gibt es", "gibt's", "irgendwelche neuigkeiten", "irgendwas neues", "schon was neues",
      "schon etwas neues", "gibt's was neues", "neuigkeiten zu", "hat jemand", "weiß jemand",
      "weiss jemand", "kann jemand", "ist die", "ist der", "ist mein", "ist meine", "um wie viel",
      "ab wann", "bis wann", "seit wann", "an wen", "kennt jemand", "wie lange", "wie viel",
    ])

  private static let french = Opening(
    before: greetings,
    asking: "où quand comment combien pourquoi qui quel quelle quels quelles que",
    then: """
      est sont en faire puis peut peux coûte coûtent va vais faut avez ouvrez fermez arrive arrivent dois \
      savoir contacter obtenir commander ouvre ferme temps heure numéro
      """,
    verbs:
      "avez pouvez êtes faites livrez ouvrez fermez savez vendez acceptez puis peut peux savez proposez auriez pourriez",
    who: "vous je on tu il",
    phrases: [
      "est ce", "y a t", "y a", "des nouvelles", "une mise à jour", "du nouveau", "à quelle heure",
      "a quelle heure", "c'est quand", "c'est où", "c'est combien", "quelqu'un sait",
      "quelqu'un a", "quelqu'un peut", "qu'est ce", "jusqu'à quand", "jusqu'à quelle heure",
      "toujours pas de nouvelles",
    ])

  private static let spanish = Opening(
    before: greetings,
    asking: "dónde donde cuándo cuando cómo qué cuánto cuanto cuántos cuál cual quién",
    then: """
      está están esta estan es son abren abre cierran cierra llega llegan va puedo puede pueden hago hacemos cuesta cuestan vale \
      tarda tiempo hora horario pasa pasó pasa tengo queda quedan sale salen significa recibo contacto hay
      """,
    verbs:
      "tienen tenéis pueden podéis puedo podemos puede saben sabéis hacen abren hay venden aceptan envían",
    who: "ustedes vosotros algún alguna alguien que un una usted",
    phrases: [
      "por qué", "a qué hora", "a que hora", "alguna novedad", "alguna noticia", "algún avance",
      "hay alguna", "hay algún", "hay novedades", "alguien sabe", "se puede", "se sabe",
      "hasta qué hora", "desde cuándo", "hasta cuándo", "para cuándo", "sabéis si", "saben si",
      "saben cuándo", "tienen servicio", "hacen envíos", "puedo devolver",
      "como puedo", "como hago", "que hora es", "qué hora es",
    ])

  private static let portuguese = Opening(
    before: greetings, asking: "onde quando como quanto quantos qual quais quem cadê",
    then: """
      está estão é são fica abre abrem abrirão fecha fecham chega chegam vai vão posso pode podem faço fazemos custa \
      custam demora tempo horas hora aconteceu funciona sai saem recebo contacto contato há meu minha
      """,
    verbs:
      "têm tem podem pode posso podemos sabem sabe fazem abrem há vendem aceitam entregam vocês",
    who: "vocês algum alguma alguém como têm tem sabem podem fazem",
    phrases: [
      "por que", "porque é que", "a que horas", "alguma novidade", "alguma notícia",
      "alguma previsão", "há novidades", "tem previsão", "alguém sabe", "até que horas",
      "que horas são",
      "desde quando", "até quando", "dá para", "dá pra", "é possível", "será que",
      "o que aconteceu", "o que é", "quando é que", "onde é que", "como é que",
    ])
}
