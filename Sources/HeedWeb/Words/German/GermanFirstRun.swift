extension FirstRunWords {
  static let german = FirstRunWords(
    welcome: "Dieser Schreibtisch ist neu",
    welcomeLead:
      """
      Der Weg hinein wurde im Terminal ausgegeben, in dem er gestartet wurde: ein Link, der \
      einmal gilt.
      """,
    question: "Was könnten Menschen über euch sagen?",
    lead:
      """
      Ein Name, ein Produkt, ein Wort. Oder eine Adresse: eure Seite, euer Profil, ein Feed. \
      Heed hört zu, wo es das kann, ohne um etwas zu bitten.
      """,
    field: "Ein Wort oder eine Adresse",
    listen: "Zuhören",
    heardNow: "Bisher gehört",
    stillQuiet: "Noch nichts. Das füllt sich von selbst.",
    invented: { place in
      "Wer auf \(place) spricht, ist erfunden. Niemand Wirkliches wird dort gehört."
    },
    listensAt: { n in
      Plural.german(
        n, "Hört an einem Ort zu", "Hört an \(Spelled.german(n).lowercased()) Orten zu")
    },
    couldListen: "Könnte auch hier zuhören",
    keep: "Diesen Schreibtisch behalten",
    keepHint:
      "Was ihr hört, bleibt auf diesem Rechner. Mit deinem Namen und einem Passwort leitest du ihn.",
    organisation: "Wie Menschen eure Organisation nennen",
    keepButton: "Behalten und beginnen")
}
