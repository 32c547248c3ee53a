/// What stands beside a draft, to think first.
public struct ThinkWords: Sendable {
  var rules: String
  var rulesLead: String
  var noRules: String
  var addRule: String
  var changeRule: String
  var title: String
  var text: String
  var query: String
  var queryHint: String
  var kind: String
  var fact: String
  var caution: String
  var save: String
  var remove: String
  var removeOf: @Sendable (_ title: String) -> String
  var touched: String
  var ruleSaved: String
  var ruleRemoved: String
  var saidBefore: @Sendable (_ times: Int, _ isAtLeast: Bool, _ people: Int) -> String
  var saidHint: String
  var came: String
  var seeReply: @Sendable (_ name: String) -> String
  var theCause: String
  var gatheredAs: String
  var fromSo: @Sendable (_ conversations: Int) -> String
  var allLead: String
  var nothingGathers: String
  var noneSaid: String
  var noneSaidHint: String
  var mayReadCross: String
  var mayReadCrossHint: String
  var unsaid: String
  var unsaidHint: String
  var privately: String
  var note: String
  var person: String
  var elsewhere: String
  var nowhere: String
}
