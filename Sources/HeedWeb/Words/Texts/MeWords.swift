/// What a member decides for themselves.
public struct MeWords: Sendable {
  var title: String
  var hereUntil: String
  var hereUntilHint: String
  var timeZone: String
  var language: String
  var yourLanguage: String
  var keys: String
  var keysHint: String
  var passwordTitle: String
  var oldPassword: String
  var newPassword: String
  var changePassword: String
  var passwordWhy: String
  var secondFactor: String
  var factorOn: String
  var factorOff: String
  var changeFactor: String
  var factorLead: String
  var factorBegin: String
  var factorEnd: String
  var factorKey: String
  var factorScan: String
  var factorOpen: String
  var factorConfirm: String
  var sessionsTitle: String
  /// After how many days without a visit, and after how many at the latest.
  var sessionsLead: @Sendable (Int, Int) -> String
  var thisSession: String
  var unknownDevice: String
  var signedInAt: @Sendable (String) -> String
  var seenAt: @Sendable (String) -> String
  var signOutThere: String
  var signOut: String
  var onlyListen: String
  var onlyListenHint: String
  var onlyListenNow: String
}
