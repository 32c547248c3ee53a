extension PromiseWords {
  static let german = PromiseWords(
    title: "Versprechen",
    lead: "Was ihr zu tun versprochen habt, nach dem Tag, an dem es fällig ist.",
    yours: "Deine",
    colleagues: "Die der anderen",
    ended: "Beendet",
    none: "Nichts ist versprochen.",
    noneHint:
      """
      Wenn du etwas schreibst wie „Ich gebe bis Freitag Bescheid“, bietet der Schreibtisch an, es \
      hier festzuhalten.
      """,
    more: "Weitere",
    due: { when in "fällig \(when)" },
    noTime: "ohne Zeitpunkt",
    dueToday: "heute fällig",
    late: "überfällig",
    isKept: "gehalten",
    isKeptLate: "spät gehalten",
    isBroken: "gebrochen",
    isTakenBack: "zurückgenommen",
    theySayBroken: "Sie sagen, es wurde gebrochen",
    keptWhich: "Mit welcher Antwort?",
    keptElsewhere: "Anderswo, bis jetzt: am Telefon, im Laden",
    keptNote: "Als gehalten vermerken",
    theySayWhich: "In welchen Worten? Ihre gelten vor unseren.",
    theySayNote: "Ihr Wort vermerken",
    theySayWhere: "Wo sie es sagen",
    made: { by, to in "\(by) an \(to)" },
    madeByYou: { to in "Du an \(to)" },
    bySomebody: "jemand",
    seeIt: "Wo es gesagt wurde",
    keptBy: "Die Antwort, die es hielt",
    kept: "Gehalten",
    broken: "Nicht gehalten",
    withdraw: "Es wird nichts daraus",
    reopen: "Wieder öffnen",
    about: { act, words in "\(act): \(words)" },
    keep: "Als Versprechen festhalten",
    isNone: "Es ist keines",
    offered: { n in
      Plural.german(n, "Das klingt nach einem Versprechen.", "Das klingt nach Versprechen.")
    },
    offeredHint:
      "Was du festhältst, beginnt, wenn deine Antwort da ist; wenn es fällig ist, erfährst du es.",
    dueOn: "Fällig am",
    at: "um",
    keepsOne: "Hält deine Antwort, was versprochen war?",
    youWrote: "Du hast eben etwas geschrieben, das nach einem Versprechen klingt.",
    look: "Durchsehen",
    today: "Was du versprochen hast",
    dueCount: { n in
      Plural.german(
        n, "Eines deiner Versprechen ist heute fällig oder verspätet",
        "\(Spelled.german(n)) deiner Versprechen sind heute fällig oder verspätet")
    },
    madeDone: "Als Versprechen festgehalten.",
    keptDone: "Als gehalten vermerkt.",
    brokenDone: "Als nicht gehalten vermerkt.",
    withdrawnDone: "Zurückgenommen. Wissen sie es?",
    reopenedDone: "Das Versprechen ist wieder offen.",
    mendedDone: "Vermerkt, wann es fällig ist.",
    keepSentence: "Einen Satz hieraus als Versprechen festhalten",
    sentence: "Welchen Satz?",
    otherDay: "Es ist zu einer anderen Zeit fällig",
    noteDay: "Vermerken",
    to: { name in "an \(name)" })
}
