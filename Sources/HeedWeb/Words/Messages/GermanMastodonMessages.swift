/// Mastodon and its kin.
extension MessageWords {
  static let germanMastodon: Room = [
    "Mastodon": "Mastodon",
    "Those who passed it on or quoted it are told by their servers.":
      "Wer es weitergab oder zitierte, erfährt es von seinem Server.",
    "%1 could not be asked.": "%1 konnte nicht gefragt werden.",
    "%1 answered with something that is not the Mastodon API.":
      "%1 antwortete mit etwas, das nicht die Mastodon-API ist.",
    "%1 does not speak the Mastodon API. Look whether the name is right.":
      "%1 spricht die Mastodon-API nicht. Sieh nach, ob der Name stimmt.",
    "%1 refused once, and not when asked again. The desk tries again.":
      "%1 lehnte einmal ab, auf Nachfrage dann nicht mehr. Der Schreibtisch versucht es wieder.",
    "This post is no longer on %1.": "Dieser Beitrag ist nicht mehr auf %1.",
    "This post is not on %1 any more.": "Dieser Beitrag ist auf %1 nicht mehr da.",
    "The desk does not go to %1: %2": "Der Schreibtisch geht nicht zu %1: %2",
    "%1 cannot be reached. The desk tries again.":
      "%1 ist nicht zu erreichen. Der Schreibtisch versucht es wieder.",
    "%1 did not answer in time. The desk tries again.":
      "%1 antwortete nicht rechtzeitig. Der Schreibtisch versucht es wieder.",
    "The connection to %1 broke. The desk tries again.":
      "Die Verbindung zu %1 brach ab. Der Schreibtisch versucht es wieder.",
    "%1 sent more than the desk takes in.": "%1 schickte mehr, als der Schreibtisch aufnimmt.",
    "The certificate of %1 is not good. Nothing was said to it.":
      "Das Zertifikat von %1 ist nicht gültig. Dort wurde nichts gesagt.",
    "%1 did not answer as a web server does.": "%1 antwortete nicht wie ein Webserver.",
    "%1 failed often. The desk waits a while before it asks again.":
      "%1 war oft nicht erreichbar. Der Schreibtisch wartet eine Weile, bevor er wieder fragt.",
    " It says: “%1”.": " Dort heißt es: „%1“.",
    """
    %1 shows this only to people who sign in there.%2 Sign in with an account there, or ask another \
    server.
    """:
      """
    %1 zeigt das nur Menschen, die sich dort anmelden.%2 Melde dort ein Konto an, oder frag \
    einen anderen Server.
    """,
    "%1 refused without a reason. The desk tries again.":
      "%1 lehnte ohne Grund ab. Der Schreibtisch versucht es wieder.",
    "%1 does not let this account act yet.%2": "%1 lässt dieses Konto noch nichts tun.%2",
    "%1 no longer lets this account in.%2 Sign in again.":
      "%1 lässt dieses Konto nicht mehr herein.%2 Melde es neu an.",
    "%1 does not allow this.%2": "%1 erlaubt das nicht.%2",
    "It is no longer on %1.": "Es ist nicht mehr auf %1.",
    "%1 cannot do this.": "%1 kann das nicht.",
    "%1 asks for fewer calls. The desk waits as long as it says.":
      "%1 bittet um weniger Anfragen. Der Schreibtisch wartet so lange, wie dort gesagt wird.",
    "%1 is busy.%2 The desk tries again.":
      "%1 ist beschäftigt.%2 Der Schreibtisch versucht es wieder.",
    "%1 does not take it.%2": "%1 nimmt es nicht an.%2",
    "%1 has a fault of its own (%2). The desk tries again.":
      "%1 hat selbst einen Fehler (%2). Der Schreibtisch versucht es wieder.",
    "%1 answered in a way that the desk does not know (%2).":
      "%1 antwortete auf eine Weise, die der Schreibtisch nicht kennt (%2).",
    "%1 may still be taking the message in. The desk looks again before it sends anything.":
      """
    %1 nimmt die Nachricht vielleicht noch auf. Der Schreibtisch sieht noch einmal nach, bevor \
    er etwas sendet.
    """,
    "%1 takes no pictures. Send the text without them.":
      "%1 nimmt keine Bilder an. Sende den Text ohne sie.",
    "%1 is still working on the picture. Try again in a minute.":
      "%1 arbeitet noch am Bild. Versuche es in einer Minute noch einmal.",
    "%1 took the picture and did not say what it is called there.":
      "%1 nahm das Bild und sagte nicht, wie es dort heißt.",
    "What you answer is no longer on %1. Your text is kept.":
      "Worauf du antwortest, ist nicht mehr auf %1. Dein Text ist gesichert.",
    """
    What you answer is not on %1: it was deleted, or this server cannot see it. Your text is kept.
    """:
      """
    Worauf du antwortest, ist nicht auf %1: Es wurde gelöscht, oder dieser Server sieht es \
    nicht. Dein Text ist gesichert.
    """,
    "%1 ended the stream.": "%1 hat den Strom beendet.",
    "%1 has no stream for this. The desk asks instead.":
      "%1 hat dafür keinen Strom. Der Schreibtisch fragt stattdessen nach.",
    "Nobody is known who could be asked for the rest of this conversation without an account.":
      "Ohne Konto lässt sich niemand nach dem Rest dieses Gesprächs fragen.",
  ]

  static let germanMastodonSignIn: Room = [
    "Mastodon has nothing called “%1” to hear.":
      "Bei Mastodon gibt es nichts namens „%1“ zu hören.",
    "“%1” names no server. Add it anew.": "„%1“ nennt keinen Server. Nimm es neu auf.",
    "This needs an account. Sign in, then listen again.":
      "Das braucht ein Konto. Melde eines an und höre dann wieder zu.",
    "This account's server is no address. Add the account anew.":
      "Der Server dieses Kontos ist keine Adresse. Verbinde das Konto neu.",
    "This account is not signed in on %1. Sign in again.":
      "Dieses Konto ist auf %1 nicht angemeldet. Melde es neu an.",
    "“%1” is no server. Type its name, such as mastodon.example.":
      "„%1“ ist kein Server. Gib seinen Namen ein, etwa mastodon.example.",
    "%1 shows you a code. Paste it here.": "%1 zeigt dir einen Code. Füge ihn hier ein.",
    "%1 asks you whether the desk may read and write for this account.":
      "%1 fragt dich, ob der Schreibtisch für dieses Konto lesen und schreiben darf.",
    "This sign-in was not begun here. Begin again.":
      "Diese Anmeldung wurde nicht hier begonnen. Beginne von vorn.",
    "%1 does not let programs sign in.": "%1 lässt keine Programme anmelden.",
    "%1 does not take this code any more. Begin the sign-in again.":
      "%1 nimmt diesen Code nicht mehr an. Beginne die Anmeldung von vorn.",
    "%1 does not take this token. Sign in again.":
      "%1 nimmt diesen Zugangsschlüssel nicht an. Melde dich neu an.",
    "%1 is asked as this account.": "%1 wird als dieses Konto gefragt.",
    "What people say to %1": "Was Menschen zu %1 sagen",
    "Mentions, answers and private messages, and who liked or passed on a post.":
      """
    Erwähnungen, Antworten und private Nachrichten, und wem ein Beitrag gefiel oder wer ihn \
    weitergab.
    """,
    "What %1 writes": "Was %1 schreibt",
    "Our own posts, also those written elsewhere, so that no answer is missed.":
      "Unsere eigenen Beiträge, auch anderswo geschriebene, damit keine Antwort entgeht.",
    "Posts of those whom %1 follows": "Beiträge derer, denen %1 folgt",
    "Posts of the people whom this account follows.":
      "Beiträge der Menschen, denen dieses Konto folgt.",
    "Posts with #%1 on %2": "Beiträge mit #%1 auf %2",
    "The word “%1” is asked of %2, again and again.":
      "Nach dem Wort „%1“ wird %2 gefragt, immer wieder.",
    "Public posts with this hashtag, as far as %1 knows them. To answer, sign in with an account.":
      """
    Öffentliche Beiträge mit diesem Hashtag, soweit %1 sie kennt. Zum Antworten melde ein Konto \
    an.
    """,
    "Public posts of %1": "Öffentliche Beiträge von %1",
    "%1 is asked for the public posts of its people, again and again.":
      "%1 wird nach den öffentlichen Beiträgen der Menschen dort gefragt, immer wieder.",
    """
    All that its people say to everybody, if it shows that without an account. To answer, sign in \
    with one.
    """:
      """
    Alles, was die Menschen dort zu allen sagen, wenn der Server es ohne Konto zeigt. Zum \
    Antworten melde eines an.
    """,
    "%1 is asked for the public posts of %2, again and again.":
      "%1 wird nach den öffentlichen Beiträgen von %2 gefragt, immer wieder.",
    "%1 leads elsewhere (%2). If it moved, sign in at its new address.":
      "%1 führt woandershin (%2). Ist der Server umgezogen, melde dich an seiner neuen Adresse an.",
    "What %1 says to everybody. If it is yours, sign in with it to answer.":
      "Was %1 zu allen sagt. Ist es euer Konto, melde es an, um zu antworten.",
  ]
}
