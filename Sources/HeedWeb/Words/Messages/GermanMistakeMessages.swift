/// Marking and mending mistakes.
extension MessageWords {
  static let germanMistakes: Room = [
    "Say what was wrong, in a sentence.": "Sag in einem Satz, was falsch war.",
    "That is too long for a mistake. Say it in a sentence.":
      "Das ist zu lang für einen Fehler. Sag es in einem Satz.",
    "The post that told you is not here, or not yours to see.":
      "Der Beitrag, der es euch sagte, ist nicht hier oder nicht für dich zu sehen.",
    "That time is still to come.": "Diese Zeit kommt erst noch.",
    "It was said only after that time.": "Gesagt wurde es erst nach dieser Zeit.",
    "Give the address of the page, with https:// in front.":
      "Gib die Adresse der Seite an, mit https:// davor.",
    "For what the desk cannot reach: mend it there yourself, then say here what you did.":
      """
    Für das, was der Schreibtisch nicht erreicht: Berichtige es dort selbst, dann sag hier, was du \
    getan hast.
    """,
    "%1 does not let posts be changed.": "%1 lässt Beiträge nicht ändern.",
    "It was taken away there already.": "Es ist dort schon weggenommen.",
    "%1 does not let posts be taken away.": "%1 lässt Beiträge nicht wegnehmen.",
    "%1 takes no replies from programs, so it could not be said there.":
      "%1 nimmt keine Antworten von Programmen an; dort ließe es sich nicht sagen.",
    "It answers nobody to whom it could be said. Correct it in a reply instead.":
      "Es antwortet niemandem, dem man es sagen könnte. Berichtige es stattdessen in einer Antwort.",
    "%1 takes no replies from programs. Write it there by hand.":
      "%1 nimmt keine Antworten von Programmen an. Schreib es dort von Hand.",
    "That handle is another member's own. Ask them.":
      "Dieses Handle gehört jemand anderem aus dem Team. Frag dort.",
    "The words change where they stand. Nobody who saw the earlier ones is told.":
      "Die Worte ändern sich, wo sie stehen. Wer die früheren sah, erfährt es nicht.",
    "It stands below the wrong words, for everybody who reads them there. Those stay as they are.":
      "Es steht unter den falschen Worten, für alle, die sie dort lesen. Diese bleiben, wie sie sind.",
    "The same, and it says sorry.": "Dasselbe, und es bittet um Entschuldigung.",
    "The words go, with every mark on them, and answers to them lose what they answered. Quotes and copies stay, and nobody who saw them is told: so you tell whom it answered.":
      """
    Die Worte gehen, mit jeder Reaktion darauf, und Antworten verlieren, worauf sie antworten. \
    Zitate und Kopien bleiben, und wer sie sah, erfährt nichts: Darum sagst du es denen, denen es \
    antwortete.
    """,
    "The desk cannot change a page. Mend it there, then say so here.":
      "Der Schreibtisch kann keine Seite ändern. Berichtige sie dort, dann sag es hier.",
    "That mistake is not here, or it is not yours to see.":
      "Dieser Fehler ist nicht hier oder nicht für dich zu sehen.",
    "From here nothing can be said there: leave it, or mend it by hand.":
      "Von hier lässt sich dort nichts sagen: Lass es stehen oder berichtige es von Hand.",
    "Say in a sentence what is still wrong.": "Sag in einem Satz, was noch falsch ist.",
    """
    Somebody mended this since you opened it, or changed the words, and nothing was sent. What stands there now is \
    shown; what you typed is kept. Look at both first.
    """:
      """
    Seit du das geöffnet hast, hat es jemand berichtigt oder die Worte geändert, und nichts wurde gesendet. Was jetzt \
    dort steht, ist zu sehen; was du getippt hast, ist noch da. Sieh zuerst beides an.
    """,
    "Such a post cannot be changed from here.":
      "Ein solcher Beitrag lässt sich von hier aus nicht ändern.",
    "Such a post cannot be taken away from here.":
      "Ein solcher Beitrag lässt sich von hier aus nicht wegnehmen.",
    "These words stand there already, so nothing was sent. Change them first.":
      "Diese Worte stehen schon dort, also wurde nichts gesendet. Ändere sie erst.",
    "It was changed, and the words that were marked wrong still stand in it.":
      "Er wurde geändert, und die als falsch markierten Worte stehen noch darin.",
    "It is open already. Nothing was changed.": "Er ist schon offen. Nichts wurde geändert.",
    "Corrections are not public here.": "Berichtigungen sind hier nicht öffentlich.",
    "Say what was wrong, and what is right, in a sentence each.":
      "Sag je in einem Satz, was falsch war und was richtig ist.",
    "Corrections are not public here. A lead can turn that on in Settings.":
      "Berichtigungen sind hier nicht öffentlich. Eine Leitung kann das in den Einstellungen ändern.",
    "It was said in private, so its correction stays there too.":
      "Es wurde im Vertrauen gesagt, also bleibt auch die Berichtigung dort.",
    "It is not fixed yet. Fix it first.": "Er ist noch nicht berichtigt. Berichtige ihn zuerst.",
    "It is published already, and what is published is not changed.":
      "Es ist schon veröffentlicht, und was veröffentlicht ist, wird nicht geändert.",
    "This names %1. What is public names nobody.":
      "Das nennt %1. Was öffentlich ist, nennt niemanden.",
    "This names a handle. What is public names nobody.":
      "Das nennt ein Handle. Was öffentlich ist, nennt niemanden.",
    "“%1” is part of a name: %2. What is public names nobody: say “somebody” in its place, or write it in small letters if you mean the word.":
      "„%1“ ist Teil eines Namens: %2. Was öffentlich ist, nennt niemanden: Sag stattdessen „jemand“, oder schreib es klein, wenn du das Wort meinst.",
  ]
}
