/// Handles of one human, wishes and causes.
extension MessageWords {
  static let germanKnow: Room = [
    "Choose at least one of them, or say that it is not the same.":
      "Wähle mindestens eine davon, oder sag, dass es nicht dasselbe ist.",
    "This is not suggested any more: it was decided, or what it stood on is gone. Nothing was changed.":
      "Das wird nicht mehr vorgeschlagen: es ist entschieden, oder worauf es beruhte, ist fort. Nichts wurde geändert.",
    "Type what they are called there, with its place.":
      "Gib ein, wie sie dort heißen, mit dem Ort.",
    "Nobody who spoke to you is called %1. Only who spoke to you has a page to join.":
      "Niemand, der mit euch sprach, heißt %1. Nur wer mit euch sprach, hat eine Seite zum Verbinden.",
    "%1 is theirs already.": "%1 gehört schon dazu.",
    "More than one place has somebody called %1. Nothing was joined.":
      "An mehr als einem Ort heißt jemand %1. Nichts wurde verbunden.",
    "Whom a colleague knows is theirs to tell, while they are here.":
      "Wen jemand im Team kennt, sagt diese Person selbst, solange sie da ist.",
    "This wish is not here, or it is not yours to see.":
      "Dieser Wunsch ist nicht hier, oder er ist nicht für dich.",
    "There are no words of theirs here to gather.":
      "Hier sind keine Worte von ihnen zum Aufnehmen.",
    "These words are gone, or they are not yours to see.":
      "Diese Worte sind fort, oder sie sind nicht für dich.",
    "They spoke about you, not to you. Take it up and answer: once they speak to you, it can be gathered.":
      "Sie sprachen über euch, nicht mit euch. Greif es auf und antworte: sobald sie mit euch sprechen, lässt es sich aufnehmen.",
    "Say in a few words what is asked for, in up to 200 letters.":
      "Sag in ein paar Worten, worum gebeten wird, mit höchstens 200 Zeichen.",
    "What became of wishes is not public here.":
      "Was aus Wünschen wurde, ist hier nicht öffentlich.",
    "Say what was wished, and what was done, in a sentence each.":
      "Sag je in einem Satz, was gewünscht war und was getan ist.",
    "What became of wishes is not public here. A lead can turn that on in Settings.":
      """
    Was aus Wünschen wurde, ist hier nicht öffentlich. Eine Leitung kann das in den Einstellungen \
    ändern.
    """,
    "It did not come true yet. Say first that it is done.":
      "Es ist noch nicht wahr geworden. Sag zuerst, dass es getan ist.",
    "It was wished in private, so its answer stays there too.":
      "Es wurde im Vertrauen gewünscht, also bleibt auch die Antwort dort.",
    "A no is owed its reason to those who asked.":
      "Ein Nein schuldet denen, die fragten, seinen Grund.",
    "That is longer than 2000 letters. Say it shorter.":
      "Das ist länger als 2000 Zeichen. Sag es kürzer.",
    "It counts with another already. Part these first.":
      "Es zählt schon mit einem anderen. Trenn diese beiden zuerst.",
    "This names somebody who asked for it. What is public names nobody.":
      "Das nennt jemanden, der es sich gewünscht hat. Was öffentlich ist, nennt niemanden.",
    "These two count together already. Nothing was changed.":
      "Diese beiden zählen schon zusammen. Nichts wurde geändert.",
  ]
}
