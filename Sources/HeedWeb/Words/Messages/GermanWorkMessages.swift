/// Conversations, people and the team.
extension MessageWords {
  static let germanWork: Room = [
    "This conversation is not here, or it is not yours to see.":
      "Dieses Gespräch ist nicht hier, oder es ist nicht für dich.",
    "%1 took this a moment before you. Nothing of yours is lost.":
      "%1 hat das einen Moment vor dir übernommen. Nichts von dir ist verloren.",
    "Only whoever took it, or a lead, can let it go.":
      "Freigeben kann es, wer es übernahm, oder eine Leitung.",
    "Choose somebody who can answer.": "Wähle jemanden, der antworten kann.",
    "It is with you already.": "Es ist schon bei dir.",
    "%1 cannot answer just now. Nothing was handed over; choose somebody else.":
      "%1 kann gerade nicht antworten. Nichts wurde übergeben; wähle jemand anderen.",
    "%1 has it just now. Ask them to hand it on.":
      "%1 hat es gerade. Bitte darum, es dir weiterzugeben.",
    "Write the note first.": "Schreib zuerst die Notiz.",
    "That note is gone.": "Diese Notiz ist nicht mehr da.",
    "Only whoever wrote a note can remove it.": "Eine Notiz kann nur entfernen, wer sie schrieb.",
    "Say in a few words why the order changes. Your team reads it here.":
      "Sag in ein paar Worten, warum sich die Reihenfolge ändert. Euer Team liest es hier.",
    "Say how many minutes of a day, between 1 and 1440.":
      "Sag, wie viele Minuten am Tag, zwischen 1 und 1440.",
    "The last day away comes after the first.": "Der letzte Tag kommt nach dem ersten.",
    "Choose a time to come, within a year.":
      "Wähle einen Zeitpunkt, der noch kommt, innerhalb eines Jahres.",
    "Choose the words in which they say that it is solved.":
      "Wähle die Worte, in denen sie sagen, dass es gelöst ist.",
    "Nothing of what passed with them is yours to see.":
      "Nichts von dem, was mit ihnen war, ist für dich.",
    "That post is gone.": "Dieser Beitrag ist nicht mehr da.",
    "This topic was removed.": "Dieses Thema wurde entfernt.",
    "There is no such picture any more.": "Dieses Bild gibt es nicht mehr.",
    "This desk fetches nothing from elsewhere.": "Dieser Schreibtisch holt nichts von anderswo.",
    "Its server does not give it out just now.": "Sein Server gibt es gerade nicht heraus.",
    "Many pictures are being fetched just now. Load the page again in a minute.":
      "Gerade werden viele Bilder geholt. Lade die Seite in einer Minute noch einmal.",
    "Many people sign in just now. Try again in a minute.":
      "Gerade melden sich viele an. Versuch es in einer Minute noch einmal.",
    "This page of the list is not known. Go back to its start.":
      "Diese Seite der Liste ist unbekannt. Geh zu ihrem Anfang zurück.",
    "Only the desk's own forms are taken here.":
      "Hier werden nur Formulare dieses Schreibtischs angenommen.",
    "That is too large to be taken.": "Das ist zu groß, um angenommen zu werden.",
  ]

  static let germanTeam: Room = [
    "Observers read and say nothing. Ask a lead for another role.":
      "Beobachter lesen und sagen nichts. Bitte eine Leitung um eine andere Rolle.",
    "Only a lead can do this. Ask one of them.": "Das kann nur eine Leitung. Frag eine von ihnen.",
    "This link was used or is over. Ask a lead for a new one.":
      "Dieser Link wurde benutzt oder gilt nicht mehr. Bitte eine Leitung um einen neuen.",
    "This link was used a moment ago. Ask a lead for a new one.":
      "Dieser Link wurde gerade eben benutzt. Bitte eine Leitung um einen neuen.",
    "This link was used or is over.": "Dieser Link wurde benutzt oder gilt nicht mehr.",
    "Nobody on this desk signs in as %1.":
      "An diesem Schreibtisch meldet sich niemand als %1 an.",
    "There is no such member any more.": "Dieses Mitglied gibt es nicht mehr.",
    "Only they can give up their voice, on their own page. If there is a reason against it, write and sign it under “Voice”: it ends by itself.":
      "Nur sie selbst können ihre Stimme abgeben, auf ihrer eigenen Seite. Wenn ein Grund dagegen steht, schreib und unterschreib ihn unter „Stimme“: er endet von selbst.",
    "This is the only lead. Make somebody else a lead first.":
      "Das ist die einzige Leitung. Mach zuerst jemand anderen zur Leitung.",
    "Give the name that people will know you by.":
      "Gib den Namen an, unter dem man dich kennen wird.",
    "Give a name of 80 letters at most.": "Gib einen Namen mit höchstens 80 Buchstaben an.",
    "There is no time zone of this name. Type the large city next to you.":
      "Eine Zeitzone dieses Namens gibt es nicht. Gib die nächste große Stadt an.",
    "Give your mail address: you sign in with it.":
      "Gib deine Mailadresse an: Mit ihr meldest du dich an.",
    "Somebody on the team signs in with this address already.":
      "Mit dieser Adresse meldet sich schon jemand aus dem Team an.",
    "The password could not be kept. Try again.":
      "Das Passwort ließ sich nicht sichern. Versuche es noch einmal.",
    "Use ten characters or more. A few words in a row are fine.":
      "Nimm zehn Zeichen oder mehr. Ein paar Wörter hintereinander sind gut.",
    "That is longer than a password can be here.": "So lang kann ein Passwort hier nicht sein.",
    "Give a time between 0 and 120 seconds.": "Gib eine Zeit zwischen 0 und 120 Sekunden an.",
    "Give a number of days, one or more.": "Gib eine Zahl von Tagen an, mindestens einen.",
    "What people say about you goes after 30 days at the latest, unless a conversation grew from it.":
      """
    Was Menschen über euch sagen, geht spätestens nach 30 Tagen, wenn kein Gespräch daraus wurde.
    """,
    "That code does not fit. Check the clock of your phone and try the next one.":
      "Dieser Code passt nicht. Prüfe die Uhr deines Telefons und versuche den nächsten.",
    "That code does not fit. Codes change every 30 seconds.":
      "Dieser Code passt nicht. Codes wechseln alle 30 Sekunden.",
    "You are not signed in there any more.": "Dort bist du nicht mehr angemeldet.",
    "That is not your present password.": "Das ist nicht dein jetziges Passwort.",
    "Address and password do not fit together. Try again.":
      "Adresse und Passwort passen nicht zusammen. Versuche es noch einmal.",
    "There were many tries. Wait %1 min, then try again; nothing is locked.":
      "Es gab viele Versuche. Warte %1 min und versuche es dann noch einmal; nichts ist gesperrt.",
    "Give both times of a day, or leave both empty. Nothing was saved.":
      "Gib beide Zeiten eines Tages an, oder lass beide leer. Nichts wurde gespeichert.",
    "A day has six stretches of hours at most. Nothing was saved.":
      "Ein Tag hat höchstens sechs Abschnitte. Nichts wurde gespeichert.",
    "Hours that end when they begin are none. A whole day is 00:00 to 00:00. Nothing was saved.":
      """
    Zeiten, die enden, wenn sie beginnen, sind keine. Ein ganzer Tag ist 00:00 bis 00:00. Nichts wurde \
    gespeichert.
    """,
  ]
}
