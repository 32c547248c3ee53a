/// Asking before something is removed.
public struct ConfirmWords: Sendable {
  var topic: @Sendable (_ name: String) -> String
  var topicText: String
  var source: @Sendable (_ name: String) -> String
  var sourceText: String
  var account: @Sendable (_ name: String) -> String
  var accountText: String
  var member: @Sendable (_ name: String) -> String
  var memberText: String
  var remove: String
  var leaves: @Sendable (_ name: String) -> String
}
