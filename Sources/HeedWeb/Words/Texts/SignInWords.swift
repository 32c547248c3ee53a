/// Signing in.
public struct SignInWords: Sendable {
  var title: String
  var heading: @Sendable (_ organisation: String) -> String
  var button: String
  var forgot: String
  var notice: String
  var codeTitle: String
  var codeLead: String
  var code: String
}
