extension PeopleWords {
  static let german = PeopleWords(
    lists: "Listen",
    all: "Alle",
    waiting: "Warten auf euch",
    promised: "Etwas versprochen",
    waitingHint:
      "Wer auf eine Antwort wartet, in der Reihenfolge von Heute: wer am längsten wartet, zuerst, mit einem Vorsprung für die Gründe, die dabeistehen.",
    promisedHint:
      "Was ihr ihnen zugesagt und noch nicht getan habt, das zuerst Fällige zuerst.",
    allHint:
      "Alle, die je mit euch sprachen, in einem eigenen Gespräch oder in einem, das andere begannen, die zuletzt Gehörten zuerst. Wer dort nur mit anderen sprach, hat keine Seite.",
    wronged: "Von uns Falsches gehört",
    wrongedHint: """
      Ihr habt ihnen etwas Falsches gesagt, sie haben euch darauf hingewiesen, oder sie sprachen darunter. Der neueste \
      Fehler zuerst.
      """,
    quiet: "Lange nichts gehört",
    quietHint: { days in
      """
      Seit \(days) Tagen ging zwischen euch nichts hin und her. Wer keinen Kontakt wünscht, wird in Ruhe gelassen.
      """
    },
    noneWaiting: "Niemand wartet auf euch.",
    nonePromised: "Kein Versprechen ist offen.",
    noneWronged: "Kein Fehler von uns hat jemanden getroffen, von dem ihr wisst.",
    noneQuiet: "Mit allen wart ihr in letzter Zeit in Kontakt.",
    seeAll: "Alle ansehen",
    waits: "wartet",
    wishesLink: "Wünsche und Ursachen",
    theySpoke: { n in "Sie sprachen \(Plural.german(n, "einmal", "\(n)-mal")) mit euch" },
    youAnswered: { n in
      "ihr habt \(n == 0 ? "noch nicht" : Plural.german(n, "einmal", "\(n)-mal")) geantwortet"
    },
    joinsTitle: "Ein Mensch, mehrere Namen",
    joinsLead: """
      Verbunden nach dem, was sie selbst angaben. Jeder Name behält seine eigenen Worte; Trennen verliert nichts.
      """,
    joinedBy: { name in "verbunden von \(name)" },
    joinedByNetwork: "verbunden auf das Wort des Netzes",
    part: "Trennen",
    partOf: { one, other in "\(one) und \(other) trennen" },
    suggestionsTitle: "Vielleicht derselbe Mensch",
    sameHuman: "Derselbe Mensch",
    sameHumanOf: { other in "\(other) ist derselbe Mensch" },
    notTheSame: "Nicht derselbe",
    notTheSameOf: { other in "\(other) ist nicht derselbe Mensch" },
    apartTitle: "Nicht derselbe Mensch, wie ihr entschieden habt",
    declinedBy: { name in "\(name) sagte, es ist nicht derselbe Mensch" },
    partedBy: { name in "\(name) trennte sie" },
    joinAgain: "Doch derselbe Mensch",
    links: "Ihre Seiten verweisen aufeinander:",
    site: "Beide sind mit einer Seite gegenseitig verlinkt:",
    mailAddress: "Sie gaben dieselbe Mailadresse an.",
    word: "Sie haben es gesagt.",
    moved: "Das Konto ist umgezogen; sein Ort bürgt für beide Enden.",
    whereSaid: "Wo sie es sagten",
    wordTitle: "Sie nannten euch einen weiteren Namen",
    wordField: "Wie sie dort heißen",
    wordHint: """
      Wie es an ihren Worten steht: @ana@bolha.example, oder eine Mailadresse. Nennt ein Beitrag von ihnen ihn, wird \
      dieser als Beleg behalten; sonst dein Wort, dass sie es sagten.
      """,
    wordButton: "Auf ihr Wort verbinden",
    joined: "Verbunden: von jetzt an eine Seite. Hier lassen sie sich jederzeit trennen.",
    joinedUnderOther: """
      Verbunden: von jetzt an eine Seite. Sie trägt den Namen, unter dem zuerst mit euch gesprochen \
      wurde; der Name, von dem du kamst, steht unter „Bekannt als“. Hier lassen sie sich jederzeit trennen.
      """,
    parted: "Getrennt. Jeder hat, was ihm gehörte.",
    declined: "Vermerkt: nicht derselbe Mensch.",
    handOverTitle: { name in "Wen \(name) kannte" },
    handOverOwnTitle: "Wen du kennst",
    handOverLead: """
      Wer übernimmt, stellt sich selbst vor, einem nach dem anderen. Nichts wird von allein geschrieben oder gesendet.
      """,
    handOverNone: { name in "\(name) sprach mit niemandem, dessen Worte du sehen darfst." },
    leftAlone: { n in
      Plural.german(
        n, "Ein weiterer Mensch wünscht keinen Kontakt und wird in Ruhe gelassen.",
        "\(n) weitere wünschen keinen Kontakt und werden in Ruhe gelassen.")
    },
    introduce: "Stell dich vor",
    introduceTo: { name in "Stell dich \(name) vor" },
    lastTogether: "sie sprachen zuletzt",
    alsoKnow: { names in "auch bekannt mit \(names)" },
    nobodyElse: "sonst kennt sie niemand",
    metBy: { name in "\(name) sprach seitdem mit ihnen" },
    whoLeft: "Wer gegangen ist",
    whomTheyKnew: { name in "Wen \(name) kannte" },
    whomYouKnow: "Wen du kennst",
    introduction: { person, leaving, member in
      """
      Hallo \(person), bisher hat \(leaving) für uns mit dir gesprochen. \(leaving) ist nicht mehr bei uns, und ich bin \
      \(member): ab jetzt kannst du dich an mich wenden. Ich habe gelesen, worüber ihr gesprochen habt, du musst es \
      nicht noch einmal erzählen.
      """
    })
}
