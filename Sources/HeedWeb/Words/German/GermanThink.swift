extension ThinkWords {
  static let german = ThinkWords(
    rules: "Hausregeln",
    rulesLead:
      """
      Kurze Karten mit Tatsachen und Hinweisen. Eine erscheint neben einem Entwurf, der sie berührt; \
      im Weg steht sie nie.
      """,
    noRules: "Noch keine Karte. Was machen neue Kolleginnen zuerst falsch?",
    addRule: "Eine neue Karte",
    changeRule: "Ändern",
    title: "Titel",
    text: "Die Tatsache oder der Hinweis",
    query: "Wörter, die sie wecken",
    queryHint: "Wie bei einem Thema: Ladegerät OR Netzteil, Erstattung*",
    kind: "Was es ist",
    fact: "Tatsache",
    caution: "Hinweis",
    save: "Karte sichern",
    remove: "Entfernen",
    removeOf: { title in "Die Karte „\(title)“ entfernen" },
    touched: "Hausregeln, die das berührt",
    ruleSaved: "Die Karte ist gesichert.",
    ruleRemoved: "Die Karte ist weg.",
    saidBefore: { times, isAtLeast, people in
      let often = Plural.german(times, "einmal", "\(times)-mal")
      let to = Plural.german(people, "einem Menschen", "\(people) Menschen")
      return isAtLeast
        ? "Das habt ihr fast so schon \(times)-mal oder öfter gesagt, mindestens \(to)."
        : "Das habt ihr fast so schon \(often) gesagt, \(to)."
    },
    saidHint: "Was so oft gesagt werden muss, hat eine Ursache.",
    came: "Was auf die neuesten zurückkam:",
    seeReply: { name in "An \(name)" },
    theCause: "Alle ansehen, und was sie verursacht",
    gatheredAs: "Wem das gesagt wurde, ist gesammelt in",
    fromSo: { n in Plural.german(n, "(ein Gespräch)", "(\(n) Gespräche)") },
    allLead:
      "Was immer wieder gesagt wird, hat eine Ursache. Bei jedem steht, worauf es antwortete und was zurückkam.",
    nothingGathers: "Noch sammelt nichts, worauf diese antworten.",
    noneSaid: "Diese Antworten sind nicht hier",
    noneSaidHint: "Sie sind fort, oder du darfst sie nicht sehen.",
    mayReadCross: "Das kann gereizt klingen",
    mayReadCrossHint: "Du weißt, wie es gemeint ist. Senden kannst du jederzeit.",
    unsaid: "Das werden alle lesen, und sie haben es hier nicht gesagt",
    unsaidHint: "Lass es weg oder frag zuerst. Nichts hält dich vom Senden ab.",
    privately: "sie sagten es dir unter euch",
    note: "eine Teamnotiz sagt es",
    person: "es steht auf ihrer Seite",
    elsewhere: "das steht in einem anderen Gespräch",
    nowhere: "hier hat das niemand gesagt; vielleicht gehört es jemand anderem")
}
