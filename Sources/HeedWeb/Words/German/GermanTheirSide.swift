extension TheirSideWords {
  static let german = TheirSideWords(
    title: { organisation in "Deine Seite des Schreibtischs von \(organisation)" },
    lead:
      """
      Sieh, was über dich aufbewahrt wird, berichtige es, sag, wie du dazu stehst, oder lass es \
      löschen. Zeig zuerst, dass ein Name deiner ist.
      """,
    who: "Dein Name dort, deine Mailadresse oder deine Seite",
    whoHint:
      "Schreib ihn ganz, mit seinem Ort: @ana@bolha.example, @ana.bsky.social, ana@mail.example oder https://github.com/ana",
    begin: "Zeigen, dass es meins ist",
    nothingToldHint:
      "Bis das gezeigt ist, sagt diese Seite niemandem etwas: nicht einmal, ob du hier bekannt bist.",
    proofTitle: "Zeig, dass es deins ist",
    proofLead: { claim in "Einer dieser Wege genügt, um zu zeigen, dass \(claim) deins ist." },
    byPost: "Sag dort diesen Code",
    byPostText:
      """
      Schreib uns von dort, öffentlich oder privat, mit diesem Code darin. Der Beitrag wird hier \
      nicht aufbewahrt, und du kannst ihn danach löschen.
      """,
    ours: "Wir sind:",
    byMail: "Öffne den Link in einem Brief",
    byMailText:
      """
      Wenn diese Adresse uns schon schrieb, ist ein Brief mit einem Link unterwegs. Der Link gilt \
      einmal, eine halbe Stunde lang.
      """,
    byPage: "Setz einen Link auf deine Seite",
    byPageText: "Füge das deiner Seite hinzu und lass dann nachsehen.",
    lookThere: "Die Adresse deines Beitrags oder deiner Seite",
    look: "Dort nachsehen",
    check: "Das habe ich getan",
    notYet:
      "Noch wurde nichts gehört. Es kann ein, zwei Minuten dauern; versuch es dann noch einmal.",
    ends: "Dieser Code gilt bis",
    over: "Diese halbe Stunde ist vorbei. Beginn noch einmal.",
    warning:
      "Nimm nur einen Code, den du auf dieser Seite siehst. Wer dir einen schickt, will lesen, was deins ist.",
    linkTitle: "Das ist dein Link",
    linkLead: "Öffne deine Seite des Schreibtischs in diesem Browser. Der Link gilt einmal.",
    linkOpen: "Öffnen",
    linkOver: "Dieser Link wurde benutzt, oder seine halbe Stunde ist vorbei. Beginn noch einmal.",
    letterSubject: { organisation in "Dein Link zum Schreibtisch von \(organisation)" },
    letterText: { organisation in
      """
      Jemand wollte bei \(organisation) sehen, was über diese Adresse aufbewahrt wird. Wenn du das \
      warst, öffne binnen einer halben Stunde diesen Link; er gilt einmal:

      {link}

      Wenn du es nicht warst, tu nichts. Ohne diesen Link sieht niemand etwas.
      """
    },
    yours: "Was über dich aufbewahrt wird",
    yoursLead:
      "Was zwischen uns war, wie Mitglieder es sehen; und darunter, was dieser Schreibtisch sonst von dir hörte.",
    nothing: "Über den Namen, den du gezeigt hast, wird hier nichts aufbewahrt.",
    unproven:
      "Ein weiterer Name gilt hier als deiner. Was dort war, siehst du, sobald du auch das zeigst.",
    name: "Dein Name",
    nameField: "Wie wir dich nennen",
    saveName: "Berichtigen",
    contents: "Auf dieser Seite",
    between: "Zwischen uns",
    aboutUs: "Was wir sonst von dir hörten",
    aboutUsHint:
      "Über uns, oder neben dem, was andere dort sagten, wo wir zuhören; nicht an uns. Diese Worte gehen nach ihrer Zeit.",
    readAs: "Von uns gelesen als:",
    notRead: "nicht weiter gelesen",
    readBySaid: "Wie du sagst, ist es:",
    readWrongly: "Das habt ihr falsch gelesen",
    readWronglyHint:
      "Sag, was es ist. Dein Wort steht dort, wo wir arbeiten, vor jeder Lesart von uns.",
    whatItIs: "Was es ist",
    inWhichTone: "Wie es gemeint war",
    inWhichLanguage: "In welcher Sprache",
    leftOpen: "offen lassen",
    correctReading: "Lesart berichtigen",
    reacted: "Was dir gefiel oder was du weitergabst",
    youLiked: "Es gefiel dir",
    youShared: "Du gabst es weiter",
    reactedElsewhere: "Ein Beitrag, dessen Worte hier nicht stehen",
    older: { n in
      n == 1
        ? "Und noch etwas Älteres. Es steht in dem, was du unten mitnehmen kannst."
        : "Und \(n) weitere, die älter sind. Sie stehen in dem, was du unten mitnehmen kannst."
    },
    notAsked: "Darum habe ich nicht gebeten",
    notAskedHint:
      "Hast du um etwas hier nicht gebeten, sag es: Du zählst dort von da an nicht mehr mit, und deine Worte werden nicht wieder dazugenommen.",
    notes: "Was unser Team notierte",
    notesShown: "Die Notizen unseres Teams zu unserem Gespräch mit dir stehen darunter.",
    notesWithheld: { count in
      count == 1
        ? "Eine Notiz unseres Teams steht hier nicht: Hier reden mehrere Menschen, und sie kann von jemand anderem handeln."
        : "\(count) Notizen unseres Teams stehen hier nicht: Hier reden mehrere Menschen, und sie können von jemand anderem handeln."
    },
    inOthers: "hier hast du mitgeredet",
    you: "Du",
    gone: "Diese Worte sind fort.",
    heldWords: { count in
      count == 1
        ? "Was hier stand, muss der Schreibtisch aufbewahren, bis die Aufbewahrungspflicht endet"
        : "Die \(count) Fassungen, die hier standen, muss der Schreibtisch aufbewahren, bis die Aufbewahrungspflicht endet"
    },
    solved: "Es ist gelöst",
    solvedByYou: "gelöst, sagst du",
    talksAboutUs: "über uns",
    fine: "Es ist gut zwischen uns",
    notToday: "Vorerst keine Antwort",
    notTodayFor: "Tage, an denen ich keine Antwort möchte",
    wordNoted: "Vermerkt. Dein Wort gilt hier, und unser Team liest es.",
    wordTakenBack: "Zurückgenommen. Es gilt nicht mehr, und unser Team liest das.",
    said: "Was du hier sagtest und was gilt",
    takeBack: "Zurücknehmen",
    until: { day in "bis \(day)" },
    itIs: { reading in "es ist: \(reading)" },
    whereItWas: "Wo es gesagt wurde",
    promisedHere: "Hier haben wir dir versprochen:",
    askedHere: "Hier hast du gebeten um:",
    askAgainHint: "Bittest du in einem neuen Beitrag darum, zählt es wieder.",
    everything: "Zum Mitnehmen",
    everythingHint:
      """
      Alles, was diese Seite dir zeigt, wie alt es auch ist: zum Lesen oder Drucken, und als Datei \
      für Programme. Wie es gespeichert ist, Zeile für Zeile, steht in der Datei, die du auf \
      Nachfrage bekommst.
      """,
    asPage: "Alles als Seite",
    asFile: "Alles als Datei (JSON)",
    publishedFix: "In unseren öffentlichen Berichtigungen",
    wishes: "Was du dir von uns wünschst",
    wishesHint:
      """
      Wünschst du keine Nachrichten, antworten wir auf das, was du schreibst, und mehr nicht. Bevor \
      etwas vergessen wird, wirst du noch einmal gefragt.
      """,
    dontWrite: "Schreibt mir nicht",
    mayWrite: "Ihr dürft mir wieder schreiben",
    youSaid: "Du sagtest:",
    promised: "Was wir dir versprochen haben",
    broken: "Ihr habt dieses Versprechen gebrochen",
    asked: "Worum du batst und was schmerzte",
    mistakes: "Fehler von uns, die dich betrafen",
    forget: "Vergesst mich",
    forgetTitle: "Alles vergessen lassen?",
    forgetText:
      """
      Deine Worte, Namen, Adressen und Bilder gehen, öffentlich wie privat; niemand bringt sie \
      zurück. Was wir sagten, bleibt, ohne deinen Namen. Sicherungen enthalten es, bis sie gelöscht \
      werden.
      """,
    forgetYes: "Ja, vergesst mich",
    forgetLater: "Vergesst mich, sobald das vorbei ist",
    forgotten: "Du bist hier vergessen. Sicherungen enthalten es, bis sie gelöscht werden.",
    closed: "Deine Seite ist geschlossen. Komm wieder, wann du magst.",
    waitsForUs: "wir sind mit Antworten dran",
    hold: { until in "Das Gesetz lässt uns bis \(until) aufbewahren, was zwischen uns war:" },
    leave: "Meine Seite schließen",
    keptUntil: "Diese Worte werden gelöscht am",
    notice: "Was dieser Schreibtisch behält und warum",
    goTo: "Deine Seite des Schreibtischs: sieh, berichtige oder lösche, was über dich da ist")
}
