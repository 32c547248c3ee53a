extension JoinWords {
  static let english = JoinWords(
    title: { organisation in "Join \(organisation)" },
    invited: { name, role in "\(name) invites you to answer people here, as \(role)." },
    invitedToRead: { name in
      "\(name) invites you to read along here, as observer: you see what is said, and answer nobody."
    },
    invitedPlainly: { role in "You are invited to answer people here, as \(role)." },
    tooLate: "This invitation is over",
    tooLateHint: "It was used, or its time is up. Ask whoever sent it for a new one.",
    name: "Your name",
    nameHint: "As people outside will read it.",
    initials: "Your initials",
    initialsHint: "At most four letters; they sign your replies where that is the custom.",
    email: "Mail address",
    emailHint: "You sign in with it. Nobody outside sees it.",
    password: "Password",
    passwordHint: "Ten characters at least; a sentence is good.",
    button: "Join")
}
