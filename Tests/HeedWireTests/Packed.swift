import Foundation

/// Packed bytes, made by hand (RFC 1951, RFC 1952).
enum Packed {
  /// One stored block.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    return header + [1] + little(count) + little(~count) + bytes + little(checksum(bytes))
      + little(UInt32(bytes.count))
  }

  /// Zeros without end: each block of 13 bits unpacks to 258 bytes.
  static func bomb(blocks: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.write(0b011, count: 3)
    // The literal 0 in the fixed code, most significant bit first.
    bits.writeReversed(0b0011_0000, count: 8)
    for _ in 0..<blocks {
      bits.writeReversed(0b1100_0101, count: 8)
      bits.write(0, count: 5)
    }
    return header + bits.bytes
  }

  private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xedb8_8320 }
      }
    }
    return ~sum
  }

  private struct BitWriter {
    var bytes: [UInt8] = []
    private var filled = 8

    mutating func write(_ value: Int, count: Int) {
      for bit in 0..<count { append(value >> bit & 1) }
    }

    mutating func writeReversed(_ value: Int, count: Int) {
      for bit in (0..<count).reversed() { append(value >> bit & 1) }
    }

    private mutating func append(_ bit: Int) {
      if filled == 8 {
        bytes.append(0)
        filled = 0
      }
      bytes[bytes.count - 1] |= UInt8(bit << filled)
      filled += 1
    }
  }
}

enum Memory {
  /// The most that this process ever held, in bytes.
  static var peak: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss * 1024
  }
}
