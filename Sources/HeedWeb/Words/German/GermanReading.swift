extension ReadingWords {
  static let german = ReadingWords(
    title: "Wie das gelesen wird",
    readBy: { who in
      "So gelesen von \(who). Deine Berichtigung bleibt, und es wird daraus gelernt."
    },
    aMember: "jemandem von euch",
    theDesk: "dem Schreibtisch",
    theySaidSo: "sagen sie selbst",
    theirWordStands:
      "Wer das schrieb, sagte auf der eigenen Seite des Schreibtischs selbst, was es ist. Dieses Wort gilt.",
    putAside: "Als Spam beiseitelegen",
    what: "Was es ist",
    unsure: "nicht sicher",
    keep: "Diese Lesart behalten",
    undo: "Berichtigung zurücknehmen",
    undoHint:
      "Was jemand von euch zuvor gesagt hatte, gilt wieder, sonst liest der Schreibtisch es selbst. Was er aus dieser Berichtigung gelernt hat, ist vergessen.",
    undone: "Zurückgenommen. Was daraus gelernt wurde, ist vergessen.",
    switched: "Gesichert. Es gilt für alles, was von jetzt an gehört wird.",
    verySure: "sehr sicher",
    fairlySure: "ziemlich sicher",
    hardlySure: "kaum sicher",
    toldBy: { words in "gelesen aus \(words.map { "„\($0)“" }.joined(separator: ", "))" },
    alsoIn: { languages in "auch auf \(languages.joined(separator: ", "))" },
    slightly: "leicht",
    strongly: "stark",
    how: "Wie wir lesen",
    howIntroduction:
      "Ein Programm liest jeden Beitrag auf dieser Maschine, fragt keinen Dienst und irrt sich ab und zu. Was jemand von euch sagt, geht vor. Gelesen wird nichts über Menschen, nur über Beiträge.",
    language: "Sprache",
    tone: "Ton",
    kind: "Art",
    languageDoes: { languages in
      "Erkennt \(languages) Sprachen an Buchstaben und Wörtern. Namen, Links, Schlagwörter und Emoji zählen nicht mit."
    },
    languageDoesNot:
      "Ein oder zwei Wörter sind oft zu wenig; dann sagt es nichts. Nahe Verwandte (Bosnisch und Kroatisch, Indonesisch und Malaiisch) werden verwechselt. In einem Beitrag mit mehreren Sprachen zählt die mit den meisten Wörtern.",
    toneDoes: { languages in
      "Negativ, neutral oder positiv, und wie stark; gelernt an bewerteten Beiträgen auf \(languages.joined(separator: ", "))."
    },
    toneDoesNot:
      "Ironie ohne Zeichen und Stimmungen, für die man die Sache kennen muss. Es irrt sich etwa bei einem von drei Beiträgen, außerhalb des Englischen öfter. In anderen Sprachen müssen wenige sprechende Wörter genügen, sonst bleibt der Ton unbekannt.",
    kindDoes: { languages in
      "Frage, Beschwerde, Lob, Wunsch, Berichtigung von euch, Dank, Spam. Gelernt an Beiträgen, die von Hand bestimmt wurden, auf \(languages.joined(separator: ", "))."
    },
    kindDoesNot:
      "Was zwischen den Zeilen steht. Seltene Arten (Wünsche, Berichtigungen, Lob) werden oft übersehen. In anderen Sprachen müssen Zeichen und wenige sprechende Wörter genügen. Spam wird beiseitegelegt, nie gelöscht.",
    nothingLearntFrom: "Nur sprechende Wörter sind bekannt.",
    quality: { right, unknown, posts in
      "Von \(posts) Beiträgen, zu denen ihr etwas gesagt habt, waren \(right) richtig gelesen und \(unknown) offen gelassen."
    },
    noQuality:
      "Zu weniger als fünf Beiträgen habt ihr bisher etwas gesagt: zu wenige, um zu sagen, wie gut es hier liest.",
    learning: "Was es lernt",
    learningText:
      "Eine Berichtigung gilt sofort, nur für diesen Schreibtisch. Auf derselben Seite wird sie zurückgenommen und hinterlässt dann keine Spur. Was aus einem Beitrag gelernt wurde, geht mit seinen Worten.",
    switches: "Schalter",
    isOn: "ist an",
    isOff: "ist aus",
    switchesHint:
      "Was ausgeschaltet ist, bleibt für alles unbekannt, was von da an gehört wird.",
    saveSwitches: "Sichern")
}
