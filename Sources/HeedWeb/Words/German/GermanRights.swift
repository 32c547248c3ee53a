extension RightsWords {
  static let german = RightsWords(
    title: "Ihre Rechte",
    lead: "Was über jemanden aufbewahrt wird, dürfen sie sehen, berichtigen und löschen lassen.",
    everything: "Alles über sie",
    asFile: "Als Datei (JSON)",
    asPage: "Als Seite",
    dontWrite: "Sie baten, nicht angeschrieben zu werden",
    noteDontWrite: "Vermerken, dass sie nicht angeschrieben werden wollen",
    mayWrite: "Sie dürfen wieder angeschrieben werden",
    dontWriteHint: "Eine Antwort auf das, was sie schreiben, bleibt möglich.",
    holdTitle: "Aufbewahrungspflicht",
    holdStands: { until, name in "Bis \(until) geht nichts von ihnen; gezeichnet von \(name)." },
    holdReason: "Welches Gesetz oder welcher Anspruch",
    holdHint: "Sie lesen das, wenn sie fragen.",
    holdDays: "Wie lange",
    setHold: "Aufbewahrung festlegen",
    liftHold: "Aufbewahrung beenden",
    erase: "Löschen",
    eraseTitle: { name in "\(name) löschen?" },
    eraseGoes:
      """
      Ihre Worte, Namen, Adressen und Bilder gehen, aus Beiträgen, privaten Nachrichten, Suche, \
      Notizen, Entwürfen und Dateien; ebenso die Notizen des Teams über sie, und was in euren Worten \
      sie zitiert oder nennt. Ein alter Beitrag, der wieder gehört wird, bleibt leer.
      """,
    eraseAmongOthers:
      "In Gesprächen, die sie begannen, sprachen auch andere: Was das Team dort notierte, geht ebenfalls, auch über diese anderen.",
    eraseStays:
      """
      Dass etwas da war, bleibt, mit seinen Zeiten, und was ihr sagtet: eure eigenen Worte vergisst \
      der Schreibtisch nicht.
      """,
    eraseBackups:
      """
      Ältere Sicherungen enthalten sie, bis sie gelöscht werden. Nach dem Wiederherstellen einer \
      solchen lösche sie noch einmal.
      """,
    backupsNotice:
      "Ältere Sicherungen enthalten gelöschte Worte, bis sie selbst gelöscht werden; spielen wir eine zurück, löschen wir sie noch einmal.",
    eraseYes: "Endgültig löschen",
    eraseHeld: { until in "Bis \(until) gilt eine Aufbewahrungspflicht. Vorher kann nichts gehen."
    },
    askedLink: "Jemand fragt nach sich selbst",
    askedTitle: "Jemand fragt nach sich selbst",
    askedLead:
      """
      Mit einem Brief oder einer Mail, ob sie je mit euch sprachen oder nicht: sieh, was hier zu \
      einer Adresse steht, gib es ihnen, bewahre es für das Recht auf oder lösche es.
      """,
    askedField: "Ihr Name dort, ihre Mailadresse oder Seite",
    askedHint:
      "So, wie sie es schrieben, mit dem Ort: @ana@ort.example. Prüfe zuerst, ob es ihres ist.",
    askedLook: "Nachsehen",
    askedNobody: { address in "Niemand, dessen Worte du sehen darfst, heißt \(address)." },
    notToYou: "gehört, wo ihr zuhört, nicht an euch",
    askedNothingSaid: "Von dem, was sie sagten, ist nichts mehr da, das du sehen darfst.",
    askedHasPage:
      "Sie sprachen mit euch: Was zwischen euch war und ihre Rechte stehen auf ihrer Seite.",
    askedToPage: "Zu ihrer Seite",
    askedNaming: "Was andere sagten und sie nennt",
    askedRows:
      "Wie viele gespeicherte Zeilen von ihnen erzählen oder sie nennen; die Datei hat sie ganz.",
    erased: { date in
      "Hier wurde jemand am \(date) gelöscht. Was ihr sagtet, bleibt, ohne den Namen."
    },
    erasedSomebody: "Jemand, gelöscht",
    dontWriteNote: { name in
      "\(name) bat, nicht angeschrieben zu werden. Antworte auf das Geschriebene, mehr nicht."
    },
    theirWord: "Ihr Wort",
    saidSolved: "sagt, es ist gelöst",
    saidFine: "sagt, zwischen euch ist es gut",
    saidNotToday: { until in "möchte vor \(until) keine Antwort" },
    saidBroken: "sagt, wir haben ein Versprechen gebrochen",
    saidNamed: "nannte den eigenen Namen",
    saidDontWrite: "bat, nicht angeschrieben zu werden",
    theirWordNotToWrite:
      "Sie haben selbst gesagt, dass ihr ihnen nicht schreiben sollt. Nur sie nehmen das zurück.",
    saidMayWrite: "darf wieder angeschrieben werden",
    saidForgetMe: "möchte vergessen werden, sobald die Aufbewahrung endet",
    saidReadWrongly: { reading in "sagt, ein Beitrag wurde falsch gelesen; er ist: \(reading)" },
    saidNotAsked:
      "sagt, um das nicht gebeten zu haben, was aus den eigenen Worten aufgenommen wurde",
    exportTitle: { name in "Alles über \(name)" },
    exportLead: "Alles, was hier über einen Menschen steht. Es gehört ihm.",
    exportHidden: { count in
      count == 1
        ? "Eine private Nachricht fehlt hier: Dort antworten andere. Sie sehen sie, und der Mensch selbst auf seiner Seite."
        : "\(count) private Nachrichten fehlen hier: Dort antworten andere. Sie sehen sie, und der Mensch selbst auf seiner Seite."
    },
    exportWithheld: { count in
      count == 1
        ? "Eine Notiz des Teams fehlt hier: Dort reden mehrere Menschen, und sie kann von jemand anderem handeln."
        : "\(count) Notizen des Teams fehlen hier: Dort reden mehrere Menschen, und sie können von jemand anderem handeln."
    },
    exportSaid: "Was zwischen euch war",
    exportHeard: "Was von ihnen gehört wurde und nicht an euch ging",
    exportNotes: "Was das Team notierte",
    exportRows: "Wie es gespeichert ist",
    exportRowsHint: "Wie viele gespeicherte Zeilen von ihnen handeln; die Datei hat sie ganz.",
    tables: germanTables,
    voiceTitle: { name in "Die Stimme von \(name)" },
    voiceLead:
      """
      Alle dürfen sprechen. Ein guter Grund kann eine Weile dagegen stehen: gezeichnet, von der \
      betroffenen Person gelesen, und von selbst vorbei.
      """,
    voiceReason: "Der Grund",
    voiceHint: "Du zeichnest ihn. Sie lesen ihn neben dem, was sie sagten.",
    voiceDays: "Wie lange",
    voiceHold: "Erst zeigen, was gesagt wurde",
    restrict: "Zeichnen und einschränken",
    giveBack: "Stimme zurückgeben",
    voiceStands: { name, until in "Gezeichnet von \(name). Es endet von selbst am \(until)." },
    voiceYours: "Du darfst vorerst nicht sprechen",
    voiceOwn: "Deine Stimme",
    voiceBefore: { name, until in
      "\(name) bat dich, vorerst nicht zu sprechen. Das endet von selbst am \(until); vorher geht nichts hinaus, was du hier schreibst."
    },
    voiceWhy: "Den Grund lesen",
    voiceBeside: "Was zuletzt gesagt wurde",
    voiceNothing: "Zuletzt wurde nichts gesagt.",
    voiceMistakes: "Was davon falsch war und wie es berichtigt wurde",
    voiceEarlier: "Frühere Gründe",
    voiceLooks: "Wer einen Grund schrieb und ansah, was neben deiner Stimme steht",
    voiceOf: { name in "Die Stimme von \(name) ansehen" },
    voice: "Stimme",
    mayNotSpeak: "darf vorerst nicht sprechen",
    keepingTitle: "Wie lange Worte bleiben",
    keepingLead:
      """
      Eine eigene Zeit für ein Netzwerk, und wofür. Alle lesen es auf der öffentlichen Seite. \
      Kürzere Zeiten gelten auch für Gespeichertes, längere für das, was kommt.
      """,
    keepingRule: "Eine Regel",
    keepingNew: "Noch eine",
    keepingWhat: "Was",
    keepingWhere: "Wo",
    keepingPurpose: "Wofür",
    keepingPurposeHint: "Lass es leer, um die Regel zu entfernen.",
    keepingNewHint: "Wähle ein Netz und sag, wofür; sonst kommt nichts dazu.",
    keepingNone: "Netz wählen",
    showNotes: "Menschen sehen, was das Team über sie notierte",
    showNotesHint:
      "Auf ihrer Seite des Schreibtischs, sobald sie zeigten, wer sie sind. Das wird angekündigt.",
    aboutUs: "Rede über euch",
    conversations: "Öffentliche Gespräche",
    privateTalk: "Private Nachrichten",
    byNetwork: "Wie lange Worte bleiben, je Netzwerk",
    personErased: "Gelöscht. Was ihr sagtet, bleibt.",
    contactNoted: "Vermerkt.",
    holdSet: "Die Aufbewahrung gilt. Sie lesen den Grund, wenn sie fragen.",
    holdLifted: "Die Aufbewahrung ist beendet.",
    voiceRestricted: "Gezeichnet. Sie lesen es, und es endet von selbst.",
    voiceReturned: "Sie dürfen wieder sprechen.")
}
