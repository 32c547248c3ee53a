/// What an invitation opens.
public struct JoinWords: Sendable {
  var title: @Sendable (_ organisation: String) -> String
  var invited: @Sendable (_ name: String, _ role: String) -> String
  var invitedToRead: @Sendable (_ name: String) -> String
  var invitedPlainly: @Sendable (_ role: String) -> String
  var tooLate: String
  var tooLateHint: String
  var name: String
  var nameHint: String
  var initials: String
  var initialsHint: String
  var email: String
  var emailHint: String
  var password: String
  var passwordHint: String
  var button: String
}
