extension TodayWords {
  static let german = TodayWords(
    waiting: { n, people in
      if people == n {
        return Plural.german(n, "Ein Mensch wartet", "\(Spelled.german(n)) Menschen warten")
      }
      let wait = Plural.german(
        n, "Ein Gespräch wartet", "\(Spelled.german(n)) Gespräche warten")
      guard let people, people > 0 else { return wait }
      return "\(wait), von \(Plural.german(people, "einem Menschen", "\(people) Menschen"))"
    },
    nobodyWaits: "Niemand wartet",
    waits: "wartet seit",
    moreWait: { n in "\(Plural.german(n, "Noch jemand wartet", "Noch \(n) warten")) weiter unten."
    },
    cameBackCount: { n in
      """
      \(Plural.german(n, "Eine Antwort kam", "\(Spelled.german(n)) Antworten kamen")) zu dir \
      zurück.
      """
    },
    seeThem: "Ansehen",
    cameBack: "Was zu dir zurückkam",
    aboutUs: "Über euch, mit einer Frage",
    aboutUsHint:
      "Über euch gesagt, nicht zu euch. Niemand wartet, bis jemand von euch es aufnimmt.",
    takeUp: "Aufnehmen",
    takeUpOf: { name in "Aufnehmen, was \(name) sagte" },
    resting: { n in "\(Plural.german(n, "Eines ruht", "\(Spelled.german(n)) ruhen")) bis später" },
    putAsideCount: { n in
      "\(Plural.german(n, "Eines wurde", "\(Spelled.german(n)) wurden")) als Spam beiseite gelegt"
    },
    putAside: "Beiseite gelegt",
    putAsideLead:
      """
      Zu euch gesagt und als Spam gelesen: Es wartet auf niemanden und bleibt so lange wie jedes Gespräch. Hol zurück, \
      was keiner ist; es wartet dann wieder, und der Schreibtisch lernt daraus. Niemand, den jemand von euch kennt oder dem \
      ihr geantwortet habt, wird beiseite gelegt.
      """,
    putAsideNone: "Nichts ist beiseite gelegt.",
    readAsSpam: "als Spam gelesen, von jemandem, den niemand von euch kennt",
    calledSpamBy: { name in "\(name) nannte es Spam" },
    bringBack: "Zurückholen",
    bringBackOf: { name in "Zurückholen, was \(name) gesagt hat" },
    isPutAside: "Beiseite gelegt: Es wurde als Spam gelesen.",
    wroteBefore: "schrieb euch schon",
    handedToYou: { name in "\(name) gibt dir das" },
    handedOn: { name in "liegt bei \(name)" },
    yours: "deins",
    yourDraft: "dein Entwurf",
    claimedBy: { name in "\(name) hat es" },
    isWriting: { name in "\(name) schreibt" },
    replyFailed: { name in "Deine Antwort an \(name) ging nicht hinaus." },
    replyUnknown: { name in "Niemand kann sagen, ob deine Antwort an \(name) ankam." },
    allAnswered: "Alle, die mit euch sprachen, haben eine Antwort.",
    allAnsweredHint: "Neues erscheint hier von selbst.",
    seeHeard: "Ansehen, was gesagt wird",
    noAccount: "Hier kann euch noch niemand ansprechen.",
    noAccountHint:
      "Was über euch gesagt wird, hört ihr schon. Ist ein Konto von euch verbunden, wartet hier, was an euch gerichtet ist.",
    connect: "Ein Konto verbinden",
    nothingHeard: "Der Schreibtisch hört noch nirgends zu.",
    nothingHeardHint: "Ein Wort oder eine Adresse genügt für den Anfang.",
    listen: "Irgendwo zuhören",
    pickOne: "Wähle jemanden, um zu lesen, was gesagt wurde.")
}
