/// The practice network, and what its server says.
extension MessageWords {
  static let germanPractice: Room = [
    "Practice": "Übung",
    "People who see the post see that it was edited. Nobody is told.":
      "Wer den Beitrag sieht, sieht, dass er geändert wurde. Niemand bekommt Bescheid.",
    "This cannot be written for the practice network.":
      "Das lässt sich für das Übungsnetz nicht schreiben.",
    "The practice network answered something that makes no sense.":
      "Das Übungsnetz antwortete etwas, das keinen Sinn ergibt.",
    "The practice network told something that makes no sense.":
      "Das Übungsnetz meldete etwas, das keinen Sinn ergibt.",
    "The practice network did not answer: %1": "Das Übungsnetz antwortete nicht: %1",
    "The practice network withdrew the right to speak there. Sign in again.":
      "Das Übungsnetz lässt das Konto nicht mehr sprechen. Melde es neu an.",
    "It is no longer there on the practice network.": "Es ist im Übungsnetz nicht mehr da.",
    "The practice network asks to wait before the next try.":
      "Das Übungsnetz bittet, vor dem nächsten Versuch zu warten.",
    "The practice network refuses this.": "Das Übungsnetz lehnt das ab.",
    "The practice network has trouble of its own. It is worth trying again.":
      "Das Übungsnetz hat selbst Schwierigkeiten. Ein neuer Versuch lohnt sich.",
    "The practice network closed the stream.": "Das Übungsnetz hat den Strom geschlossen.",
    "That post is not on the practice network.": "Dieser Beitrag ist nicht im Übungsnetz.",
    "Posts with #%1 on the practice network": "Beiträge mit #%1 im Übungsnetz",
    "Nothing leaves this desk.": "Nichts verlässt diesen Schreibtisch.",
    """
    The people there are invented. Nobody real is heard, and you can answer once you use the \
    shop's account.
    """:
      """
    Die Menschen dort sind erfunden. Niemand Wirkliches wird gehört, und ihr könnt antworten, \
    sobald ihr das Konto des Ladens nutzt.
    """,
    "Everything on the practice network": "Alles im Übungsnetz",
    """
    The people there are invented: a bicycle shop and those who talk about it. Good for a first try.
    """:
      """
    Die Menschen dort sind erfunden: ein Fahrradladen und alle, die über ihn reden. Gut für \
    einen ersten Versuch.
    """,
    "What is said to Corner Bikes": "Was zu Corner Bikes gesagt wird",
    "Brings what invented people say to the shop, in private too, and takes your answers.":
      "Bringt, was erfundene Menschen dem Laden sagen, auch privat, und nimmt eure Antworten an.",
    """
    You will speak as Corner Bikes, an invented bicycle shop, with people who are invented too. No \
    password is needed.
    """:
      """
    Du sprichst als Corner Bikes, ein erfundener Fahrradladen, mit Menschen, die auch erfunden \
    sind. Ein Passwort ist nicht nötig.
    """,
    """
    Everybody here is invented. Say what you would say to a person, one at a time. People know the shop: closed on \
    Sundays, 10 years of guarantee on frames, 30 days to bring something back, no charger in the box of a lamp. Who \
    says otherwise is told so.
    """:
      """
    Hier sind alle erfunden. Sag, was du einem Menschen sagen würdest, einem nach dem anderen. Man kennt den Laden: \
    sonntags geschlossen, 10 Jahre Garantie auf Rahmen, 30 Tage für die Rückgabe, kein Ladegerät im Karton einer \
    Lampe. Wer etwas anderes sagt, bekommt es gesagt.
    """,
  ]

  static let germanPracticeServer: Room = [
    "No such fault.": "Diesen Fehler gibt es nicht.",
    "There is nothing here.": "Hier ist nichts.",
    "No answer came in time.": "Es kam nicht rechtzeitig eine Antwort.",
    "The connection broke.": "Die Verbindung brach ab.",
    "The stream was refused: 401.": "Der Strom wurde abgelehnt: 401.",
    "There are no WebSockets here.": "Hier gibt es keine WebSockets.",
    "The practice network is closed for a moment.":
      "Das Übungsnetz ist für einen Moment geschlossen.",
    "Too many requests.": "Zu viele Anfragen.",
    "Something went wrong.": "Etwas ging schief.",
    "The right to speak here was withdrawn.": "Das Recht, hier zu sprechen, wurde entzogen.",
    "The right to listen here was withdrawn.": "Das Recht, hier zuzuhören, wurde entzogen.",
    "Sign in first.": "Melde dich zuerst an.",
    "Only the shop's account can be signed in.": "Nur das Konto des Ladens lässt sich anmelden.",
    "What is said to an account is told to that account.":
      "Was einem Konto gesagt wird, erfährt nur dieses Konto.",
    "It was taken away.": "Es wurde entfernt.",
    "It was taken away before.": "Es wurde schon vorher entfernt.",
    "That is not understood.": "Das wird nicht verstanden.",
    "Pictures up to four megabytes are taken here.":
      "Hier werden Bilder bis zu vier Megabyte angenommen.",
    "What this answers was taken away.": "Worauf das antwortet, wurde entfernt.",
    "A picture of this post is not here.": "Ein Bild dieses Beitrags ist nicht hier.",
    "Only its author can change a post.": "Einen Beitrag kann nur ändern, wer ihn schrieb.",
    "Only its author can take a post away.": "Einen Beitrag kann nur entfernen, wer ihn schrieb.",
    "There are no words in it.": "Es stehen keine Worte darin.",
    "It is too long: %1 of %2 characters.": "Es ist zu lang: %1 von %2 Zeichen.",
    "The journal cannot be written.": "Das Journal lässt sich nicht schreiben.",
  ]
}
