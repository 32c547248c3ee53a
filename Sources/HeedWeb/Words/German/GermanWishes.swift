import HeedModel

extension WishWords {
  static let german = WishWords(
    title: "Wünsche und Ursachen",
    lead: """
      Worum Menschen bitten und was ihr nicht habt, und was von euch ihnen immer wieder wehtut. Gezählt nach Menschen, \
      nie nach Beiträgen.
      """,
    both: "Beides",
    wish: "Wunsch",
    wishesOnly: "Wünsche",
    cause: "Ursache",
    causesOnly: "Ursachen",
    open: "Offen",
    settled: "Entschieden",
    heard: "gehört",
    considering: "in Überlegung",
    doing: "in Arbeit",
    done: "getan",
    no: "nein",
    people: { n in Plural.german(n, "ein Mensch sagte es", "\(n) Menschen sagten es") },
    lastSaid: "zuletzt",
    none: "Noch ist nichts aufgenommen.",
    noneHint:
      "Drück in einem Gespräch w oder „Wunsch…“, wo jemand um etwas bittet oder etwas wehtut.",
    noneOpen: "Nichts ist offen.",
    noneSettled: "Noch ist nichts entschieden.",
    saidAndDone: "Ihr habt gesagt, wir haben getan",
    saidAndDoneLead: """
      Was entschieden ist und öffentlich gesagt wurde, in Worten, die dort so stehen können.
      """,
    publicPeople: { n in
      Plural.german(n, "ein Mensch sagte es öffentlich", "\(n) Menschen sagten es öffentlich")
    },
    readyLead: "Wer es sagte, erfährt es einzeln. Dies ist für alle anderen und nennt niemanden.",
    ready: "Ein Beitrag für alle, du darfst ihn ändern",
    readyPost: { kind, wished, people, done in
      """
      Ihr habt gesagt: \(wished)
      \(kind == .wish
        ? Plural.german(people, "Ein Mensch bat uns darum.", "\(people) Menschen baten uns darum.")
        : Plural.german(people, "Ein Mensch sagte es uns.", "\(people) Menschen sagten es uns."))
      Wir haben getan: \(done.isEmpty ? "Es ist da." : done)
      """
    },
    readyNames: "Sag es oben ohne Namen; dann steht hier ein Beitrag, fertig zum Kopieren.",
    publishTitle: "Auf die öffentliche Seite stellen",
    publishLead:
      "Alle dürfen es dann lesen, ohne irgendeinen Namen. Es wird ergänzt, nie geändert.",
    publishOff:
      "Eine Leitung kann in den Einstellungen eine öffentliche Seite dafür einschalten.",
    wishedPublic: "Ihr habt gesagt",
    donePublic: "Wir haben getan",
    publish: "Veröffentlichen",
    publishedTitle: "Was öffentlich gesagt ist",
    seePublished: "Die öffentliche Seite",
    publicTitle: { name in
      name.isEmpty ? "Gesagt und getan" : "\(name): gesagt und getan"
    },
    publicLead: "Worum Menschen uns öffentlich baten und was wir taten. Niemand wird genannt.",
    nothingPublished: "Hier steht noch nichts.",
    publishes: "Was aus Wünschen wurde, ist öffentlich",
    publishesHint:
      """
      Eine Seite unter /said-and-done, offen für alle, mit dem, was ihr von jedem erfüllten Wunsch \
      veröffentlicht. Was dort steht, wird ergänzt, nie geändert.
      """,
    wasPublished: "Veröffentlicht.",
    act: "Wunsch…",
    key: "als Wunsch oder Ursache aufnehmen",
    gatherTitle: { name in "Aufnehmen, was \(name) sagte" },
    gatherTitleSeveral: "Aufnehmen, was hier gesagt wurde",
    gatherLead:
      "Sie zählen einmal, so oft sie es sagen, und können erfahren, wenn sich etwas ändert.",
    theirWords: "Ihre Worte",
    standing: "Welcher Wunsch, welche Ursache ist es?",
    alike: "ähnlich",
    new: "Etwas Neues",
    newTitle: "In deinen Worten",
    newHint: "Über die Sache, nicht über sie: das ganze Team liest es.",
    kind: "Was es ist",
    asRead: "Wie die gewählten Worte gelesen sind: eine Beschwerde als Ursache, sonst ein Wunsch",
    gather: "Aufnehmen",
    gatheredBefore: { titles in "Von hier schon aufgenommen: \(titles)." },
    suggested: "Ähnlich gesagt",
    suggestedLead:
      "Worüber mehrere sich in ähnlichen Worten beschwerten oder was sie sich wünschten, und was noch nichts sammelt. Sieh nach, ob es dasselbe ist, und lass weg, was es nicht ist.",
    complainedAlike: { n, days in
      Plural.german(n, "Ein Mensch beschwerte sich", "\(n) Menschen beschwerten sich ähnlich")
        + " in den letzten \(days) Tagen"
    },
    wishedAlike: { n, days in
      Plural.german(n, "Ein Mensch wünschte es sich", "\(n) Menschen wünschten sich Ähnliches")
        + " in den letzten \(days) Tagen"
    },
    alsoSaid: { n in
      Plural.german(
        n, "Noch ein Mensch sagte, was gesammelt ist in",
        "Noch \(n) Menschen sagten, was gesammelt ist in")
    },
    ofThemPublic: { n in n == 0 ? ", niemand davon öffentlich" : ", \(n) davon öffentlich" },
    gatherCause: "Als Ursache aufnehmen",
    gatherWish: "Als Wunsch aufnehmen",
    gatherThere: "Dort aufnehmen",
    notTheSameAct: "Nicht dasselbe",
    andMore: { n in Plural.german(n, "Und noch eines", "Und noch \(n)") },
    saidBefore: "zuvor",
    notTheSame: "Es wird nicht wieder vorgeschlagen.",
    suggestedKey: "aufnehmen, was mehrere ähnlich sagten",
    history: "Was daraus wurde",
    gatheredBy: { name in "\(name) nahm es auf" },
    changedBy: { name, status in "\(name): \(status)" },
    notAskedBy: { name in "\(name) sagt, nicht darum gebeten zu haben, und zählt nicht mit" },
    changeTitle: "Sag, wie weit es kam",
    status: "Es ist",
    reason: "Warum, in Worten, die du ihnen sagen würdest",
    reasonHint: "Ein Nein braucht seinen Grund.",
    change: "Ändern",
    whoSaidSo: { n in Plural.german(n, "Ein Mensch sagte es", "\(n) Menschen sagten es") },
    tellLead: """
      Es hat sich geändert: Sagt es denen, die es sagten, jedem im eigenen Gespräch. Wer dort seitdem eine Antwort \
      bekam, die nachfassen oder informieren sollte, weiß es.
      """,
    tell: "Sag es ihnen",
    tellTo: { name in "Sag es \(name)" },
    nothingToAnswer: "Dort steht nichts mehr von ihnen, also gibt es nichts zu beantworten.",
    told: { name in "von \(name) gesagt" },
    wordsGone: "Die Worte sind fort.",
    removeVoice: "Herausnehmen",
    removeVoiceOf: { name in "Herausnehmen, was \(name) sagte" },
    nobodySeen: "Niemand sagte es, dessen Worte du sehen darfst.",
    joinTitle: "Ist es dasselbe wie etwas anderes?",
    joinHint:
      "Dann zählen sie zusammen; jedes behält das Seine, und ein Schritt trennt sie wieder.",
    joinWith: "Zählt mit",
    join: "Verbinden",
    countsWith: "Es zählt mit",
    alsoCounts: "Zählt hier mit",
    part: "Trennen",
    partOf: { title in "„\(title)“ trennen" },
    rename: "Neu benennen",
    save: "Speichern",
    theirs: "Worum sie baten",
    about: { title, status in "Zu sagen: „\(title)“ ist jetzt: \(status)." },
    gathered: "Aufgenommen.",
    changed: "Geändert. Unten stehen alle, die es sagten; sagt es jedem.",
    joined: "Sie zählen jetzt zusammen.",
    parted: "Jedes zählt wieder für sich.",
    voiceRemoved: "Herausgenommen.")
}
