extension SignInWords {
  static let english = SignInWords(
    title: "Sign in",
    heading: { organisation in "Sign in to \(organisation)" },
    button: "Sign in",
    forgot: "Forgot the password? Whoever runs this desk can give you a new one.",
    notice: "What this desk keeps, and why",
    codeTitle: "One more step",
    codeLead: "Open your authenticator and type the six digits that it shows for this desk.",
    code: "Six digits")
}
