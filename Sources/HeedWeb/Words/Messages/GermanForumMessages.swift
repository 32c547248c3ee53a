/// Hacker News, Discourse and Lemmy.
extension MessageWords {
  static let germanForums: Room = [
    "Hacker News": "Hacker News",
    "Hacker News has nothing called “%1” to hear.":
      "Bei Hacker News gibt es nichts namens „%1“ zu hören.",
    "“%1” on Hacker News": "„%1“ auf Hacker News",
    "The words “%1” are asked of hn.algolia.com, its search, again and again.":
      "Die Wörter „%1“ werden immer wieder bei hn.algolia.com erfragt, der Suche von dort.",
    "Stories on Hacker News that link to %1": "Beiträge auf Hacker News, die auf %1 verweisen",
    "The name “%1” is asked of hn.algolia.com, its search, again and again.":
      "Der Name „%1“ wird immer wieder bei hn.algolia.com erfragt, der Suche von dort.",
    "What %1 writes on Hacker News": "Was %1 auf Hacker News schreibt",
    "Answers on Hacker News below “%1”": "Antworten auf Hacker News unter „%1“",
    "Answers on Hacker News below %1": "Antworten auf Hacker News unter %1",
    "The search hn.algolia.com is asked for what is said there, again and again.":
      "Die Suche hn.algolia.com wird immer wieder gefragt, was dort gesagt wird.",
    """
    Public stories and comments, changed ones and what was taken away. It takes no answers \
    from programs: you post on its own page and tell the desk where.
    """:
      """
    Öffentliche Beiträge und Kommentare, auch geänderte und was weggenommen wurde. Antworten \
    von Programmen nimmt es nicht an: Du postest auf der Seite selbst und sagst dem \
    Schreibtisch, wo.
    """,
    "That is no post of Hacker News.": "Das ist kein Beitrag auf Hacker News.",
    "It is no longer on Hacker News.": "Es ist nicht mehr auf Hacker News.",
    "The forum shows that it was changed, and keeps the earlier wording.":
      "Das Forum zeigt, dass es geändert wurde, und behält die frühere Fassung.",
    "Discourse has nothing called “%1” to hear.":
      "Bei Discourse gibt es nichts namens „%1“ zu hören.",
    "“%1” names no topic.": "„%1“ nennt kein Thema.",
    "“%1” names no forum. Add it anew.": "„%1“ nennt kein Forum. Nimm es neu auf.",
    "A forum makes hooks only for an account.":
      "Ein Forum richtet Webhooks nur für ein Konto ein.",
    "Only an administrator's key can let the forum tell by itself.":
      "Nur mit dem Schlüssel einer Administratorin sagt das Forum von selbst Bescheid.",
    "All that is said on %1": "Alles, was auf %1 gesagt wird",
    "%1 is asked for its newest posts, again and again.":
      "%1 wird immer wieder nach den neuesten Beiträgen gefragt.",
    """
    Public topics and answers, changed ones and what was taken away; how many read a post. To \
    answer from here, sign in with an account.
    """:
      """
    Öffentliche Themen und Antworten, auch geänderte und was weggenommen wurde; wie viele \
    einen Beitrag lasen. Um von hier zu antworten, melde dich mit einem Konto an.
    """,
    "Topic %1 on %2": "Thema %1 auf %2",
    "%1 is asked for this topic, again and again.":
      "%1 wird immer wieder nach diesem Thema gefragt.",
    "Every answer in it. To answer from here, sign in with an account.":
      "Jede Antwort darin. Um von hier zu antworten, melde dich mit einem Konto an.",
    "%1 holds the answer until a moderator lets it through. Look there before you send it again.":
      """
    %1 hält die Antwort zurück, bis die Moderation sie freigibt. Sieh dort nach, bevor du sie \
    noch einmal sendest.
    """,
    "This account can answer on %1 only.": "Dieses Konto kann nur auf %1 antworten.",
    "“%1” is no forum. Type its address, such as forum.example.":
      "„%1“ ist kein Forum. Gib seine Adresse ein, etwa forum.example.",
    """
    Ask an administrator of %1 for an API key for the single user %2, with the right to read \
    and to write posts. Paste it here. Less is not enough, more is not needed.
    """:
      """
    Bitte die Administration von %1 um einen API-Schlüssel für die einzelne Person %2, mit dem \
    Recht, Beiträge zu lesen und zu schreiben. Füge ihn hier ein. Weniger reicht nicht, mehr \
    braucht es nicht.
    """,
    """
    %1 has no page that gives keys to programs. If you have a user API key with the scopes read \
    and write, paste it here. If an administrator gave you a key, begin again with your name in \
    front: ana@%2.
    """:
      """
    %1 hat keine Seite, die Programmen Schlüssel gibt. Hast du einen User-API-Key mit den Rechten \
    read und write, füge ihn hier ein. Hat dir die Administration einen Schlüssel gegeben, beginne \
    noch einmal mit deinem Namen davor: ana@%2.
    """,
    """
    %1 asks you whether the desk may read and write for you. Agree there, copy the long text that \
    it shows, and paste it here. It opens on this desk alone, and you can take the right back \
    there, under the apps of your account. If it refuses, its administrators keep such keys from \
    new accounts: ask one of them for a key, and begin again with your name in front: ana@%2.
    """:
      """
    %1 fragt dich, ob der Schreibtisch für dich lesen und schreiben darf. Stimme dort zu, kopiere \
    den langen Text, den es zeigt, und füge ihn hier ein. Er öffnet sich nur auf diesem \
    Schreibtisch, und du kannst das Recht dort zurücknehmen, unter den Apps deines Kontos. Lehnt \
    es ab, gibt die Administration neuen Konten keine Schlüssel: Bitte sie um einen, und beginne \
    noch einmal mit deinem Namen davor: ana@%2.
    """,
    "That is not the whole text. Begin again, and copy all that the forum shows.":
      "Das ist nicht der ganze Text. Beginne noch einmal und kopiere alles, was das Forum zeigt.",
    """
    That text belongs to another sign-in. Begin again, open the forum's page from here, and paste \
    what it shows then.
    """:
      """
    Dieser Text gehört zu einer anderen Anmeldung. Beginne noch einmal, öffne die Seite des \
    Forums von hier aus und füge ein, was sie dann zeigt.
    """,
    "That is no key. Copy it whole, and paste it here.":
      "Das ist kein Schlüssel. Kopiere ihn ganz und füge ihn hier ein.",
    "%1 does not take this key. Copy it whole, or ask for a new one.":
      "%1 nimmt diesen Schlüssel nicht an. Kopiere ihn ganz oder bitte um einen neuen.",
    "The rules of %1 stand at %2/guidelines.": "Die Regeln von %1 stehen unter %2/guidelines.",
    "Answers, mentions, quotes and private messages, and who liked a post.":
      "Antworten, Erwähnungen, Zitate und private Nachrichten, und wem ein Beitrag gefiel.",
    "%1 is no Discourse forum. Look whether the name is right.":
      "%1 ist kein Discourse-Forum. Sieh nach, ob der Name stimmt.",
    "That is no post of a forum.": "Das ist kein Beitrag eines Forums.",
    "Discourse": "Discourse",
    "Lemmy": "Lemmy",
    "The other servers are told of the new words; nobody is told by name.":
      "Die anderen Server erfahren die neuen Worte; niemand wird eigens benachrichtigt.",
    "%1 is no Lemmy server. Look whether the name is right.":
      "%1 ist kein Lemmy-Server. Sieh nach, ob der Name stimmt.",
    "Lemmy has nothing called “%1” to hear.": "Bei Lemmy gibt es nichts namens „%1“ zu hören.",
    "“%1” names no place. Add it anew.": "„%1“ nennt keinen Ort. Nimm es neu auf.",
    "%1 is asked for its newest posts and comments, again and again.":
      "%1 wird immer wieder nach den neuesten Beiträgen und Kommentaren gefragt.",
    "The community %1 on %2": "Die Community %1 auf %2",
    "%1 is asked for the newest of this community, again and again.":
      "%1 wird immer wieder nach dem Neuesten dieser Community gefragt.",
    """
    Public posts and comments, changed ones and what was taken away. To answer from here, sign \
    in with an account.
    """:
      """
    Öffentliche Beiträge und Kommentare, auch geänderte und was weggenommen wurde. Um von hier \
    zu antworten, melde dich mit einem Konto an.
    """,
    "Type your name and your server, such as ana@lemmy.example.":
      "Gib deinen Namen und deinen Server ein, etwa ana@lemmy.example.",
    """
    Lemmy knows no smaller right than the password. Type the one of %1 on %2; with a second \
    factor, put its six digits behind it, after a comma. The desk keeps only the token that it \
    gets for it.
    """:
      """
    Lemmy kennt kein kleineres Recht als das Passwort. Gib das von %1 auf %2 ein; mit zweitem \
    Faktor setze die sechs Ziffern nach einem Komma dahinter. Der Schreibtisch behält nur das \
    Token, das er dafür bekommt.
    """,
    "The rules of %1 stand beside its front page.":
      "Die Regeln von %1 stehen neben der Startseite.",
    "Answers, mentions and private messages.": "Antworten, Erwähnungen und private Nachrichten.",
    "%1 does not let this account in yet: its address or its request waits.":
      "%1 lässt dieses Konto noch nicht hinein: Die Adresse oder die Anfrage wartet noch.",
    "%1 wants the six digits of the second factor: put them behind the password, after a comma.":
      """
    %1 möchte die sechs Ziffern des zweiten Faktors: Setze sie nach einem Komma hinter das \
    Passwort.
    """,
    "These six digits were not the right ones. They change every half minute.":
      "Diese sechs Ziffern stimmten nicht. Sie ändern sich jede halbe Minute.",
    "%1 does not know this name with this password.":
      "%1 kennt diesen Namen mit diesem Passwort nicht.",
    "A private message has no thread.": "Eine private Nachricht hat kein Gespräch.",
    "That is no post of Lemmy.": "Das ist kein Beitrag auf Lemmy.",
    "It is no longer there.": "Es ist nicht mehr da.",
  ]
}
