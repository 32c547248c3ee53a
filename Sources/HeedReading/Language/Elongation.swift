/// Words of which a letter was drawn out: "sooo goood" is no language of its own.
enum Elongation {
  /// The word with each of its letters once where it stood several times: beside the two that `Pieces` leaves it is the
  /// other word that may be meant.
  static func single(_ letters: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var single: [UInt32] = []
    for letter in letters where letter != single.last { single.append(letter) }
    return single[...]
  }
}
