import HeedModel

extension SeenWords {
  static let german = SeenWords(
    title: "Wer es gesehen hat",
    link: "Wer es sah",
    number: { Thousands.apart($0, by: ".") },
    decimalMark: ",",
    length: { duration in
      let minutes = Int(duration.milliseconds / 60_000)
      switch minutes {
      case ..<1: return "ersten Sekunden"
      case ..<2: return "60 Sekunden"
      case ..<120: return "\(minutes) Minuten"
      case ..<(48 * 60): return "\(minutes / 60) Stunden"
      default: return "\(minutes / 1440) Tagen"
      }
    },
    between: { low, high, likely, length, surely in
      "Zwischen \(low) und \(high) Menschen haben es in diesen \(length) gesehen, am ehesten etwa \(likely)\(tail(surely))"
    },
    counted: { people, length, surely in
      "\(people) haben es in diesen \(length) gelesen, wie der Ort selbst zählt\(tail(surely))"
    },
    countedBetween: { low, high, likely, length, surely in
      "Etwa \(likely) haben es in diesen \(length) gelesen, wie der Ort selbst zählt: zwischen \(low) und \(high)\(tail(surely))"
    },
    onlySurely: { surely, length in
      Plural.german(
        surely,
        "Ein Mensch hat es in diesen \(length) sicher gesehen: Er hat etwas damit getan. Wie viele noch, kann niemand sagen.",
        "\(surely) Menschen haben es in diesen \(length) sicher gesehen: Sie haben etwas damit getan. Wie viele noch, kann niemand sagen."
      )
    },
    nobodyKnown: { length in
      "Soweit wir wissen, hat in diesen \(length) niemand etwas damit getan. Wie viele es gesehen haben, kann niemand sagen."
    },
    nobody: { length in
      "Nach allem, was bekannt ist, hat es in diesen \(length) niemand gesehen."
    },
    how: "Woher man das weiß",
    isCounted: { network, when in "Gezählt von \(network), \(when)." },
    countedHint:
      "Jeder Ort zählt, wie er will: Wer zweimal kommt, zählt vielleicht doppelt. Wo in dieser Minute nicht gefragt wurde, liegt die Wahrheit zwischen den beiden Zählungen davor und danach.",
    isEstimated: { network in "Eine Schätzung: \(network) zählt keine Leser." },
    isEstimatedWhileUncounted: { network in
      "Eine Schätzung: \(network) hat noch nicht gesagt, wie viele es gelesen haben."
    },
    from: { followers, sharers, theirs in
      guard sharers > 0 else { return "Von \(followers), die uns damals folgten" }
      let who = Plural.german(
        sharers, "der einen, die es weitergab", "den \(sharers), die es weitergaben")
      return "Von \(followers), die uns damals folgten, und \(theirs) von \(who)"
    },
    replyShare: { low, likely, high in
      "Es antwortet jemandem; deshalb bekamen es nur \(low) bis \(high) von hundert, die uns folgen (am ehesten \(likely)), überhaupt gezeigt."
    },
    share: { low, likely, high in
      low == high
        ? ", von denen \(likely) von hundert einen Beitrag je sehen,"
        : ", von denen \(low) bis \(high) von hundert (am ehesten \(likely)) einen Beitrag je sehen,"
    },
    halfLife: { low, likely, high in
      low == high
        ? "die Hälfte davon binnen \(likely) Minuten."
        : "die Hälfte davon binnen \(likely) Minuten (\(low) bis \(high))."
    },
    overlap: { low, likely, high in
      "Von denen, die denen folgen, die es weitergaben, folgen \(low) bis \(high) von hundert (am ehesten \(likely)) auch uns und zählen einmal."
    },
    meaning:
      "In neun von zehn Fällen soll die Wahrheit zwischen den beiden Enden liegen. Eine einzelne Zahl steht hier nie, weil niemand eine hat.",
    isPublished: "Die Zahlen sind veröffentlichte.",
    isFitted: { posts in
      "Die Zahlen sind an \(posts) eigenen Beiträgen gewonnen, deren Leser gezählt wurden."
    },
    isChanged: { who in "Die Zahlen sind angegeben von \(who)" },
    nothingToEstimateFrom: { network in
      "\(network) zählt keine Leser und hat nicht gesagt, wie viele uns dort folgen; deshalb wird nichts geschätzt."
    },
    toAssumptions: "Was angenommen wird, und warum",
    plot: { from, to, likely, low, high in
      "Leser im Lauf der Zeit, \(from) bis \(to): am Ende \(likely), zwischen \(low) und \(high)"
    },
    asTable: "als Tabelle",
    time: "Zeit",
    low: "mindestens",
    likely: "am ehesten",
    high: "höchstens",
    surelyTitle: "Wer es sicher gesehen hat",
    answered: "hat geantwortet",
    liked: "fand es gut",
    shared: "hat es weitergegeben",
    others: { n, isMore in
      let more = isMore ? " weitere" : ""
      return Plural.german(
        n,
        isMore
          ? "Noch jemand hat etwas damit getan und nie mit uns gesprochen: Ein Name steht hier nicht."
          : "Jemand hat etwas damit getan und nie mit uns gesprochen: Ein Name steht hier nicht.",
        "\(n)\(more) haben etwas damit getan und nie mit uns gesprochen: Namen stehen hier nicht.")
    },
    nobodyReacted: "Soweit wir wissen, hat niemand etwas damit getan.",
    samples: "Was der Ort gezählt hat",
    samplesHint:
      "Gefragt nach 1, 5 und 15 Minuten, 1, 6 und 24 Stunden, dann zwei Wochen lang täglich; außerdem, als es bemerkt und als es berichtigt wurde. Nur Zahlen, aufgehoben mit unserem Beitrag.",
    noSamples: "Der Ort wurde noch nicht gefragt oder sagt nichts.",
    age: "Nach",
    readers: "Leser",
    likes: "Gefällt",
    shares: "Weitergegeben",
    answers: "Antworten",
    quotes: "Zitate",
    untold: "nicht gesagt",
    noticed: "vermerkt",
    fixed: "berichtigt",
    moment: { what, clock in "\(what) um \(clock)" },
    notCounted: { moment in "\(moment): damals wurde dort nicht gezählt." },
    attention: "Was über Aufmerksamkeit angenommen wird",
    attentionLead:
      "Wo ein Ort keine Leser zählt, wird hieraus geschätzt, wer einen Beitrag gesehen hat. Einer von zwanzig Fällen liegt wohl unter der ersten Zahl, die Hälfte unter der zweiten, einer von zwanzig über der dritten.",
    attentionNone: "Kein Ort, den dieser Schreibtisch kennt, sagt, wie viele dort zuhören.",
    onlyHalfLife:
      "Dort werden Leser gezählt, und wer folgt, wird nicht gesagt: Nur wie schnell sie kommen, wirkt, zwischen zwei Zählungen und nach der letzten.",
    shareLabel: "So viele von allen, die folgen, sehen einen Beitrag je",
    halfLifeLabel: "Die Hälfte von ihnen hat ihn gesehen binnen",
    overlapLabel: "So viele, die jemandem folgen, der weitergibt, folgen auch uns",
    repliesLabel: "Eine Antwort an jemanden bekommen so viele gezeigt, die uns folgen",
    inHundred: "von hundert",
    minutes: "Minuten",
    source: "Woher die veröffentlichten Zahlen kommen",
    note: "Woher eure Zahlen kommen",
    noteHint: "Dein Team liest es hier.",
    save: "Diese Zahlen nehmen",
    forget: "Wieder die veröffentlichten Zahlen nehmen",
    forgetHint: "Oder die an euren eigenen gezählten Beiträgen gewonnenen, sobald es fünf sind.")

  private static func tail(_ surely: Int) -> String { surely > 0 ? "; \(surely) sicher." : "." }
}
