extension AccountWords {
  static let english = AccountWords(
    new: "Connect an account",
    newLead:
      "Where the place permits it you sign in there, not here. What the desk keeps of it is sealed.",
    network: "Network",
    server: "Server or address",
    serverHint:
      """
      For example bolha.example, @you@bolha.example, your handle on Bluesky, or help@shop.example \
      for a mailbox.
      """,
    whose: "Whose account it is",
    organisations: "the organisation's",
    ownHandle: "my own, which I lend",
    lentBy: { name in "lent by \(name)" },
    goOn: "Go on",
    signInTo: { server in "Sign in to \(server)" },
    openServer: { server in "Open \(server)" },
    code: "The code that it shows",
    codeHint: "It works once and for a few minutes.",
    token: "Access token or app password",
    tokenHint: "It is sealed as soon as you send it.",
    password: "Its password there",
    passwordHint:
      "It is sealed as soon as you send it, and given to its own servers alone.",
    finish: "Finish",
    change: "Change",
    changeOf: { address in "Change \(address)" },
    signInAgain: "Sign in again",
    signInAgainOf: { address in "Sign in again: \(address)" },
    howSigned: "How replies say who wrote them",
    withInitials: "with initials, ^AL",
    withName: "with the first name, – Alicia",
    withNothing: "with nothing: the handle is one person's",
    answerers: "Who answers private messages here",
    answerersHint: "They alone see them.",
    removeTitle: "Stop answering from here",
    removeHint: "What was said stays on the record; the key is forgotten at once.",
    remove: "Remove the account")
}
