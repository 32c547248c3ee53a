extension ThinkWords {
  static let english = ThinkWords(
    rules: "House rules",
    rulesLead:
      "Short cards of facts and cautions. One is shown beside a draft that touches it; it never stands in its way.",
    noRules: "No card yet. What do new colleagues get wrong first?",
    addRule: "A new card",
    changeRule: "Change it",
    title: "Title",
    text: "The fact, or the caution",
    query: "Words that wake it",
    queryHint: "As in a topic: charger OR \"power supply\", refund*",
    kind: "What it is",
    fact: "fact",
    caution: "caution",
    save: "Keep the card",
    remove: "Remove",
    removeOf: { title in "Remove the card “\(title)”" },
    touched: "House rules that this touches",
    ruleSaved: "The card is kept.",
    ruleRemoved: "The card is gone.",
    saidBefore: { times, isAtLeast, people in
      let often = Plural.english(times, "once", "\(times) times")
      let to = Plural.english(people, "one person", "\(people) people")
      return isAtLeast
        ? "You all said nearly this \(times) times or more, to \(to) or more."
        : "You all said nearly this \(often) before, to \(to)."
    },
    saidHint: "If it has to be said so often, something causes it.",
    came: "What came back to the newest:",
    seeReply: { name in "To \(name)" },
    theCause: "See all, and what causes it",
    gatheredAs: "Those who were told this are gathered in",
    fromSo: { n in Plural.english(n, "(one conversation)", "(\(n) conversations)") },
    allLead:
      "What is said again and again has a cause. Each stands with what it answered and what came back.",
    nothingGathers: "Nothing gathers yet what these answer.",
    noneSaid: "These replies are not here",
    noneSaidHint: "They are gone, or not yours to see.",
    mayReadCross: "This may read as cross",
    mayReadCrossHint: "You know how you mean it. Nothing stops you from sending.",
    unsaid: "Everybody will read this, and they did not say it here",
    unsaidHint: "Leave it out, or ask them first. Nothing stops you from sending.",
    privately: "they told you in private",
    note: "a team note says it",
    person: "it stands on their page",
    elsewhere: "they said it in another conversation",
    nowhere: "nobody said it here; it may be somebody else’s")
}
