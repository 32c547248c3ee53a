/// Answering and what stands against it.
extension MessageWords {
  static let germanTalk: Room = [
    "Somebody else": "Jemand anderes",
    "The page was read, and these words were not found on it.":
      "Die Seite wurde gelesen, und diese Worte fanden sich dort nicht.",
    "At that address the desk does not find your words. Copy the address of your own answer; if you see it there all the same, note it anyway. Your draft is kept.":
      """
    Unter dieser Adresse findet der Schreibtisch deine Worte nicht. Kopiere die Adresse deiner \
    eigenen Antwort; siehst du sie dort trotzdem, vermerke es dennoch. Dein Entwurf ist gesichert.
    """,
    "Nothing stands at that address. Copy the address of your own answer; if you see it there all the same, note it anyway. Your draft is kept.":
      """
    Unter dieser Adresse steht nichts. Kopiere die Adresse deiner eigenen Antwort; siehst du sie \
    dort trotzdem, vermerke es dennoch. Dein Entwurf ist gesichert.
    """,
    "That is no address of a page. Copy it from your browser, with https:// in front. Your draft is kept.":
      """
    Das ist keine Adresse einer Seite. Kopiere sie aus dem Browser, mit https:// davor. \
    Dein Entwurf ist gesichert.
    """,
    "Paste the words that you posted.": "Füge die Worte ein, die du gepostet hast.",
    "That is the address of what you answer, not of your answer.":
      "Das ist die Adresse dessen, worauf du antwortest, nicht die deiner Antwort.",
    "That answer is noted already.": "Diese Antwort ist schon vermerkt.",
    "At that address stands what somebody else said.":
      "Unter dieser Adresse steht, was jemand anderes gesagt hat.",
    "There %1 says these words. If that is you, note it anyway; else copy the address of your own answer.":
      "Dort sagt %1 diese Worte. Bist du das, vermerke es trotzdem; sonst kopiere die Adresse deiner eigenen Antwort.",
    "That was said by %1, who speaks with you here.":
      "Das hat %1 gesagt, der oder die hier mit euch spricht.",
    "Say where it stands: copy its address from your browser.":
      "Sag, wo es steht: Kopiere die Adresse aus dem Browser.",
    "At that address stands a file, not a page.":
      "Unter dieser Adresse steht eine Datei, keine Seite.",
    "%1 Your draft is kept.": "%1 Dein Entwurf ist gesichert.",
    "Write something first.": "Schreib zuerst etwas.",
    """
    These words were changed since you opened them, and nothing was sent. What stands there now is shown; what you \
    typed is kept. Look at both, then change it.
    """:
      """
    Diese Worte wurden geändert, seit du sie geöffnet hast, und nichts wurde gesendet. Was jetzt dort steht, ist zu \
    sehen; was du getippt hast, ist noch da. Sieh beides an und ändere es dann.
    """,
    "%1 takes no replies from programs. Your draft is kept.":
      "%1 nimmt keine Antworten von Programmen an. Dein Entwurf ist gesichert.",
    "This is %1 over the %2 that fit there. Your draft is kept.":
      "Das sind %1 mehr als die %2 Zeichen, die dort passen. Dein Entwurf ist gesichert.",
    "A picture of yours is gone. Add it again.":
      "Eines deiner Bilder ist nicht mehr da. Füge es noch einmal hinzu.",
    "This picture has more points than browsers can show. Make it smaller first.":
      "Dieses Bild hat mehr Punkte, als Browser zeigen können. Verkleinere es zuerst.",
    "No pictures can be sent there.": "Dorthin lassen sich keine Bilder senden.",
    "At most %1 fit there.": .counted { n in
      Plural.german(n, "Höchstens eines passt dort.", "Höchstens %1 passen dort.")
    },
    "Pictures of the type %1 are not taken there.":
      "Bilder vom Typ %1 werden dort nicht angenommen.",
    "A picture is too large for that place.": "Ein Bild ist für diesen Ort zu groß.",
    "No account of yours is connected there. A lead can connect one; your draft is kept.":
      """
    Dort ist kein Konto von euch verbunden. Eine Leitung kann eines verbinden; dein Entwurf ist \
    gesichert.
    """,
    "That handle is another member's own. Choose a different one.":
      "Dieses Konto gehört jemand anderem aus dem Team. Wähle ein anderes.",
    "%1 has this just now. Your draft is kept.": "%1 hat das gerade. Dein Entwurf ist gesichert.",
    "%1 answered meanwhile. Read it first; your draft is kept.":
      "%1 hat inzwischen geantwortet. Lies das zuerst; dein Entwurf ist gesichert.",
    "What you answer was taken away by its author. Your draft is kept.":
      "Worauf du antwortest, hat sein Autor entfernt. Dein Entwurf ist gesichert.",
    "That is longer than any network takes. It was not saved.":
      "Das ist länger, als irgendein Netzwerk annimmt. Es wurde nicht gesichert.",
    "Choose a file first.": "Wähle zuerst eine Datei.",
    "This is no picture that can be sent: use JPEG, PNG, GIF or WebP.":
      "Dieses Bild lässt sich nicht senden: Nimm JPEG, PNG, GIF oder WebP.",
    "Say in words what the picture shows, for those who cannot see it.":
      "Sag in Worten, was das Bild zeigt, für alle, die es nicht sehen können.",
    "There is no such picture.": "Dieses Bild gibt es nicht.",
    "There is no such reply.": "Diese Antwort gibt es nicht.",
    "There is no such reply of yours.": "Eine solche Antwort von dir gibt es nicht.",
    "It is on its way already. You can still edit or delete it once it arrived.":
      "Sie ist schon unterwegs. Du kannst sie noch ändern oder löschen, sobald sie angekommen ist.",
    "You said that it did not arrive.": "Du sagtest, dass es nicht ankam.",
    "Only whoever wrote it, or a lead, can decide this.":
      "Das entscheidet, wer es schrieb, oder eine Leitung.",
    "Only whoever wrote it, or a lead, can change it.":
      "Ändern kann das, wer es schrieb, oder eine Leitung.",
    "Posts cannot be changed there. Answer with a correction instead.":
      "Dort lassen sich Beiträge nicht ändern. Antworte stattdessen mit einer Berichtigung.",
    "Posts cannot be taken away there.": "Dort lassen sich Beiträge nicht entfernen.",
    "That post of ours is not here any more.": "Dieser Beitrag von uns ist nicht mehr da.",
  ]

  static let germanDelivery: Room = [
    "Its writer was asked not to speak for now, so it was not sent. Its text is kept.":
      "Wer das schrieb, wurde gebeten, vorerst nicht zu sprechen; es wurde nicht gesendet. Der Text ist aufgehoben.",
    "The account was removed. Connect it again, then send once more.":
      "Das Konto wurde entfernt. Verbinde es wieder und sende dann noch einmal.",
    "This network takes no replies from here.":
      "Dieses Netzwerk nimmt von hier keine Antworten an.",
    "What it answers is gone from the record.": "Worauf es antwortet, ist nicht mehr verzeichnet.",
    "The account's token could not be opened: the desk's key changed. Sign in again.":
      """
    Der Zugang zum Konto ließ sich nicht öffnen: Der Schlüssel des Schreibtischs hat sich \
    geändert. Melde das Konto neu an.
    """,
    "What it answers was taken away by its author.":
      "Worauf es antwortet, hat sein Autor entfernt.",
    "This network takes no pictures.": "Dieses Netzwerk nimmt keine Bilder an.",
    "A picture of this reply is gone from the desk's folder. Add it again.":
      "Ein Bild dieser Antwort fehlt im Ordner des Schreibtischs. Füge es noch einmal hinzu.",
    "%1 The desk tried for a day.": "%1 Der Schreibtisch hat es einen Tag lang versucht.",
    "It did not arrive. The desk tried for a day.":
      "Es kam nicht an. Der Schreibtisch hat es einen Tag lang versucht.",
    "It may or may not have arrived. Nothing is sent twice meanwhile.":
      "Vielleicht kam es an, vielleicht nicht. Bis das klar ist, wird nichts zweimal gesendet.",
    "%1 Whether it arrived is not known.": "%1 Ob es ankam, ist nicht bekannt.",
    "%1 The desk asked for a day whether it arrived.":
      "%1 Der Schreibtisch hat einen Tag lang gefragt, ob es ankam.",
    "The desk was interrupted while sending; it looks again.":
      "Der Schreibtisch wurde beim Senden unterbrochen; er sieht noch einmal nach.",
    "It was on its way when the backup was made.":
      "Es war unterwegs, als die Sicherung entstand.",
  ]
}
