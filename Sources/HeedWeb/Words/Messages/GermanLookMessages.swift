/// A look at what somebody typed.
extension MessageWords {
  static let germanLook: Room = [
    "That is longer than a word or an address can be here.":
      "Das ist länger, als ein Wort oder eine Adresse hier sein kann.",
    "It did not answer within %1 seconds.": "Es antwortete nicht innerhalb von %1 Sekunden.",
    "Nothing that the desk can listen to was found there: no feed, no profile, no forum.":
      """
    Dort fand sich nichts, dem der Schreibtisch zuhören könnte: kein Feed, kein Profil, kein \
    Forum.
    """,
    "Once you go on, %1 is asked where its mail is kept, and you for its password.":
      """
    Sobald du weitergehst, wird %1 gefragt, wo die Post liegt, und du nach dem Passwort.
    """,
    """
    For a mailbox of yours: what people write to it, and answers from here. What passes there \
    stays between whoever wrote and those who answer.
    """:
      """
    Für ein Postfach von euch: was Menschen dorthin schreiben, und Antworten von hier. Was dort \
    hin und her geht, bleibt zwischen denen, die schrieben, und denen, die antworten.
    """,
    "“%1” on %2": "„%1“ auf %2",
    "Nothing stands at %1 (%2).": "Unter %1 steht nichts (%2).",
    """
    %1 is not shown to this desk (%2). If the site has an open feed, type the address of that.
    """:
      """
    %1 wird diesem Schreibtisch nicht gezeigt (%2). Hat die Seite einen offenen Feed, gib dessen \
    Adresse ein.
    """,
    "The site asks for patience. Try again in a while.":
      "Die Seite bittet um Geduld. Versuche es nach einer Weile wieder.",
    "The site has a fault of its own (%1). Try again later.":
      "Die Seite hat einen eigenen Fehler (%1). Versuche es später wieder.",
    "The site answers with %1.": "Die Seite antwortet mit %1.",
  ]
}
