public import HeedModel

/// Sets aside what a place has and cannot hand out, so that it stands in nobody's way, and asks for it again by itself.
///
/// It is a part of the cursor: nobody else knows what it means.
public protocol SettingAside: Network {
  /// What is set aside at a cursor, in words for whoever looks after the source; `nil` where nothing is, or where it was
  /// asked for too seldom to be told.
  func setAside(at cursor: String?) -> Message?

  /// The cursor from which all of it is asked for at once, however often that was done before; otherwise the same.
  func askingAgain(at cursor: String?) -> String?
}
