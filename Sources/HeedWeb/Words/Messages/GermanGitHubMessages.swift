/// GitHub.
extension MessageWords {
  static let germanGitHub: Room = [
    "GitHub": "GitHub",
    "%1 tells of discussions only to people who sign in there.":
      "%1 zeigt Diskussionen nur Menschen, die sich dort anmelden.",
    "%1 does not allow this. It says: “%2”.": "%1 erlaubt das nicht. Es sagt: „%2“.",
    "%1 answered with something that the desk cannot read.":
      "%1 antwortete mit etwas, das der Schreibtisch nicht lesen kann.",
    "GitHub marks it as edited; everybody can read the earlier wordings.":
      "GitHub kennzeichnet es als bearbeitet; alle können die früheren Fassungen lesen.",
    "This conversation is locked on %1: only those who run the repository may answer. Your text is kept.":
      "Dieses Gespräch ist auf %1 gesperrt: Nur wer das Repository betreibt, darf antworten. Dein Text bleibt hier.",
    "This was moved to %1. Answer it there; your text is kept.":
      "Das ist nach %1 umgezogen. Antworte dort; dein Text bleibt hier.",
    "GitHub has nothing called “%1” to hear.": "Bei GitHub gibt es nichts namens „%1“ zu hören.",
    "“%1” is no thread. Add it anew.": "„%1“ ist kein Gespräch. Nimm es neu auf.",
    "“%1” names no repository. Add it anew.": "„%1“ nennt kein Repository. Nimm es neu auf.",
    "GitHub makes hooks only for an account.": "GitHub richtet Webhooks nur für ein Konto ein.",
    "Issues and comments of %1 on %2": "Issues und Kommentare von %1 auf %2",
    "%1 is asked for what is new in this repository, again and again.":
      "%1 wird immer wieder gefragt, was in diesem Repository neu ist.",
    """
    Public issues, pull requests and their comments, changed ones too. To answer from here, \
    and for discussions, sign in with an account.
    """:
      """
    Öffentliche Issues, Pull Requests und ihre Kommentare, auch geänderte. Um von hier zu \
    antworten, und für Diskussionen, melde dich mit einem Konto an.
    """,
    "Number %1 of %2/%3": "Nummer %1 von %2/%3",
    "%1 is asked for this thread, again and again.":
      "%1 wird immer wieder nach diesem Gespräch gefragt.",
    "Every comment in it. To answer from here, sign in with an account.":
      "Jeder Kommentar darin. Um von hier zu antworten, melde dich mit einem Konto an.",
    "Only comments of this account on %1 can be changed here.":
      "Nur Kommentare dieses Kontos auf %1 lassen sich hier ändern.",
    "“%1” is no server. Leave it empty for GitHub itself.":
      "„%1“ ist kein Server. Lass das Feld für GitHub selbst leer.",
    "Hears and answers issues and discussions.": "Hört und beantwortet Issues und Diskussionen.",
    """
    %1 makes you a token. Choose only the repositories that people talk to you in, and the \
    rights to read and write issues, pull requests and discussions; nothing else is needed. \
    Then paste the token here.
    """:
      """
    %1 stellt dir ein Token aus. Wähle nur die Repositorys, in denen Menschen mit euch reden, \
    und die Rechte, Issues, Pull Requests und Diskussionen zu lesen und zu schreiben; sonst \
    braucht es nichts. Füge das Token dann hier ein.
    """,
    "That is no token. Copy it whole, and paste it here.":
      "Das ist kein Token. Kopiere es ganz und füge es hier ein.",
    "%1 does not take this token. Copy it whole, or make a new one.":
      "%1 nimmt dieses Token nicht an. Kopiere es ganz oder stelle ein neues aus.",
    "Each repository has rules of its own, often in a file called CODE_OF_CONDUCT.md.":
      "Jedes Repository hat eigene Regeln, oft in einer Datei namens CODE_OF_CONDUCT.md.",
    "Threads with %1 on %2": "Gespräche mit %1 auf %2",
    "Issues, pull requests and discussions that this account takes part in or is named in.":
      """
    Issues, Pull Requests und Diskussionen, an denen dieses Konto teilnimmt oder in denen es \
    genannt wird.
    """,
    "That is no post of GitHub.": "Das ist kein Beitrag auf GitHub.",
  ]
}
