extension JoinWords {
  static let german = JoinWords(
    title: { organisation in "Bei \(organisation) mitmachen" },
    invited: { name, role in "\(name) lädt dich ein, hier Menschen zu antworten, als \(role)." },
    invitedPlainly: { role in "Du bist eingeladen, hier Menschen zu antworten, als \(role)." },
    tooLate: "Diese Einladung ist vorbei",
    tooLateHint:
      "Sie wurde benutzt, oder ihre Zeit ist um. Bitte um eine neue, wer sie dir sandte.",
    name: "Dein Name",
    nameHint: "Wie Menschen draußen ihn lesen.",
    initials: "Dein Kürzel",
    initialsHint:
      "Höchstens vier Buchstaben; sie unterschreiben deine Antworten, wo das Sitte ist.",
    email: "Mailadresse",
    emailHint: "Damit meldest du dich an. Draußen sieht sie niemand.",
    password: "Passwort",
    passwordHint: "Mindestens zwölf Zeichen; ein Satz ist gut.",
    button: "Mitmachen")
}
