import Foundation

/// Parts of people's names, looked for in what is to stand for everybody: "Teo told us" names Teo Castellanos.
///
/// A part has three letters or more and begins with a capital letter, in the name and in the text; accents and the other
/// letters may differ. At the start of a sentence every word has a capital, so there a common word is a word.
struct NameParts: Sendable {
  /// What was found: the word, as it stands in the text, and the name that it is of.
  struct Found: Sendable, Hashable {
    var word: String
    var name: String
  }

  private var names: [String: String] = [:]

  init(_ names: [String]) {
    for name in names {
      for word in Self.words(in: name) where word.isTelling && !Self.kinds.contains(word.folded) {
        self.names[word.folded] = self.names[word.folded] ?? name
      }
    }
  }

  /// The first part of a name that stands there.
  func first(in text: String) -> Found? {
    guard !names.isEmpty else { return nil }
    let words = Self.words(in: text)
    for (place, word) in words.enumerated() where word.isTelling {
      guard let name = names[word.folded] else { continue }
      let next = place + 1 < words.count ? words[place + 1].folded : ""
      let isAsking = Self.asking.contains(word.folded) && Self.asked.contains(next)
      if word.startsSentence, isAsking || Self.common.contains(word.folded) { continue }
      return Found(word: word.raw, name: name)
    }
    return nil
  }

  private struct Word {
    var raw: String
    var startsSentence: Bool

    var folded: String {
      raw.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
    var isTelling: Bool { raw.count >= 3 && raw.first?.isUppercase == true }
  }

  private static func words(in text: String) -> [Word] {
    var words: [Word] = []
    var raw = ""
    var starts = true
    func close() {
      guard !raw.isEmpty else { return }
      words.append(Word(raw: raw, startsSentence: starts))
      raw = ""
      starts = false
    }
    for character in text {
      if character.isLetter {
        raw.append(character)
      } else {
        close()
        if character.isNewline || ".!?…:;¿¡“„«\"".contains(character) { starts = true }
      }
    }
    close()
    return words
  }

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Tells of what kind an account is, not whose.
  private static let kinds = list(
    """
    account association asociacion associacao band blog books cafe center centre channel club \
    community company conta cuenta compte customer customers desk equipe equipo firma group gruppe \
    grupo groupe haus help house info kanal kunde kunden kundin laden laden library local magazine \
    museum news office official offiziell oficial officiel online open podcast press presse \
    project projekt radio school schule seite service services shop show social society store studio \
    support team tech tienda union verein web website welt world zentrum zeitung
    """)

  /// Begins a question or a wish, unless somebody of that name does something: "Will you", not "Will told".
  private static let asking = list("will may")
  private static let asked = list(
    "a an he his i it my not our she some someone that the their there these they this those we you your"
  )

  /// Words that begin many sentences. What is a first name more often (Mark, Rose, Grace) is none of them: a wrong word
  /// is soon put otherwise, and what is public is never changed.
  private static let common = list(
    """
    about after again all also and another any are ask because been before being both but call can \
    check could did does each every few find first for from get give had has have here how its just \
    last less let like look made make many more most much new next nobody not now off one only other \
    our out over please read said same say see sent she should since some soon sorry still such take \
    tell thank thanks that the their them then there these they this those today tomorrow too two \
    under until use very want was well were what when where which while who why with would yes \
    yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february \
    march july september october november december \
    aber alle alles als auch auf aus bei beim bis bitte danke dann das dass dem den denn der des die \
    dies diese dieser dieses doch dort drei ein eine einen einer einige erst falls fur ganz gut habe \
    haben hat heute hier ihr ihre immer ist jede jeder jetzt kann kein keine leider man manche mehr \
    mein meine mit morgen muss nach nein neu neue nicht nie niemand noch nun nur oder ohne schon sehr \
    seit sie sind tag tage und uns unser unsere vielen viele vom von vor wann war waren warum was weil \
    weiter wenn wer werden wie wieder wir wird wurde wurden zum zur zwei montag dienstag mittwoch \
    donnerstag freitag samstag sonntag januar februar juli september oktober dezember \
    ainsi alors apres aucun aussi avant avec bien bon bonne ces cet cette chaque comme comment dans \
    depuis des deux donc elle elles encore entre est ils jour leur leurs mais merci moins nos notre \
    nous par pas peut plus pour pourquoi quand que quel quelle qui rien sans ses son sous sur tous \
    tout toute toutes tres trop une vos votre vous \
    ahora algo antes aqui asi aun aunque bajo cada como con cual cuando del desde donde dos ella ellos \
    entre esa ese eso esta este esto estos fue gracias hace hasta hay hoy las los mas mejor menos \
    mucho muy nada nadie ningun nuestra nuestro nunca otra otro para pero poco porque pues puede que \
    quien segun ser sin sobre solo son sus tal tambien tanto tiene toda todas todo todos tres una uno \
    ainda alguem alguns apenas assim ate com das depois dois eles era essa esse estao foi hoje isso \
    isto mesmo muito nao nas nem nenhum nesta neste nosso nossa nova novo num numa onde outra outro \
    pela pelo pois por pouco quando quem sao sem seu sua sim tem temos tudo uma umas vez voce
    """)
}
