/// The team.
public struct MembersWords: Sendable {
  var title: @Sendable (_ n: Int) -> String
  var lead: String
  var you: String
  var joined: String
  var hereUntil: @Sendable (_ time: String) -> String
  var roleOf: @Sendable (_ name: String) -> String
  var change: String
  /// Opens what can be changed about somebody.
  var changes: String
  var changesOf: @Sendable (_ name: String) -> String
  var changeRoleOf: @Sendable (_ name: String) -> String
  var leave: String
  var leaves: @Sendable (_ name: String) -> String
  var lastLead: String
  var inviteTitle: String
  var inviteHint: String
  var role: String
  var roleHint: String
  var invite: String
  var openLinks: String
  var linkBy: @Sendable (_ role: String, _ name: String) -> String
  var linkUntil: String
  var withdraw: String
  var withdrawOf: @Sendable (_ role: String, _ name: String) -> String
  var newPassword: String
  var newPasswordOf: @Sendable (_ name: String) -> String
  var passwordLinkHint: @Sendable (_ name: String) -> String
  var newPasswordAsk: @Sendable (_ name: String) -> String
  var newPasswordAskText: String
  var newPasswordYes: String
  var newPasswordTitle: String
  var newPasswordLead: @Sendable (_ name: String) -> String
  var newPasswordKeep: String
  var passwordLinkOver: String
  var passwordLinkOverHint: String
  var linkTitle: String
  var linkHint: @Sendable (_ role: String) -> String
}
