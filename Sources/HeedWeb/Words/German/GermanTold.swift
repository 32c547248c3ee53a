extension ToldWords {
  static let german = ToldWords(
    room: "Für dich",
    title: { $0 == 0 ? "Was dich angeht" : "Was dich angeht (\($0))" },
    lead: "Nur du siehst das. Wer ein Gespräch öffnet, hat es gesehen.",
    nothing: "Nichts Neues geht dich an.",
    nothingHint:
      "Hier steht, was dir weitergegeben wird, wer dir antwortet, wer wartet und dich kennt, und worüber viel mehr gesprochen wird als sonst.",
    new: "Neu",
    earlier: "Früher",
    markSeen: "Gesehen",
    markSeenOf: { "Gesehen: \($0)" },
    markAll: "Alles als gesehen vermerken",
    times: { Plural.german($0, "einmal", "\($0)-mal") },
    change: "Ändern, was dir gesagt wird",
    somebody: "Jemand",
    aColleague: "Jemand aus dem Team",
    handedOver: { "\($0) hat dir ein Gespräch gegeben" },
    cameBack: { "\($0) hat dir geantwortet" },
    knownWaits: { "\($0) wartet, und du hast dort schon einmal geantwortet" },
    spike: { "Über „\($0)“ wird viel mehr gesprochen als sonst" },
    spikeOfATopic: "Über eines deiner Themen wird viel mehr gesprochen als sonst",
    spikeOfAll: "Es wird viel mehr gesprochen als sonst",
    lookAsked: { "\($0) bittet dich um einen Blick auf einen Entwurf" },
    lookAnswered: { "\($0) hat auf deinen Entwurf gesehen" },
    promiseDue: { "Was \($0) versprochen wurde, ist heute fällig" },
    promiseLate: { "Was \($0) versprochen wurde, ist überfällig" },
    promiseBroken: { "Ein Versprechen an \($0) wurde nicht gehalten, heißt es" },
    mailUnknown: {
      "Eine Mail an dich von \($0) ist vielleicht nicht angekommen. Sie geht nicht noch einmal hinaus; was darin stand, steht unten."
    },
    mailFailed: {
      "Eine Mail an dich von \($0) nahm der Mailserver nicht an. Was darin stand, steht unten."
    },
    waysTitle: "Was dir gesagt wird, und wie",
    waysLead:
      "Du wählst. Jedes wird einmal gesagt, per Push oder per Mail, und gar nicht, sobald du es hier gesehen hast.",
    inDesk: "Am Schreibtisch findest du alles unter „Für dich“, immer.",
    whenHandedOver: "Dir wird ein Gespräch gegeben",
    whenCameBack: "Jemand antwortet dir",
    whenKnownWaits: "Jemand wartet, dem du schon geantwortet hast",
    whenSpike: "Es wird viel mehr gesprochen als sonst",
    whenLookAsked: "Jemand aus dem Team bittet dich um einen Blick auf einen Entwurf",
    whenLookAnswered: "Jemand aus dem Team hat auf deinen Entwurf gesehen",
    whenPromiseDue: "Der Tag eines deiner Versprechen ist da",
    whenPromiseLate: "Eines deiner Versprechen ist überfällig",
    whenPromiseBroken: "Jemand sagt, dass du ein Versprechen nicht gehalten hast",
    topics: "Themen, denen du folgst",
    topicsHint:
      "Wird über eines viel mehr gesprochen als sonst, geht es dich an. Wird über alles viel mehr gesprochen, geht es alle an.",
    noTopics: "Es gibt noch keine Themen.",
    hours:
      "Du wirst nur in deinen Stunden gestört, und nicht, wenn du weg bist. Was dazwischen geschieht, wartet.",
    noHours:
      "Du hast keine Stunden angegeben, also wird dir jederzeit etwas gesagt. Mit Stunden wartet es, bis sie beginnen.",
    giveHours: "Deine Stunden und freien Tage",
    mail: "Per Mail",
    mailHow: "Wie oft",
    never: "Nie",
    daily: "Einmal am Tag",
    soon: "Wenn es geschieht, höchstens einmal in der Stunde",
    mailAt: "Um welche Zeit, einmal am Tag",
    mailAbout: "Mail, wenn",
    words: "Mit Namen und ersten Worten",
    mailWordsHint:
      "Nur aus öffentlichem Gespräch. Ohne das enthält eine Mail Zahlen und Links, nichts von dem, was jemand sagte.",
    noMail:
      "Dieser Schreibtisch hat noch keinen Mailserver. Wer ihn betreibt, kann einen nennen; dann kannst du hier Mail wählen.",
    push: "Per Push, an diesen Browser",
    pushBrowsers: "Browser, die Bescheid bekommen",
    pushLead:
      "Eine kurze Notiz auf diesem Gerät, auch wenn der Schreibtisch zu ist. Aus, bis du sie einschaltest, und nur dort, wo du angemeldet bist.",
    pushPlain:
      "Zum Einschalten braucht es Skripte, eine sichere Adresse und einen Browser, der Push kennt.",
    pushOn: "In diesem Browser einschalten",
    pushDenied:
      "Diesem Browser wurde gesagt, keine Notizen des Schreibtischs zu zeigen. Erlaube sie in seinen Einstellungen für diese Seite.",
    pushFailed:
      "Das ging nicht: Der Push-Dienst des Browsers antwortet nicht. Es wurde nichts geändert.",
    pushAbout: "Push, wenn",
    pushWordsHint:
      "Nur aus öffentlichem Gespräch, lesbar allein für deinen Browser. Ohne das sagt eine Notiz nur, welcher Art die Sache ist.",
    noBrowsers: "Noch keinem Browser wird etwas gesagt.",
    pushOff: "Dort ausschalten",
    pushRefused:
      "Sein Push-Dienst nahm die letzten Notizen nicht an. Bis auf Weiteres geht nichts dorthin; binnen eines Tages wird es wieder versucht. Alles steht unter „Für dich“.",
    endTitle: "Mail von diesem Schreibtisch beenden?",
    endLead:
      "Du bekommst keine Mail mehr über das, was dich angeht. Am Schreibtisch findest du es trotzdem, und dort kannst du Mail wieder wählen.",
    endButton: "Beenden",
    ended: "Beendet.",
    endedHint: "Du bekommst diese Mail nicht mehr.",
    endOver: "Dieser Link ist zu alt.",
    endOverHint: "Melde dich an und wähle unter „Du“, was dir gesagt wird.",
    subject: { Plural.german($0, "Eine Sache geht dich an", "\($0) Sachen gehen dich an") },
    greeting: { "\($0), das geht dich an:" },
    open: "Öffnen",
    openAll: "Alles am Schreibtisch",
    why: "Du hast Mail gewählt.",
    endHere: "Diese Mail beenden",
    pushSeveral: { "\($0) Sachen gehen dich an" })
}
