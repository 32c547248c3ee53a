/// Mailboxes.
extension MessageWords {
  static let germanMail: Room = [
    "Mail": "Mail",
    "Only its beginning: the rest of this mail stands in the mailbox.":
      "Nur ihr Anfang: Der Rest dieser Mail steht im Postfach.",
    "This mailbox is not signed in. Add it again.":
      "Dieses Postfach ist nicht angemeldet. Füge es noch einmal hinzu.",
    "Mailboxes are heard at “inbox” and “sent” alone.":
      "Postfächer werden nur bei „inbox“ und „sent“ gehört.",
    "What was sent is looked at now and then.": "Was gesendet wurde, wird ab und zu angesehen.",
    "This server tells nothing by itself. It is asked once a minute.":
      "Dieser Server meldet nichts von selbst. Er wird einmal in der Minute gefragt.",
    "The connection to %1 was lost. The desk tries again by itself.":
      "Die Verbindung zu %1 ging verloren. Der Schreibtisch versucht es von selbst wieder.",
    "What %1 answers is no mail server's answer. Check the host and its port.":
      "Was %1 antwortet, ist nicht die Antwort eines Mailservers. Prüfe den Host und seinen Port.",
    """
    %1 offers no encrypted connection, so the password was not sent. Ask whoever runs it for TLS.
    """:
      """
    %1 bietet keine verschlüsselte Verbindung an, deshalb wurde das Passwort nicht gesendet. Bitte, wer ihn \
    betreibt, um TLS.
    """,
    """
    %1 takes no password from programs. Perhaps it has to be permitted in the mailbox's settings, \
    or an app password made there.
    """:
      """
    %1 nimmt von Programmen kein Passwort. Vielleicht muss es in den Einstellungen des Postfachs erlaubt \
    oder dort ein App-Passwort angelegt werden.
    """,
    "%1 ended the connection: “%2”. The desk tries again.":
      "%1 beendete die Verbindung: „%2“. Der Schreibtisch versucht es wieder.",
    "%1 asks for patience. The desk goes on in a minute.":
      "%1 bittet um Geduld. Der Schreibtisch macht in einer Minute weiter.",
    "One mail could not be fetched: its server has it, and breaks off or refuses when it is asked for it.":
      "Eine Mail ließ sich nicht holen: Ihr Server hat sie und bricht ab oder lehnt ab, wenn er nach ihr gefragt wird.",
    """
    %1 mails could not be fetched: their server has them, and breaks off or refuses when it is asked for \
    them.
    """:
      """
    %1 Mails ließen sich nicht holen: Ihr Server hat sie und bricht ab oder lehnt ab, wenn er nach ihnen gefragt \
    wird.
    """,
    "%1 All others are heard, and these are asked for again by themselves. Your mail program may show them.":
      "%1 Alle anderen werden gehört, und nach diesen wird von selbst wieder gefragt. Dein Mailprogramm zeigt sie vielleicht.",
    "%1 All others are heard. These are asked for again when you say so. Your mail program may show them.":
      "%1 Alle anderen werden gehört. Nach diesen wird wieder gefragt, wenn du es sagst. Dein Mailprogramm zeigt sie vielleicht.",
    "This folder is not on %1 any more.": "Diesen Ordner gibt es auf %1 nicht mehr.",
    "%1 cannot do it at the moment: “%2”.": "%1 kann es im Moment nicht: „%2“.",
    "%1 refuses: “%2”.": "%1 lehnt ab: „%2“.",
    "%1 lets nobody sign in at the moment: “%2”.":
      "%1 lässt im Moment niemanden sich anmelden: „%2“.",
    """
    %1 does not take this name and password any more: “%2”. Sign in again with the \
    present one; many mailboxes want an app password here.
    """:
      """
    %1 nimmt diesen Namen und dieses Passwort nicht mehr: „%2“. Melde dich mit dem jetzigen noch einmal an; \
    viele Postfächer wollen hier ein App-Passwort.
    """,
    "%1 sends more than any mail server should. The connection was closed.":
      "%1 schickt mehr, als ein Mailserver sollte. Die Verbindung wurde geschlossen.",
    "An address of this mail cannot be sent to. Your text is kept.":
      "An eine Adresse dieser Mail kann nichts gesendet werden. Dein Text bleibt erhalten.",
    "%1 cannot send to addresses with letters beyond a to z. Your text is kept.":
      "%1 kann nicht an Adressen mit Buchstaben jenseits von a bis z senden. Dein Text bleibt erhalten.",
    "This mail is larger than %1 takes. Your text is kept.":
      "Diese Mail ist größer, als %1 annimmt. Dein Text bleibt erhalten.",
    "%1 does not take it at the moment: “%2”. The desk tries again.":
      "%1 nimmt sie im Moment nicht an: „%2“. Der Schreibtisch versucht es wieder.",
    "%1 says that this address takes no mail: “%2”. Your text is kept.":
      "%1 sagt, dass diese Adresse keine Mail annimmt: „%2“. Dein Text bleibt erhalten.",
    "%1 does not take this mail: “%2”. Your text is kept.":
      "%1 nimmt diese Mail nicht an: „%2“. Dein Text bleibt erhalten.",
    "%1 lets nobody sign in at the moment. The desk tries again.":
      "%1 lässt im Moment niemanden sich anmelden. Der Schreibtisch versucht es wieder.",
    "This is an automatic reply. An answer would reach a machine, so it was not sent. Your text is kept.":
      """
    Das ist eine automatische Antwort. Eine Antwort darauf erreichte eine Maschine, deshalb wurde sie nicht \
    gesendet. Dein Text bleibt erhalten.
    """,
    """
    This is a mail server's report about a mail of yours. Nobody reads what is answered to it, so it was not sent. \
    Your text is kept.
    """:
      """
    Das ist der Bericht eines Mailservers über eine Mail von euch. Niemand liest, was darauf geantwortet wird, \
    deshalb wurde es nicht gesendet. Dein Text bleibt erhalten.
    """,
    """
    This came through a mailing list, or went to many. An answer might reach all of them, so it was not sent. \
    Your text is kept.
    """:
      """
    Das kam über eine Mailingliste oder ging an viele. Eine Antwort könnte sie alle erreichen, deshalb wurde sie \
    nicht gesendet. Dein Text bleibt erhalten.
    """,
    "A program sent this, and it reads no answers. Yours was not sent; your text is kept.":
      """
    Das hat ein Programm gesendet, und es liest keine Antworten. Deine wurde nicht gesendet; dein Text bleibt \
    erhalten.
    """,
    "A mail from here answers somebody who wrote. Your text is kept.":
      "Eine Mail von hier antwortet jemandem, der schrieb. Dein Text bleibt erhalten.",
    """
    What you answer is no longer in the mailbox: it was deleted there, or moved where the desk does not look. \
    Your text is kept.
    """:
      """
    Was du beantwortest, ist nicht mehr im Postfach: Es wurde dort gelöscht oder dorthin verschoben, wo der \
    Schreibtisch nicht nachsieht. Dein Text bleibt erhalten.
    """,
    "This mail names nobody to whom an answer could go. Your text is kept.":
      "Diese Mail nennt niemanden, an den eine Antwort gehen könnte. Dein Text bleibt erhalten.",
    "This mail is no longer in the mailbox.": "Diese Mail ist nicht mehr im Postfach.",
    "This file is not in the mail any more, or it is larger than 10 MB.":
      "Diese Datei ist nicht mehr in der Mail, oder sie ist größer als 10 MB.",
    "“%1” is no mail address. Type one, such as help@shop.example.":
      "„%1“ ist keine Mailadresse. Gib eine ein, etwa hilfe@laden.example.",
    """
    Mail of %1 is fetched from %2 and sent through %3, both \
    encrypted. Give its password; where the provider has app passwords, make one for this desk. Where it wants OAuth, \
    paste the JSON that its tools write: client_id, client_secret, refresh_token and token_uri.
    """:
      """
    Mail von %1 wird bei %2 geholt und über %3 gesendet, beides verschlüsselt. Gib das Passwort des Postfachs \
    an; wo der Anbieter App-Passwörter hat, lege eines für diesen Schreibtisch an. Will er OAuth, füge das JSON ein, \
    das seine Werkzeuge schreiben: client_id, client_secret, refresh_token und token_uri.
    """,
    """
    This JSON renews nothing: it needs client_id, refresh_token and token_uri, an address that begins with https://. \
    Nothing was kept.
    """:
      """
    Dieses JSON erneuert nichts: Es braucht client_id, refresh_token und token_uri, eine Adresse, die mit https:// \
    beginnt. Nichts wurde behalten.
    """,
    "%1 answered without a token. The one that is kept stays, and the desk asks again.":
      "%1 antwortete ohne Token. Das aufbewahrte bleibt, und der Schreibtisch fragt noch einmal.",
    "%1 no longer renews the token of this mailbox.%2 Sign in again with a new one.":
      "%1 erneuert das Token dieses Postfachs nicht mehr.%2 Melde dich mit einem neuen noch einmal an.",
    """
    %1 no longer knows the program that renews the token of this mailbox.%2 Look at its client id and \
    secret there, and sign in again.
    """:
      """
    %1 kennt das Programm nicht mehr, das das Token dieses Postfachs erneuert.%2 Sieh dort nach Client-ID und \
    Geheimnis und melde dich noch einmal an.
    """,
    "%1 could not renew the token of this mailbox. The desk tries again.":
      "%1 konnte das Token dieses Postfachs nicht erneuern. Der Schreibtisch versucht es wieder.",
    "%1 Nothing was kept.": "%1 Nichts wurde behalten.",
    "Only pictures can be sent in a mail. Your text is kept.":
      "In einer Mail können nur Bilder gesendet werden. Dein Text bleibt erhalten.",
    """
    The mailbox does not take this name and password. Many providers want an app password here, and IMAP switched on \
    in the mailbox's settings. Nothing was kept.
    """:
      """
    Das Postfach nimmt diesen Namen und dieses Passwort nicht. Viele Anbieter wollen hier ein App-Passwort, und IMAP \
    muss in den Einstellungen des Postfachs eingeschaltet sein. Nichts wurde behalten.
    """,
    "“%1” is no host. Type one, such as imap.shop.example.":
      "„%1“ ist kein Host. Gib einen ein, etwa imap.laden.example.",
    "“%1” is no host. Type one, such as smtp.shop.example.":
      "„%1“ ist kein Host. Gib einen ein, etwa smtp.laden.example.",
    "%1 is asked as this mailbox.": "%1 wird als dieses Postfach gefragt.",
    "Mail to %1": "Mail an %1",
    """
    What people write, at once where the server tells it. Newsletters are kept only where a topic catches them.
    """:
      """
    Was Menschen schreiben, sofort, wo der Server es meldet. Rundschreiben werden nur behalten, wo ein Thema sie fängt.
    """,
    "Mail from %1": "Mail von %1",
    "What is answered from elsewhere, so that no answer is missed.":
      "Was von anderswo beantwortet wird, damit keine Antwort fehlt.",
    """
    Where mail of %1 is fetched could not be found out. Type it with commas: %2, the IMAP host, the SMTP \
    host.
    """:
      """
    Wo Mail von %1 geholt wird, war nicht herauszufinden. Gib es mit Kommas ein: %2, den IMAP-Host, den \
    SMTP-Host.
    """,
  ]
}
