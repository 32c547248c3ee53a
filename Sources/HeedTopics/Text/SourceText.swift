/// A text that is being read, with what is known about its scalars: questions that are answered by
/// looking, without reading on.
struct SourceText {
  let bytes: UTF8Text
  private let cells: UnsafeMutablePointer<ScalarTable.Cell>
  private let pages: UnsafeMutablePointer<UInt32>

  /// The bytes must be valid UTF-8, and stay as they are while this is used.
  init(start: UnsafePointer<UInt8>, count: Int) {
    bytes = UTF8Text(start: start, count: count)
    cells = ScalarTable.shared.cells
    pages = ScalarTable.shared.pages
  }

  @inline(__always)
  var count: Int { bytes.count }

  @inline(__always)
  subscript(index: Int) -> UInt8 { bytes[index] }

  @inline(__always)
  func value(at index: Int) -> (value: UInt32, end: Int) { bytes.value(at: index) }

  @inline(__always)
  func cell(ascii byte: UInt8) -> ScalarTable.Cell { cells[Int(byte)] }

  @inline(__always)
  func cell(_ value: UInt32) -> ScalarTable.Cell {
    if value < 0x80 { return cells[Int(value)] }
    return cells[Int(pages[Int(value >> 8)] &+ (value & 0xFF))]
  }

  @inline(__always)
  func traits(_ value: UInt32) -> ScalarTable.Traits { cell(value).traits }

  /// Whether a tag, a handle or a link may begin at this place.
  @inline(__always)
  func isBoundary(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = bytes.value(before: index)
    if before == 0x26 || before == 0x2F { return false }
    let traits = traits(before)
    return !traits.has(.word) || traits.has(.unspaced)
  }
}
