/// Handing a conversation to a colleague.
public struct HandOverWords: Sendable {
  var title: @Sendable (_ name: String) -> String
  var lead: String
  var to: String
  var nobody: String
  var cannotAnswer: String
  var word: String
  var wordHint: String
  var hand: String
}
