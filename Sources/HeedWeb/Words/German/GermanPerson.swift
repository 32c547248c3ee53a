extension PersonWords {
  static let german = PersonWords(
    writesIn: { languages in "Schreibt auf \(languages)." },
    doNotContact: "möchte nicht angeschrieben werden",
    knownAs: "Bekannt als",
    betweenUs: "Zwischen uns",
    earlier: "Früher",
    onlyAboutUs:
      """
      Sprach über euch, nicht zu euch: keine Seite wird geführt, und die Worte gehen nach \
      ihrer Zeit.
      """,
    firstWords: "Das sind die ersten Worte an euch.",
    conversationsSince: { n, date in
      "\(Plural.german(n, "Ein Gespräch", "\(Spelled.german(n)) Gespräche")) seit \(date)\(date.hasSuffix(".") ? "" : ".")"
    },
    lastWith: { name in "\(name) sprach zuletzt mit ihnen," },
    lastWithYou: "Du sprachst zuletzt mit ihnen,",
    noneYet: "Noch hat niemand mit euch gesprochen.",
    noneYetHint: "Wer euch schreibt, erscheint hier, mit dem, was zwischen euch war.",
    noneFound: { query in "Niemand, der mit euch sprach, heißt „\(query)“." },
    people: "Wer mit euch sprach",
    find: "Nach Namen suchen",
    findButton: "Finden",
    lastSpoke: "sprach zuletzt",
    conversations: "Gespräche",
    inOthers: "In Gesprächen, die andere begannen",
    inTalkOf: { name in "Im Gespräch, das \(name) begann" },
    onlyInOthers: { date in
      "Spricht seit \(date) mit euch, in Gesprächen, die andere begannen."
    },
    nothingOfTheirs: "Von ihnen stehen hier keine Worte.",
    firstSpoke: "Sprach zuerst mit euch",
    whoKnows: "Wer von euch sie kennt",
    spokeLast: { name in "\(name), zuletzt" },
    facts: "In Fakten",
    lawNote: "Was zwischen euch war, und nicht mehr. Nichts hier ist eine Bewertung.",
    othersAsked: "Andere fragten Ähnliches",
    allWhoAsked: "Wer Ähnliches gefragt haben könnte",
    whoAskedLike: { name in "Wer wie \(name) fragte" },
    othersAskedLead:
      """
      Gefunden an den Worten und an dem, was sie bedeuten, das Ähnlichste zuerst. Manche \
      werden etwas anderes fragen.
      """,
    nobodyElseAsked: "Sonst hat euch das niemand gefragt, soweit die Worte es zeigen.",
    onlyLikest: "Hier steht nur das Ähnlichste. Es gibt mehr, weniger ähnlich.",
    gatheredAs: "Gesammelt als")
}
