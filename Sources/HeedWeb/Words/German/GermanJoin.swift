extension JoinWords {
  static let german = JoinWords(
    title: { organisation in "Bei \(organisation) mitmachen" },
    invited: { name, role in "\(name) lädt dich ein, hier Menschen zu antworten, als \(role)." },
    invitedToRead: { name in
      "\(name) lädt dich ein, hier mitzulesen, als Beobachter: du siehst, was gesagt wird, und antwortest niemandem."
    },
    invitedPlainly: { role in "Du bist eingeladen, hier Menschen zu antworten, als \(role)." },
    tooLate: "Diese Einladung ist vorbei",
    tooLateHint:
      "Sie wurde benutzt, oder ihre Zeit ist um. Wer sie dir schickte, kann dir eine neue geben.",
    name: "Dein Name",
    nameHint: "Wie Menschen draußen ihn lesen.",
    initials: "Dein Kürzel",
    initialsHint:
      "Höchstens vier Buchstaben; sie unterschreiben deine Antworten, wo das üblich ist.",
    email: "Mailadresse",
    emailHint: "Damit meldest du dich an. Draußen sieht sie niemand.",
    password: "Passwort",
    passwordHint: "Mindestens zehn Zeichen; ein Satz ist gut.",
    button: "Mitmachen")
}
