extension MembersWords {
  static let german = MembersWords(
    title: { n in Plural.german(n, "Du allein", "\(Spelled.german(n)) von euch") },
    lead: "Alle dürfen sprechen, außer denen, die nur lesen möchten.",
    you: "du",
    joined: "dabei seit",
    hereUntil: { time in "da bis \(time)" },
    roleOf: { name in "Rolle von \(name)" },
    change: "Ändern",
    changes: "Ändern…",
    changesOf: { name in "Ändern, was \(name) darf" },
    changeRoleOf: { name in "Rolle von \(name) ändern" },
    leave: "Geht…",
    leaves: { name in "\(name) verlässt das Team" },
    lastLead: "die einzige Leitung",
    inviteTitle: "Jemanden einladen",
    inviteHint:
      "Du bekommst einen Link zum Weitergeben; er macht einen Menschen zum Mitglied, einmal.",
    role: "Als",
    roleHint:
      """
      Ein Mitglied antwortet. Eine Leitung nimmt auch Menschen, Orte und Konten auf. Ein \
      Beobachter liest.
      """,
    invite: "Link erstellen",
    openLinks: "Links, die noch niemand benutzt hat",
    linkBy: { role, name in "Für ein Mal \(role), von \(name)" },
    linkUntil: "gilt bis",
    withdraw: "Zurückziehen",
    withdrawOf: { role, name in "Den Link für ein Mal \(role) von \(name) zurückziehen" },
    newPassword: "Neues Passwort …",
    newPasswordOf: { name in "Ein neues Passwort für \(name)" },
    passwordLinkHint: { name in
      "Damit wählt \(name) ein neues Passwort, einmal. Das alte öffnet nichts mehr, und alle Sitzungen sind beendet; ein zweiter Faktor bleibt. Er gilt bis"
    },
    newPasswordAsk: { name in "Ein neues Passwort für \(name)?" },
    newPasswordAskText:
      "Das Passwort öffnet von da an nichts mehr, und überall wird abgemeldet. Du bekommst einen Link zum Weitergeben; damit wird ein neues gewählt, einmal, binnen eines Tages. Ein zweiter Faktor bleibt.",
    newPasswordYes: "Den Link machen",
    newPasswordTitle: "Wähl ein neues Passwort",
    newPasswordLead: { name in "Für \(name). Dieser Link gilt einmal." },
    newPasswordKeep: "Behalten",
    passwordLinkOver: "Dieser Link ist vorbei",
    passwordLinkOverHint:
      "Er wurde benutzt, oder sein Tag ist um. Bitte eine Leitung um einen neuen.",
    linkTitle: "Gib diesen Link weiter; er wird nur jetzt gezeigt",
    linkHint: { role in "Gilt einmal, als \(role), bis" })
}
