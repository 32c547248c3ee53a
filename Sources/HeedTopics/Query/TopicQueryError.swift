/// Why a text is no query, where, and how it would be one.
public struct TopicQueryError: Error, Sendable, Hashable {
  /// What is wrong, for programs.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case empty
    case tooLong
    case tooManyTerms
    case tooDeep
    case unclosedQuote
    case emptyQuote
    case missingClose
    case unexpectedClose
    case emptyGroup
    case danglingOperator
    case nothingToFind
    case misplacedStar
    case exactNeedsWords
    case nearWithoutNumber
    case nearTooFar
    case nearNeedsWords
    case nearTwice
    case unknownField
    case missingValue
    case unknownValue
  }

  public let code: Code
  /// The place in the source, in characters.
  public let range: Range<Int>
  /// One or two plain sentences to show to whoever wrote the query.
  public let wording: Wording
  /// The whole query as it was probably meant; it may hold a further mistake.
  public let repair: String?

  /// The wording in English.
  public var message: String { wording.text }
}

/// Where an error is while the query is still a row of scalars.
struct Mistake: Error {
  let code: TopicQueryError.Code
  let range: Range<Int>
  let message: Wording
  /// What to put in place of a part of the source, if that would help.
  var edit: (range: Range<Int>, text: String)?

  func error(in scalars: [Unicode.Scalar]) -> TopicQueryError {
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    let start = text(0..<range.lowerBound).count
    let end = text(0..<range.upperBound).count
    let repaired = edit.map {
      text(0..<$0.range.lowerBound) + $0.text + text($0.range.upperBound..<scalars.count)
    }
    let repair = repaired.flatMap { text -> String? in
      let trimmed = Self.trimmed(text)
      return trimmed.isEmpty ? nil : trimmed
    }
    return TopicQueryError(
      code: code, range: start..<max(start, end), wording: message, repair: repair)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    while let first = scalars.first, first.properties.isWhitespace {
      scalars = scalars.dropFirst()
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
