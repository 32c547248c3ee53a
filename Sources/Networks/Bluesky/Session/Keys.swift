import HeedNetwork

/// What the credentials of an account hold, by name.
enum Key {
  /// How the account was signed in: `password` or `oauth`.
  static let way = "way"
  static let access = "access"
  static let refresh = "refresh"
  /// Whether private messages may be read and written: `yes` or `no`.
  static let messages = "messages"
  /// Set while somebody exchanges the refresh token: until when, in milliseconds, and a word of theirs.
  static let renewing = "renewing"
  /// OAuth alone: the private key of the proofs, in base64; who gave the tokens; where they are exchanged; as whom.
  static let proofKey = "proofKey"
  static let issuer = "issuer"
  static let tokenEndpoint = "tokenEndpoint"
  static let clientID = "clientID"
}

extension Credentials {
  var isOAuth: Bool { self[Key.way] == "oauth" }

  func with(_ changes: [String: String?]) -> Credentials {
    var values = all
    for (name, value) in changes { values[name] = value }
    return Credentials(values)
  }
}
