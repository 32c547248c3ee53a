extension ErrorsWords {
  static let english = ErrorsWords(
    notFound: "Nothing is here",
    notFoundText: "It may have gone by its author's wish, or by its time.",
    noSuchPage: "There is no such page. Look at its address once more.",
    forbidden: "This is not yours to see",
    forbiddenText: "Private words are seen by those who answer them; some pages are for leads.",
    invalid: "Something does not fit",
    invalidText: "Go back, look at the field that is marked, and try again.",
    seeField: "It was not taken. See what is wrong in the field that is marked.",
    signedOut: "You are signed out",
    signedOutText: "Sign in again; what you typed is kept as a draft.",
    conflict: "Somebody was first",
    conflictText: "Nothing of yours was lost. Look again before you go on.",
    tooMany: "Too many tries",
    tooManyText: "Wait a few minutes, then try again.",
    unavailable: "Something outside does not answer",
    unavailableText: "Nothing was lost. Try again in a while.",
    broken: "This is our fault",
    brokenText: "The desk stumbled. Nothing that it had acknowledged is lost; the log says more.",
    turnOn: "Turn it on in Settings",
    home: "Back to Today")
}
