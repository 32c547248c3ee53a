extension NoticeWords {
  static let german = NoticeWords(
    title: { organisation in "Was \(organisation) behält und warum" },
    lead: { organisation in
      """
      \(organisation) hört, was Menschen öffentlich zu ihr und über sie sagen, um zu \
      antworten. Das behält ihr Schreibtisch.
      """
    },
    aboutTitle: "Wenn du über uns sprachst",
    about: { days in
      """
      Dein Beitrag bleibt ein Beitrag, keine Akte über dich: keine Seite, keine Geschichte. \
      Seine Worte sind nach \(days) Tagen fort, wenn kein Gespräch daraus wurde.
      """
    },
    toTitle: "Wenn du zu uns sprachst",
    to: { days in
      """
      Was zwischen uns war, bleibt, damit wir uns erinnern, und nicht mehr. Deine Worte sind \
      nach \(Self.span(days)) fort; was wir sagten, bleibt.
      """
    },
    teamWords: "Was unser Team neben einem Gespräch notiert hat, geht mit deinen Worten darin.",
    who: { days in
      """
      Sind deine letzten Worte hier fort, gehen nach \(Self.span(days)) auch Name, Adresse, Bild und Seite. Länger bleiben sie \
      nur, solange ein Versprechen an dich oder ein Wunsch von dir offen ist, das Recht es verlangt oder du gebeten \
      hast, dir nicht zu schreiben.
      """
    },
    privateTitle: "Wenn du privat schriebst",
    privateText: "Gesehen wird es von denen, die antworten, und von niemandem sonst.",
    neverTitle: "Was wir nie tun",
    never:
      """
      Dich bewerten oder danach einstufen, wer dir folgt, auf Gesundheit, Politik oder Glauben schließen oder massenhaft \
      schreiben. Von denen, die einen Fehler von uns weitergaben, bleibt nur die Summe derer, die ihnen folgen, ohne \
      Namen. Löschst oder änderst du einen Beitrag, folgen wir. Wünschst \
      du, dass Programme dir nicht folgen, halten wir uns daran.
      """,
    objectTitle: "Wie du widersprichst",
    object: "Schreib uns, wo wir sprachen, oder hier:",
    writeThere: "als Antwort auf einen Beitrag von uns.",
    wrongTitle: "Wenn wir etwas Falsches sagten",
    wrong: "Was wir öffentlich falsch gesagt haben, und was stimmt",
    whereTitle: "Wo wir zuhören")
}

extension NoticeWords {
  /// Ganze Jahre als Jahre: 1095 Tage zählt niemand nach.
  private static func span(_ days: Int) -> String {
    guard days >= 365, days % 365 == 0 else {
      return Plural.german(days, "einem Tag", "\(days) Tagen")
    }
    return Plural.german(
      days / 365, "einem Jahr", "\(Spelled.german(days / 365).lowercased()) Jahren")
  }
}
