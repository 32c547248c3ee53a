/// A piece of a text as the readers see it.
struct Piece: Sendable {
  enum Kind: UInt8, Sendable { case word, tag, user, link, number, mark, face }

  var kind: Kind
  /// Where it stands in `Pieces.source`, in Unicode scalars.
  var source: Range<Int>
  /// Its letters in lower case, in `Pieces.letters`.
  var letters: Range<Int>
  /// Two capitals and more, and nothing else.
  var isLoud = false
  /// One letter three times and more in a row; two of them are among its letters.
  var isLong = false
}

/// A text in pieces: words and tags, emoji and smileys, marks; addresses and handles by their place alone.
///
/// `Scripts/reading/text.py` does the same for training. A test compares the two on texts of every kind.
struct Pieces: Sendable {
  private(set) var all: [Piece] = []
  private(set) var letters: [UInt32] = []
  /// The text, as far as it is read, in plain letters and without what nobody sees.
  private(set) var source: [UInt32] = []

  /// What stands behind is not read: nobody's tone needs more to be heard, and a hostile text costs no more than this.
  static let longest = 4000

  init(_ text: String) {
    source = LetterFolding.scalars(of: text, most: Self.longest)
    letters.reserveCapacity(source.count)
    all.reserveCapacity(source.count / 4 + 4)
    var scanner = PieceScanner(classes: .shared)
    source.withUnsafeBufferPointer { scanner.scan($0, all: &all, letters: &letters) }
  }

  /// A piece as it stands in the text.
  func text(of piece: Piece) -> String {
    var text = ""
    for value in source[piece.source] {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
