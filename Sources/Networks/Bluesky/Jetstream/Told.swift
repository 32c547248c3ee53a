/// One message of a stream, understood.
struct Told: Sendable, Equatable {
  enum What: Sendable, Equatable {
    case post(key: String, PostRecord, isEdit: Bool)
    case removed(key: String)
    /// How somebody wants to be called and read, from now on.
    case profile(ProfileRecord)
    case handle(String)
    /// The account was deleted or taken down, and all that it said with it.
    case gone
    /// The server no longer has what the cursor asked for.
    case gap
    /// Nothing for the desk; it only says how late it is.
    case nothing
  }

  /// Whose it is.
  var did: String
  /// When the server witnessed it, in microseconds since 1970: what its cursors count. `nil` where it does not say.
  var at: Int64?
  var what: What
}
