/// Bluesky with an account: signing in, hearing, answering.
extension MessageWords {
  static let germanBlueskyAccount: Room = [
    "The domain of %1 names several accounts at once. Whoever keeps the domain can mend that.":
      "Die Domain von %1 nennt mehrere Konten zugleich. Wer die Domain führt, kann das beheben.",
    """
    This account moved from %1 to %2. Sign in again with its handle: what was said and heard stays.
    """:
      """
    Dieses Konto ist von %1 nach %2 umgezogen. Melde dich mit seinem Namen noch einmal an: Was gesagt und gehört \
    wurde, bleibt.
    """,
    """
    %1 did not give the right “%2”, without which the desk cannot speak for you. Begin again and allow it, or use an \
    app password.
    """:
      """
    %1 gab das Recht „%2“ nicht, ohne das der Schreibtisch nicht für dich sprechen kann. Beginne noch einmal und \
    erlaube es, oder nimm ein App-Passwort.
    """,
    "That answer comes from another server. Begin again.":
      "Diese Antwort kommt von einem anderen Server. Beginne von vorn.",
    "Connect an account of that network first: only its people may hear this.":
      "Verbinde zuerst ein Konto dieses Netzwerks: nur dessen Leute dürfen das hören.",
    "%1 refused a token that it gave a moment before. The desk tries again.":
      "%1 wies einen Schlüssel ab, den es gerade erst gab. Der Schreibtisch versucht es wieder.",
    "%1 could not be asked. The desk tries again.":
      "%1 konnte nicht gefragt werden. Der Schreibtisch versucht es wieder.",
    "%1 has switched this account off.%2 Its owner can ask there why.":
      "%1 hat dieses Konto abgeschaltet.%2 Wem es gehört, kann dort fragen, warum.",
    "%1 shows this only to people who sign in.%2 Connect an account of this network.":
      "%1 zeigt das nur Leuten, die sich anmelden.%2 Verbinde ein Konto dieses Netzwerks.",
    "%1 takes nothing so large.%2": "%1 nimmt nichts so Großes.%2",
    "%1 leads elsewhere (%2). If the account moved, sign in again.":
      "%1 führt woandershin (%2). Wenn das Konto umgezogen ist, melde dich neu an.",
    "The document of %1 names no server that keeps it. Whoever gave the handle can mend that.":
      "Das Dokument von %1 nennt keinen Server, der es aufbewahrt. Wer das Handle vergab, kann das beheben.",
    "%1 points to an account that calls itself otherwise. Type the handle that it has now.":
      "%1 führt zu einem Konto, das sich anders nennt. Tippe das Handle, das es jetzt hat.",
    "%1 could not say who %2 is. Try again in a while.":
      "%1 konnte nicht sagen, wer %2 ist. Versuche es später noch einmal.",
    "Nobody on this network is called %1. Look whether it is right.":
      "Niemand in diesem Netzwerk heißt %1. Sieh nach, ob es stimmt.",
    "%1 is of a kind that this network does not use.":
      "%1 ist von einer Art, die dieses Netzwerk nicht verwendet.",
    "What %1 says of %2 cannot be read.": "Was %1 über %2 sagt, lässt sich nicht lesen.",
    "%1 knows nobody by %2.": "%1 kennt niemanden unter %2.",
    "%1 could not say where %2 is kept. Try again in a while.":
      "%1 konnte nicht sagen, wo %2 aufbewahrt wird. Versuche es später noch einmal.",
    "Bluesky takes pictures of at most a million bytes. Make it smaller, then add it again.":
      "Bluesky nimmt Bilder von höchstens einer Million Bytes. Mach es kleiner und füge es neu hinzu.",
    "Posts with “%1” on Bluesky": "Beiträge mit „%1“ auf Bluesky",
    "The words are asked of Bluesky's search by an account of yours, again and again.":
      "Die Wörter werden von einem eurer Konten immer wieder bei der Suche von Bluesky erfragt.",
    """
    Public posts in which the search finds these words, those of the past first. \
    They can be answered with that account.
    """:
      """
    Öffentliche Beiträge, in denen die Suche diese Wörter findet, zuerst die vergangenen. \
    Mit diesem Konto lassen sie sich beantworten.
    """,
    "Public posts of %1 on Bluesky": "Öffentliche Beiträge von %1 auf Bluesky",
    "Another post of this account has the name that was chosen for this one. Write it anew.":
      "Ein anderer Beitrag dieses Kontos hat den Namen, der für diesen gewählt war. Schreib ihn neu.",
    "A picture of this reply is of another place. Add it again.":
      "Ein Bild dieser Antwort ist von einem anderen Ort. Füge es neu hinzu.",
    "What you answer is no post of Bluesky. Answer it where it is.":
      "Was du beantwortest, ist kein Beitrag auf Bluesky. Antworte dort, wo es steht.",
    "What you answer is no longer on Bluesky, or hidden from this account. Your text is kept.":
      "Was du beantwortest, ist nicht mehr auf Bluesky oder diesem Konto verborgen. Dein Text bleibt.",
    "Its author lets only some people answer, and not this account. Your text is kept.":
      "Nur manche dürfen darauf antworten, dieses Konto nicht. Dein Text bleibt.",
    "Private messages cannot be taken away there: the other side keeps them.":
      "Private Nachrichten lassen sich dort nicht zurücknehmen: die andere Seite behält sie.",
    "That is no post of this account.": "Das ist kein Beitrag dieses Kontos.",
    "%1 signed in another account than the one that you named. Begin again with its handle.":
      "%1 hat ein anderes Konto angemeldet als das genannte. Beginne von vorn mit dessen Handle.",
    "%1 answered for another account. Sign in again.":
      "%1 antwortete für ein anderes Konto. Melde dich neu an.",
    "%1 ended this sign-in: it was taken back, or was not used for long. Sign in again.":
      "%1 hat diese Anmeldung beendet: sie wurde zurückgenommen oder lange nicht benutzt. Melde dich neu an.",
    "%1 does not let this desk sign people in.%2 An app password works all the same.":
      "%1 lässt diesen Schreibtisch niemanden anmelden.%2 Ein App-Passwort geht trotzdem.",
    "This account did as much as the network allows for now. The desk goes on when there is room again.":
      "Dieses Konto tat so viel, wie das Netzwerk zurzeit erlaubt. Der Schreibtisch macht weiter, wenn wieder Platz ist.",
    "The account's key is not there any more. Sign in again.":
      "Der Schlüssel des Kontos ist nicht mehr da. Melde dich neu an.",
    "The server gave no new token. The old one is kept.":
      "Der Server gab keinen neuen Schlüssel. Der alte bleibt.",
    "The account's token is being renewed just now. The desk tries again.":
      "Der Schlüssel des Kontos wird gerade erneuert. Der Schreibtisch versucht es wieder.",
    "“%1” is no handle. Type the account's handle, such as ana.bsky.social.":
      "„%1“ ist kein Handle. Tippe das Handle des Kontos, etwa ana.bsky.social.",
    """
    %1 asks you whether the desk may read and write for %2. \
    An app password made there works as well: paste it here.
    """:
      """
    %1 fragt dich, ob der Schreibtisch für %2 lesen und schreiben darf. \
    Ein App-Passwort von dort geht auch: füge es hier ein.
    """,
    """
    Make an app password for %1 in its settings, under privacy and security, and paste it here. \
    Allow it private messages if the desk shall answer those. Never paste the account's own password.
    """:
      """
    Mach in den Einstellungen von %1, unter Datenschutz und Sicherheit, ein App-Passwort und füge es hier ein. \
    Erlaube ihm private Nachrichten, wenn der Schreibtisch die beantworten soll. Füge nie das Passwort des Kontos selbst ein.
    """,
    "Paste the app password first.": "Füge zuerst das App-Passwort ein.",
    "That is the account's own password. Make an app password in its settings and paste that one.":
      "Das ist das Passwort des Kontos selbst. Mach in den Einstellungen ein App-Passwort und füge dieses ein.",
    "%1 does not take this app password. Look for a missing letter, or make a new one.":
      "%1 nimmt dieses App-Passwort nicht. Sieh nach, ob ein Buchstabe fehlt, oder mach ein neues.",
    "%1 signed in another account than the one that you named. Begin again.":
      "%1 hat ein anderes Konto angemeldet als das genannte. Beginne von vorn.",
    "Mentions, answers and quotations, and who liked or passed on a post.":
      "Erwähnungen, Antworten und Zitate, und wem ein Beitrag gefiel oder wer ihn weitergab.",
    "Private messages to %1": "Private Nachrichten an %1",
    "What people write to this account alone; only those who answer it here see them.":
      "Was Leute diesem Konto allein schreiben; nur wer hier antwortet, sieht es.",
    "%1 gave no new token for this account. The desk tries again.":
      "%1 gab für dieses Konto keinen neuen Schlüssel. Der Schreibtisch versucht es wieder.",
    "%1 ended this sign-in: the app password was removed, or it was not used for long. Sign in again.":
      "%1 hat diese Anmeldung beendet: das App-Passwort wurde entfernt oder lange nicht benutzt. Melde dich neu an.",
    "Bluesky has no stream of this.": "Davon hat Bluesky keinen Strom.",
    "A private message needs somebody to go to. Your text is kept.":
      "Eine private Nachricht braucht jemanden, an den sie geht. Dein Text bleibt.",
    "Nobody is known who wrote what you answer. Your text is kept.":
      "Niemand ist bekannt, der schrieb, was du beantwortest. Dein Text bleibt.",
    "%1 named no conversation with them.": "%1 nannte kein Gespräch mit ihnen.",
    "No pictures can be sent in private there. Your text is kept.":
      "Bilder lassen sich dort nicht privat senden. Dein Text bleibt.",
    "This conversation is not there any more.": "Dieses Gespräch ist nicht mehr da.",
  ]
}
