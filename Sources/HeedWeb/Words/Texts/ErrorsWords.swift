/// When something did not work.
public struct ErrorsWords: Sendable {
  var notFound: String
  var notFoundText: String
  /// For an address that the desk does not have.
  var noSuchPage: String
  var forbidden: String
  var forbiddenText: String
  var invalid: String
  var invalidText: String
  var seeField: String
  var signedOut: String
  var signedOutText: String
  var conflict: String
  var conflictText: String
  var tooMany: String
  var tooManyText: String
  var unavailable: String
  var unavailableText: String
  var broken: String
  var brokenText: String
  /// To a lead, beside a public page that is off.
  var turnOn: String
  var home: String
}
