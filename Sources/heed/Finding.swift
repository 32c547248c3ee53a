/// What one look of `heed doctor` found, and what to do about it.
struct Finding: Equatable, Sendable {
  enum State: String, Sendable {
    case well
    /// It works, or nobody can tell from here; somebody should know.
    case look
    /// The desk cannot do its work like this.
    case broken
  }

  var state: State
  var subject: String
  var text: String

  static func well(_ subject: String, _ text: String) -> Self {
    Self(state: .well, subject: subject, text: text)
  }
  static func look(_ subject: String, _ text: String) -> Self {
    Self(state: .look, subject: subject, text: text)
  }
  static func broken(_ subject: String, _ text: String) -> Self {
    Self(state: .broken, subject: subject, text: text)
  }

  var line: String {
    let state = state.rawValue
    return state + String(repeating: " ", count: 8 - state.count) + "\(subject): \(text)"
  }
}
