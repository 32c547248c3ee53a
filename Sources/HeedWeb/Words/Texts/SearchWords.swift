/// Search over everything stored.
public struct SearchWords: Sendable {
  var title: String
  var field: String
  var button: String
  var hint: String
  var nothing: @Sendable (_ query: String) -> String
  var keepAsTopic: String
}
