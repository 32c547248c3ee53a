/// Accounts that can answer.
public struct AccountWords: Sendable {
  var new: String
  var newLead: String
  var network: String
  var server: String
  var serverHint: String
  var whose: String
  var organisations: String
  var ownHandle: String
  var lentBy: @Sendable (_ name: String) -> String
  var goOn: String
  var signInTo: @Sendable (_ server: String) -> String
  var openServer: @Sendable (_ server: String) -> String
  var code: String
  var codeHint: String
  var token: String
  var tokenHint: String
  var password: String
  var passwordHint: String
  var finish: String
  var change: String
  var changeOf: @Sendable (_ address: String) -> String
  var signInAgain: String
  var signInAgainOf: @Sendable (_ address: String) -> String
  var howSigned: String
  var withInitials: String
  var withName: String
  var withNothing: String
  var answerers: String
  var answerersHint: String
  var removeTitle: String
  var removeHint: String
  var remove: String
}
