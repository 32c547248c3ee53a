extension MistakeWords {
  static let german = MistakeWords(
    all: "Fehler von uns",
    lead:
      "Was wir gesagt haben und was daran falsch war, offen berichtigt. Niemand wird hier gemessen oder gezählt: Es sind Fehler der Organisation.",
    none: "Kein Fehler ist vermerkt.",
    noneHint:
      "Wer einen bemerkt, vermerkt ihn: an einem Beitrag von uns im Gespräch, oder hier für eine Seite. Den eigenen zu bemerken ehrt.",
    markPage: "Eine Seite sagt etwas Falsches",
    mark: "Fehler vermerken",
    markTold: "Vermerken, was sie berichtigen",
    markTitle: "Was ist falsch?",
    markLead:
      "Sag es geradeheraus: Dass wir es bemerken, ehrt uns. Auf der nächsten Seite lässt es sich berichtigen.",
    what: "Was falsch war, in einem Satz",
    whatHint:
      "Zum Beispiel: Wir sagten, das Ladegerät liege bei. Das stimmt nicht.",
    said: "Die falschen Worte, wie sie dort stehen",
    saidHint:
      "Lass nur stehen, was falsch ist. Nach diesen Worten wird gesucht, wo es sonst noch steht.",
    address: "Adresse der Seite",
    since: "Das steht dort seit, falls du es weißt",
    who: "Wer hat es bemerkt?",
    us: "Jemand von uns",
    somebody: "Jemand anderes sagte es uns",
    told: { name in "\(name) sagte es uns" },
    when: "Wann wurde es bemerkt? Leer heißt jetzt, oder als sie es uns sagten.",
    day: "Tag",
    time: "Uhrzeit",
    markIt: "Vermerken",
    isOpen: "Fehler, noch nicht berichtigt",
    isUnderway: "Fehler, Berichtigung unterwegs",
    isFailed: "Fehler, die Berichtigung kam nicht durch",
    isFixed: "Fehler, berichtigt",
    stepSaid: "Gesagt",
    stepNoticed: "Bemerkt",
    stepFixed: "Berichtigt",
    stepStood: "Stand",
    unknown: "unbekannt",
    notYet: "noch nicht",
    on: { place in "auf \(place)" },
    onPage: "auf einer Seite",
    after: { span in "nach \(span)" },
    byUs: "von jemandem von uns",
    byYou: "von dir; das ehrt dich",
    bySomebody: "jemand sagte es uns",
    fromWrong: "von falsch zu richtig",
    wayEdit: "Ändern, wo es steht",
    wayReply: "In einer Antwort berichtigen",
    wayApologise: "Darunter um Entschuldigung bitten",
    wayDelete: "Wegnehmen und es sagen",
    wayByHand: "Von Hand berichtigt",
    didEdit: "geändert, wo es steht",
    didReply: "in einer Antwort berichtigt",
    didApologise: "um Entschuldigung gebeten",
    didDelete: "weggenommen und gesagt",
    didByHand: "von Hand berichtigt",
    fix: "Berichtigen",
    fixLead: "Was dieser Ort erlaubt, das Beste zuerst.",
    newWords: "Die richtigen Worte",
    replyWords: "Was du dort sagst",
    handWords: "Was du getan hast",
    doEdit: "Dort ändern",
    doSend: "Senden",
    doDelete: "Wegnehmen und sagen",
    doNote: "Vermerken",
    anyway: "Jemand anderes hat dort geantwortet oder hat es; ich spreche trotzdem",
    cannot: "Hier nicht",
    failed: "Die Berichtigung kam nicht durch, es steht also noch.",
    unsaidNow: "Es wurde weggenommen, und das ist noch nicht gesagt. Sag es unten.",
    underway: "Sie ist unterwegs. Berichtigt ist es, sobald sie da ist.",
    unconfirmed:
      "Es wurde darum gebeten, und der Ort hat es nicht bestätigt. Steht es dort noch, bitte erneut; das schadet nicht.",
    inThread: "In seinem Gespräch",
    saidThere: "Was wir gesagt haben",
    whereTitle: "Wo es noch steht",
    nowhere: "Nirgends, soweit wir wissen.",
    asItWas: "Unser Beitrag steht, wie er war.",
    correctedBelow:
      "Unser Beitrag steht, wie er war, mit der Berichtigung darunter.",
    stillWrong: "Unser Beitrag wurde geändert, und diese Worte stehen noch darin.",
    oursToo: { n in
      Plural.german(
        n, "Ein weiterer Beitrag von uns sagt es", "\(n) weitere Beiträge von uns sagen es")
    },
    quotes: { n in Plural.german(n, "Ein Beitrag zitiert es", "\(n) Beiträge zitieren es") },
    copies: { n in
      Plural.german(
        n, "Ein Beitrag von jemand anderem hat dieselben Worte",
        "\(n) Beiträge von anderen haben dieselben Worte")
    },
    tooCommon:
      "Diese Worte sind häufig; nicht alles wurde durchgesehen. Weniger und seltenere Worte finden mehr.",
    notLooked: "Es sind zu wenige Worte, um anderswo danach zu suchen.",
    pageUnread: "Der Schreibtisch liest diese Seite nicht: Sieh dort selbst nach.",
    elsewhere: "Anderswo berichtigt",
    fixThis: "Auch diesen berichtigen",
    peopleTitle: { n in
      Plural.german(n, "Ein Mensch, der sprach", "\(Spelled.german(n)) Menschen, die sprachen")
    },
    peopleLead:
      "An jeden wird einzeln geschrieben, oder gar nicht. Nichts geht an alle.",
    nobodySpoke: "Niemand hat darauf geantwortet oder danach gefragt.",
    actTold: "sagte es euch",
    actAsked: "fragte",
    actAnswered: "antwortete",
    firstWords: "erste Worte an euch",
    spokeBefore: "schrieb euch schon früher",
    onlyAbout: "sprach über euch",
    writeTo: { name in "\(name) schreiben" },
    written: "angeschrieben",
    onItsWay: "eine Antwort ist unterwegs",
    leftAlone: { n in
      Plural.german(
        n, "Noch jemand mochte es oder gab es weiter und wird in Ruhe gelassen.",
        "Noch \(n) mochten es oder gaben es weiter und werden in Ruhe gelassen.")
    },
    known: "Mochten es nur oder gaben es weiter, und ihr kennt sie",
    liked: "mochte es",
    shared: "gab es weiter",
    aftermath: "Was daraus wurde",
    silence:
      "Niemand, den es betraf, hat seither geschrieben. Das heißt weder das eine noch das andere.",
    wroteAgain: "Schrieben euch wieder",
    bystanders: "Andere darüber",
    reopenTitle: "Noch immer falsch?",
    reopenHint:
      "Was noch falsch ist, in einem Satz. Es wird wieder geöffnet; was getan wurde, bleibt verzeichnet.",
    reopen: "Wieder öffnen",
    reopened: "Wieder geöffnet",
    othersHere: "Weitere Fehler in denselben Worten",
    mendsOther: "Diese Worte sollten einen anderen Fehler berichtigen.",
    seeIt: "Ansehen",
    publicTitle: "Öffentlich",
    publicLead:
      "Eure Sätze stehen auf der öffentlichen Seite der Berichtigungen und in ihren Feeds und werden danach nicht geändert. Nennt niemanden.",
    publicWrong: "Was falsch war",
    publicRight: "Was richtig ist",
    publish: "Veröffentlichen",
    publishedAt: "Veröffentlicht",
    publishes: "Berichtigungen sind öffentlich",
    publishesHint:
      "Eine Seite und Feeds unter /corrections, offen für alle, mit dem, was ihr zu jedem Fehler veröffentlicht. Was dort steht, wird ergänzt, nie geändert.",
    corrections: { name in "\(name): Berichtigungen" },
    correctionsLead:
      "Was wir öffentlich falsch gesagt haben, und was richtig ist. Ergänzt, nie geändert.",
    noCorrections: "Noch musste nichts berichtigt werden.",
    saidItHere: "Wo es gesagt wurde",
    reopenedPublic:
      "Was hier berichtigt wurde, erwies sich noch einmal als falsch und wird berichtigt.",
    feeds: "Als Feed",
    scarOpen: "Ein Fehler, noch nicht berichtigt",
    scarFixed: { span in "Ein Fehler, berichtigt nach \(span)" },
    scarFixedPlain: "Ein Fehler, berichtigt",
    mends: "Berichtigt einen Fehler",
    touchedThem: "Fehler von uns, die sie betrafen",
    open: { n in
      Plural.german(
        n, "Ein Fehler von uns steht noch", "\(Spelled.german(n)) Fehler von uns stehen noch")
    },
    wasMarked: "Vermerkt. Das ehrt uns.",
    wasFixed: "Notiert.",
    wasReopened: "Er ist wieder offen.",
    wasPublished: "Veröffentlicht ist es.")
}
