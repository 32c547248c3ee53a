public import Foundation

/// One line of a file with its number, counted from one.
public struct NumberedLine: Sendable {
  public var number: Int
  public var post: Result<PostLine, LineFault>

  public init(number: Int, post: Result<PostLine, LineFault>) {
    self.number = number
    self.post = post
  }
}

/// The lines of a file of posts, read as they are asked for, so that a file may be larger than memory. Empty lines are
/// passed over.
public struct PostLines: Sequence, IteratorProtocol {
  /// Bytes of one line; a longer one is a fault of its own and does not end the file.
  static let longest = 4 << 20
  private static let chunk = 1 << 16

  private let file: FileHandle
  private var waiting: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false
  private var failure: LineFault?

  public init(_ file: FileHandle) { self.file = file }

  public mutating func next() -> NumberedLine? {
    while let (line, isTooLong) = nextLine() {
      number += 1
      if isTooLong {
        return NumberedLine(
          number: number,
          post: .failure(LineFault("this line is longer than \(Self.longest >> 20) MiB")))
      }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return NumberedLine(number: number, post: Self.read(line, isFirst: number == 1))
    }
    guard let failure else { return nil }
    self.failure = nil
    return NumberedLine(number: number + 1, post: .failure(failure))
  }

  private static func read(_ line: [UInt8], isFirst: Bool) -> Result<PostLine, LineFault> {
    // A byte order mark, as some editors write it.
    let line = isFirst && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    do {
      return .success(try PostLine.read(line))
    } catch let fault as LineFault {
      return .failure(fault)
    } catch {
      return .failure(LineFault("this cannot be read"))
    }
  }

  private mutating func nextLine() -> (line: [UInt8], isTooLong: Bool)? {
    var line: [UInt8] = []
    var isTooLong = false
    var isAny = false
    while true {
      if position == waiting.count, !fill() { return isAny ? (line, isTooLong) : nil }
      isAny = true
      let end = waiting[position...].firstIndex(of: 0x0A) ?? waiting.endIndex
      if !isTooLong { line += waiting[position..<end] }
      if line.count > Self.longest {
        isTooLong = true
        line = []
      }
      position = end
      if end < waiting.endIndex {
        position += 1
        return (line, isTooLong)
      }
    }
  }

  private mutating func fill() -> Bool {
    do {
      guard !isAtEnd, let data = try file.read(upToCount: Self.chunk), !data.isEmpty else {
        isAtEnd = true
        return false
      }
      waiting = Array(data)
      position = 0
      return true
    } catch {
      isAtEnd = true
      failure = LineFault("the file cannot be read further: \(error)")
      return false
    }
  }
}
