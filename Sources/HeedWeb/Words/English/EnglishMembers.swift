extension MembersWords {
  static let english = MembersWords(
    title: { n in Plural.english(n, "You alone", "\(Spelled.english(n)) of you") },
    lead: "Everyone may speak, but for those who only wish to read.",
    you: "you",
    joined: "joined",
    hereUntil: { time in "here until \(time)" },
    roleOf: { name in "Role of \(name)" },
    change: "Change",
    changeRoleOf: { name in "Change the role of \(name)" },
    leave: "Leaves…",
    leaves: { name in "\(name) leaves the team" },
    lastLead: "the only lead",
    inviteTitle: "Invite somebody",
    inviteHint: "You get a link to pass on; it makes one person a member, once.",
    role: "As",
    roleHint: "A member answers. A lead also adds people, places and accounts. An observer reads.",
    invite: "Make a link",
    linkTitle: "Pass this link on; it is shown only now",
    linkHint: { role in "For one \(role), until" })
}
