/// What people of one language say. `{shop}`, `{order}`, `{model}`, `{day}`, `{town}` and `{n}` are
/// filled in.
struct Phrasebook: Sendable {
  /// The turns that a conversation can take after its opening.
  enum Line: String, Sendable, CaseIterable {
    /// What we asked for.
    case detail
    /// It is settled, by their word.
    case solved
    case thanks
    /// We promised something, and they will wait.
    case waiting
    /// The time for what we promised is over.
    case promised
    /// Friendly, and not there yet.
    case still
    /// Angry, and calmed by an apology.
    case softened
    case angry
    /// The last word before they go.
    case leaving
    /// We said the same words before.
    case repeated
    /// We were rude.
    case hurt
    /// We took long: said before anything else.
    case finally
    /// We did not answer yet.
    case nudge
    /// We joined talk that was about us, not to us.
    case noticed
    /// Somebody else helps them.
    case aside
    /// Somebody else saw that we were rude.
    case gasp
    /// Somebody knows better than what we said; what holds comes after it.
    case corrects
    /// We put right what they pointed out.
    case mended
    /// Somebody talks with a friend.
    case chat
    /// Added to their own post when all is well.
    case added
  }

  var language: String
  var days: [String]
  /// To us.
  var openings: [Theme: [String]]
  /// About us, among themselves.
  var about: [Theme: [String]]
  var daily: [Interest: [String]]
  var lines: [Line: [String]]

  static let all: [String: Phrasebook] = Dictionary(
    uniqueKeysWithValues: [english, portuguese, spanish, german, polish, japanese, arabic].map {
      ($0.language, $0)
    })

  /// The book of a language; the English one for languages that nobody here writes.
  static func of(_ language: String) -> Phrasebook { all[language] ?? english }
}
