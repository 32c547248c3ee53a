/// Search over everything stored.
public struct SearchWords: Sendable {
  var title: String
  var field: String
  var button: String
  var hint: String
  var nothing: @Sendable (_ query: String) -> String
  var keepAsTopic: String
  var morePeople: String
  /// Looking was cut off there.
  var lookedBack: @Sendable (_ day: String) -> String
  var nothingYet: @Sendable (_ query: String) -> String
  var goOn: String
  var found: @Sendable (_ n: Int) -> String
  /// - Parameters:
  ///   - n: posts in 30 days.
  ///   - judged: by how many it is judged, and over which time these were said.
  var foundAbout: @Sendable (_ n: String, _ judged: Int, _ span: String) -> String
}
