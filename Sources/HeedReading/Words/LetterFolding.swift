import Foundation

/// A text without what nobody sees in it, and with the plain letters for those that only look otherwise: whoever writes
/// `bro‹zero-width space›ken` or in full-width letters is read as everybody reads it.
///
/// Taken away is what Unicode has ignored (`Default_Ignorable_Code_Point` of DerivedCoreProperties.txt), but for what
/// joins letters and emoji; letters with a compatibility decomposition get it (NFKC, UAX #15), one by one.
/// `Scripts/reading/text.py` does the same.
enum LetterFolding {
  static func folded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { changes($0.value) }) else { return text }
    var folded = ""
    folded.unicodeScalars.append(
      contentsOf: scalars(of: text, most: .max).lazy.compactMap(Unicode.Scalar.init))
    return folded
  }

  /// - Parameter most: how many are made at most.
  static func scalars(of text: String, most: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(min(text.utf8.count, most))
    for scalar in text.unicodeScalars {
      guard scalars.count < most else { break }
      let value = scalar.value
      guard changes(value) else {
        scalars.append(value)
        continue
      }
      if isHidden(value) { continue }
      // Of many joiners in a row one stays, and none between letters that know of none.
      if isJoiner(value) {
        if let last = scalars.last, last >= firstJoined, !isJoiner(last) { scalars.append(value) }
        continue
      }
      for plain in folds[value] ?? [value] where scalars.count < most { scalars.append(plain) }
    }
    return scalars
  }

  /// Whether it is anything but what it seems; most are told by one look.
  @inline(__always)
  private static func changes(_ value: UInt32) -> Bool {
    guard value >= 0xAD else { return false }
    return isHidden(value) || isJoiner(value) || mayFold(value) && folds[value] != nil
  }

  /// Spares most scripts the look into the table.
  private static func mayFold(_ value: UInt32) -> Bool {
    switch value {
    case 0x2B0...0x2B8, 0x1D2C...0x24E9, 0xFB00...0x1D7FF, 0x1F130...0x1F149: true
    default: false
    }
  }

  /// Behind Latin letters and their accents.
  private static let firstJoined: UInt32 = 0x370

  private static func isJoiner(_ value: UInt32) -> Bool { value == 0x200C || value == 0x200D }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B,
      0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0D, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFF8, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x2B0...0x2B8, 0x1D2C...0x1D6A, 0x1D9B...0x1DBF, 0x2071...0x209C, 0x2102...0x2138,
    0x213A...0x2149, 0x24B6...0x24E9, 0xFB00...0xFB06, 0xFB50...0xFDFB, 0xFE70...0xFEFC,
    0xFF01...0xFF5E, 0xFF66...0xFF9F, 0x1D400...0x1D7FF, 0x1F130...0x1F149,
  ]

  private static let folds: [UInt32: [UInt32]] = {
    var folds: [UInt32: [UInt32]] = [:]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // What is a sign beside the word, as a trade mark's, stays one.
      if value >= 0x2102, value <= 0x2149, !scalar.properties.isAlphabetic { continue }
      let plain = String(Character(scalar)).precomposedStringWithCompatibilityMapping
        .unicodeScalars.map(\.value)
      if plain != [value], !plain.contains(0x20) { folds[value] = plain }
    }
    return folds
  }()
}
