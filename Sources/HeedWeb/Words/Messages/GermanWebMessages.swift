/// The web and WordPress.
extension MessageWords {
  static let germanWeb: Room = [
    "The web": "Das Web",
    """
    %1 does not say that this desk takes its webmentions. Add to the head of its pages a link with \
    the rel “webmention” to %2, and one with the rel “pingback” to %3. Mentions that come are taken \
    all the same.
    """:
      """
    %1 sagt nicht, dass dieser Schreibtisch seine Webmentions annimmt. Setze in den Kopf der Seiten \
    einen Link mit dem rel „webmention“ zu %2 und einen mit dem rel „pingback“ zu %3. Erwähnungen, \
    die kommen, werden trotzdem angenommen.
    """,
    "%1 asks programs to keep away, and Heed does.":
      "%1 bittet Programme, fernzubleiben, und Heed bleibt fern.",
    "Nothing stands at %1 any more.": "Unter %1 steht nichts mehr.",
    "The site asks for patience.": "Die Seite bittet um Geduld.",
    "The site has a fault of its own (%1).": "Die Seite hat selbst einen Fehler (%1).",
    "The site does not show the page (%1).": "Die Seite ist nicht zu sehen (%1).",
    "That is no page of the web.": "Das ist keine Seite im Web.",
    "The page's address for webmentions answers with %1.":
      "Die Adresse der Seite für Webmentions antwortet mit %1.",
    "The page's address for pingbacks answers with %1.":
      "Die Adresse der Seite für Pingbacks antwortet mit %1.",
    "The page's address for pingbacks answers with something else than an answer.":
      "Die Adresse der Seite für Pingbacks antwortet mit etwas anderem als einer Antwort.",
    "Pages that answer or point to %1": "Seiten, die auf %1 antworten oder zeigen",
    "%1 is asked for its page. Pages that say they point to it are looked at.":
      "%1 wird nach seiner Seite gefragt. Seiten, die sagen, dass sie darauf zeigen, werden angesehen.",
    """
    For a site of yours: answers, likes and links of other sites, by Webmention and Pingback. Your \
    pages have to name this desk, by a link with the rel “webmention” to %1.
    """:
      """
    Für eine eigene Seite: Antworten, Gefällt-mir und Verweise anderer Seiten, durch Webmention \
    und Pingback. Deine Seiten müssen diesen Schreibtisch nennen, durch einen Link mit dem rel \
    „webmention“ zu %1.
    """,

    "Held: the site shows it once somebody there lets it through.":
      "Zurückgehalten: die Seite zeigt es, sobald es dort jemand freigibt.",
    "WordPress": "WordPress",
    "This account's site is no address. Add the account anew.":
      "Die Seite dieses Kontos ist keine Adresse. Verbinde das Konto neu.",
    "%1 is no address of a site. Add it anew.":
      "%1 ist keine Adresse einer Seite. Füge sie neu hinzu.",
    """
    %1 answered with something that is not WordPress's interface. A plugin may have written into \
    it. What was heard before is kept.
    """:
      """
    %1 antwortete mit etwas, das nicht die Schnittstelle von WordPress ist. Vielleicht hat eine \
    Erweiterung hineingeschrieben. Was vorher gehört wurde, bleibt.
    """,
    """
    %1 does not take this account's application password any more. Make a new one there and sign \
    in again.
    """:
      """
    %1 nimmt das Anwendungspasswort dieses Kontos nicht mehr an. Mache dort ein neues und melde \
    dich wieder an.
    """,
    """
    Something in front of %1 keeps the desk out (%2): a firewall or a password of the server. The \
    desk tries again; ask whoever runs the site to let it in.
    """:
      """
    Etwas vor %1 hält den Schreibtisch draußen (%2): eine Firewall oder ein Passwort des Servers. \
    Der Schreibtisch versucht es wieder; bitte, wer die Seite betreibt, ihn einzulassen.
    """,
    " It says: %1": " Dort heißt es: %1",
    "%1 does not allow that to this account.%2": "%1 erlaubt das diesem Konto nicht.%2",
    "%1 has no comments by WordPress's interface.":
      "%1 gibt über die Schnittstelle von WordPress keine Kommentare heraus.",
    "%1 has these very words there already, from this account.":
      "Genau diese Worte stehen auf %1 schon, von diesem Konto.",
    "Nobody is told; who comes to the page reads the new words.":
      "Niemand wird benachrichtigt; wer auf die Seite kommt, liest die neuen Worte.",
    "On WordPress the desk answers; a new post is written on %1.":
      "Auf WordPress antwortet der Schreibtisch; ein neuer Beitrag wird auf %1 geschrieben.",
    "Only comments are changed from here. Change a post on %1.":
      "Von hier werden nur Kommentare geändert. Ändere einen Beitrag auf %1.",
    "What you answer does not stand on %1. Your text is kept.":
      "Worauf du antwortest, steht nicht auf %1. Dein Text bleibt.",
    "It is not known where the interface of %1 stands. If it is WordPress, a plugin may have switched it off.":
      "Es ist nicht bekannt, wo die Schnittstelle von %1 steht. Ist es WordPress, hat vielleicht ein Plugin sie abgeschaltet.",
    """
    At “%1” no WordPress answers. Type the address of the site; if it is WordPress, its interface \
    (REST API) may be switched off by a plugin.
    """:
      """
    Unter „%1“ antwortet kein WordPress. Gib die Adresse der Seite ein; ist es WordPress, hat \
    vielleicht eine Erweiterung seine Schnittstelle (REST-API) abgeschaltet.
    """,
    """
    %1 gives out no application passwords: it needs WordPress 5.6 or later, https, and no plugin \
    that switches them off.
    """:
      """
    %1 gibt keine Anwendungspasswörter heraus: nötig sind WordPress 5.6 oder neuer, https und \
    keine Erweiterung, die sie abschaltet.
    """,
    """
    %1 asks whether the desk may act for your account, and shows you a password once. Paste here \
    your user name there, a colon, and that password: ana:abcd 1234 …
    """:
      """
    %1 fragt, ob der Schreibtisch für dein Konto handeln darf, und zeigt dir einmal ein Passwort. \
    Füge hier deinen dortigen Benutzernamen, einen Doppelpunkt und dieses Passwort ein: \
    ana:abcd 1234 …
    """,
    """
    %1 speaks without encryption: a password would be read by anybody on the way. Type its address \
    with https://.
    """:
      """
    %1 spricht unverschlüsselt: ein Passwort läse jeder auf dem Weg mit. Gib die Adresse mit \
    https:// ein.
    """,
    "A user name, a colon and the password are needed: ana:abcd 1234 …":
      "Gebraucht werden ein Benutzername, ein Doppelpunkt und das Passwort: ana:abcd 1234 …",
    """
    %1 does not take this name with this password. If both are right, its server may keep the \
    Authorization header from WordPress: ask whoever runs it.
    """:
      """
    %1 nimmt diesen Namen mit diesem Passwort nicht an. Ist beides richtig, enthält der Server \
    WordPress vielleicht die Kopfzeile Authorization vor: frage, wer ihn betreibt.
    """,
    "Comments on %1": "Kommentare auf %1",
    "All comments, held ones too; spam stays there. Answers as this account.":
      "Alle Kommentare, auch zurückgehaltene; Spam bleibt dort. Antworten als dieses Konto.",
    "The comments that everybody sees. Answers as this account, held where the site holds them.":
      """
    Die Kommentare, die alle sehen. Antworten als dieses Konto, zurückgehalten, wo die Seite sie \
    zurückhält.
    """,
    """
    Comments on all posts of this WordPress site, with what they answer. Connect an account there \
    to hear held ones and to answer from here.
    """:
      """
    Kommentare zu allen Beiträgen dieser WordPress-Seite, mit dem, worauf sie antworten. Verbinde \
    ein Konto dort, um zurückgehaltene zu hören und von hier zu antworten.
    """,
  ]
}
