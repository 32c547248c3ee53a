extension SignInWords {
  static let german = SignInWords(
    title: "Anmelden",
    heading: { organisation in "Bei \(organisation) anmelden" },
    button: "Anmelden",
    forgot: "Passwort vergessen? Wer diesen Schreibtisch betreibt, kann dir ein neues geben.",
    notice: "Was dieser Schreibtisch behält und warum",
    codeTitle: "Noch ein Schritt",
    codeLead: "Öffne deine Authenticator-App und tippe die sechs Ziffern für diesen Schreibtisch.",
    code: "Sechs Ziffern")
}
