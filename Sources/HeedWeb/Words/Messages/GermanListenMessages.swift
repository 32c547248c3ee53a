/// Accounts, sources and feeds.
extension MessageWords {
  static let germanListen: Room = [
    "Give the server or the address of the account.":
      "Nenne den Server oder die Adresse des Kontos.",
    "To hear what people say to us and about us, and to answer.":
      "Um zu hören, was Menschen zu uns und über uns sagen, und um zu antworten.",
    "To keep what was said to us before this desk, and to answer.":
      "Um zu behalten, was uns vor diesem Schreibtisch gesagt wurde, und um zu antworten.",
    "Posts from files": "Beiträge aus Dateien",
    "That is no language. Nothing was changed; choose one of the list.":
      "Das ist keine Sprache. Es wurde nichts geändert; wähle eine aus der Liste.",
    "No account can be connected there.": "Dort lässt sich kein Konto verbinden.",
    "This sign-in is over. Begin again.": "Diese Anmeldung ist vorbei. Beginne von vorn.",
    "That answer belongs to another sign-in. Begin again.":
      "Diese Antwort gehört zu einer anderen Anmeldung. Beginne von vorn.",
    "That handle is connected already. A lead can sign in again.":
      "Dieses Konto ist schon verbunden. Eine Leitung kann es neu anmelden.",
    "That account is not connected any more.": "Dieses Konto ist nicht mehr verbunden.",
    "The desk does not listen there any more.": "Der Schreibtisch hört dort nicht mehr zu.",
    "That cannot be listened to any more. Type it again.":
      "Dort lässt sich nicht mehr zuhören. Gib es noch einmal ein.",
    "This desk does not know that network.": "Dieser Schreibtisch kennt dieses Netzwerk nicht.",
    "This Heed does not know the network “%1”.": "Dieses Heed kennt das Netzwerk „%1“ nicht.",
    "The account was removed. Connect it again to go on.":
      "Das Konto wurde entfernt. Verbinde es wieder, damit es weitergeht.",
    "What stands there is no picture.": "Dort steht kein Bild.",
    "This picture would be too large to show.": "Dieses Bild wäre zu groß zum Zeigen.",
    "Listening here failed. The desk tries again by itself.":
      "Das Zuhören ist hier misslungen. Der Schreibtisch versucht es von selbst wieder.",
  ]

  static let germanFeeds: Room = [
    "Feeds": "Feeds",
    "Comments: %1": "Kommentare: %1",
    """
    New and changed entries, as often as the feed itself suggests. Nothing can be answered from \
    here: open the page.
    """:
      """
    Neue und geänderte Einträge, so oft, wie der Feed selbst es vorschlägt. Von hier lässt sich \
    nicht antworten: Öffne die Seite.
    """,
    """
    New comments, as often as the feed itself suggests. Nothing can be answered from here: open \
    the page.
    """:
      """
    Neue Kommentare, so oft, wie der Feed selbst es vorschlägt. Von hier lässt sich nicht \
    antworten: Öffne die Seite.
    """,
    """
    It asks programs not to index it: what is said there about you, and not to you, is not taken in.
    """:
      """
    Er bittet Programme, ihn nicht zu verzeichnen: Was dort über euch gesagt wird und nicht zu \
    euch, wird nicht aufgenommen.
    """,
    "The address %1 is asked, without a name and without cookies.":
      "Die Adresse %1 wird gefragt, ohne Namen und ohne Cookies.",
    """
    The page %1 asks programs to keep away, and Heed does. If it is yours, type the address of its \
    feed itself.
    """:
      """
    Die Seite %1 bittet Programme, fernzubleiben, und Heed hält sich daran. Ist es eure, gib die \
    Adresse ihres Feeds selbst ein.
    """,
    """
    This feed is larger than %1 MB. What was heard before is kept. Listen to a smaller feed of the \
    same site instead.
    """:
      """
    Dieser Feed ist größer als %1 MB. Was vorher gehört wurde, bleibt. Hört stattdessen einem \
    kleineren Feed derselben Seite zu.
    """,
    """
    At %1 stands no feed any more that can be read. What was heard before is kept. If the site has \
    a new feed, type its address and take this source away.
    """:
      """
    Unter %1 steht kein lesbarer Feed mehr. Was vorher gehört wurde, bleibt. Hat die Seite einen \
    neuen Feed, gib seine Adresse ein und entferne diese Quelle.
    """,
    "The site answers with nothing. What was heard before is kept. It is asked again.":
      "Die Seite antwortet mit nichts. Was vorher gehört wurde, bleibt. Sie wird wieder gefragt.",
    "The hub of this feed cannot be asked: %1":
      "Der Verteiler dieses Feeds lässt sich nicht fragen: %1",
    "The hub of this feed answers with %1.": "Der Verteiler dieses Feeds antwortet mit %1.",
    "The site was not ready (%1). %2 It is asked again.":
      "Die Seite war nicht bereit (%1). %2 Sie wird wieder gefragt.",
    """
    The site shows this feed only to those who sign in (%1), and this desk does not. %2 Ask its \
    owner for a feed that is open, or take the source away.
    """:
      """
    Die Seite zeigt diesen Feed nur Angemeldeten (%1), und dieser Schreibtisch meldet sich nicht an. \
    %2 Frag, wem sie gehört, nach einem offenen Feed, oder entferne die Quelle.
    """,
    "What was heard before is kept.": "Was vorher gehört wurde, bleibt.",
    "%1 What was heard before is kept.": "%1 Was vorher gehört wurde, bleibt.",
    "The site says that this feed is gone for good. %1 Take the source away.":
      "Die Seite sagt, dass es diesen Feed nicht mehr gibt. %1 Entferne die Quelle.",
    """
    The site finds nothing at %1. %2 It is asked again; if it stays so, look for the feed's new \
    address.
    """:
      """
    Die Seite findet unter %1 nichts. %2 Sie wird wieder gefragt; bleibt es so, suche die neue \
    Adresse des Feeds.
    """,
    "The site asks for patience. %1 It is asked again later.":
      "Die Seite bittet um Geduld. %1 Sie wird später wieder gefragt.",
    """
    The site does not let this desk read the feed (%1). %2 Ask its owner, or take the source away.
    """:
      """
    Die Seite lässt diesen Schreibtisch den Feed nicht lesen (%1). %2 Frag, wem sie gehört, oder \
    entferne die Quelle.
    """,
    "The site has a fault of its own (%1). %2 It is asked again.":
      "Die Seite hat selbst einen Fehler (%1). %2 Sie wird wieder gefragt.",
    "The site answers with %1, not with a feed. %2 Check the address.":
      "Die Seite antwortet mit %1, nicht mit einem Feed. %2 Prüfe die Adresse.",
  ]
}
