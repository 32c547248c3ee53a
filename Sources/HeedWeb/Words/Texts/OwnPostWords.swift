/// Changing and deleting our own words.
public struct OwnPostWords: Sendable {
  var editTitle: String
  var editLead: String
  var text: String
  var change: String
  var deleteTitle: String
  var deleteLead: @Sendable (_ place: String) -> String
  var delete: @Sendable (_ place: String) -> String
}
