extension MeWords {
  static let english = MeWords(
    title: "You",
    hereUntil: "Here today until",
    hereUntilHint: "Your team sees it. Leave it empty to say nothing.",
    timeZone: "Time zone",
    language: "Language of the desk",
    yourLanguage: "Your language",
    keys: "Single-letter keys",
    keysHint: "j and k to move, r to reply. Switch them off if they get in your way.",
    passwordTitle: "Password",
    oldPassword: "Your password now",
    newPassword: "A new one",
    changePassword: "Change the password",
    passwordWhy: "So that nobody else does this at your desk.",
    secondFactor: "Second factor",
    factorOn: "You are asked for a code from your authenticator when you sign in.",
    factorOff: "Your password alone opens this desk.",
    changeFactor: "Change this",
    factorLead:
      "With a second factor a stolen password is not enough. You need an authenticator app.",
    factorBegin: "Turn it on",
    factorEnd: "Turn it off",
    factorKey:
      "Scan this with your authenticator, or type the key into it; then give the six digits that it shows.",
    factorScan: "The key as a QR code, to be scanned",
    factorOpen: "Open it in the authenticator on this device",
    factorConfirm: "Confirm",
    sessionsTitle: "Where you are signed in",
    sessionsLead: {
      "A browser that you do not use for \($0) days is signed out by itself, and each one \($1) days after its sign-in."
    },
    thisSession: "This browser",
    unknownDevice: "A browser",
    signedInAt: { "signed in \($0)" },
    seenAt: { "last used \($0)" },
    signOutThere: "Sign out there",
    signOut: "Sign out",
    onlyListen: "I would rather only listen",
    onlyListenHint:
      "You read on and say nothing for the desk. What you said stays yours; whoever leads can make you a member again when you ask.",
    onlyListenNow: "Only listen from now on")
}
