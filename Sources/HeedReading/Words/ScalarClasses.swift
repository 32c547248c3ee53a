/// What a scalar is to the readers, looked up: the properties of Unicode are too slow for each letter of each post.
struct ScalarClasses: Sendable {
  /// Bit by bit, for the first plane.
  private let classes: [UInt8]
  private let lowered: [UInt16]

  static let shared = ScalarClasses()

  private static let letter: UInt8 = 1
  private static let space: UInt8 = 2
  private static let face: UInt8 = 4
  private static let name: UInt8 = 8

  private init() {
    var classes = [UInt8](repeating: 0, count: 0x10000)
    var lowered = [UInt16](repeating: 0, count: 0x10000)
    for value in UInt32(0)..<0x10000 {
      lowered[Int(value)] = UInt16(value)
      guard let scalar = Unicode.Scalar(value) else { continue }
      var bits: UInt8 = 0
      if Self.isLetter(scalar) { bits |= Self.letter }
      if Self.isSpace(value) { bits |= Self.space }
      if Self.isFace(value) { bits |= Self.face }
      if Self.isName(value) { bits |= Self.name }
      classes[Int(value)] = bits
      guard bits & Self.letter != 0, value > 0x40 else { continue }
      let low = scalar.properties.lowercaseMapping.unicodeScalars
      if low.count == 1, let first = low.first, first.value < 0x10000 {
        lowered[Int(value)] = UInt16(first.value)
      }
    }
    self.classes = classes
    self.lowered = lowered
  }

  func isLetter(_ value: UInt32) -> Bool {
    if value < 0x10000 { return classes[Int(value)] & Self.letter != 0 }
    return Unicode.Scalar(value).map(Self.isLetter) ?? false
  }

  func isSpace(_ value: UInt32) -> Bool {
    value < 0x10000 && classes[Int(value)] & Self.space != 0
  }

  func isFace(_ value: UInt32) -> Bool {
    value < 0x10000 ? classes[Int(value)] & Self.face != 0 : value >= 0x1F000 && value <= 0x1FAFF
  }

  /// What a handle goes on with.
  func isName(_ value: UInt32) -> Bool {
    value < 0x10000 && classes[Int(value)] & Self.name != 0
  }

  func lower(_ value: UInt32) -> UInt32 {
    if value < 0x10000 { return UInt32(lowered[Int(value)]) }
    guard let low = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars,
      low.count == 1, let first = low.first
    else { return value }
    return first.value
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      true
    case .nonspacingMark, .spacingMark, .enclosingMark:
      // How an emoji is drawn is no part of a word.
      scalar.value != 0xFE0E && scalar.value != 0xFE0F
    default: false
    }
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isFace(_ value: UInt32) -> Bool {
    switch value {
    case 0x2600...0x27BF, 0x2B50, 0x203C, 0x2049: true
    default: false
    }
  }

  private static func isName(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D, 0x40: true
    default: false
    }
  }
}
