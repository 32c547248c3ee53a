/// What is wrong with a query.
extension MessageWords {
  static let germanQuery: Room = [
    "Write a word to listen for.": "Schreib ein Wort, auf das gehört werden soll.",
    "The quotation opened here is not closed.":
      "Das Anführungszeichen, das hier beginnt, wird nicht geschlossen.",
    "There is nothing in the quotes.": "Zwischen den Anführungszeichen steht nichts.",
    "NEAR wants to know how many words apart, as in NEAR/5.":
      "NEAR will wissen, wie viele Wörter dazwischen liegen, wie in NEAR/5.",
    "NEAR takes 1 to %1 words.": "NEAR nimmt 1 bis %1 Wörter.",
    "NEAR joins two things. Join the second with the third anew.":
      "NEAR verbindet zwei Dinge. Verbinde das zweite und das dritte noch einmal.",
    "NEAR joins words, phrases, or groups of these with OR.":
      "NEAR verbindet Wörter, Wortfolgen oder Gruppen von ihnen mit OR.",
    "A query can have %1 characters.": "Eine Abfrage kann %1 Zeichen haben.",
    "A query can have %1 words.": "Eine Abfrage kann %1 Wörter haben.",
    "No bracket is open that this one could close.":
      "Es ist keine Klammer offen, die diese schließen könnte.",
    "There is nothing between the brackets.": "Zwischen den Klammern steht nichts.",
    "The bracket opened here is not closed.":
      "Die Klammer, die hier beginnt, wird nicht geschlossen.",
    "%1 wants something on both sides.": "%1 braucht etwas auf beiden Seiten.",
    "%1 wants something behind it.": "%1 braucht etwas dahinter.",
    "Groups can lie in each other %1 deep.": "Gruppen können %1 tief ineinander liegen.",
    "%1 has no letters, digits or emoji to look for.":
      "%1 hat keine Buchstaben, Ziffern oder Emojis, nach denen sich suchen ließe.",
    "Only words can be asked for exactly, without # and @.":
      "Nur Wörter lassen sich genau suchen, ohne # und @.",
    "A star stands at the end of a word or tag.":
      "Ein Stern steht am Ende eines Wortes oder Hashtags.",
    "There is no %1: to ask for. Was %2: meant?": "%1: gibt es nicht. War %2: gemeint?",
    "There is no %1: to ask for. Put it in quotes to look for the words.":
      "%1: gibt es nicht. Setz es in Anführungszeichen, um nach den Wörtern zu suchen.",
    "%1: wants a value behind it, as in %2:%3.":
      "Hinter %1: gehört ein Wert, wie in %2:%3.",
    "%1: cannot be %2. It can be %3.": "%1: kann nicht %2 sein. Möglich ist %3.",
    "%1: cannot be %2. An example: %3:%4.": "%1: kann nicht %2 sein. Ein Beispiel: %3:%4.",
  ]
}
