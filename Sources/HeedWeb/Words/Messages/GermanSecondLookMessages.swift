/// A second look at a draft.
extension MessageWords {
  static let germanSecondLooks: Room = [
    "That is too long for a question. Your draft is kept.":
      "Das ist zu lang für eine Frage. Dein Entwurf ist aufgehoben.",
    "Ask somebody who may see this conversation. Your draft is kept.":
      "Frage jemanden, der dieses Gespräch sehen darf. Dein Entwurf ist aufgehoben.",
    "%1 colleagues look at it already. Your draft is kept.":
      "%1 aus dem Team sehen schon darauf. Dein Entwurf ist aufgehoben.",
    "That is too long.": "Das ist zu lang.",
    "What you proposed was taken already. Nothing was changed.":
      "Was du vorgeschlagen hast, wurde schon genommen. Nichts wurde geändert.",
    "Nobody asks you to look at that, or the conversation is not yours to see.":
      "Niemand bittet dich, darauf zu sehen, oder du darfst das Gespräch nicht sehen.",
    "It went out already. What you typed stays here to be copied.":
      "Es ist schon hinausgegangen. Was du getippt hast, steht hier noch zum Kopieren.",
    "The draft was given up. What you typed stays here to be copied.":
      "Der Entwurf wurde verworfen. Was du getippt hast, steht hier noch zum Kopieren.",
    "You are not asked any more. What you typed stays here to be copied.":
      "Du wirst nicht mehr gefragt. Was du getippt hast, steht hier noch zum Kopieren.",
    "There are no words to take. Your draft is as it was.":
      "Es gibt keine Worte zu nehmen. Dein Entwurf ist, wie er war.",
    "Nothing was taken. Your draft is as it was.":
      "Es war nichts genommen. Dein Entwurf ist, wie er war.",
  ]
}
