extension SourceWords {
  static let german = SourceWords(
    title: "Wo ihr zuhört",
    lead:
      """
      Ein Ort wird gehört, weil jemand von euch es wollte; jeder sagt, was das Fragen dort \
      anderen verrät.
      """,
    ask: "Ein Wort oder eine Adresse",
    askButton: "Orte finden",
    listensAt: { n in
      Plural.german(
        n, "Hört an einem Ort zu", "Hört an \(Spelled.german(n).lowercased()) Orten zu")
    },
    accounts: "Wer ihr dort seid",
    accountsHint:
      "Konten, die antworten können: die der Organisation und eigene, die jemand von euch verleiht.",
    connect: "Ein Konto verbinden",
    pause: "Pausieren",
    pauseOf: { name in "\(name) pausieren" },
    resume: "Wieder zuhören",
    resumeOf: { name in "Bei \(name) wieder zuhören" },
    askNow: "Jetzt noch einmal fragen",
    askNowOf: { name in "Jetzt noch einmal fragen: \(name)" },
    remove: "Entfernen",
    removeOf: { name in "\(name) entfernen" },
    isOurs: "Dieser Ort ist eurer: Wer hier etwas beginnt, spricht zu euch.",
    makeOurs: "Der Ort ist unserer",
    makeOursOf: { name in "Der Ort ist unserer: \(name)" },
    notOurs: "Er ist nicht unserer",
    notOursOf: { name in "Nicht unserer: \(name)" },
    placeIsOurs: "Der Ort ist unserer: Wer hier etwas beginnt, spricht zu uns.",
    since: "Seit",
    paused: "pausiert",
    heard: "hörte zuletzt etwas",
    asked: "bisher still, gefragt",
    aboutToAsk: "wird gerade zum ersten Mal gefragt",
    new: "An einem neuen Ort zuhören",
    newLead:
      "Ein Name, ein Produkt, ein Wort. Oder eine Adresse: eine Seite, ein Profil, ein Feed.",
    troubledCount: { n in
      Plural.german(n, "Ein Ort braucht Hilfe", "\(Spelled.german(n)) Orte brauchen Hilfe")
    },
    alreadyHeard: "Hier hört ihr schon",
    noOffers: { typed in "Für „\(typed)“ fand sich kein Ort" },
    noOffersHint: "Prüfe die Adresse auf einen Tippfehler oder versuche das Wort allein.",
    addressHint: "Falls es eine Adresse sein sollte, prüfe sie auf einen Tippfehler.",
    connectLater: "Du kannst es verbinden, sobald du begonnen hast.",
    connectTo: { name in "Ein Konto verbinden für: \(name)" },
    offers: { n in Plural.german(n, "Ein Ort zum Zuhören", "\(Spelled.german(n)) Orte zum Zuhören")
    },
    listening: "hört zu",
    listenHere: "Zuhören",
    listenTo: { name in "Zuhören: \(name)" })
}
